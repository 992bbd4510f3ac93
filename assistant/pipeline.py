"""The way of a question, as one list of steps."""

import logging
import re
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from assistant.answer import Answer, AnswerStatus, Conversation, Part
from assistant.answering.earlier import keep, understand_in
from assistant.answering.extractive import some_roles
from assistant.answering.offering import offered_once
from assistant.answering.parts import PartAnswer
from assistant.answering.pay_table import pay_table
from assistant.answering.quoting import said_once
from assistant.answering.sources import Sources
from assistant.answering.suggestions import suggest
from assistant.answering.turns import answer_in_turn
from assistant.answering.wording import say
from assistant.citations import Claim, cite
from assistant.embeddings import MiniLM, Reading, TextEmbedder, Vectors
from assistant.errors import NoSnapshotError
from assistant.index.layout import current_id
from assistant.index.snapshot import open_snapshot
from assistant.retrieval import Passage
from assistant.searching import search_query
from assistant.steering import without_steering
from assistant.understanding.manners import Manner
from assistant.versions import Versions, linked

if TYPE_CHECKING:  # LangChain comes with it, which nobody needs who has no chat model.
    from assistant.generation.writer import Wording, Writer

log = logging.getLogger(__name__)

#: A longer message is not read: it is some eight pages.
LONGEST_MESSAGE = 20_000
#: A newer snapshot is looked for at most this often, in seconds.
LOOK_AGAIN = 1.0


@dataclass(frozen=True, slots=True)
class AnswerEvent:
    """A piece of a streamed answer.

    ``text`` is what there is so far: whole Markdown, never half a marker. The last event has the
    ``answer``.
    """

    text: str
    answer: Answer | None = None


class Assistant:
    """Answers questions from one index folder; takes up a new snapshot by itself.

    Args:
        index: the index folder.
        embeddings: the model that the snapshot was embedded with.
        chroma_url: address of the Chroma server, empty for embedded.
        writer: who words the answers with a chat model; None: they stay extractive.
        versions: keeps the texts that are cited, which links then name; None: they don't.
    """

    def __init__(
        self,
        index: Path,
        embeddings: TextEmbedder,
        chroma_url: str = "",
        writer: "Writer | None" = None,
        versions: Versions | None = None,
    ) -> None:
        self._index = index
        self._embeddings = embeddings
        self._chroma_url = chroma_url
        self._writer = writer
        self._versions = versions
        self._reader = embeddings if isinstance(embeddings, MiniLM) else MiniLM()
        self._lock = Lock()
        self._sources: Sources | None = None
        self._looked = 0.0

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The whole answer to a question, given the turns before it.

        Never raises: an error is a failed Answer.
        """
        *_, last = self._events(question, conversation or Conversation())
        assert last.answer is not None
        return last.answer

    def stream(
        self, question: str, conversation: Conversation | None = None
    ) -> Iterator[AnswerEvent]:
        """The answer as it grows, by a sentence or row; the last event has the whole Answer.

        Closing the iterator early stops a model that is still writing.
        """
        shown = ""
        for event in self._events(question, conversation or Conversation()):
            if event.answer is not None:
                for end in _breaks(event.text):
                    if len(shown) < end:
                        yield AnswerEvent(event.text[:end])
            elif event.text != shown:
                shown = event.text
            yield event

    def search(self, turns: Sequence[str], k: int = 10) -> list[Passage]:
        """The passages found for the last of a conversation's messages, best first."""
        sources = self.sources()
        queries = sources.in_role(understand_in(turns, sources))
        return search_query(queries[-1], sources, k) if queries else []

    def sources(self) -> Sources:
        """The snapshot that serves now.

        Raises:
            NoSnapshotError: nothing has been ingested.
        """
        with self._lock:
            now = time.monotonic()
            if self._sources is None or now - self._looked > LOOK_AGAIN:
                self._looked = now
                if self._sources is None or current_id(self._index) != self._sources.snapshot.id:
                    snapshot = open_snapshot(
                        self._index,
                        self._embeddings.name,
                        self._embeddings.dimension,
                        self._chroma_url,
                    )
                    self._sources = Sources(snapshot, self._read)
            return self._sources

    def load_reader(self) -> None:
        """Load the model that reads questions, which the first question would wait for.

        Raises:
            EmbeddingError: its files are missing or not the expected ones.
        """
        self._reader.read("work")

    def _read(self, text: str) -> tuple[Vectors, Reading]:
        reading = self._reader.read(text)
        if self._reader is self._embeddings:
            return reading.vector, reading
        return self._embeddings.embed([text])[0], reading

    def _events(self, question: str, conversation: Conversation) -> Iterator[AnswerEvent]:
        """The growing text while a model words it, then the whole Answer. Never raises."""
        started = time.perf_counter()
        try:
            answer = yield from self._answered(question, conversation)
        except NoSnapshotError:
            answer = _plain(question, AnswerStatus.FAILED, say("failed.no_snapshot"))
        except Exception:
            log.exception("could not answer")
            answer = _plain(question, AnswerStatus.FAILED, say("failed.error"))
        total = (time.perf_counter() - started) * 1000
        timings = {**answer.timings_ms, "total": round(total, 2)}
        yield AnswerEvent(answer.text, replace(answer, timings_ms=timings))

    def _answered(
        self, question: str, conversation: Conversation
    ) -> Generator[AnswerEvent, None, Answer]:
        if len(question) > LONGEST_MESSAGE:
            return _plain(question, AnswerStatus.FAILED, say("failed.too_long"))
        watch = _Stopwatch()
        sources = self.sources()
        turns = [*(turn.question for turn in conversation.turns), question]
        understanding = understand_in(turns, sources)
        watch.lap("understand")
        if understanding.manner is not None:
            return _mannered(question, understanding.manner, sources)
        answers = answer_in_turn(sources.in_role(understanding), sources)
        keep(turns, answers, sources)
        parts = offered_once([without_steering(part) for part in answers], sources)
        watch.lap("answer")
        if self._writer is None:
            made = _assemble(question, parts, conversation, sources, watch)
        else:
            wording = self._writer.begin(sources, conversation)
            claims = yield from _growing(parts, wording, sources)
            watch.lap("word")
            made = _assemble(question, parts, conversation, sources, watch, claims)
            trace = {**made.trace, "model": wording.as_trace()}
            made = replace(made, answerer=wording.answerer, trace=trace)
        return linked(made, sources.snapshot.guides, self._versions)


def _growing(
    parts: Sequence[PartAnswer], wording: "Wording", sources: Sources
) -> Generator[AnswerEvent, None, list[Claim]]:
    """The text so far, each time that a model's wording adds a claim; in the end all claims."""
    claims: list[Claim] = []
    for heading, part in _headed(parts):
        claims.extend(heading)
        for claim in wording.claims(part):
            claims.append(claim)
            yield AnswerEvent(cite(said_once(claims), sources.snapshot.guides).text)
    return claims


def _headed(parts: Sequence[PartAnswer]) -> Iterator[tuple[tuple[Claim, ...], PartAnswer]]:
    """Each part with its heading: the question, where a message asks several."""
    for part in parts:
        yield ((part.heading,) if len(parts) > 1 else ()), part


class _Stopwatch:
    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.laps: dict[str, float] = {}

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round((now - self._last) * 1000, 2)
        self._last = now


def _assemble(
    question: str,
    parts: Sequence[PartAnswer],
    conversation: Conversation,
    sources: Sources,
    watch: _Stopwatch,
    claims: Sequence[Claim] | None = None,
) -> Answer:
    """The parts as one answer; ``claims`` are theirs as a model worded them, if one did."""
    if claims is None:
        claims = [claim for head, part in _headed(parts) for claim in (*head, *part.claims)]
    cited = cite(said_once(claims), sources.snapshot.guides)
    pays = [pay for part in parts for pay in part.pays]
    numbers = {(citation.guide_id, citation.start): citation.number for citation in cited.citations}
    status = _overall([part.status for part in parts])
    text = cited.text
    if cited.dropped and not cited.citations:
        # All that was to be quoted failed a check: what led on to it says nothing by itself.
        status, text = AnswerStatus.NOT_COVERED, say("not_covered.topic_in_part")
    choices = tuple(choice for part in parts for choice in part.choices)
    watch.lap("cite")
    follow_ups = choices or suggest(parts, conversation, cited.citations, sources)
    watch.lap("suggest")
    return Answer(
        question=question,
        status=status,
        text=text,
        citations=cited.citations,
        parts=tuple(Part(asked, part.status) for part in parts for asked in part.asked),
        follow_ups=follow_ups,
        timings_ms=watch.laps,
        table=pay_table(pays, numbers) if pays else None,
        trace={
            "snapshot": sources.snapshot.id,
            "parts": [part.as_trace() for part in parts],
            "dropped": [{"text": claim.text, "reason": reason} for claim, reason in cited.dropped],
        },
    )


def _overall(statuses: Sequence[AnswerStatus]) -> AnswerStatus:
    kinds = set(statuses)
    if len(kinds) == 1:
        return statuses[0]
    if kinds & {AnswerStatus.ANSWERED, AnswerStatus.PARTIAL}:
        return AnswerStatus.PARTIAL
    return AnswerStatus.CLARIFY if AnswerStatus.CLARIFY in kinds else AnswerStatus.NOT_COVERED


#: Manners that are refused; the others are answered in kind.
_REFUSED = (Manner.STEERING, Manner.ABUSE)


def _mannered(question: str, manner: Manner, sources: Sources) -> Answer:
    status = AnswerStatus.REFUSED if manner in _REFUSED else AnswerStatus.SOCIAL
    group = "refused" if status is AnswerStatus.REFUSED else "social"
    text = say(f"{group}.{manner.value}", roles=some_roles(sources.lexicon.titles))
    return _plain(question, status, text)


def _plain(question: str, status: AnswerStatus, text: str) -> Answer:
    return Answer(question, status, text, parts=(Part(question, status),))


def _breaks(text: str) -> Iterator[int]:
    """Where a growing answer may be cut: after a marker's sentence or a line."""
    for found in re.finditer(r"(?<=[\].!?])\s+|\n", text):
        yield found.start()

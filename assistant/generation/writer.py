"""Claims -> a model's sentences for them, each checked; what fails makes way for the guide's own.

The extractive answer is there first. It says what is answered at all, gives the evidence, and
stands wherever the model's words do not.
"""

import logging
import secrets
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from assistant.answer import Conversation
from assistant.answering.parts import PartAnswer
from assistant.answering.sources import Sources
from assistant.citations import Claim, quotes_of
from assistant.generation.checking import OTHER_ROLE, Check, Cited, fault_in
from assistant.generation.circuit import Circuit
from assistant.generation.desk import Desk
from assistant.generation.endpoint import Endpoint, Piece, Prompt
from assistant.generation.faults import OF_THE_ENDPOINT, Fault, ModelFaultError
from assistant.generation.options import ModelOptions
from assistant.generation.prompting import Given, Matter, build_prompt, marks
from assistant.generation.sentences import Cutter, Sentence
from assistant.generation.stretches import Stretch, leads, stretches
from assistant.generation.usage import Call, Usage, remember
from assistant.tokens import count_tokens
from assistant.understanding.query import Query

log = logging.getLogger(__name__)

#: Of a token, at most: a reply longer than this many times its limit is one without a limit.
CHARACTERS_A_TOKEN = 8
#: What providers say of a reply that did not come to its end by itself: its limit of tokens ended
#: it, or a filter, or the model wanted something else than to answer.
CUT_OFF = frozenset(
    "length max_tokens MAX_TOKENS content_filter SAFETY refusal tool_calls tool_use".split()
)
NOTICE = "The language model could not be used just now, so this is in the guides' own words."
NOTICE_IN_PART = "The language model broke off, so part of this is in the guides' own words."


class Writer:
    """Words answers with a chat model; one for the whole process, safe to share.

    Args:
        endpoint: the model.
        options: its limits.
        check: what each sentence must pass.
        circuit: when to leave the model alone.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        options: ModelOptions,
        check: Check = fault_in,
        circuit: Circuit | None = None,
    ) -> None:
        self.endpoint = endpoint
        self.options = options
        self.check = check
        self.circuit = circuit or Circuit()
        self.secret = secrets.token_bytes(16)

    def begin(self, sources: Sources, conversation: Conversation) -> "Wording":
        """The wording of one message, within the time that a message has."""
        return Wording(self, sources, conversation)


class Wording:
    """The wording of one message's parts, and the account of it."""

    def __init__(self, writer: Writer, sources: Sources, conversation: Conversation) -> None:
        self._writer = writer
        self._sources = sources
        self._conversation = conversation
        self._deadline = time.monotonic() + writer.options.whole_seconds
        self._usage = Usage(writer.endpoint.name, writer.options.prices)

    @property
    def answerer(self) -> str:
        """Who wrote the answer: the model's name if a sentence of it was kept."""
        return self._usage.name if self._usage.worded else "extractive"

    def as_trace(self) -> Mapping[str, Any]:
        """The account, in plain values: see ``Usage.as_trace``."""
        notice = NOTICE_IN_PART if self._usage.worded else NOTICE
        notice = notice if self._usage.failed else ""
        return self._usage.as_trace(self._writer.circuit.state, notice)

    def claims(self, part: PartAnswer) -> Iterator[Claim]:
        """The claims of a part as they are worded, each as soon as it is known.

        Never raises for the model's sake: where it fails, the part's own claims stand.
        """
        for stretch in stretches(part):
            if stretch.guide_id:
                yield from self._worded(stretch, part.query)
            else:
                yield from stretch.claims

    def _worded(self, stretch: Stretch, query: Query) -> Iterator[Claim]:
        call = self._usage.begin(stretch.guide_id)
        desk = Desk(stretch, self._given(stretch, query))
        try:
            with closing(self._sentences(desk, query, call)) as sentences:
                for sentence in sentences:
                    yield from self._judged(sentence, desk, call)
        except ModelFaultError as error:
            remember(call, error)
            self._log(error)
        except Exception:
            # The reader gets an answer whatever is wrong with the model's words.
            call.fault = Fault.UNEXPECTED
            log.exception("the chat model's reply could not be used")
        yield from desk.rest(whole=call.fault is not None)

    def _given(self, stretch: Stretch, query: Query) -> tuple[Given, ...]:
        quoted = [(p, claim) for p, claim in enumerate(stretch.claims) if claim.quotes]
        named = marks(len(quoted), self._writer.secret, f"{stretch.guide_id}\x00{query.asked}")
        before = leads(stretch.claims)
        return tuple(
            Given(mark, claim, " › ".join(claim.quotes[0].section), before.get(place))
            for mark, (place, claim) in zip(named, quoted, strict=True)
        )

    def _sentences(self, desk: Desk, query: Query, call: Call) -> Generator[Sentence]:
        """The reply's sentences; raises ModelFaultError at its end if it is not to be trusted."""
        prompt, call.given = self._prompt(desk.stretch, desk.given, query)
        desk.known = {given.mark: given for given in desk.given[: call.given]}
        cutter = Cutter(desk.known)
        started, said, finish = time.perf_counter(), "", ""
        try:
            for piece in self._pieces(prompt):
                said += piece.text
                finish = piece.finish or finish
                _count(call, piece)
                for sentence in cutter.feed(piece.text):
                    if call.first_ms is None:
                        call.first_ms = round((time.perf_counter() - started) * 1000, 1)
                    yield sentence
            if finish in CUT_OFF:
                raise ModelFaultError(Fault.CUT_OFF)
            yield from cutter.finish()
            if not said.strip():
                raise ModelFaultError(Fault.EMPTY)
        finally:
            call.last_ms = round((time.perf_counter() - started) * 1000, 1)
            if call.counted_by == "tiktoken":
                call.prompt_tokens = count_tokens(prompt.system) + count_tokens(prompt.user)
                call.reply_tokens = count_tokens(said)

    def _prompt(self, stretch: Stretch, given: Sequence[Given], query: Query) -> tuple[Prompt, int]:
        guide = self._sources.snapshot.guides[stretch.guide_id]
        leans = bool(query.carried or query.context) and bool(self._conversation.turns)
        earlier = self._conversation.turns[-1].question if leans else ""
        matter = Matter(guide.role, query.asked, query.text, query.context or earlier)
        return build_prompt(matter, given, self._writer.options.prompt_tokens)

    def _pieces(self, prompt: Prompt) -> Iterator[Piece]:
        """The reply, if the circuit lets it be asked for; what came of it moves the circuit."""
        circuit = self._writer.circuit
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise ModelFaultError(Fault.TIMED_OUT)
        if not circuit.allows():
            raise ModelFaultError(Fault.CIRCUIT_OPEN)
        said, most = 0, self._writer.options.reply_tokens * CHARACTERS_A_TOKEN
        try:
            for piece in self._writer.endpoint.stream(prompt, left):
                yield piece
                # Some servers do not heed the limit that they are sent.
                said += len(piece.text)
                if said > most:
                    yield Piece("", finish="length")
                    break
        except ModelFaultError as error:
            if error.fault in OF_THE_ENDPOINT:
                circuit.failed(error.retry_after)
            else:
                circuit.succeeded()
            raise
        except GeneratorExit:
            circuit.gave_up()
            raise
        circuit.succeeded()

    def _judged(self, sentence: Sentence, desk: Desk, call: Call) -> Iterator[Claim]:
        fault = self._fault(sentence, desk)
        if fault == OTHER_ROLE:
            call.note("dropped", fault)
            raise ModelFaultError(Fault.WRONG_ROLE)
        sentence = sentence if fault else self._needed(sentence, desk)
        cited = [desk.known[mark].claim for mark in sentence.marks]
        if not fault and desk.has_said(sentence, cited):
            call.note("dropped", "it has been said")
        elif not fault and desk.dangles(sentence, cited):
            call.note("dropped", "it points at what does not stand before it")
        elif not fault:
            call.note("kept")
            yield from desk.keep(sentence, cited)
        else:
            found = desk.in_place_of(sentence.marks)
            call.note("replaced" if found else "dropped", fault)
            yield from desk.shown(found)

    def _fault(self, sentence: Sentence, desk: Desk) -> str:
        cited = [desk.known[mark].claim for mark in sentence.marks]
        return self._writer.check(sentence, self._cited(desk.stretch, cited))

    def _needed(self, sentence: Sentence, desk: Desk) -> Sentence:
        """A sentence that passed, with those of its marks alone that it can't do without."""
        for mark in reversed(sentence.marks):
            fewer = replace(sentence, marks=tuple(m for m in sentence.marks if m != mark))
            if fewer.marks and not self._fault(fewer, desk):
                sentence = fewer
        return sentence

    def _cited(self, stretch: Stretch, claims: Sequence[Claim]) -> Cited:
        guides = self._sources.snapshot.guides
        titles = self._sources.lexicon.titles
        quotes = quotes_of(claims)
        own = guides[stretch.guide_id]
        return Cited(
            [quote.of(self._sources.snapshot.guides) for quote in quotes],
            [own.role, own.title],
            [step for quote in quotes for step in quote.section],
            [role for guide_id, role in titles.items() if guide_id != stretch.guide_id],
        )

    def _log(self, error: ModelFaultError) -> None:
        say = log.debug if error.fault is Fault.CIRCUIT_OPEN else log.warning
        say("%s: %s The guides' own words are shown instead.", self._usage.name, error)


def _count(call: Call, piece: Piece) -> None:
    if piece.prompt_tokens or piece.reply_tokens:
        call.prompt_tokens = max(call.prompt_tokens, piece.prompt_tokens)
        call.reply_tokens = max(call.reply_tokens, piece.reply_tokens)
        call.counted_by = "server"

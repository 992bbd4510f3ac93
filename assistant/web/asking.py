"""One question from the page -> what is sent back while its answer grows."""

import logging
import re
import time
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.answer import Answer, AnswerStatus, Conversation, Turn
from assistant.errors import CareersError, NoRecordError
from assistant.pipeline import AnswerEvent
from assistant.records.values import KeptTurn
from assistant.web import wording
from assistant.web.render import Library, answer_html, growing_html
from assistant.web.site import ConversationBook, Site

log = logging.getLogger(__name__)

LIMIT = 8000  # characters of one question: a long e-mail, not a book
PACE = 0.05  # seconds between two drawings of a growing answer
MOST_TURNS = 30  # earlier turns that are looked back on
_PLACE = re.compile(r"[a-z][a-z0-9]{0,15}")

Sent = dict[str, Any]


class Answerer(Protocol):
    """What the chat needs of the assistant."""

    def stream(
        self, question: str, conversation: Conversation | None = None
    ) -> Iterator[AnswerEvent]:
        """The answer as it grows; the last event carries the whole Answer."""
        ...


class EarlierTurn(BaseModel):
    """A turn of the conversation, as the page kept it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: str = Field(max_length=LIMIT)
    text: str = Field("", max_length=50_000)
    status: AnswerStatus = AnswerStatus.ANSWERED

    def turn(self) -> Turn:
        """The turn as far as the assistant looks back on it."""
        return Turn(self.question, Answer(self.question, self.status, self.text))


def problem_with(question: str) -> str:
    """What keeps this text from being asked, in words for its writer; empty if nothing does."""
    if not question:
        return wording.EMPTY
    if len(question) > LIMIT:
        return wording.TOO_LONG.format(length=len(question), limit=LIMIT)
    if not any(character.isalnum() for character in question):
        return wording.NO_WORDS
    return ""


def conversation_of(turns: Sequence[object]) -> Conversation:
    """The conversation so far. What is no turn is left out: it costs a memory, not an answer."""
    kept = []
    for turn in list(turns)[-MOST_TURNS:]:
        try:
            kept.append(EarlierTurn.model_validate(turn).turn())
        except ValidationError:
            log.warning("an earlier turn could not be read and was left out")
    return Conversation(tuple(kept))


class Asking:
    """Answers the page's questions.

    Args:
        assistant: who answers.
        site: what the page is made with.
    """

    def __init__(self, assistant: Answerer, site: Site) -> None:
        self._assistant = assistant
        self._site = site

    def replies(
        self, question: str, turns: Sequence[object], place: str, kept: str, visitor: str
    ) -> Iterator[Sent]:
        """What is sent for one question, piece by piece.

        A piece is ``{"kind": "growing", "html"}``, and at last ``{"kind": "answer", "html",
        "said", "answer", "kept"}`` or ``{"kind": "refused", "problem", "wait"}``; ``wait`` is
        in seconds, 0 when waiting won't help.

        Args:
            question: as it was typed.
            turns: earlier turns, oldest first, as EarlierTurn reads them.
            place: prefix of the ids of this answer's HTML.
            kept: id of the conversation where it is recorded; empty if it isn't yet.
            visitor: tells visitors apart.
        """
        asked = question.strip()
        trouble = problem_with(asked)
        if trouble:
            yield {"kind": "refused", "problem": trouble, "wait": 0}
            return
        wait = self._site.visitors.wait(visitor)
        if wait:
            said = wording.TOO_MANY.format(limit=self._site.visitors.questions, seconds=wait)
            yield {"kind": "refused", "problem": said, "wait": wait}
            return
        prefix = place if _PLACE.fullmatch(place) else "s"
        for event in paced(self._assistant.stream(asked, conversation_of(turns))):
            if event.answer is None:
                yield {"kind": "growing", "html": growing_html(event.text)}
            else:
                yield self._whole(event.answer, prefix, kept)

    def _whole(self, answer: Answer, place: str, kept: str) -> Sent:
        library = self._site.library()
        return {
            "kind": "answer",
            "html": answer_html(place, answer, library),
            "said": wording.ready(len(answer.citations)),
            "answer": as_kept(answer, library),
            "kept": _record(self._site.conversations, kept, answer),
        }


def as_kept(answer: Answer, library: Library) -> Sent:
    """What the page keeps of an answer: enough to copy, export and report it."""
    return {
        "question": answer.question,
        "status": str(answer.status),
        "text": answer.text,
        "snapshot": str(answer.trace.get("snapshot", "")),
        "citations": [
            {
                "number": citation.number,
                "guide": citation.guide,
                "guide_id": citation.guide_id,
                "section": list(citation.section),
                "quote": citation.quote,
                "source": citation.source,
                "start": citation.start,
                "end": citation.end,
                "url": library.link(citation),
            }
            for citation in answer.citations
        ],
    }


def paced(events: Iterator[AnswerEvent]) -> Iterator[AnswerEvent]:
    """The events that are worth drawing: not more often than the eye sees, and always the last."""
    drawn = 0.0
    for event in events:
        now = time.monotonic()
        if event.answer is not None or now - drawn >= PACE:
            drawn = now
            yield event


def _record(book: ConversationBook | None, kept: str, answer: Answer) -> str:
    """Keep the turn if conversations are kept; the id under which it is, or an empty one."""
    if book is None:
        return ""
    turn = _kept_turn(answer)
    try:
        return _add(book, kept, turn)
    except CareersError:
        # The person has their answer: a record that can't be written is the owner's to mend.
        log.exception("can't record a turn")
        return kept


def _add(book: ConversationBook, kept: str, turn: KeptTurn) -> str:
    if kept:
        try:
            book.add(kept, turn)
        except NoRecordError:
            kept = ""
    if not kept:
        kept = book.start()
        book.add(kept, turn)
    return kept


def _kept_turn(answer: Answer) -> KeptTurn:
    queries = [part.get("query", {}) for part in answer.trace.get("parts") or ()]

    def named(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(name) for query in queries for name in query.get(key, ())))

    return KeptTurn(
        question=answer.question,
        answer=answer.text,
        status=answer.status,
        citations=answer.citations,
        topics=named("topics"),
        roles=named("roles"),
        snapshot_id=str(answer.trace.get("snapshot", "")),
    )

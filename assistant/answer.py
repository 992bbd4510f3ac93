"""What the assistant gives back: Answer, its parts, and the citations that it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class AnswerStatus(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    NOT_COVERED = "not_covered"
    SOCIAL = "social"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of an answer: ``source_text[start:end] == quote`` in its guide, by characters.

    ``number`` is what the marker in the text says ([2]); numbers start at 1 in order of first use,
    one number a distinct quote. ``section`` is the heading path below the guide's title; ``url``
    links to the place ("" if none).
    """

    number: int
    guide: str
    guide_id: str
    section: tuple[str, ...]
    quote: str
    source: str
    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the questions found in a message, and how it ended."""

    question: str
    status: AnswerStatus


@dataclass(frozen=True, slots=True)
class Table:
    """A structured result that travels with an answer, so that a page can draw it.

    ``columns`` head the cells of each row of ``rows``; ``numbers`` holds the citation number of
    each row. ``kind`` is "pay", "comparison" or "table". For pay, ``bands`` has one mapping a
    range: guide_id, role, level, region, low, high, currency, note, number.
    """

    kind: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    bands: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question.

    ``text`` is Markdown with markers such as [1]. ``follow_ups`` are questions that the guides can
    answer, or, when ``status`` is clarify, the choices. ``answerer`` is "extractive" or a model's
    name. ``timings_ms`` are milliseconds by step. ``trace`` says how the question was read, which
    passages were kept or rejected and why, and which checks passed.
    """

    question: str
    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...] = ()
    parts: tuple[Part, ...] = ()
    follow_ups: tuple[str, ...] = ()
    answerer: str = "extractive"
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    table: Table | None = None
    trace: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns so far, oldest first."""

    turns: tuple[Turn, ...] = ()

    def then(self, question: str, answer: Answer) -> "Conversation":
        """The conversation with one more turn."""
        return Conversation((*self.turns, Turn(question, answer)))

"""Cases: the rows of the eval data, checked against their schema as they are read."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.errors import CareersError


class CaseError(CareersError):
    """A line of a data file can't be used as a case; the message names file and line."""


class Answerable(StrEnum):
    """Whether the guides can answer a case."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    UNDERSPECIFIED = "underspecified"
    SOCIAL = "social"


class Kind(StrEnum):
    """What a case tries."""

    FAQ = "faq"
    PAY = "pay"
    SKILLS = "skills"
    LIST = "list"
    PROSE = "prose"
    COMPARISON = "comparison"
    NO_ROLE = "no_role"
    FOLLOW_UP = "follow_up"
    MULTI = "multi"
    TYPO = "typo"
    EMAIL = "email"
    NO_GUIDE = "no_guide"
    NOT_COVERED = "not_covered"
    OFF_TOPIC = "off_topic"
    SMALL_TALK = "small_talk"
    INJECTION = "injection"
    DISTRESS = "distress"


class Row(BaseModel):
    """What every row has in common: no unknown fields, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Gold(Row):
    """A place in a guide that answers a case (grade 2) or is also relevant (grade 1).

    ``section`` is the heading path below the title, empty for the introduction; an FAQ pair is its
    FAQ heading and then its question.
    """

    guide: str = Field(min_length=1)
    section: tuple[str, ...]
    grade: Literal[1, 2] = 2


class Nugget(Row):
    """One thing that a right answer says. Any one string of ``accept`` in the answer is enough."""

    text: str = Field(min_length=1)
    vital: bool
    accept: tuple[str, ...] = Field(min_length=1)


class ExpectedPart(Row):
    """One question of a message, and whether the guides cover it."""

    question: str = Field(min_length=1)
    status: Literal["answered", "not_covered"]


class Case(Row):
    """One conversation whose last turn is scored, and what is true of a right answer to it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")
    turns: tuple[str, ...] = Field(min_length=1)
    answerable: Answerable
    kind: Kind
    gold: tuple[Gold, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    numbers: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    standalone: str | None = None
    parts: tuple[ExpectedPart, ...] = ()
    tags: tuple[str, ...] = ()
    group: str | None = None
    split: Literal["dev", "held-out"]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.answerable in (Answerable.YES, Answerable.PARTIAL) and not self.gold:
            raise ValueError(f"answerable is {self.answerable}, but gold is empty")
        if self.answerable in (Answerable.NO, Answerable.SOCIAL) and self.gold:
            raise ValueError(f"answerable is {self.answerable}, but gold is not empty")
        if any(not turn.strip() for turn in self.turns):
            raise ValueError("a turn is empty")
        return self

    @property
    def question(self) -> str:
        """The turn that is scored."""
        return self.turns[-1]


def load_cases(path: Path) -> list[tuple[int, Case]]:
    """The cases of one data file, each after its line number, blank lines left out.

    Raises:
        CaseError: the file can't be read, or a line is no case; names file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: can't be read as UTF-8 text ({error}).") from error
    return [
        (number, parse_case(line, f"{path.name}:{number}"))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]


def parse_case(line: str, place: str) -> Case:
    """One line as a case.

    Args:
        line: a JSON object.
        place: file and line, for the message.

    Raises:
        CaseError: the line is not JSON or does not fit the schema.
    """
    try:
        return Case.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise CaseError(f"{place}: not JSON ({error.msg} at column {error.colno}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the row"
        raise CaseError(f"{place}: {field}: {first['msg']}.") from error

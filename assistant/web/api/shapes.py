"""What the API reads and gives: the models are the schema."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.answer import AnswerStatus
from assistant.enquiries.intake import LONGEST, cleaned
from assistant.guides.model import SectionKind
from assistant.published import Citation, Passage

LONGEST_ANSWER = 20_000
MOST_TURNS = 30
MOST_PASSAGES = 50
#: A text that is kept: without the control characters that no database likes.
Kept = AfterValidator(cleaned)
Message = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=r"\S")]
_QUESTION = "Is a health informatics engineer on call?"


class Given(BaseModel):
    """What a client sends: a field that is not known is told, not overlooked."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shown(BaseModel):
    """What a client gets."""

    model_config = ConfigDict(frozen=True)


class EarlierTurn(BaseModel):
    """An earlier question of the conversation and its answer.

    An answer of this API fits as it is: only what is named here is read.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: Message = Field(description="What was asked.", examples=[_QUESTION])
    text: str = Field("", max_length=LONGEST_ANSWER, description="What was answered.")
    status: AnswerStatus = Field(AnswerStatus.ANSWERED, description="How it ended.")


class Question(Given):
    """A message, and the conversation that it belongs to."""

    question: Message = Field(
        description="The person's own words; may hold several questions.", examples=[_QUESTION]
    )
    turns: list[EarlierTurn] = Field(
        default=[],
        max_length=MOST_TURNS,
        description="The conversation so far, oldest first: “and in London?” is read in its light.",
    )


class TextSoFar(Shown):
    """An answer while it grows."""

    text: str = Field(description="All of the text so far, never half a sentence or marker.")


class Search(Given):
    """What to look for."""

    query: Message = Field(description="A question or some words.", examples=["on-call"])
    turns: list[EarlierTurn] = Field(
        default=[], max_length=MOST_TURNS, description="The conversation so far, oldest first."
    )
    k: int = Field(
        10,
        strict=True,
        ge=1,
        le=MOST_PASSAGES,
        description="How many passages at most.",
        examples=[3],
    )


class Found(Shown):
    """The passages that fit."""

    passages: list[Passage] = Field(description="Best first; empty if nothing fits.")


class GuideEntry(Shown):
    """A role guide."""

    id: str = Field(description="What it is asked for by.", examples=["backend-engineer"])
    title: str = Field(description="Its title.", examples=["Backend Engineer"])
    role: str = Field(description="The role that it is about.", examples=["Backend Engineer"])
    aliases: list[str] = Field(description="Other names of the role.")
    summary: str = Field(description="One line about it.")
    sector: str = Field(description="The sector; empty if the guide names none.")
    date: str = Field(description="As the guide gives it; empty if it gives none.")
    source: str = Field(description="Name of its file.", examples=["backend-engineer.md"])
    digest: str = Field(description="SHA-256 of the file: changes when the guide does.")
    sections: int = Field(ge=0, description="How many sections it has.")
    url: str = Field(description="Its page on this server.", examples=["/guides/backend-engineer"])


class GuideList(Shown):
    """The guides that serve."""

    snapshot: str = Field(description="Which state of the index they are of.")
    guides: list[GuideEntry]


class GuideText(GuideEntry):
    """A role guide with its text."""

    sources: list[str] = Field(description="Where the guide has its facts from.")
    text: str = Field(description="The whole text that citations count their characters in.")


class GuideSection(Shown):
    """A headed part of a guide."""

    path: list[str] = Field(description="Headings, outermost first; empty for the introduction.")
    anchor: str = Field(description="Its link fragment.", examples=["salary-ranges"])
    kind: SectionKind = Field(description="What it is about.")
    start: int = Field(ge=0, description="Where it starts, in characters of the guide's text.")
    end: int = Field(ge=0, description="Where it ends.")
    text: str = Field(description="text[start:end] of the guide.")
    url: str = Field(description="Its address on this server.")


class SectionList(Shown):
    """The sections of a guide, in order."""

    guide_id: str
    sections: list[GuideSection]


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG = "wrong"
    OUT_OF_DATE = "out_of_date"
    NOT_ASKED = "not_asked"
    UNCLEAR = "unclear"


class GivenFeedback(Given):
    """What a person says of an answer."""

    question: Annotated[Message, Kept] = Field(description="What was asked.", examples=[_QUESTION])
    answer: Annotated[str, Kept] = Field(
        max_length=LONGEST_ANSWER, description="The answer's text.", examples=["The load varies."]
    )
    status: AnswerStatus = Field(description="The answer's status.", examples=["answered"])
    helpful: bool = Field(strict=True, description="Thumb up or down.", examples=[False])
    reason: Reason | None = Field(None, description="Why it did not help.", examples=["unclear"])
    note: Annotated[str, Kept] = Field("", max_length=1000, description="In the person's words.")
    citations: list[Citation] = Field(
        default=[], max_length=100, description="The answer's citations, as they were given."
    )
    turns: list[Annotated[str, Field(max_length=LONGEST), Kept]] = Field(
        default=[], max_length=MOST_TURNS, description="Earlier questions of the conversation."
    )
    snapshot: str = Field(
        "",
        max_length=100,
        pattern=r"^[A-Za-z0-9-]*$",
        description="Which state of the index it was answered from, if known.",
    )


class KeptFeedback(Shown):
    """Feedback that was kept."""

    id: int = Field(ge=1, description="Its number.")
    at: datetime = Field(description="When it was kept.")


class IndexHealth(Shown):
    """Whether questions can be answered."""

    ready: bool
    snapshot: str | None = Field(description="Which state of the index serves; null if none.")
    created: str | None = Field(description="When it was made.")
    guides: int = Field(ge=0, description="How many guides it holds.")


class DatabaseHealth(Shown):
    """Whether the records answer."""

    ready: bool


class Health(Shown):
    """Whether the service can do its work."""

    ready: bool = Field(description="Everything below is ready.")
    version: str = Field(description="Of the program.")
    index: IndexHealth
    database: DatabaseHealth

"""Answers and passages in the form that other programs rely on: the API's and the MCP tools'.

The models are the schema: what they say of each field stands in the API's document and in the
tools' descriptions.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant import answer as made
from assistant.answer import AnswerStatus
from assistant.guides.model import Guide
from assistant.retrieval import Passage as Found

#: Feedback brings citations back as they were given: "7" is no number of them.
Places = Annotated[int, Field(ge=0, strict=True)]
_SECTION = "Headings above the place, outermost first, below the guide's title."


class Citation(BaseModel):
    """What one marker of an answer stands for: an exact quote of a guide."""

    model_config = ConfigDict(frozen=True)

    number: int = Field(
        strict=True, ge=1, description="What the marker says: 2 for [2].", examples=[1]
    )
    guide: str = Field(description="The guide's title.", examples=["Backend Engineer"])
    guide_id: str = Field(description="The guide's id.", examples=["backend-engineer"])
    section: list[str] = Field(description=_SECTION, examples=[["Salary ranges"]])
    quote: str = Field(description="The guide's own words, character by character.")
    source: str = Field(description="Name of the guide's file.", examples=["backend-engineer.md"])
    start: Places = Field(description="Where the quote starts, in characters of the guide's text.")
    end: Places = Field(description="Where it ends: text[start:end] is the quote.")
    url: str = Field(description="Address of the place on this server; empty if it has none.")


class Part(BaseModel):
    """One of the questions that were found in a message."""

    model_config = ConfigDict(frozen=True)

    question: str = Field(description="The question, as it was found in the message.")
    status: AnswerStatus = Field(description="How this question ended.")


class Answer(BaseModel):
    """The answer to one message.

    `status` says how it ended: `answered`; `partial` (some parts are covered, the rest are named as
    not covered); `clarify` (a short question back, with the choices in `follow_ups`);
    `not_covered` (the guides do not say: do not fill the gap); `social` (a greeting, thanks);
    `refused` (abuse, or an attempt to steer the assistant); `failed` (an error, said plainly).
    """

    model_config = ConfigDict(frozen=True)

    question: str = Field(description="The message as it was asked.")
    status: AnswerStatus = Field(description="How the question ended.")
    text: str = Field(
        description="The answer as Markdown, with markers such as [1] that number the citations.",
        examples=["The load varies widely, from rare escalations to closer involvement. [1]"],
    )
    citations: list[Citation] = Field(
        description="What the markers stand for, in order of their numbers."
    )
    parts: list[Part] = Field(description="The questions found in the message, one or several.")
    follow_ups: list[str] = Field(
        description="Questions to ask next; for `clarify`, the choices.",
        examples=[["What does a Backend Engineer earn?"]],
    )
    answerer: str = Field(
        description="`extractive` (the guides' own sentences) or the name of a model.",
        examples=["extractive"],
    )
    timings_ms: Mapping[str, float] = Field(
        description="Milliseconds by step, and in all.", examples=[{"total": 31.5}]
    )


class Passage(BaseModel):
    """A place in a guide that fits a question."""

    model_config = ConfigDict(frozen=True)

    source: str = Field(description="Name of the guide's file.", examples=["backend-engineer.md"])
    guide: str = Field(description="The guide's title.", examples=["Backend Engineer"])
    guide_id: str = Field(description="The guide's id.", examples=["backend-engineer"])
    section: list[str] = Field(description=_SECTION, examples=[["Salary ranges"]])
    start: Places = Field(description="Where it starts, in characters of the guide's text.")
    end: Places = Field(description="Where it ends.")
    score: float = Field(
        description="How well it fits; to be compared within one search only.", examples=[17.56]
    )
    text: str = Field(description="The passage: the guide's own words.")
    url: str = Field(description="Address of the place on this server.")


def published_answer(answer: made.Answer, base_url: str = "") -> Answer:
    """An answer as other programs get it.

    Args:
        answer: as the assistant made it.
        base_url: what goes before the addresses of citations; empty leaves them relative.
    """
    return Answer(
        question=answer.question,
        status=answer.status,
        text=answer.text,
        citations=[
            Citation(
                number=citation.number,
                guide=citation.guide,
                guide_id=citation.guide_id,
                section=list(citation.section),
                quote=citation.quote,
                source=citation.source,
                start=citation.start,
                end=citation.end,
                url=absolute(citation.url, base_url),
            )
            for citation in answer.citations
        ],
        parts=[Part(question=part.question, status=part.status) for part in answer.parts],
        follow_ups=list(answer.follow_ups),
        answerer=answer.answerer,
        timings_ms=dict(answer.timings_ms),
    )


def published_passage(found: Found, guides: Mapping[str, Guide], base_url: str = "") -> Passage:
    """A passage as other programs get it.

    Args:
        found: as the search found it.
        guides: those that it was found in, by id.
        base_url: what goes before its address; empty leaves it relative.
    """
    chunk = found.chunk
    url = f"/guides/{chunk.guide_id}?from={chunk.start}&to={chunk.end}#cited"
    guide = guides.get(chunk.guide_id)
    return Passage(
        source=chunk.source,
        guide=guide.title if guide else chunk.guide_id,
        guide_id=chunk.guide_id,
        section=list(chunk.section),
        start=chunk.start,
        end=chunk.end,
        score=round(found.score, 6),
        text=chunk.text,
        url=absolute(url, base_url),
    )


def absolute(url: str, base_url: str) -> str:
    """An address of ours with the server before it; one of another server stays as it is."""
    return base_url.rstrip("/") + url if url.startswith("/") else url

"""POST /feedback: what a visitor says of an answer; DELETE /kept/ID: a recorded conversation."""

from enum import StrEnum
from typing import Annotated

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import AnswerStatus, Citation
from assistant.records.values import NewFeedback
from assistant.web import wording
from assistant.web.asking import LIMIT
from assistant.web.site import ConversationBook, FeedbackBook, Site

Words = Annotated[str, Field(max_length=500)]


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG = "wrong"
    OUT_OF_DATE = "out_of_date"
    NOT_ASKED = "not_asked"
    UNCLEAR = "unclear"


class CitedPlace(BaseModel):
    """A citation of the answer, as the page kept it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    number: int = Field(ge=1, le=999)
    guide: Words
    guide_id: Words
    section: tuple[Words, ...] = Field(max_length=12)
    quote: str = Field(max_length=LIMIT)
    source: Words
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    url: Annotated[str, Field(max_length=2000)] = ""


class GivenFeedback(BaseModel):
    """What the page posts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str = Field(min_length=1, max_length=LIMIT)
    answer: str = Field(max_length=50_000)
    status: AnswerStatus
    citations: tuple[CitedPlace, ...] = Field(default=(), max_length=100)
    turns: tuple[Annotated[str, Field(max_length=LIMIT)], ...] = Field(default=(), max_length=100)
    snapshot: Words = ""
    helpful: bool
    reason: Reason | None = None
    note: str = Field("", max_length=1000)

    def new(self) -> NewFeedback:
        """The same for the records."""
        return NewFeedback(
            question=self.question,
            answer=self.answer,
            status=self.status,
            helpful=self.helpful,
            citations=tuple(Citation(**place.model_dump()) for place in self.citations),
            turns=self.turns,
            snapshot_id=self.snapshot,
            reason=self.reason or "",
            note=self.note.strip(),
        )


def add_feedback(app: FastAPI, site: Site) -> None:
    """Add the routes for what is kept: those that the site keeps nothing for are left out."""
    if site.feedback is not None:
        _add_feedback(app, site, site.feedback)
    if site.conversations is not None:
        _add_removal(app, site.conversations)


def _add_feedback(app: FastAPI, site: Site, book: FeedbackBook) -> None:
    async def give(given: GivenFeedback, request: Request) -> JSONResponse:
        visitor = request.client.host if request.client else ""
        if site.visitors.wait(visitor, "feedback"):
            raise HTTPException(429, wording.TOO_MANY_WORDS)
        await run_in_threadpool(book.add, given.new())
        return JSONResponse({"kept": True}, status_code=201)

    app.add_api_route("/feedback", give, methods=["POST"], include_in_schema=False)


def _add_removal(app: FastAPI, book: ConversationBook) -> None:
    def remove(conversation_id: str) -> Response:
        book.remove(conversation_id)
        return Response(status_code=204)

    app.add_api_route(
        "/kept/{conversation_id}", remove, methods=["DELETE"], include_in_schema=False
    )

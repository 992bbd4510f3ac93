"""What goes wrong, as application/problem+json (RFC 9457): what it was and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Match

from assistant.errors import (
    CareersError,
    ChangedMeanwhileError,
    NoRecordError,
    NotAllowedError,
    SnapshotError,
)

MEDIA_TYPE = "application/problem+json"
PAGE = "/api/v1/docs"


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    model_config = ConfigDict(frozen=True)

    where: str = Field(description="The field, outermost first.", examples=["body.question"])
    what: str = Field(description="What is wrong with it.", examples=["Field required"])


class Problem(BaseModel):
    """What went wrong, and what to do."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(
        description="Names the kind of problem; it stays the same.",
        examples=[f"{PAGE}#problem-invalid"],
    )
    title: str = Field(description="The kind of problem in words.", examples=["Invalid request"])
    status: int = Field(description="The HTTP status.", ge=400, le=599, examples=[422])
    detail: str = Field(description="What it was this time, and what to do.")
    errors: list[Fault] = Field(default=[], description="What is wrong, field by field.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem."""

    name: str
    status: int
    title: str
    meaning: str

    @property
    def type(self) -> str:
        """The address that names it."""
        return f"{PAGE}#problem-{self.name}"


NO_KEY = Kind(
    "no-key",
    401,
    "No valid key",
    "The request has no key, or one that is wrong or was revoked. Send “Authorization: Bearer KEY” "
    "with a key from “careers keys add”.",
)
CLOSED = Kind(
    "closed",
    403,
    "The key does not open this",
    "The key is good, but was not given for this. Ask for one with the scope that is named.",
)
NOT_FOUND = Kind(
    "not-found",
    404,
    "Not found",
    "There is nothing here, or it belongs to another client. Look the address and the id up.",
)
METHOD = Kind(
    "method",
    405,
    "Method not allowed",
    "The address is right, the HTTP method is not; “Allow” names those that are.",
)
CHANGED = Kind(
    "changed",
    409,
    "Changed in the meantime",
    "Somebody changed it since you looked. Nothing was overwritten: get it again, then decide.",
)
NOT_ALLOWED = Kind(
    "not-allowed",
    409,
    "Not allowed in this state",
    "It is not in a state that allows this; the detail says which is.",
)
TOO_LARGE = Kind(
    "too-large", 413, "Too large", "The body has more bytes than are read. Send less at a time."
)
INVALID = Kind(
    "invalid",
    422,
    "Invalid request",
    "The request is not as the document says; “errors” names each field. Correct it, send again.",
)
TOO_MANY = Kind(
    "too-many",
    429,
    "Too many requests",
    "The key has used up its requests of this minute. Wait as long as “Retry-After” says.",
)
BROKEN = Kind(
    "broken",
    500,
    "Something went wrong here",
    "An error of ours; it is in the log. Try again, and tell us if it stays.",
)
UNAVAILABLE = Kind(
    "unavailable",
    503,
    "Not ready",
    "No guides are ingested, or they can't be read. Try again later; /api/v1/health tells.",
)
KINDS = (
    NO_KEY, CLOSED, NOT_FOUND, METHOD, CHANGED, NOT_ALLOWED, TOO_LARGE, INVALID, TOO_MANY, BROKEN,
    UNAVAILABLE,
)  # fmt: skip


class ProblemError(Exception):
    """Ends a request with a problem."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(detail or kind.meaning)
        self.kind = kind


def problem(
    kind: Kind,
    detail: str = "",
    errors: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The response that tells a problem."""
    told = Problem(
        type=kind.type,
        title=kind.title,
        status=kind.status,
        detail=detail or kind.meaning,
        errors=errors or [],
    )
    return JSONResponse(told.model_dump(), kind.status, dict(headers or {}), MEDIA_TYPE)


_OF_ERROR: Mapping[type[CareersError], Kind] = {
    NoRecordError: NOT_FOUND,
    ChangedMeanwhileError: CHANGED,
    NotAllowedError: NOT_ALLOWED,
    SnapshotError: UNAVAILABLE,
}
_OF_STATUS = {kind.status: kind for kind in (NOT_FOUND, METHOD, TOO_LARGE)} | {400: INVALID}


def tell_problems(app: FastAPI) -> None:
    """Let an application tell everything that goes wrong as a problem."""
    app.add_exception_handler(ProblemError, _of_problem)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_http)
    for error in _OF_ERROR:
        app.add_exception_handler(error, _of_careers)
    app.add_exception_handler(Exception, _of_anything)


def _of_problem(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return problem(error.kind, str(error))


def _of_validation(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    # What was sent is left out: it may be personal, and its sender has it.
    faults = [
        Fault(where=".".join(map(str, each["loc"])), what=each["msg"]) for each in error.errors()
    ]
    return problem(INVALID, errors=faults)


def _of_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    kind = _OF_STATUS.get(error.status_code, BROKEN)
    headers = {"Allow": _allowed(request)} if kind is METHOD else error.headers
    return problem(kind, headers=headers)


def _allowed(request: Request) -> str:
    """The methods of an address, which several routes may share."""
    return ", ".join(
        method
        for method in ("DELETE", "GET", "PATCH", "POST", "PUT")
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    )


def _of_careers(_: Request, error: Exception) -> JSONResponse:
    kind = next(kind for known, kind in _OF_ERROR.items() if isinstance(error, known))
    # What is wrong with a snapshot names folders of the server: that is for its owner's eyes.
    return problem(kind, "" if kind is UNAVAILABLE else str(error))


def _of_anything(_request: Request, _error: Exception) -> JSONResponse:
    return problem(BROKEN)

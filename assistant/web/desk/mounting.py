"""The desk as an application of its own, put at /desk of the web application."""

from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from assistant.errors import (
    CareersError,
    ChangedMeanwhileError,
    NoRecordError,
    NotAllowedError,
)
from assistant.web.desk import (
    admin,
    cases,
    enquiry,
    entry,
    feedback,
    inbox,
    insight,
    jobs,
    receiving,
    stale,
    steps,
)
from assistant.web.desk.guarding import (
    ForeignFormError,
    NotSignedInError,
    TooLargeError,
    WrongRoleError,
    read_form,
    signed_in,
    texts,
)
from assistant.web.desk.office import Office
from assistant.web.desk.rendering import HEADERS, OWN_LOOK, STATIC, draw

ROOMS = (
    entry, inbox, receiving, jobs, enquiry, steps, stale, feedback, cases, insight, admin,
)  # fmt: skip

#: What an error means to a browser, and how its page is headed.
_MEANINGS: tuple[tuple[type[CareersError], int, str], ...] = (
    (WrongRoleError, 403, "This page is not for your role"),
    (ForeignFormError, 403, "The form was not accepted"),
    (NoRecordError, 404, "There is nothing here"),
    (ChangedMeanwhileError, 409, "Somebody else was faster"),
    (NotAllowedError, 409, "That can’t be done now"),
    (TooLargeError, 413, "Too large"),
    (CareersError, 503, "That did not work"),
)
#: Fields that are not shown again when a session has run out: they were not written for that.
_NOT_SHOWN = (
    "version", "step", "next", "password", "old", "new", "sure", "use", "was", "stale", "vital",
)  # fmt: skip


def add_desk(app: FastAPI, office: Office) -> None:
    """Put the desk at /desk.

    Args:
        app: the web application.
        office: what the pages work with.
    """
    desk = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    desk.state.office = office
    desk.mount(OWN_LOOK.removeprefix("/desk"), StaticFiles(directory=STATIC))
    for room in ROOMS:
        desk.include_router(room.router)
    desk.add_exception_handler(NotSignedInError, _to_the_door)
    desk.add_exception_handler(CareersError, _told)
    desk.add_exception_handler(HTTPException, _no_such_page)
    desk.add_exception_handler(RequestValidationError, _no_such_page)
    desk.add_exception_handler(Exception, _broken)
    app.add_api_route("/desk", _to_the_inbox, methods=["GET"], include_in_schema=False)
    app.mount("/desk", desk)


def _to_the_inbox() -> Response:
    return RedirectResponse("/desk/", status_code=307)


async def _to_the_door(request: Request, error: Exception) -> Response:
    """To the sign-in and back. What was typed into a form is shown, so that it can be copied."""
    if request.headers.get("accept", "").startswith("application/json"):
        return JSONResponse({"problem": str(error)}, status_code=401, headers=HEADERS)
    if request.method in ("GET", "HEAD"):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        to = f"/desk/sign-in?next={quote(asked, safe='')}"
        return RedirectResponse(to, status_code=303, headers=HEADERS)
    typed = texts(await read_form(request))
    shown = [
        text
        for name, text in typed.items()
        if text.strip() and name.partition("-")[0] not in _NOT_SHOWN
    ]
    return draw("signed_out.html", status=401, texts=shown, to=_page_of(request))


def _page_of(request: Request) -> str:
    """The page that a form was most likely on."""
    path = request.url.path
    parts = path.split("/")
    return "/".join(parts[:4]) if parts[2:3] in (["enquiries"], ["jobs"]) else "/desk/"


def _told(request: Request, error: Exception) -> Response:
    """A page that says what went wrong and what to do."""
    status, heading = next(
        (status, heading) for kind, status, heading in _MEANINGS if isinstance(error, kind)
    )
    if request.headers.get("accept", "").startswith("application/json"):
        return JSONResponse({"problem": str(error)}, status_code=status, headers=HEADERS)
    return _error_page(request, status, heading, str(error))


def _no_such_page(request: Request, error: Exception) -> Response:
    """For an address that is no page, or asks a page for what it can't give."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    said = "The address is wrong, or the page is not there any more."
    return _error_page(request, status, "There is no such page", said)


def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """For what nobody thought of: the log has it."""
    said = (
        "Something broke on our side, and nothing was changed by it. Try again, or tell an admin."
    )
    return draw("error.html", status=500, heading="That did not work", said=said)


def _error_page(request: Request, status: int, heading: str, said: str) -> Response:
    office: Office = request.app.state.office
    try:
        session = signed_in(request, office)
    except NotSignedInError:
        session = None
    return draw("error.html", session, status=status, heading=heading, said=said)

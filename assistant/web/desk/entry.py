"""Signing in and out."""

import hmac
import secrets
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from assistant.accounts import SignedIn, SignInError, TooManyAttemptsError
from assistant.errors import CareersError, NotAllowedError
from assistant.web.desk.guarding import (
    CSRF_FIELD,
    SESSION_COOKIE,
    ForeignFormError,
    OwnForm,
    TheOffice,
    read_form,
)
from assistant.web.desk.guarding import SignedIn as Session
from assistant.web.desk.office import Office
from assistant.web.desk.rendering import draw

router = APIRouter()

#: Ties a sign-in form to the browser that it was given to: there is no session yet to do it.
FORM_COOKIE = "careers_desk_form"

#: What the form says first, by what its address says.
_DONE = {
    "out": "You are signed out.",
    "password": "Your password is changed. Sign in with the new one.",
}

Next = Annotated[str, Query(alias="next", max_length=500)]


@router.get("/sign-in")
def sign_in_page(request: Request, office: TheOffice, to: Next = "/desk/") -> Response:
    """The form; on a first visit, with nobody to sign in yet, how to add somebody."""
    return sign_in_form(request, office, to)


@router.post("/sign-in")
async def sign_in(request: Request, office: TheOffice) -> Response:
    """Start a session, or say what was wrong."""
    form = await read_form(request)
    kept, sent = request.cookies.get(FORM_COOKIE, ""), str(form.get(CSRF_FIELD, ""))
    if not kept or not hmac.compare_digest(kept.encode(), sent.encode()):
        message = "This form is out of date, or cookies are blocked. Please sign in once more."
        raise ForeignFormError(message)
    login, to = str(form.get("login", "")), str(form.get("next", ""))
    password = str(form.get("password", ""))
    try:
        signed = await run_in_threadpool(
            office.accounts.sign_in, login, password, _address(request)
        )
    except TooManyAttemptsError as error:
        response = sign_in_form(request, office, to, error, login, status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    except SignInError as error:
        return sign_in_form(request, office, to, error, login, status=401)
    return _let_in(request, signed, to)


@router.get("/password")
def password_page(session: Session) -> Response:
    """Where users change their own password."""
    return draw("password.html", session, problem="")


@router.post("/password")
def change_password(
    request: Request, session: Session, office: TheOffice, form: OwnForm
) -> Response:
    """Change it, and ask for the new one at once: every session of the user has ended."""
    old, new = str(form.get("old", "")), str(form.get("new", ""))
    try:
        office.accounts.change_password(session.user.login, old, new, _address(request))
    except (SignInError, NotAllowedError, TooManyAttemptsError) as error:
        status = 429 if isinstance(error, TooManyAttemptsError) else 422
        return draw("password.html", session, status=status, problem=str(error))
    response = RedirectResponse("/desk/sign-in?said=password", status_code=303)
    response.delete_cookie(SESSION_COOKIE, path="/desk")
    return response


@router.post("/sign-out")
def sign_out(request: Request, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """End the session."""
    office.accounts.sign_out(request.cookies.get(SESSION_COOKIE, ""))
    response = RedirectResponse("/desk/sign-in?said=out", status_code=303)
    response.delete_cookie(SESSION_COOKIE, path="/desk")
    # Nothing of what was seen stays in this browser.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def sign_in_form(
    request: Request,
    office: Office,
    to: str,
    problem: CareersError | None = None,
    login: str = "",
    status: int = 200,
) -> Response:
    """The sign-in page with a token that its cookie repeats."""
    token = secrets.token_urlsafe(32)
    response = draw(
        "sign_in.html",
        status=status,
        token=token,
        to=safe_next(to),
        problem=str(problem) if problem else "",
        login=login,
        anybody=bool(office.accounts.users()),
        said=_DONE.get(request.query_params.get("said", ""), ""),
    )
    response.set_cookie(
        FORM_COOKIE,
        token,
        max_age=3600,
        path="/desk",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


def safe_next(to: str) -> str:
    """Where to go after the sign-in: a page of the desk, whatever an address may say."""
    parts = urlsplit(to)
    ours = to.startswith("/desk/") and not parts.netloc and not parts.scheme and "\\" not in to
    return to if ours and not to.startswith("/desk/sign-") else "/desk/"


def _address(request: Request) -> str:
    """The network address that a request came from."""
    return request.client.host if request.client else ""


def _let_in(request: Request, signed: SignedIn, to: str) -> Response:
    response = RedirectResponse(safe_next(to), status_code=303)
    lasts = signed.session.expires_at - signed.session.created_at
    response.set_cookie(
        SESSION_COOKIE,
        signed.token,
        max_age=int(lasts.total_seconds()),
        path="/desk",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    response.delete_cookie(FORM_COOKIE, path="/desk")
    return response

"""Who may pass: the session of a request, the roles, and forms that come from our own pages."""

import base64
import secrets
from collections.abc import AsyncIterator, Iterable
from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.datastructures import FormData

from assistant.accounts import csrf_holds
from assistant.errors import CareersError
from assistant.records.values import LoginSession, Role
from assistant.web.desk.office import Office

#: The cookie that holds a session's token.
SESSION_COOKIE = "careers_desk"
#: The hidden field that every form has.
CSRF_FIELD = "csrf"
#: The largest form or file that is taken, in bytes.
MOST_BYTES = 20 * 1024 * 1024
#: A reply has at most forty questions; a case has some hundred sections to choose from.
MOST_FIELDS = 4000


class NotSignedInError(CareersError):
    """There is no session, or no longer."""


class WrongRoleError(CareersError):
    """The page is for another role."""


class ForeignFormError(CareersError):
    """A form without the token of this session's pages."""


class TooLargeError(CareersError):
    """A form or file of more bytes than are taken."""


def the_office(request: Request) -> Office:
    """The office of the application that a request came to."""
    return cast(Office, request.app.state.office)


TheOffice = Annotated[Office, Depends(the_office)]


def signed_in(request: Request, office: TheOffice) -> LoginSession:
    """The session of a request.

    Raises:
        NotSignedInError: there is none, or it is over.
    """
    session = office.accounts.session(request.cookies.get(SESSION_COOKIE, ""))
    if session is None:
        message = "You are not signed in, or your session is over."
        raise NotSignedInError(message)
    return session


SignedIn = Annotated[LoginSession, Depends(signed_in)]


def admin(session: SignedIn) -> LoginSession:
    """The session of an admin.

    Raises:
        WrongRoleError: the user is no admin.
    """
    if session.user.role is not Role.ADMIN:
        message = "This page is for admins."
        raise WrongRoleError(message)
    return session


Admin = Annotated[LoginSession, Depends(admin)]


async def own_form(request: Request, session: SignedIn) -> AsyncIterator[FormData]:
    """A form from one of this session's own pages; its files are closed when it was dealt with.

    Raises:
        TooLargeError: it has too many bytes.
        ForeignFormError: its token is missing or wrong.
    """
    form = await read_form(request)
    try:
        if not csrf_holds(session, unmasked(str(form.get(CSRF_FIELD, "")))):
            message = "This form is out of date. Load its page again, then send it once more."
            raise ForeignFormError(message)
        yield form
    finally:
        await form.close()


OwnForm = Annotated[FormData, Depends(own_form)]


async def read_form(request: Request) -> FormData:
    """The form that a request brings.

    Raises:
        TooLargeError: it has too many bytes, or does not say how many.
    """
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > MOST_BYTES:
        message = (
            f"This is too large: at most {MOST_BYTES // 1024**2} MB are taken. Split the file."
        )
        raise TooLargeError(message)
    return await request.form(max_fields=MOST_FIELDS, max_part_size=MOST_BYTES)


def texts(form: FormData, leave_out: Iterable[str] = ()) -> dict[str, str]:
    """The texts of a form, with line ends as they are kept: browsers send CR LF."""
    hidden = {CSRF_FIELD, *leave_out}
    return {
        name: value.replace("\r\n", "\n")
        for name, value in form.items()
        if isinstance(value, str) and name not in hidden
    }


def masked(token: str) -> str:
    """A token as it is written into one page: different each time.

    Pages are compressed, and from lengths one could guess a secret that is always the same.
    """
    secret = token.encode()
    pad = secrets.token_bytes(len(secret))
    mixed = bytes(one ^ other for one, other in zip(pad, secret, strict=True))
    return base64.urlsafe_b64encode(pad + mixed).decode()


def unmasked(sent: str) -> str:
    """The token of a form; empty if it is none."""
    try:
        both = base64.urlsafe_b64decode(sent.encode())
        pad, mixed = both[: len(both) // 2], both[len(both) // 2 :]
        return bytes(one ^ other for one, other in zip(pad, mixed, strict=True)).decode()
    except ValueError:
        return ""

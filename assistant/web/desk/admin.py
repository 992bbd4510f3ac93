"""What only admins do: users, API keys and the audit."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from assistant.errors import NotAllowedError
from assistant.records.values import LoginSession, Role, Scope
from assistant.web.desk.guarding import Admin, OwnForm, TheOffice, texts
from assistant.web.desk.inbox import PageNumber, Show
from assistant.web.desk.numbers import Placed, whole
from assistant.web.desk.office import Office
from assistant.web.desk.reading import names_of
from assistant.web.desk.rendering import draw

router = APIRouter()

#: Entries of the audit on one page.
AUDIT_PAGE = 100


@router.get("/users")
def users_page(session: Admin, office: TheOffice, said: Show = "") -> Response:
    """Who may sign in."""
    return _users(session, office, said=said)


@router.post("/users/add")
def add_user(session: Admin, office: TheOffice, form: OwnForm) -> Response:
    """Let somebody in from now on."""
    typed = texts(form, leave_out={"password"})
    role = Role.ADMIN if typed.get("role") == Role.ADMIN else Role.STAFF
    login, name = typed.get("login", ""), typed.get("name", "")
    password = str(form.get("password", ""))
    try:
        office.accounts.add_user(login, name, role, password, session.user.login)
    except NotAllowedError as error:
        return _users(session, office, 422, problem=str(error), typed=typed)
    return _see("/desk/users?said=user-added")


@router.post("/users/{login}/disable")
def disable(login: str, session: Admin, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """Lock somebody out at once; nobody can lock themselves out by mistake."""
    if login == session.user.login:
        message = "You can’t lock yourself out. Ask another admin to do it."
        return _users(session, office, 409, problem=message)
    office.accounts.disable(login, session.user.login)
    return _see("/desk/users?said=user-disabled")


@router.post("/users/{login}/enable")
def enable(login: str, session: Admin, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """Let somebody in again."""
    office.accounts.enable(login, session.user.login)
    return _see("/desk/users?said=user-enabled")


@router.post("/users/{login}/password")
def set_password(login: str, session: Admin, office: TheOffice, form: OwnForm) -> Response:
    """Give somebody a new password."""
    password = str(form.get("password", ""))
    try:
        office.accounts.set_password(login, password, session.user.login)
    except NotAllowedError as error:
        return _users(session, office, 422, problem=str(error))
    return _see("/desk/users?said=password")


@router.get("/keys")
def keys_page(session: Admin, office: TheOffice, said: Show = "") -> Response:
    """The API keys of clients."""
    return _keys(session, office, said=said)


@router.post("/keys/add")
def add_key(session: Admin, office: TheOffice, form: OwnForm) -> Response:
    """Make a key; its secret is shown on this one page and never again."""
    typed = texts(form)
    client, rate = typed.get("client", ""), typed.get("per_minute", "")
    try:
        per_minute = whole(rate)
        scopes = [scope for scope in Scope if scope.value in form.getlist("scope")]
        _, secret = office.accounts.add_key(client, session.user.login, per_minute, scopes)
    except NotAllowedError as error:
        return _keys(session, office, 422, problem=str(error), typed=typed)
    return _keys(session, office, secret=secret)


@router.post("/keys/{key_id}/revoke")
def revoke_key(key_id: Placed, session: Admin, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """Make a key useless from now on."""
    office.accounts.revoke_key(key_id, session.user.login)
    return _see("/desk/keys?said=key-revoked")


@router.get("/audit")
def audit_page(session: Admin, office: TheOffice, page: PageNumber = 1) -> Response:
    """Who did what and when, newest first."""
    entries = office.records.audit.find(AUDIT_PAGE + 1, (page - 1) * AUDIT_PAGE)
    return draw(
        "audit.html",
        session,
        entries=entries[:AUDIT_PAGE],
        more=len(entries) > AUDIT_PAGE,
        page=page,
        names=names_of(office),
    )


def _users(session: LoginSession, office: Office, status: int = 200, **more: Any) -> Response:
    shown = {"said": "", "problem": "", "typed": {}, **more}
    return draw("users.html", session, status=status, users=office.accounts.users(), **shown)


def _keys(session: LoginSession, office: Office, status: int = 200, **more: Any) -> Response:
    shown = {"said": "", "problem": "", "typed": {}, "secret": "", **more}
    shown |= {"keys": office.accounts.keys(), "names": names_of(office), "scopes": list(Scope)}
    return draw("keys.html", session, status=status, **shown)


def _see(address: str) -> Response:
    return RedirectResponse(address, status_code=303)

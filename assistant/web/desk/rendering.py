"""Templates -> pages, with the words, times and addresses that they all share."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant.records.values import LoginSession
from assistant.web.desk import wording
from assistant.web.desk.guarding import masked
from assistant.web.icons import icon
from assistant.web.page import LOOK

STATIC = Path(__file__).parent / "static"


def _digest() -> str:
    """Changes with the desk's own style and script, so that browsers may keep them for long."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.iterdir()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:10]


#: Where the desk's style and script are.
OWN_LOOK = f"/desk/look/{_digest()}"
#: Nothing of these pages is kept by a browser or a proxy: they show personal data.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def draw(
    template: str,
    session: LoginSession | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> HTMLResponse:
    """A whole page.

    Args:
        template: its file's name.
        session: who is signed in; None on the pages before the sign-in.
        status: the HTTP status.
        headers: more headers than all pages have.
        context: what the template shows.
    """
    html = environment().get_template(template).render(**_around(session), **context)
    return HTMLResponse(html, status_code=status, headers={**HEADERS, **(headers or {})})


def piece(template: str, **context: Any) -> str:
    """The HTML of a part of a page, to be put into one that is open."""
    return environment().get_template(template).render(**context)


@cache
def environment() -> Environment:
    """The templates. Whatever they are given is escaped; a name that is missing is an error."""
    found = Environment(
        loader=PackageLoader("assistant.web.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["moment"] = moment
    found.filters["day"] = day
    found.globals["icon"] = lambda name: Markup(icon(name))
    found.globals["say"] = wording
    found.globals["look"] = LOOK
    found.globals["own_look"] = OWN_LOOK
    return found


def moment(at: datetime | None) -> Markup:
    """A moment as people here write it."""
    if at is None:
        return Markup("–")
    local = at.astimezone(uk_time())
    return Markup('<time datetime="{}">{}</time>').format(
        at.astimezone(UTC).isoformat(timespec="seconds"), f"{local:%-d %b %Y, %H:%M}"
    )


def day(at: datetime) -> str:
    """The day of a moment, as date fields take it."""
    return f"{at.astimezone(uk_time()):%Y-%m-%d}"


@cache
def uk_time() -> tzinfo:
    """The time that pages show: UK time, or UTC on a machine that has no time zones."""
    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return UTC


def _around(session: LoginSession | None) -> dict[str, Any]:
    return {
        "user": session.user if session else None,
        "csrf": masked(session.csrf) if session else "",
    }

"""The pages /guides and /guides/ID: the guides themselves, where citations lead."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from assistant.guides.model import Guide, Span
from assistant.web import wording
from assistant.web.guide_html import guide_html, guide_list_html
from assistant.web.markup import escape

_STATIC = Path(__file__).parent / "static"

# The cited characters, as citations give them: /guides/ID?from=120&to=180
Start = Annotated[int, Query(alias="from", ge=0)]
End = Annotated[int, Query(alias="to", ge=0)]


def add_guide_pages(app: FastAPI, guides: Callable[[], Sequence[Guide]]) -> None:
    """Add the pages to the application, with the style that they share with the chat at /look.

    Args:
        app: the web application.
        guides: the guides that are ingested at the moment of the call.
    """
    app.mount("/look", StaticFiles(directory=_STATIC))

    def list_page() -> HTMLResponse:
        return HTMLResponse(page(wording.GUIDE_LIST, guide_list_html(guides())))

    def guide_page(guide_id: str, start: Start = 0, end: End = 0) -> HTMLResponse:
        known = {guide.id: guide for guide in guides()}
        guide = known.get(guide_id)
        if guide is None:
            body = (
                f'<p class="problem">{wording.NO_SUCH_GUIDE}</p>{guide_list_html(known.values())}'
            )
            return HTMLResponse(page(wording.GUIDE_LIST, body), status_code=404)
        cited = Span(start, max(start, end))
        return HTMLResponse(page(guide.title, guide_html(guide, cited)))

    app.add_api_route("/guides", list_page, methods=["GET"])
    app.add_api_route("/guides/{guide_id}", guide_page, methods=["GET"])


def page(title: str, body: str) -> str:
    """A whole HTML page of our own, beside the chat."""
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – {wording.TITLE}</title>"
        '<link rel="icon" href="/look/favicon.svg" type="image/svg+xml">'
        '<link rel="stylesheet" href="/look/tokens.css">'
        '<link rel="stylesheet" href="/look/guide.css">'
        '<script src="/look/guide.js"></script></head>'
        f'<body><header><a href="/">{wording.TITLE}</a> '
        f'<a href="/guides">{wording.GUIDE_LIST}</a></header>'
        f"<main>{body}</main></body></html>"
    )

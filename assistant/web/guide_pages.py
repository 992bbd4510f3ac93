"""The pages /guides and /guides/ID: the guides themselves, where citations lead."""

import datetime
from collections.abc import Callable, Collection, Sequence
from textwrap import shorten
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import HTMLResponse

from assistant.guides.model import Guide, Span
from assistant.versions import Versions
from assistant.web import wording
from assistant.web.guide_html import contents_html, guide_html
from assistant.web.icons import icon
from assistant.web.markup import escape
from assistant.web.page import page
from assistant.web.quoted import Quoted, Standing, locate

# What a citation's link carries: /guides/ID?from=120&to=180&v=0123456789ab&in=salary-ranges
Start = Annotated[str, Query(alias="from")]
End = Annotated[str, Query(alias="to")]
Section = Annotated[str, Query(alias="in")]

_MANY = 12  # guides from which on the list can be searched
_SUMMARY = 160  # characters of a guide's beginning that stand in for a summary

# Shown by its script: without scripts there is nothing that it could do.
_FINDER = (
    f'<search hidden><label for="find">{wording.FIND_GUIDE}</label>'
    f'<input id="find" type="search" autocomplete="off"><p id="found" role="status"'
    f' data-some="{wording.FOUND_SOME}" data-none="{wording.FOUND_NONE}"></p></search>'
)


def add_guide_pages(
    app: FastAPI, guides: Callable[[], Sequence[Guide]], versions: Versions | None = None
) -> None:
    """Add the pages to the application.

    Args:
        app: the web application.
        guides: the guides that are ingested at the moment of the call.
        versions: the texts that citations were taken from.
    """
    kept = versions or Versions()

    def list_page() -> HTMLResponse:
        listed = guides()
        script = "finder" if len(listed) > _MANY else ""
        body = _list(listed)
        return page(wording.GUIDE_LIST, body, sheet="guide", script=script, here="/guides")

    def guide_page(
        guide_id: str, start: Start = "", end: End = "", v: str = "", section: Section = ""
    ) -> HTMLResponse:
        known = {guide.id: guide for guide in guides()}
        guide = known.get(guide_id)
        if guide is None:
            body = _list(known.values(), wording.NO_SUCH_GUIDE)
            return page(wording.GUIDE_LIST, body, sheet="guide", status=404)
        quoted = locate(guide, Span(_place(start), _place(end)), v, kept)
        return page(guide.title, _guide(guide, quoted, section), sheet="guide", script="guide")

    app.add_api_route("/guides", list_page, methods=["GET"], include_in_schema=False)
    app.add_api_route("/guides/", list_page, methods=["GET"], include_in_schema=False)
    app.add_api_route("/guides/{guide_id}", guide_page, methods=["GET"], include_in_schema=False)


def _place(written: str) -> int:
    """A place in the text; 0 for what was damaged on the way, as a link in a letter may be."""
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def _guide(guide: Guide, quoted: Quoted, section: str) -> str:
    facts = " · ".join(escape(fact) for fact in (guide.sector, _day(guide.date)) if fact)
    return (
        f'<main id="main"><header class="opening"><p class="kind">{wording.ROLE_GUIDE}</p>'
        f'<h1>{escape(guide.title)}</h1><p class="facts">{facts}</p></header>'
        f"{_notice(guide, quoted, section)}"
        f'<div class="sheet">{contents_html(guide)}<article class="reading">'
        f"{guide_html(guide, quoted.span)}{_ask_about(guide)}</article></div></main>"
    )


def _day(date: str) -> str:
    """A date as people write it; one that is not of the form 2026-11-22 stays as it is."""
    try:
        return f"{datetime.date.fromisoformat(date):%-d %B %Y}"
    except ValueError:
        return date


def _notice(guide: Guide, quoted: Quoted, section: str) -> str:
    """What became of the quoted words, said above the guide."""
    match quoted.standing:
        case Standing.NONE:
            return ""
        case Standing.HERE:
            words, more = wording.QUOTED_HERE, _jump("cited", wording.GO_TO_QUOTE)
        case Standing.STILL:
            words, more = wording.QUOTED_STILL, _jump("cited", wording.GO_TO_QUOTE)
        case Standing.GONE:
            quote = f"<blockquote>{escape(quoted.then)}</blockquote>"
            words, more = wording.QUOTED_GONE, quote + _section_link(guide, section)
        case Standing.UNKNOWN:
            words, more = wording.QUOTED_UNKNOWN, _section_link(guide, section)
    anchor = "" if quoted.span.end else ' id="cited"'
    name = "info" if quoted.span.end else "changed"
    return (
        f'<div class="notice {name}"{anchor} role="note">{icon("info")}'
        f"<div><p>{words}</p>{more}</div></div>"
    )


def _section_link(guide: Guide, anchor: str) -> str:
    if anchor not in {section.anchor for section in guide.sections}:
        return ""
    return _jump(anchor, wording.SECTION_NOW)


def _jump(anchor: str, words: str) -> str:
    return f'<p><a href="#{escape(anchor)}">{words}</a></p>'


def _ask_about(guide: Guide) -> str:
    """The way back: a question about this guide, asked in the chat."""
    return (
        f'<section class="ask-about" aria-labelledby="ask-about"><h2 id="ask-about">'
        f"{wording.ASK_ABOUT}</h2><p>{wording.ASK_ABOUT_HOW}</p>"
        f'<p><a class="button" href="/?about={escape(guide.id)}">{icon("ask")}'
        f"{escape(wording.ASK_ABOUT_ROLE.format(role=guide.role))}</a></p></section>"
    )


def _list(guides: Collection[Guide], problem: str = "") -> str:
    items = "".join(
        f'<li><h2><a href="/guides/{escape(guide.id)}">{escape(guide.title)}</a></h2>'
        f"<p>{escape(_summary(guide))}</p></li>"
        for guide in guides
    )
    finder = _FINDER if len(guides) > _MANY and not problem else ""
    said = f'<p class="problem">{icon("info")}{problem}</p>' if problem else ""
    listed = f'<ul class="guide-list">{items}</ul>' if items else f"<p>{wording.NO_GUIDES}</p>"
    return (
        f'<main id="main"><header class="opening"><h1>{wording.GUIDE_LIST}</h1>'
        f"<p>{wording.GUIDE_LIST_HOW}</p></header>{finder}{said}{listed}</main>"
    )


def _summary(guide: Guide) -> str:
    """What a guide says of itself; else how it begins."""
    first = next((block.text(guide.source_text) for block in guide.blocks), "")
    return guide.summary or shorten(first, _SUMMARY, placeholder="…")

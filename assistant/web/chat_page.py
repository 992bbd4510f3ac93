"""The page at "/": the chat as a visitor finds it, whole before any script has run.

Beside it /print, where a conversation is laid out for paper from what this browser keeps, and
/here, which the page asks whether the server is back.
"""

import json
from collections.abc import Sequence
from importlib.resources import files
from string import Template

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from assistant.guides.model import Guide
from assistant.web import wording
from assistant.web.examples import example_questions
from assistant.web.icons import icon
from assistant.web.markup import escape
from assistant.web.page import page
from assistant.web.render import asks_html
from assistant.web.site import Site
from assistant.web.spoken import SPOKEN

_MOST_LISTED = 8  # guides; more are folded
_ICONS = ("new", "list", "no", "ask", "stop", "copy", "again", "edit", "yes")


def add_chat_page(app: FastAPI, site: Site) -> None:
    """Add the pages to the application."""

    def chat(about: str = "") -> HTMLResponse:
        return page(wording.TITLE, _chat(site, about), sheet="chat", script="chat", here="/")

    def printed() -> HTMLResponse:
        body = f'<main id="main"><article id="sheet"></article></main>{_words(site)}'
        return page(wording.PRINTED, body, sheet="chat print", script="print")

    def here() -> Response:
        return Response(status_code=204, headers={"Cache-Control": "no-store"})

    app.add_api_route("/", chat, methods=["GET"], include_in_schema=False)
    app.add_api_route("/print", printed, methods=["GET"], include_in_schema=False)
    app.add_api_route("/here", here, methods=["GET"], include_in_schema=False)


def _chat(site: Site, about: str) -> str:
    return Template(
        files("assistant.web").joinpath("templates/chat.html").read_text("utf-8")
    ).substitute(
        {f"icon_{name}": icon(name) for name in _ICONS},
        welcome=welcome_html(site.guides(), about),
        conversations=wording.CONVERSATIONS,
        kept_words=wording.KEPT_HERE if site.conversations is None else wording.KEPT_THERE,
        question=wording.QUESTION,
        placeholder=wording.PLACEHOLDER,
        send=wording.SEND,
        no_script=wording.NO_SCRIPT,
        guide_list=wording.GUIDE_LIST,
        words=_json(site),
    )


def welcome_html(guides: Sequence[Guide], about: str = "") -> str:
    """What stands there before the first question: what it can do, what it can't, where to start.

    Args:
        guides: those that are ingested.
        about: id of the guide that the visitor comes from; empty if from none.
    """
    if not guides:
        problem = f'<p class="problem" role="alert">{wording.NO_GUIDES}</p>'
        return f'<section class="welcome"><h1>{wording.TITLE}</h1>{problem}</section>'
    chosen = next((guide for guide in guides if guide.id == about), None)
    heading = wording.WELCOME_ABOUT.format(role=chosen.role) if chosen else wording.WELCOME
    prefix = f' data-begin="{escape(chosen.role)}: "' if chosen else ""
    examples = example_questions([chosen], named=True) if chosen else example_questions(guides)
    listed = "".join(
        f'<li><a href="/guides/{escape(guide.id)}">{icon("guide")}{escape(guide.title)}</a></li>'
        for guide in guides
    )
    if len(guides) > _MOST_LISTED:
        summary = wording.ALL_GUIDES.format(count=len(guides))
        known = f"<details><summary>{summary}</summary><ul>{listed}</ul></details>"
    else:
        known = f"<ul>{listed}</ul>"
    return (
        f'<section class="welcome"{prefix}><h1>{escape(heading)}</h1>'
        f'<p class="lead">{wording.CAN}</p><p>{wording.CANNOT}</p>'
        f'<p id="carry-on" hidden><button type="button" class="button"></button></p>'
        f"{asks_html(wording.EXAMPLES, examples, level=2)}"
        f'<section class="known"><h2>{wording.GUIDES}</h2>{known}</section></section>'
    )


def _words(site: Site) -> str:
    return f'<script type="application/json" id="words">{_json(site)}</script>'


def _json(site: Site) -> str:
    """The scripts' words as data that can't end its own element."""
    told = {**SPOKEN, "feedback": site.feedback is not None}
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")

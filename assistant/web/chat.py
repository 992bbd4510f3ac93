"""The chat page: what a visitor does there and what comes back, put together with Gradio."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import gradio as gr
from fastapi import FastAPI

from assistant.answer import Conversation
from assistant.guides.model import Guide
from assistant.pipeline import AnswerEvent
from assistant.web import wording
from assistant.web.examples import example_questions
from assistant.web.render import (
    answer_html,
    conversation_html,
    problem_html,
    turn_html,
    waiting_html,
    welcome_html,
)

LIMIT = 8000  # characters of one question: a long e-mail, not a book
PACE = 0.05  # seconds between two drawings of a growing answer
AT_ONCE = 16  # answers made at the same time; the rest wait their turn
_STATIC = Path(__file__).parent / "static"
_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Arial", "sans-serif"]
# No spinner over words that can be read, and no entry in a public API.
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

Update = dict[Any, Any]


class Answerer(Protocol):
    """What the chat needs of the assistant."""

    def stream(
        self, question: str, conversation: Conversation | None = None
    ) -> Iterator[AnswerEvent]:
        """The answer as it grows; the last event carries the whole Answer."""
        ...


def problem_with(question: str) -> str:
    """What keeps this text from being asked, in words for its writer; empty if nothing does."""
    if not question:
        return wording.EMPTY
    if len(question) > LIMIT:
        return wording.TOO_LONG.format(length=len(question), limit=LIMIT)
    if not any(character.isalnum() for character in question):
        return wording.NO_WORDS
    return ""


def mount_chat(app: FastAPI, assistant: Answerer, guides: Callable[[], Sequence[Guide]]) -> FastAPI:
    """The application with the chat at "/"; routes that it already has come first.

    Args:
        app: where the chat is mounted.
        assistant: who answers.
        guides: the guides that are ingested at the moment of the call; empty if there are none.
    """
    blocks = build_chat(assistant, guides)
    blocks.queue(default_concurrency_limit=AT_ONCE, api_open=False)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        favicon_path=str(_STATIC / "favicon.svg"),
        ssr_mode=False,
        theme=gr.themes.Base(font=_FONTS, font_mono=["ui-monospace", "monospace"]),
        css_paths=[_STATIC / "tokens.css", _STATIC / "chat.css"],
    )
    return mounted


def build_chat(assistant: Answerer, guides: Callable[[], Sequence[Guide]]) -> gr.Blocks:
    """The page: head, conversation, question box."""

    def welcome() -> str:
        known = guides()
        return welcome_html({guide.id: guide.title for guide in known}, example_questions(known))

    blocks = gr.Blocks(title=wording.TITLE, analytics_enabled=False)
    with blocks:
        conversation = gr.State(Conversation())
        gr.HTML(_masthead(), apply_default_css=False, js_on_load=None)
        # The introduction hides itself when there are turns (chat.css). The newest turn is apart
        # from those before it, so that a growing answer redraws itself alone.
        intro, past, live = _part("intro", welcome()), _part("past"), _part("live")
        with gr.Column(elem_id="composer"):
            problem = gr.HTML("", elem_id="problem", apply_default_css=False, js_on_load=None)
            with gr.Row(equal_height=True):
                box = _question_box()
                send = gr.Button("Ask", elem_id="send", variant="primary", scale=0)
            again = gr.Button("New conversation", elem_id="again", visible=False)

        def respond(typed: str, turns: Conversation, event: gr.EventData) -> Iterator[Update]:
            question = _asked(typed, event)
            trouble = problem_with(question)
            if trouble:
                yield {problem: problem_html(trouble)}
                return
            yield {past: conversation_html(turns.turns), box: "", problem: ""}
            for drawn, whole in replies(assistant, question, turns):
                done = {conversation: whole, again: gr.update(visible=True)} if whole else {}
                yield {live: drawn, **done}

        gr.on(
            [box.submit, send.click, intro.submit, live.submit, past.submit],
            respond,
            [box, conversation],
            [past, live, box, problem, conversation, again],
            trigger_mode="once",
            **_QUIET,
        )
        # A visitor finds the guides of now, not those of when the page was made.
        blocks.load(welcome, None, intro, **_QUIET)
        again.click(
            lambda: (Conversation(), "", "", gr.update(visible=False)),
            None,
            [conversation, past, live, again],
            **_QUIET,
        )
    return blocks


def replies(
    assistant: Answerer, question: str, turns: Conversation
) -> Iterator[tuple[str, Conversation | None]]:
    """The newest turn as it grows: its HTML, and with the last the conversation that it makes."""
    number = len(turns.turns) + 1
    yield turn_html(number, question, waiting_html()), None
    for event in _paced(assistant.stream(question, turns)):
        if event.answer is None:
            yield turn_html(number, question, waiting_html(event.text)), None
        else:
            whole = turn_html(number, question, answer_html(number, event.answer))
            yield whole, turns.then(question, event.answer)


def _part(name: str, value: str = "") -> gr.HTML:
    """A part of the conversation, alive with chat.js."""
    script = (_STATIC / "chat.js").read_text(encoding="utf-8")
    return gr.HTML(value, elem_id=name, apply_default_css=False, js_on_load=script)


def _question_box() -> gr.Textbox:
    return gr.Textbox(
        elem_id="box",
        label="Your question",
        show_label=False,
        container=False,
        lines=1,
        max_lines=8,
        placeholder=wording.PLACEHOLDER,
        scale=1,
    )


def _masthead() -> str:
    return (
        '<header class="masthead"><img src="/favicon.ico" alt="" width="44" height="44">'
        f"<div><h1>{wording.TITLE}</h1><p>{wording.TAGLINE}</p></div></header>"
    )


def _asked(typed: str, event: gr.EventData) -> str:
    """The question: that of the button that was pressed, or what stands in the box."""
    data = event._data
    chosen = data.get("question") if isinstance(data, dict) else None
    return (chosen if isinstance(chosen, str) else typed or "").strip()


def _paced(events: Iterator[AnswerEvent]) -> Iterator[AnswerEvent]:
    """The events that are worth drawing: not more often than the eye sees, and always the last."""
    drawn = 0.0
    for event in events:
        now = time.monotonic()
        if event.answer is not None or now - drawn >= PACE:
            drawn = now
            yield event

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
_FONTS = [
    "system-ui",
    "-apple-system",
    "Segoe UI",
    "Roboto",
    "Helvetica Neue",
    "Arial",
    "sans-serif",
]

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
    script = (_STATIC / "chat.js").read_text(encoding="utf-8")

    def welcome() -> str:
        known = guides()
        return welcome_html({guide.id: guide.title for guide in known}, example_questions(known))

    blocks = gr.Blocks(title=wording.TITLE, analytics_enabled=False)
    with blocks:
        conversation = gr.State(Conversation())
        gr.HTML(_masthead(), apply_default_css=False, js_on_load=None)
        past = gr.HTML("", elem_id="past", apply_default_css=False, js_on_load=script)
        live = gr.HTML(welcome(), elem_id="live", apply_default_css=False, js_on_load=script)
        with gr.Column(elem_id="composer"):
            problem = gr.HTML("", elem_id="problem", apply_default_css=False, js_on_load=None)
            with gr.Row(equal_height=True):
                box = gr.Textbox(
                    elem_id="box",
                    label="Your question",
                    show_label=False,
                    container=False,
                    lines=1,
                    max_lines=8,
                    placeholder=wording.PLACEHOLDER,
                    scale=1,
                )
                send = gr.Button("Ask", elem_id="send", variant="primary", scale=0)
            again = gr.Button("New conversation", elem_id="again", visible=False)

        def respond(typed: str, turns: Conversation, event: gr.EventData) -> Iterator[Update]:
            question = _asked(typed, event)
            trouble = problem_with(question)
            if trouble:
                yield {problem: problem_html(trouble)}
                return
            number = len(turns.turns) + 1
            yield {
                past: conversation_html(turns.turns),
                live: turn_html(number, question, waiting_html()),
                box: "",
                problem: "",
            }
            for event_ in _paced(assistant.stream(question, turns)):
                if event_.answer is None:
                    yield {live: turn_html(number, question, waiting_html(event_.text))}
                else:
                    whole = turn_html(number, question, answer_html(number, event_.answer))
                    yield {
                        live: whole,
                        conversation: turns.then(question, event_.answer),
                        again: gr.update(visible=True),
                    }

        gr.on(
            [box.submit, send.click, live.submit, past.submit],
            respond,
            [box, conversation],
            [past, live, box, problem, conversation, again],
            show_progress="hidden",
            trigger_mode="once",
            api_visibility="private",
        )
        # A visitor finds the guides of now, not those of when the page was made.
        blocks.load(welcome, None, live, show_progress="hidden", api_visibility="private")
        again.click(
            lambda: (Conversation(), "", welcome(), gr.update(visible=False)),
            None,
            [conversation, past, live, again],
            show_progress="hidden",
            api_visibility="private",
        )
    return blocks


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

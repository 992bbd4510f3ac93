"""The chat's engine: Gradio queues the questions and streams the answers to our own page.

Gradio's page is not shown: the page at "/" is chat_page.py, which asks here.
"""

from collections.abc import Iterator
from typing import Any

import gradio as gr
from fastapi import FastAPI

from assistant.web.asking import Asking

AT_ONCE = 16  # answers made at the same time; the rest wait their turn
MOST_WAITING = 200  # beyond these a visitor is told to come back


def mount_chat(app: FastAPI, asking: Asking) -> FastAPI:
    """The application with Gradio's queue; routes that it already has come first.

    A question is posted to /gradio_api/call/ask and its answer read from
    /gradio_api/call/ask/EVENT as a stream; gradio_client calls it as "/ask".
    """

    def ask(
        request: gr.Request,
        question: str,
        turns: list[dict[str, Any]],
        place: str,
        kept: str,
    ) -> Iterator[dict[str, Any]]:
        visitor = request.client.host if request.client else ""
        yield from asking.replies(question, turns or [], place, kept, visitor)

    with gr.Blocks(analytics_enabled=False) as blocks:
        gr.events.api(ask, api_name="ask", concurrency_limit=AT_ONCE, queue=True)
    blocks.queue(max_size=MOST_WAITING, api_open=False)
    mounted: FastAPI = gr.mount_gradio_app(
        app, blocks, path="/", footer_links=[], ssr_mode=False, show_error=False
    )
    return mounted

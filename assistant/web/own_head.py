"""The head of the chat page. Gradio's own says "Gradio" to link previews and robots."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web import wording
from assistant.web.markup import escape

_ADVERTISING = re.compile(r"<meta\s[^>]*(?:og:|twitter:)[^>]*>\s*")
_DESCRIPTION = f'<meta name="description" content="{escape(wording.TAGLINE)}">'
_NO_SCRIPT = (
    f'<noscript><p>{wording.NO_SCRIPT} <a href="/guides">{wording.GUIDE_LIST}</a></p></noscript>'
)


def own_head(html: str) -> str:
    """Gradio's page with our description, without its advertising, of use without scripts."""
    plain = _ADVERTISING.sub("", html).replace('lang="en"', 'lang="en-GB"', 1)
    described = plain.replace("</head>", _DESCRIPTION + "</head>", 1)
    return re.sub(r"(<body[^>]*>)", lambda body: body[1] + _NO_SCRIPT, described, count=1)


class OwnHead:
    """Middleware that gives the page at "/" its own head; all else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        # A compressed body couldn't be rewritten.
        kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "headers": kept}, receive, _Rewriting(send).send)


class _Rewriting:
    """Holds an HTML response back until it is whole, then sends it rewritten."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if "text/html" in Headers(raw=message["headers"]).get("content-type", ""):
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            body = own_head(self._body.decode()).encode()
            MutableHeaders(raw=self._start["headers"])["content-length"] = str(len(body))
            await self._send(self._start)
            message = {"type": "http.response.body", "body": body}
        await self._send(message)

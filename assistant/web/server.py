"""From a listening socket to a served page.

The socket is opened first and the large packages are imported after it: a busy port is told at
once, and a browser that comes early waits instead of being refused.
"""

import errno
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.errors import SettingsError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.web.api import ApiParts
    from assistant.web.asking import Answerer
    from assistant.web.desk.office import Office
    from assistant.web.site import Site


def open_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on ``host`` and ``port`` (0: any free port).

    Raises:
        SettingsError: the port is taken or not allowed, or the host is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise SettingsError(_why(error, host, port)) from error


def address(listening: socket.socket) -> str:
    """Where a browser on this machine finds the page."""
    host, port = listening.getsockname()[:2]
    if host in {"0.0.0.0", "::"}:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def make_app(
    assistant: "Answerer",
    site: "Site",
    office: "Office | None" = None,
    api: "ApiParts | None" = None,
) -> "FastAPI":
    """The web application: the pages of our own, and the chat's engine.

    Args:
        assistant: who answers.
        site: the guides, and what else the pages are made with.
        office: what the desk of support staff works with; None leaves the desk out.
        api: what the API and the MCP tools stand on; None leaves both out.
    """
    from fastapi import FastAPI
    from starlette.middleware.gzip import GZipMiddleware

    from assistant.web.asking import Asking
    from assistant.web.chat import mount_chat
    from assistant.web.chat_page import add_chat_page
    from assistant.web.feedback import add_feedback
    from assistant.web.guide_pages import add_guide_pages
    from assistant.web.missing import add_missing_page
    from assistant.web.page import add_look

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    add_look(app)
    add_chat_page(app, site)
    add_guide_pages(app, site.guides, site.versions)
    add_feedback(app, site)
    if office is not None:
        from assistant.web.desk.mounting import add_desk

        add_desk(app, office)
    if api is not None:
        from assistant.web.api import add_api

        add_api(app, api)
    mounted = mount_chat(app, Asking(assistant, site))
    add_missing_page(mounted)
    return mounted


def serve(app: "FastAPI", listening: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until the process is told to stop. ``ready`` is called when requests are answered."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
    Server(config).run(sockets=[listening])


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is in use. Stop what uses it, or choose another: "
            f"--port {port + 1 if port < 65535 else port - 1}, or CAREERS_PORT."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is not allowed to you. Choose one above 1023: --port or CAREERS_PORT."
    reason = error.strerror or str(error)
    return f"Can't listen on {host}:{port} ({reason}). Choose another --host or --port."

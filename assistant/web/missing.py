"""What a browser is shown at an address where there is nothing."""

from fastapi import FastAPI, HTTPException, Request
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import Response
from starlette.routing import Mount

from assistant.web import wording
from assistant.web.page import page


def add_missing_page(app: FastAPI) -> None:
    """Show a page of our own to whoever reads pages, also where the chat's engine looks last."""
    engines = [route.app for route in app.routes if isinstance(route, Mount) and not route.path]
    for each in (app, *engines):
        if isinstance(each, FastAPI):
            each.add_exception_handler(404, _missing)


async def _missing(request: Request, error: Exception) -> Response:
    if "text/html" in request.headers.get("accept", ""):
        return page(wording.MISSING, _body(), sheet="guide", status=404)
    told = error if isinstance(error, HTTPException) else HTTPException(404)
    return await http_exception_handler(request, told)


def _body() -> str:
    return (
        f'<main id="main"><header class="opening"><h1>{wording.MISSING}</h1>'
        f"<p>{wording.MISSING_WHY}</p></header>"
        f'<p><a class="button" href="/">{wording.MISSING_ASK}</a></p></main>'
    )

"""The shell of every page of our own: head, header and footer, and the files that they need.

A page may load from this server alone, and run no script but the files here: its policy says so.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

from assistant.web import wording
from assistant.web.markup import escape

STATIC = Path(__file__).parent / "static"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_IMPORT = re.compile(r"from \"\./([\w-]+)\.js\"")
_A_YEAR = "public, max-age=31536000, immutable"


def _look() -> str:
    """Where the files are: the address changes with their content, so they may be kept for long."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return f"/look/{digest.hexdigest()[:10]}"


LOOK = _look()


class _Kept(StaticFiles):
    """Static files that a browser keeps for a year: their address changes when they do."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or what says that there is none."""
        response = await super().get_response(path, scope)
        if response.status_code < 300:
            response.headers["Cache-Control"] = _A_YEAR
        return response


def add_look(app: FastAPI) -> None:
    """Serve the styles, scripts, typefaces and pictures of the pages."""
    app.mount(LOOK, _Kept(directory=STATIC))
    app.add_api_route("/favicon.ico", _icon, methods=["GET"], include_in_schema=False)
    app.add_api_route("/manifest.json", _manifest, methods=["GET"], include_in_schema=False)


def _icon() -> FileResponse:
    return FileResponse(STATIC / "favicon.svg", media_type="image/svg+xml")


def _manifest() -> JSONResponse:
    """What a browser may ask without being told of it; else the chat's engine would answer."""
    icons = [{"src": f"{LOOK}/favicon.svg", "sizes": "any", "type": "image/svg+xml"}]
    return JSONResponse({"name": wording.TITLE, "start_url": "/", "icons": icons})


def page(
    title: str,
    body: str,
    *,
    sheet: str,
    script: str = "",
    here: str = "",
    status: int = 200,
) -> HTMLResponse:
    """A whole page.

    Args:
        title: of this page; the product's name is added to it.
        body: its HTML, with a main element.
        sheet: the style sheets beside the common one, without their endings, parted by a blank.
        script: the script module, without its ending; empty for a page without one.
        here: the address among those of the header that is this page's own.
        status: the HTTP status.
    """
    full = title if title == wording.TITLE else f"{title} – {wording.TITLE}"
    sheets = "".join(_sheet(name) for name in ("common", *sheet.split()))
    html = (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(full)}</title><meta name="description" content="{wording.TAGLINE}">'
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="{LOOK}/favicon.svg" type="image/svg+xml">'
        f"{_font('newsreader')}{_font('figtree')}"
        f"{sheets}{_modules(script) if script else ''}</head>"
        f'<body class="{sheet}">{_header(here)}{body}{_footer()}</body></html>'
    )
    return HTMLResponse(html, status_code=status, headers=_HEADERS)


def _sheet(name: str) -> str:
    return f'<link rel="stylesheet" href="{LOOK}/{name}.css">'


@cache
def _modules(script: str) -> str:
    """A script and, so that they are fetched side by side, all that it imports."""
    names, waiting = [], [script]
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.append(name)
            waiting += _IMPORT.findall((STATIC / f"{name}.js").read_text("utf-8"))
    early = "".join(f'<link rel="modulepreload" href="{LOOK}/{name}.js">' for name in names[1:])
    return f'{early}<script type="module" src="{LOOK}/{script}.js"></script>'


def _font(name: str) -> str:
    return (
        f'<link rel="preload" href="{LOOK}/fonts/{name}.woff2" as="font" type="font/woff2"'
        " crossorigin>"
    )


def _header(here: str) -> str:
    links = "".join(
        f'<li><a href="{address}"{_current(address == here)}>{words}</a></li>'
        for address, words in (("/", wording.ASK), ("/guides", wording.GUIDE_LIST))
    )
    return (
        f'<a class="skip" href="#main">{wording.SKIP}</a>'
        f'<header class="top"><a class="brand" href="/"><img src="{LOOK}/favicon.svg" alt=""'
        f' width="36" height="36"><span>{wording.BRAND}</span></a>'
        f'<nav aria-label="{wording.PAGES}"><ul>{links}</ul></nav></header>'
    )


def _current(is_here: bool) -> str:
    return ' aria-current="page"' if is_here else ""


def _footer() -> str:
    return f'<footer class="bottom"><p>{wording.FOOTER}</p></footer>'

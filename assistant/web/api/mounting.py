"""The API as an application of its own, and its place and that of the MCP tools in the whole."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse
from fastapi.security import HTTPBearer

from assistant.mcp_server import guides_server
from assistant.records.values import Scope
from assistant.web.api.asking import asking
from assistant.web.api.document import document_of
from assistant.web.api.enquiries import enquiries
from assistant.web.api.feedback import feedback
from assistant.web.api.guard import BodyLimit, Guard, opened_by
from assistant.web.api.guides import guides
from assistant.web.api.health import health
from assistant.web.api.mcp_tools import add_mcp
from assistant.web.api.page import document_page
from assistant.web.api.parts import ApiParts
from assistant.web.api.problems import tell_problems
from assistant.web.api.rates import Rates

__all__ = ["ApiParts", "add_api", "make_api"]

PREFIX = "/api/v1"
FREE = ("/health", "/openapi.json", "/docs")
LARGEST_BODY = 4_000_000  # bytes: the longest conversation, in most scripts
_BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="key",
    description="A client's key, from `careers keys add CLIENT`.",
)


def add_api(app: FastAPI, parts: ApiParts) -> None:
    """Add the API under /api/v1 and the MCP tools at /mcp; the same keys and limits hold."""
    rates = Rates()
    app.mount(PREFIX, make_api(parts, rates))
    add_mcp(app, guides_server(parts.assistant, parts.base_url), parts.accounts, rates)


def make_api(parts: ApiParts, rates: Rates) -> FastAPI:
    """The API as an application, to be mounted at ``PREFIX``."""
    api = FastAPI(
        title="Careers assistant API",
        version=_version(),
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        root_path_in_servers=False,
    )
    api.add_middleware(BodyLimit, largest=LARGEST_BODY)
    api.add_middleware(Guard, check=parts.accounts.check_key, rates=rates, free=FREE)
    tell_problems(api)
    asks = [Depends(_BEARER), Depends(opened_by(Scope.ASK))]
    api.include_router(asking(parts), dependencies=asks)
    api.include_router(guides(parts), dependencies=asks)
    own = [Depends(_BEARER), Depends(opened_by(Scope.ENQUIRIES))]
    api.include_router(enquiries(parts), dependencies=own)
    api.include_router(feedback(parts), dependencies=asks)
    api.include_router(health(parts, _version()))

    @cache
    def document() -> dict[str, object]:
        # On the first request: making it takes a tenth of a second, and few starts need it.
        return document_of(api, PREFIX)

    def get_document() -> dict[str, object]:
        return document()

    def get_page() -> HTMLResponse:
        return document_page(document())

    api.add_api_route("/openapi.json", get_document, include_in_schema=False)
    api.add_api_route("/docs", get_page, include_in_schema=False)
    return api


def _version() -> str:
    try:
        return version("careers-assistant")
    except PackageNotFoundError:
        return "0"

"""The MCP tools at /mcp of a web application, for keys that may ask."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.routing import Route

from assistant.accounts import Accounts
from assistant.mcp_server import MCPServer, http_app
from assistant.records.values import Scope
from assistant.web.api.guard import Guard, SameOrigin
from assistant.web.api.rates import Rates


def add_mcp(app: FastAPI, server: MCPServer, accounts: Accounts, rates: Rates) -> None:
    """Add the tools over streamable HTTP; they live and end with the application.

    Args:
        app: the web application.
        server: the tools.
        accounts: whose keys open them.
        rates: counts the requests of each key.
    """
    tools = http_app(server)
    guarded = Guard(tools, accounts.check_key, rates, scope=Scope.ASK)
    app.router.routes.append(Route("/mcp", SameOrigin(guarded)))
    outer = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(whole: FastAPI) -> AsyncIterator[Mapping[str, Any]]:
        async with tools.router.lifespan_context(tools), outer(whole) as state:
            yield state or {}

    app.router.lifespan_context = lifespan

"""``careers mcp``: the guides as tools for other assistants, by the Model Context Protocol."""

import argparse
import sys
from collections.abc import Sequence

from assistant.commands.opening import (
    add_index_option,
    add_records_option,
    open_assistant,
    open_records,
)
from assistant.settings import load_settings

PORT = 7861


def main(argv: Sequence[str]) -> int:
    """Serve until the client goes or the person stops it."""
    parser = _parser()
    options = parser.parse_args(argv)
    if not options.http and (options.host or options.port or options.database):
        parser.error("--host, --port and --database go with --http")
    return _serve_http(options) if options.http else _serve_stdio(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "careers mcp",
        description="Offer the guides to other assistants as tools of the Model Context Protocol: "
        "over standard input and output, or over HTTP at /mcp. Over HTTP a client needs a key, see "
        "careers keys.",
    )
    parser.add_argument("--http", action="store_true", help="serve over streamable HTTP")
    parser.add_argument("--host", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help=f"port to listen on (default: {PORT})")
    add_records_option(parser)
    add_index_option(parser)
    return parser


def _serve_stdio(options: argparse.Namespace) -> int:
    # Slow to load, and needed by nobody else.
    import anyio

    from assistant.mcp_server import guides_server

    server = guides_server(open_assistant(options.index), load_settings().public_url)
    anyio.run(server.run_stdio_async)
    return 0


def _serve_http(options: argparse.Namespace) -> int:
    from fastapi import FastAPI

    from assistant.accounts import Accounts
    from assistant.mcp_server import guides_server
    from assistant.web.api.mcp_tools import add_mcp
    from assistant.web.api.rates import Rates
    from assistant.web.server import address, open_socket, serve

    host = options.host or "127.0.0.1"
    port = PORT if options.port is None else options.port
    with open_socket(host, port) as listening, open_records(options.database) as records:
        app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
        server = guides_server(open_assistant(options.index), load_settings().public_url)
        add_mcp(app, server, Accounts(records), Rates())
        where = address(listening)
        serve(app, listening, lambda: print(f"MCP tools at {where}/mcp", file=sys.stderr))
    return 0

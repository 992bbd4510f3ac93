"""The guides as tools of the Model Context Protocol, for other assistants.

::

    server = guides_server(assistant, base_url)   # ask_careers_guides, search_guides
    anyio.run(server.run_stdio_async)             # over standard input and output
    app = http_app(server)                        # over streamable HTTP, at "/mcp" of the app

Over HTTP whoever mounts the app guards it: the tools themselves ask for no key.
"""

from assistant.mcp_server.server import MCPServer, guides_server, http_app

__all__ = ["MCPServer", "guides_server", "http_app"]

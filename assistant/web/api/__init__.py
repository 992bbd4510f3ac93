"""The HTTP API under /api/v1, and the MCP tools at /mcp, for other programs.

::

    add_api(app, ApiParts(assistant, records, accounts, desk))

Every call but the health, the document and its page needs a key (``careers keys add``), sent as
``Authorization: Bearer``; ``guard`` looks at it before anything else is read. Whatever goes wrong
is told as application/problem+json with what to do (``problems``). The pydantic models in
``shapes`` and in ``assistant.published`` are the schema; the document at /api/v1/openapi.json and
the page at /api/v1/docs are made of them.
"""

from assistant.web.api.mounting import ApiParts, add_api

__all__ = ["ApiParts", "add_api"]

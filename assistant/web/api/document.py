"""The OpenAPI document: what FastAPI reads from the routes, and what it can't know."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from assistant.web.api.examples import Schemas, example_of
from assistant.web.api.problems import (
    BROKEN,
    CHANGED,
    CLOSED,
    INVALID,
    MEDIA_TYPE,
    NO_KEY,
    NOT_ALLOWED,
    NOT_FOUND,
    TOO_LARGE,
    TOO_MANY,
    UNAVAILABLE,
    Kind,
    Problem,
)
from assistant.web.api.shapes import TextSoFar

_DESCRIPTION = """\
Answers candidates' questions about roles in health and life sciences from the service's own role
guides, each claim with an exact quote, and takes enquiries in for support staff.

**Keys.** `careers keys add CLIENT` makes a key; it is shown once. Send it as
`Authorization: Bearer KEY`. `--scope ask` opens asking, searching, the guides and feedback;
`--scope enquiries` opens the enquiries that the client itself brought in.

**Limits.** Each key may make so many requests in a minute; `RateLimit-Policy` and `RateLimit` tell
how many, and what is left. Beyond it the answer is 429 with `Retry-After`. A body may have
4,000,000 bytes.

**Problems.** Whatever goes wrong is told as `application/problem+json`: `type` names the kind and
stays the same, `detail` says what to do, `errors` names the fields.

**Addresses** such as `/guides/backend-engineer` are of this server. Web pages of other sites can't
call the API: a key has no place in a page.
"""
_TAGS = (
    ("Asking", "Answers and passages from the guides. Keys with the scope `ask`."),
    ("Guides", "The guides themselves. Keys with the scope `ask`."),
    ("Enquiries", "Messages to support staff. Keys with the scope `enquiries`."),
    ("Feedback", "What people say of answers. Keys with the scope `ask`."),
    ("Health", "Whether the service is ready. No key."),
)
_STREAM = (
    'event: text\ndata: {"text": "The load varies widely. [1]"}\n\n'
    'event: answer\ndata: {"question": "…", "status": "answered", "text": "…"}\n\n'
)
_RATE_HEADERS = {
    "RateLimit-Policy": 'How many requests a key may make: `"minute";q=60;w=60`.',
    "RateLimit": 'What is left of it, and in how many seconds more: `"minute";r=59;t=60`.',
}
_CHANGES = ("post", "put")


def document_of(api: FastAPI, prefix: str) -> dict[str, Any]:
    """The OpenAPI document of the API.

    Args:
        api: the application with all its routes.
        prefix: where it is mounted.
    """
    document = get_openapi(
        title=api.title,
        version=api.version,
        summary="Ask the role guides, and bring enquiries in.",
        description=_DESCRIPTION,
        routes=api.routes,
        tags=[{"name": name, "description": said} for name, said in _TAGS],
        servers=[{"url": prefix}],
        license_info={"name": "Apache 2.0", "identifier": "Apache-2.0"},
    )
    schemas = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas |= {"Problem": problem, "TextSoFar": TextSoFar.model_json_schema()}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            _complete(operation, method, path, schemas)
    return document


def _complete(operation: dict[str, Any], method: str, path: str, schemas: Schemas) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    _show_examples(operation, schemas)
    kinds = [BROKEN]
    if "security" in operation:
        for status in [status for status in responses if status.startswith("2")]:
            headers = responses[status].setdefault("headers", {})
            headers |= {name: _header(said) for name, said in _RATE_HEADERS.items()}
        kinds += _keyed_kinds(method, path)
    if path == "/ask/stream":
        # Before OpenAPI 3.2 the schema of a stream is that of each of its events.
        events = [_event("text", "TextSoFar"), _event("answer", "Answer")]
        streamed = {"schema": {"oneOf": events}, "example": _STREAM}
        responses["200"]["content"] = {"text/event-stream": streamed}
        responses["200"]["description"] = "Events named text, and at last one named answer"
    for kind in sorted(kinds, key=lambda kind: kind.status):
        _tell(responses, kind)


def _show_examples(operation: dict[str, Any], schemas: Schemas) -> None:
    """An example of the body and of each good response, made of those of their fields."""
    bodies = [operation.get("requestBody", {})]
    bodies += [told for status, told in operation["responses"].items() if status < "300"]
    for body in bodies:
        for content in body.get("content", {}).values():
            if content.get("schema"):
                content["example"] = example_of(content["schema"], schemas)


def _keyed_kinds(method: str, path: str) -> list[Kind]:
    """What can go wrong with a call that needs a key."""
    kinds = [NO_KEY, CLOSED, TOO_MANY]
    if method in _CHANGES:
        kinds += [TOO_LARGE]
    if method in _CHANGES or "{" in path or path == "/enquiries":
        kinds += [INVALID]
    if "{" in path:
        kinds += [NOT_FOUND]
    if path == "/enquiries" and method == "post":
        kinds += [NOT_ALLOWED]
    if path.endswith("/state") and method == "put":
        kinds += [NOT_ALLOWED, CHANGED]
    if not path.startswith("/feedback"):
        kinds += [UNAVAILABLE]
    return kinds


def _tell(responses: dict[str, Any], kind: Kind) -> None:
    told = responses.setdefault(str(kind.status), {"description": ""})
    told["description"] = " / ".join(filter(None, (told["description"], kind.title)))
    example = {
        "type": kind.type,
        "title": kind.title,
        "status": kind.status,
        "detail": kind.meaning,
        "errors": [],
    }
    content = told.setdefault("content", {}).setdefault(
        MEDIA_TYPE, {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}
    )
    content["examples"][kind.name] = {"summary": kind.title, "value": example}
    headers = {
        TOO_MANY: {"Retry-After": _header("Seconds to wait.")},
        NO_KEY: {"WWW-Authenticate": _header("How to send a key.")},
    }.get(kind)
    if headers:
        told["headers"] = headers


def _event(name: str, shape: str) -> dict[str, Any]:
    data = {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": {"$ref": f"#/components/schemas/{shape}"},
    }
    return {
        "type": "object",
        "required": ["event", "data"],
        "properties": {"event": {"const": name}, "data": data},
    }


def _header(said: str) -> dict[str, Any]:
    return {"description": said, "schema": {"type": "string"}}

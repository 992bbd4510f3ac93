"""The page /api/v1/docs: the OpenAPI document for people to read, drawn here, of nothing else."""

import json
import shlex
from collections.abc import Iterator
from typing import Any

from fastapi.responses import HTMLResponse

from assistant.web.api.fields import fields_html, parameters_html
from assistant.web.api.problems import KINDS
from assistant.web.markup import escape, safe_html
from assistant.web.page import page

Document = dict[str, Any]
Operation = dict[str, Any]


def document_page(document: Document) -> HTMLResponse:
    """The whole page."""
    info = document["info"]
    link = document["servers"][0]["url"] + "/openapi.json"
    body = (
        '<main id="main"><header class="opening"><p class="kind">For programs</p>'
        f"<h1>{escape(info['title'])}</h1><p>{escape(info['summary'])} Version "
        f'{escape(info["version"])}. <a href="{link}">The OpenAPI {document["openapi"]} document'
        '</a> is what this page is drawn from.</p></header><div class="sheet">'
        f'{_contents(document)}<article class="reading">{_prose(info["description"])}'
        f"{''.join(_groups(document))}{_problems()}{_schemas(document)}</article></div></main>"
    )
    return page(info["title"], body, sheet="guide api")


def _operations(document: Document, tag: str) -> Iterator[tuple[str, str, Operation]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if tag in operation["tags"]:
                yield method.upper(), path, operation


def _contents(document: Document) -> str:
    items = []
    for tag in document["tags"]:
        items.append(_entry(tag["name"], tag["name"].lower(), 1))
        for _, _, operation in _operations(document, tag["name"]):
            items.append(_entry(operation["summary"], operation["operationId"], 2))
    items += [_entry("Problems", "problems", 1), _entry("Shapes", "shapes", 1)]
    return (
        '<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2>'
        f"<ul>{''.join(items)}</ul></nav>"
    )


def _entry(words: str, anchor: str, deep: int) -> str:
    return f'<li class="deep-{deep}"><a href="#{escape(anchor)}">{escape(words)}</a></li>'


def _groups(document: Document) -> Iterator[str]:
    for tag in document["tags"]:
        yield f'<h2 id="{escape(tag["name"].lower())}">{escape(tag["name"])}</h2>'
        yield _prose(tag["description"])
        for method, path, operation in _operations(document, tag["name"]):
            yield _operation(document, method, path, operation)


def _operation(document: Document, method: str, path: str, operation: Operation) -> str:
    prefix = document["servers"][0]["url"]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    schemas = document["components"]["schemas"]
    return (
        f'<section class="call" aria-labelledby="{escape(operation["operationId"])}">'
        f'<h3 id="{escape(operation["operationId"])}">{escape(operation["summary"])}</h3>'
        f'<p class="address"><strong>{method}</strong> <code>{escape(prefix + path)}</code></p>'
        f"{_prose(operation.get('description', ''))}"
        f"{parameters_html(operation.get('parameters', []))}"
        f"{fields_html('Body', content.get('schema'), schemas)}"
        f"{_code('Call', _curl(method, prefix + path, operation, content.get('example')))}"
        f"{_responses(operation)}</section>"
    )


def _curl(method: str, address: str, operation: Operation, body: Any) -> str:
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            example = parameter.get("examples") or parameter["schema"].get("examples") or ["1"]
            address = address.replace(f"{{{parameter['name']}}}", str(example[0]))
    said = [f'curl "$CAREERS{address}"']
    if method not in ("GET", "POST"):
        said.append(f"-X {method}")
    if "security" in operation:
        said.append('-H "Authorization: Bearer $CAREERS_KEY"')
    if body is not None:
        said.append('-H "Content-Type: application/json"')
        said.append("-d " + shlex.quote(json.dumps(body, ensure_ascii=False)))
    return " \\\n  ".join(said)


def _responses(operation: Operation) -> str:
    drawn = ""
    others = []
    for status, told in sorted(operation["responses"].items()):
        content = told.get("content", {})
        media = next(iter(content), "")
        example = content[media].get("example") if media else None
        if status < "300" and example is not None:
            shown = example if isinstance(example, str) else _pretty(example)
            drawn += _code(f"{status} {told['description']} ({media})", shown)
        else:
            others.append(f"<li><strong>{status}</strong> {escape(told['description'])}</li>")
    return f'{drawn}<ul class="ends" aria-label="Other endings">{"".join(others)}</ul>'


def _problems() -> str:
    items = "".join(
        f'<h3 id="problem-{kind.name}">{kind.status} {escape(kind.title)}</h3>'
        f"<p>{escape(kind.meaning)}</p>"
        for kind in KINDS
    )
    return f'<h2 id="problems">Problems</h2>{items}'


def _schemas(document: Document) -> str:
    schemas = document["components"]["schemas"]
    drawn = []
    for name, schema in sorted(schemas.items()):
        drawn.append(f'<h3 id="shape-{escape(name)}">{escape(name)}</h3>')
        drawn.append(_prose(schema.get("description", "")))
        if "enum" in schema:
            values = ", ".join(f"<code>{escape(str(value))}</code>" for value in schema["enum"])
            drawn.append(f"<p>One of {values}.</p>")
        drawn.append(fields_html(name, schema, schemas))
    return f'<h2 id="shapes">Shapes</h2>{"".join(drawn)}'


def _prose(text: str) -> str:
    # A text of ours is wrapped for its file, not for the page.
    return safe_html("\n\n".join(" ".join(part.split()) for part in text.split("\n\n")))


def _code(title: str, code: str) -> str:
    return (
        f'<figure class="code"><figcaption>{escape(title)}</figcaption>'
        f'<pre tabindex="0" role="group" aria-label="{escape(title)}"><code>{escape(code)}</code>'
        "</pre></figure>"
    )


def _pretty(example: Any) -> str:
    return json.dumps(example, ensure_ascii=False, indent=2)

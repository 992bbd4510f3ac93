"""The fields of a schema and the parameters of a call as tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.web.api.examples import Schema, Schemas, resolved
from assistant.web.markup import escape, safe_html


def fields_html(title: str, schema: Schema | None, schemas: Schemas) -> str:
    """The fields of an object; empty for what has none."""
    whole = resolved(schema or {}, schemas)
    required = whole.get("required", ())
    rows = [
        (name, kind_html(field), name in required, _said(field, schemas))
        for name, field in whole.get("properties", {}).items()
    ]
    return _table(f"Fields of {title}" if title != "Body" else title, "Field", rows)


def parameters_html(parameters: Sequence[Mapping[str, Any]]) -> str:
    """The parameters in the address of a call; empty if there are none."""
    rows = [
        (
            each["name"],
            kind_html(each["schema"]),
            bool(each.get("required")),
            safe_html(each.get("description", "")),
        )
        for each in parameters
    ]
    return _table("In the address", "Parameter", rows)


def kind_html(schema: Schema) -> str:
    """What kind of value fits, in words, with links to the shapes."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#shape-{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(map(kind_html, schema["anyOf"]))
    if "const" in schema:
        return f"<code>{escape(str(schema['const']))}</code>"
    if schema.get("type") == "array":
        return f"list of {kind_html(schema['items'])}{_bounds(schema)}"
    return escape(str(schema.get("type", "any"))) + _bounds(schema)


def _bounds(schema: Schema) -> str:
    for low, high, unit in (
        ("minimum", "maximum", ""),
        ("minLength", "maxLength", " characters"),
        ("minItems", "maxItems", " items"),
    ):
        if high in schema:
            return f", {schema.get(low, 0):,} to {schema[high]:,}{unit}"
    return ""


def _said(field: Schema, schemas: Schemas) -> str:
    said = field.get("description") or resolved(field, schemas).get("description", "")
    default = field.get("default")
    shown = f" Unless given: `{default}`." if default not in (None, "", []) else ""
    return safe_html(" ".join(said.split("\n\n")[0].split()) + shown)


def _table(title: str, first: str, rows: Sequence[tuple[str, str, bool, str]]) -> str:
    if not rows:
        return ""
    drawn = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code>'
        f"{'' if needed else ' <small>optional</small>'}</th><td>{kind}</td><td>{said}</td></tr>"
        for name, kind, needed, said in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(title)}"><table>'
        f'<thead><tr><th scope="col">{first}</th><th scope="col">Kind</th>'
        f'<th scope="col">Meaning</th></tr></thead><tbody>{drawn}</tbody></table></div>'
    )

"""JSON Schema -> an example of it, made of the examples of its fields."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
Schemas = Mapping[str, Schema]

_PLAIN: Mapping[str, Any] = {
    "string": "…",
    "integer": 1,
    "number": 1.0,
    "boolean": True,
    "null": None,
}
_MOMENT = "2026-11-23T09:30:00Z"


def example_of(schema: Schema, schemas: Schemas) -> Any:
    """An example that fits a schema.

    Args:
        schema: what it has to fit.
        schemas: those that a reference may name.
    """
    schema = resolved(schema, schemas)
    for given in ("examples", "enum"):
        if schema.get(given):
            return schema[given][0]
    if "const" in schema:
        return schema["const"]
    if "anyOf" in schema:
        return example_of(schema["anyOf"][0], schemas)
    if schema.get("type") == "array":
        return [example_of(schema["items"], schemas)]
    if "properties" in schema:
        return _example_of_object(schema, schemas)
    if schema.get("format") == "date-time":
        return _MOMENT
    return _PLAIN.get(schema.get("type", ""), {})


def _example_of_object(schema: Schema, schemas: Schemas) -> dict[str, Any]:
    """With what is required, and what has an example of its own."""
    required = schema.get("required", ())
    return {
        name: example_of(field, schemas)
        for name, field in schema["properties"].items()
        if name in required or field.get("examples")
    }


def resolved(schema: Schema, schemas: Schemas) -> Schema:
    """A schema, or the one that it refers to with what it adds of its own."""
    name = schema.get("$ref", "").rpartition("/")[2]
    return {**schemas[name], **schema, "$ref": ""} if name else schema

"""The fixed words of answers, kept as data: no figure and no fact about a role stands in them."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files("assistant.answering").joinpath("wording.toml").read_text("utf-8"))


def say(name: str, **values: str) -> str:
    """One fixed text with its blanks filled.

    Raises:
        KeyError: there is no such text, or a blank has no value.
    """
    group, _, key = name.partition(".")
    return str(_table()[group][key]).strip().format(**values)


def listed(items: list[str] | tuple[str, ...], word: str = "and") -> str:
    """Items as English lists them: "a", "a and b", "a, b and c"."""
    *most, last = items
    return f"{', '.join(most)} {word} {last}" if most else last

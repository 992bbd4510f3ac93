"""The thesaurus of matters: what a question asks about, and what a text tells of."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from assistant.matters.expressions import Expression, Finder

THESAURUS = "thesaurus.txt"


@lru_cache(maxsize=4096)
def asked_about(question: str) -> frozenset[str]:
    """The matters that a question is about."""
    asked, told = _finders()
    return asked.names_in(question) | told.names_in(question)


def told_of(text: str) -> frozenset[str]:
    """The matters that a text of a guide tells of."""
    _, told = _finders()
    return told.names_in(text)


@lru_cache(maxsize=1)
def _finders() -> tuple[Finder, Finder]:
    """What finds expressions of those who ask, and of those who tell."""
    asked: dict[str, list[Expression]] = {}
    told: dict[str, list[Expression]] = {}
    for name, voice, expressions in read():
        (asked if voice == "asked" else told)[name] = [Expression.of(one) for one in expressions]
    return Finder(asked), Finder(told)


def read() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each matter's name, "asked" or "told", and its expressions.

    Raises:
        ValueError: a line is neither a name nor one of the two lists.
    """
    name = ""
    lines = (files("assistant.matters") / THESAURUS).read_text("utf-8").splitlines()
    for line in filter(None, map(str.strip, lines)):
        if line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            continue
        voice, colon, listed = line.partition(":")
        if not name or not colon or voice not in ("asked", "told"):
            raise ValueError(f"not a line of a thesaurus: {line!r}")
        yield name, voice, tuple(one.strip() for one in listed.split(";") if one.strip())

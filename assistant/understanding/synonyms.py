"""What people call a thing and what a guide calls it: "holiday" for its "annual leave"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from assistant.matters import asked_about, told_of


def groups_in(name: str) -> Sequence[tuple[str, ...]]:
    """The groups of a data file beside this one: one a line, parted by " = "; "#" is a comment."""
    lines = (files("assistant.understanding") / "data" / name).read_text("utf-8").splitlines()
    return tuple(tuple(line.split(" = ")) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _expressions() -> Sequence[tuple[re.Pattern[str], str, tuple[str, ...]]]:
    """Every expression as it is found, with its group; the longest first."""
    found = [(one, group) for group in groups_in("synonyms.txt") for one in group]
    found.sort(key=lambda pair: -len(pair[0]))
    return tuple((_pattern(one), one, group) for one, group in found)


def _pattern(expression: str, *, number: str = "") -> re.Pattern[str]:
    """An expression as a word of its own; in capitals only as written ("AI")."""
    flags = re.NOFLAG if expression.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){re.escape(expression)}{number}(?![\w-])", flags)


@lru_cache(maxsize=256)
def _used(text: str) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    """The expressions that a text uses, the longest first.

    Each as it is written there, as it stands in its group, and the group.
    """
    folded = text.casefold()  # a pattern takes far longer to say that it is not there
    found = (
        (pattern.search(text), one, group)
        for pattern, one, group in _expressions()
        if one.casefold() in folded
    )
    return [(match.group(), one, group) for match, one, group in found if match]


def called(text: str, guide_text: str) -> Sequence[tuple[str, str]]:
    """The expressions of a text that a guide does not use, each with what the guide says instead.

    Of several, one that is of the same matter by itself: "hybrid", rather than the "remote" of
    "remote monitoring".

    Args:
        text: a question.
        guide_text: what the guide says, in its own writing.
    """
    pairs: list[tuple[str, str]] = []
    for written, expression, group in _used(text):
        said = _said(group, guide_text)
        within = any(written in taken for taken, _ in pairs)
        if said and expression not in said and not within:
            meant = asked_about(expression)
            by_itself = (one for one in said if meant & told_of(one))
            pairs.append((written, _in_its_number(expression, said) or next(by_itself, said[0])))
    return pairs


def _in_its_number(expression: str, said: Sequence[str]) -> str:
    """An expression as a guide has it, of one thing or of several: "sunday" for "sundays"."""
    one = expression.removesuffix("s")
    return next((other for other in said if other.removesuffix("s") == one), "")


@lru_cache(maxsize=256)
def plainly(text: str) -> Sequence[tuple[str, str]]:
    """The idioms of a text, the longest first, each with the plain words for it."""
    folded = text.casefold()
    found = (
        (pattern.search(text), plain)
        for pattern, one, plain in _idioms()
        if one.casefold() in folded
    )
    return [(match.group(), plain) for match, plain in found if match]


@lru_cache(maxsize=1)
def _idioms() -> Sequence[tuple[re.Pattern[str], str, str]]:
    """Every idiom as it is found and as it is written, with the plain words; the longest first."""
    pairs = [(one, plain) for plain, *idioms in groups_in("idioms.txt") for one in idioms]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((_pattern(one), one, plain) for one, plain in pairs)


def lacking(text: str, guide_text: str) -> Sequence[str]:
    """The expressions of a text for a thing that a guide calls by none of its names."""
    return [expression for _, expression, group in _used(text) if not _spoken_of(group, guide_text)]


@lru_cache(maxsize=4096)
def _said(group: tuple[str, ...], guide_text: str) -> tuple[str, ...]:
    """Those of a group's expressions that a guide uses."""
    return tuple(one for one in group if _pattern(one).search(guide_text))


@lru_cache(maxsize=4096)
def _spoken_of(group: tuple[str, ...], guide_text: str) -> bool:
    """Whether a guide uses one of a group's expressions, of one thing or of several."""
    return any(
        _pattern(one if one.endswith("ss") else one.removesuffix("s"), number="s?").search(
            guide_text
        )
        for one in group
    )

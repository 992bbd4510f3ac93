"""Headings that only a number sets apart, as books have them: "7.4 Pay", "7.9.1 Nights"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.guides.jobs.opening import looks_like_heading, plain
from assistant.guides.markdown.bold_heads import BOLD_LEVEL
from assistant.guides.outline import Element, Heading, Paragraph

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t]+(?P<words>[A-Z][^\n]*)")
_FEWEST = 3


def with_numbered_heads(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements of a page, with short numbered lines that go on counting as headings.

    They rank below every marked heading, those with more numbers lowest. Each but the last has
    text or lower ones below it, or they are a list: "3.1 CCNA", "3.2 CCNP".

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
    """
    found = [_numbered(text, element) for element in elements]
    numbers = [[int(part) for part in one["number"].split(".")] for one in found if one]
    counts = all(before < after for before, after in pairwise(numbers))
    if len(numbers) < _FEWEST or not counts or not _have_text(elements, found):
        return list(elements)
    fewest = min(map(len, numbers))
    return [
        Heading(
            element.span,
            BOLD_LEVEL - (one["number"].count(".") < fewest),
            plain(one["words"]),
            marked=False,
        )
        if one
        else element
        for element, one in zip(elements, found, strict=True)
    ]


def _have_text(elements: Sequence[Element], found: Sequence[re.Match[str] | None]) -> bool:
    """Whether all numbered lines but the last have something below them that belongs to them."""
    last = max(place for place, one in enumerate(found) if one)
    for one, below, element in zip(found[:last], found[1:], elements[1:], strict=False):
        lower = below and one and below["number"].startswith(f"{one['number']}.")
        if one and not lower and (below or isinstance(element, Heading)):
            return False
    return True


def _numbered(text: str, element: Element) -> re.Match[str] | None:
    """The number and the words of a paragraph that could be such a heading."""
    if not isinstance(element, Paragraph):
        return None
    found = _NUMBERED.fullmatch(text, element.span.start, element.span.end)
    return found if found and looks_like_heading(found["words"]) else None

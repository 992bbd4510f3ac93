"""The text of slides -> lines with their headings and lists: each "Slide 3" stands above one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.guides.lines import Line, Shape
from assistant.guides.tables.tables import count_separators

_NUMBER = re.compile(r"\[?slide \d{1,3}[a-z]?\b.{0,9}", re.IGNORECASE)
_LEVEL = 2
#: A heading is no longer, and neither is a point of a slide that ends with a full stop.
_MOST_WORDS = 10


def without_numbers(lines: Sequence[Line], left_at: Collection[int]) -> list[Line]:
    """The lines without those at some places, and those of slides as headings and points.

    Args:
        lines: the lines of a text.
        left_at: the places of what counts pages or slides, or recurs on each.
    """
    numbers = {place for place in left_at if _NUMBER.fullmatch(lines[place].text)}
    numbers = numbers if len(numbers) > 1 else set()  # one alone may be what a line speaks of
    kept: list[Line] = []
    listed = False  # what a blank line parts from a slide's points is a text of its own
    for place, line in enumerate(lines):
        if place in left_at:
            listed = place in numbers
            continue
        if place - 1 in numbers:
            line = _headed(line)
        elif listed := listed and not line.after_blank:
            line = replace(line, shape=Shape.ITEM) if _is_point(line) else line
        kept.append(line)
    return kept


def _headed(line: Line) -> Line:
    """The first line of a slide, which is its heading if it is short."""
    short = line.shape is Shape.TEXT and len(line.text.split()) <= _MOST_WORDS
    head = replace(line, shape=Shape.HEADING, level=_LEVEL) if short else line
    return replace(head, after_blank=True)


def _is_point(line: Line) -> bool:
    said = line.text
    sentence = said.endswith((".", "!")) and len(said.split()) > _MOST_WORDS
    asks = "?" in said or said[-1] == ":"
    return line.shape is Shape.TEXT and not (sentence or asks or count_separators(said))

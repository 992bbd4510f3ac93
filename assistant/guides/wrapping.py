"""Lines that a program broke at a fixed width -> the paragraphs and items that they were."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.guides.lines import Line, Shape

_WIDEST_WRAP = 130
_SHORTEST_BROKEN = 40
_OWN_LABEL = re.compile(r"[A-Z][^.:;,!?£€$]{1,50}(?::\s|\s[£€$][^A-Za-z]*(?:to [£€$])?[^A-Za-z]*$)")
#: The first half of a word that the line's end has broken, or of a compound.
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐]$")
_ENDS = (".", "!", "?", ":", ";", '."', ".”", ".)", "?”", '?"')


def join_wrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with each broken paragraph or list item made whole again."""
    full = full_width(lines)
    joined: list[Line] = []
    tail = ""
    for line in lines:
        if joined and _continues(joined[-1], tail, line, full):
            before = joined[-1]
            joined[-1] = replace(before, end=line.end, text=text[before.start : line.end])
        else:
            joined.append(line)
        tail = line.text
    return joined


def full_width(lines: Sequence[Line]) -> int:
    """How long a line must be to have been broken by width; 0 when lines are paragraphs."""
    texts = [line for line in lines if line.shape in (Shape.TEXT, Shape.ITEM)]
    longest = max((len(line.text) for line in texts), default=0)
    long_lines = [
        (line, following)
        for line, following in pairwise(texts)
        if len(line.text) >= _SHORTEST_BROKEN
    ]
    broken = sum(
        following.shape is Shape.TEXT
        and following.text[0].islower()
        and not following.after_blank
        and not line.text.endswith(_ENDS)
        for line, following in long_lines
    )
    wrapped = longest <= _WIDEST_WRAP and broken >= 3 and 4 * broken >= len(long_lines)
    return int(0.6 * longest) if wrapped else 0


def _continues(before: Line, tail: str, line: Line, full: int) -> bool:
    """Whether ``line`` goes on with ``before``, whose last printed line is ``tail``."""
    if line.shape is not Shape.TEXT or line.after_blank:
        return False
    if before.shape not in (Shape.TEXT, Shape.ITEM):
        return False
    if _OWN_LABEL.match(line.text) and _OWN_LABEL.match(before.text):
        return False  # both are of a list without bullets: "Searching: ...", "Teaching: ..."
    if _BROKEN_WORD.search(tail) and line.text[0].islower():
        return True
    if full:
        return len(tail) >= full and (not tail.endswith(_ENDS) or len(line.text) >= full)
    return line.text[0].islower() and len(tail) >= _SHORTEST_BROKEN and not tail.endswith(_ENDS)

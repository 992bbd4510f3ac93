"""Lines that a program broke at a fixed width -> the paragraphs and items that they were."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.guides.lines import Line, Shape

_WIDEST_WRAP = 130
_SHORTEST_BROKEN = 40
_OWN_LABEL = re.compile(r"[A-Z][^.:;,!?£€$]{1,50}(?::\s|\s[£€$][^A-Za-z]*(?:to [£€$])?[^A-Za-z]*$)")
#: What says itself that it asks or answers: "Q1: Is it far?", "A: No."
_ASKS = re.compile(r"(?:Q|Question)\s?\d{0,3}[:.)]\s|(?:A|Answer)\s?\d{0,3}:\s|A\d{1,3}[.)]\s")
#: The first half of a word that the line's end has broken, or of a compound.
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐]$")
_ENDS = (".", "!", "?", ":", ";", '."', ".”", ".)", "?”", '?"')


def join_wrapped(text: str, lines: Sequence[Line], broken: Collection[int] = ()) -> list[Line]:
    """The lines with each broken paragraph or list item made whole again.

    Args:
        text: the text that offsets count in.
        lines: the lines of the page.
        broken: where words end that the ends of lines had broken.
    """
    full = full_width(lines)
    joined: list[Line] = []
    tail = ""
    for line in join_broken(text, lines, broken):
        if joined and _continues(joined[-1], tail, line, full):
            joined[-1] = _joined(text, joined[-1], line)
        else:
            joined.append(line)
        tail = text[line.start : line.end].splitlines()[-1].strip()
    return joined


def join_broken(text: str, lines: Sequence[Line], broken: Collection[int]) -> list[Line]:
    """The lines, with each whose end broke a word joined with what goes on with it.

    Args:
        text: the text that offsets count in.
        lines: the lines of the page.
        broken: where words end that the ends of lines had broken, before they were made whole.
    """
    ends = sorted(broken)
    joined: list[Line] = []
    for line in lines:
        at = bisect_right(ends, line.start)
        if at < len(ends) and ends[at] <= line.end:
            line = replace(line, broken=True)
        if joined and _is_cut(joined[-1], line, broken):
            joined[-1] = replace(_joined(text, joined[-1], line), broken=True)
        else:
            joined.append(line)
    return joined


def _is_cut(before: Line, line: Line, broken: Collection[int]) -> bool:
    """Whether a line's end broke a word of which ``line`` has the rest, or what follows it."""
    if line.shape is not Shape.TEXT or before.shape not in (Shape.TEXT, Shape.ITEM):
        return False
    cut = before.end in broken or _BROKEN_WORD.search(before.text) is not None
    return cut and line.text[0].islower() and not line.after_blank


def _joined(text: str, before: Line, line: Line) -> Line:
    whole = text[before.start : line.end]
    return replace(before, end=line.end, text=whole, broken=before.broken or line.broken)


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
    if before.shape not in (Shape.TEXT, Shape.ITEM) or _ASKS.match(line.text):
        return False
    if _OWN_LABEL.match(line.text) and _OWN_LABEL.match(before.text):
        return False  # both are of a list without bullets: "Searching: ...", "Teaching: ..."
    open_end = line.text[0].islower() and not tail.endswith(_ENDS)
    if open_end and before.shape is Shape.ITEM:
        return True  # however short the item is, no heading or list begins so right below it
    if full:
        return len(tail) >= full and (not tail.endswith(_ENDS) or len(line.text) >= full)
    return open_end and len(tail) >= _SHORTEST_BROKEN

"""Lines that a PDF repeats on each page -> out: headers, footers and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assistant.guides.naming import times_spoken_of
from assistant.guides.opening import could_be_title

_PAGE = re.compile(r"[-–—\s]*page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_PAGED = re.compile(
    r"\S.{0,100}?(?:\s{2,}|\t|[|•·–—-]\s*)page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*"
    r"|\W*page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s{2,}|\t|\s*[|•·–—-]).{1,100}",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*\d{1,3}\s*")
_NEAR = 2
#: No page has fewer lines.
_PAGE_LINES = 8


def without_running_lines(text: str) -> str:
    """The text of a PDF without page numbers and without what recurs beside them."""
    lines = text.split("\n")
    dropped = running(lines, text, paged=True)
    return "\n".join(line for place, line in enumerate(lines) if place not in dropped)


def running(lines: Sequence[str], text: str, *, paged: bool = False) -> set[int]:
    """The places of lines that recur on each page: page numbers, headers and footers.

    A first line that the text never speaks of is one too, if the line below it names the job: a
    header of a single page recurs nowhere.

    Args:
        lines: the lines of a text, in order.
        text: the whole text.
        paged: whether the text has pages even if none has a number.
    """
    filled = [place for place, line in enumerate(lines) if line.strip()]
    counts = Counter(_key(lines[place]) for place in filled)
    numbers = {place for place in filled if _is_number(lines[place], counts)}
    numbers |= _counted(lines, filled)
    if not filled or not (numbers or paged):
        return set()
    beside = {
        _key(lines[filled[near]])
        for at, place in enumerate(filled)
        if place in numbers or "\f" in lines[place]
        for near in range(max(0, at - _NEAR), min(len(filled), at + _NEAR + 1))
        if filled[near] not in numbers
    }
    recurring = {key for key in beside if counts[key] > 1 and re.search(r"[a-z]{2}", key)}
    first = _key(lines[filled[0]])
    if numbers:
        # Text that recurs beside a page's edge by chance recurs elsewhere too; a header starts it.
        recurring = {key for key in recurring if key == first or counts[key] >= len(numbers) > 1}
    dropped = {place for place in filled if place in numbers or _key(lines[place]) in recurring}
    left = [place for place in filled if place not in dropped]
    if filled[0] in dropped and left and not could_be_title(lines[left[0]].strip()):
        dropped.discard(filled[0])  # the title itself runs on
    elif filled[0] not in dropped and len(left) > 1:
        title, below = (lines[place].strip() for place in left[:2])
        named = could_be_title(below) and times_spoken_of(text, below) > 1
        if named and times_spoken_of(text, title) < 2:
            dropped.add(filled[0])
    return dropped


def _counted(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """The places of numbers alone that count the pages: one after the other, a page apart."""
    alone = [(at, place) for at, place in enumerate(filled) if _ALONE.fullmatch(lines[place])]
    values = [int(lines[place]) for _, place in alone]
    counted = len(alone) > 1 and values == list(range(values[0], values[0] + len(values)))
    apart = all(after - before >= _PAGE_LINES for (before, _), (after, _) in pairwise(alone))
    return {place for _, place in alone} if counted and values[0] < 3 and apart else set()


def _is_number(line: str, counts: Counter[str]) -> bool:
    """Whether a line is a page's number, alone or beside words that recur with each of them."""
    line = line.strip("\f ")
    return bool(_PAGE.fullmatch(line) or (_PAGED.fullmatch(line) and counts[_key(line)] > 1))


def _key(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line.casefold()).split())

"""Lines that a PDF repeats on each page -> out: headers, footers and page numbers."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.guides.jobs.naming import times_spoken_of
from assistant.guides.jobs.opening import could_be_title

_PAGE = re.compile(
    r"[-–—\s\[]*(?:(?:page|slide)\s+|p\.\s?)\d{1,3}[a-z]?(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s\]]*"
    r"|[-–—]\s?\d{1,3}\s?[-–—]"
    r"|(?:https?|file)://\S+\s+\d{1,3}/\d{1,3}",  # as browsers print it
    re.IGNORECASE,
)
_PAGED = re.compile(
    r"\S.{0,100}?(?:(?:\s{2,}|\t|[|•·–—-]\s*)page\s+|\sp\.\s?)\d{1,3}"
    r"(?:\s*(?:of|/)\s*\d{1,3})?\W*"
    r"|\W*page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s{2,}|\t|\s*[|•·–—-]).{1,100}",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*\d{1,3}\s*")
_OF = re.compile(r"\s*(?P<number>\d{1,3})\s?(?:/|of)\s?(?P<of>\d{1,3})\s*", re.IGNORECASE)
#: When a browser printed the page, and above its text the page's title.
_PRINTED = re.compile(
    r"\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4},\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s.*)?",
    re.IGNORECASE,
)
_NEAR = 2
#: No page has fewer lines.
_PAGE_LINES = 8


def without_running_lines(text: str) -> str:
    """The text of a PDF without page numbers and without what recurs beside them."""
    lines = text.split("\n")
    dropped = running(lines, text, paged=True)
    return "\n".join(line for place, line in enumerate(lines) if place not in dropped)


def running(
    lines: Sequence[str], text: str, counted: Collection[int] = (), *, paged: bool = False
) -> set[int]:
    """The places of lines that recur on each page: page numbers, headers and footers.

    A first line that the text never speaks of is one too, if the line below it names the job: a
    header of a single page recurs nowhere.

    Args:
        lines: the lines of a text, in order.
        text: the whole text.
        counted: the places of lines that are numbers of pages as it is.
        paged: whether the text has pages even if none has a number.
    """
    filled = [place for place, line in enumerate(lines) if line.strip()]
    counts = Counter(_key(lines[place]) for place in filled)
    numbers = {place for place in filled if _is_number(lines[place], counts)}
    numbers |= _counted(lines, filled) | _counted_of(lines, filled) | set(counted)
    if not filled or not (numbers or paged):
        return set()
    near = _beside(lines, filled, numbers)
    beside = Counter(_key(lines[place]) for place in near)
    recurring = {key for key in beside if counts[key] > 1 and re.search(r"[a-z]{2}", key)}
    first = _key(lines[filled[0]])
    if numbers:
        # Text that recurs beside a page's edge by chance recurs elsewhere too; a header starts it.
        recurring = {
            key
            for key in recurring
            if key == first
            or counts[key] >= len(numbers) > 1
            or _at_edges(beside, counts, key, numbers)
        }
    dropped = {place for place in filled if place in numbers or _key(lines[place]) in recurring}
    dropped |= {place for place in filled if numbers and _PRINTED.fullmatch(lines[place])}
    return _with_title(lines, filled, dropped, text)


def _beside(lines: Sequence[str], filled: Sequence[int], numbers: Collection[int]) -> set[int]:
    """The places of lines near a page's number or edge."""
    return {
        filled[near]
        for at, place in enumerate(filled)
        if place in numbers or "\f" in lines[place]
        for near in range(max(0, at - _NEAR), min(len(filled), at + _NEAR + 1))
        if filled[near] not in numbers
    }


def _at_edges(
    beside: Counter[str], counts: Counter[str], key: str, numbers: Collection[int]
) -> bool:
    """Whether a line stands at the edges of all pages but one, and nowhere else."""
    return beside[key] == counts[key] >= len(numbers) - 1 > 1


def _with_title(
    lines: Sequence[str], filled: Sequence[int], dropped: set[int], text: str
) -> set[int]:
    """The places of what goes, without a title that runs on, and with a header above the title."""
    left = [place for place in filled if place not in dropped]
    if filled[0] in dropped and left and not could_be_title(lines[left[0]].strip()):
        # The title itself runs on, but for what only counts or dates a page.
        return dropped if _is_furniture(lines[filled[0]]) else dropped - {filled[0]}
    if filled[0] not in dropped and len(left) > 1:
        title, below = (lines[place].strip() for place in left[:2])
        named = could_be_title(below) and times_spoken_of(text, below) > 1
        if named and times_spoken_of(text, title) < 2:
            return dropped | {filled[0]}
    return dropped


def _is_furniture(line: str) -> bool:
    return bool(_PRINTED.fullmatch(line) or _PAGE.fullmatch(line.strip("\f ")))


def _counted_of(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """The places of lines "1/3", "2/3" and "3/3" that count the pages of a print."""
    found = [(place, _OF.fullmatch(lines[place])) for place in filled]
    pages = [(place, int(one["number"]), int(one["of"])) for place, one in found if one]
    numbers = [number for _, number, _ in pages]
    whole = len({of for *_, of in pages}) == 1 and numbers == list(range(1, len(pages) + 1))
    return {place for place, *_ in pages} if whole and pages[0][2] == len(pages) else set()


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

"""Tables of pay that were copied one cell a line -> lines that are rows.

So are tiles: headings of which each has nothing but a sum below it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.jobs.role import names_a_part
from assistant.guides.kinds import kind_of_heading
from assistant.guides.lines import Line, Shape
from assistant.guides.model import SectionKind, Span
from assistant.guides.outline import Element, Heading, Item, Paragraph, Row
from assistant.guides.regions import is_place
from assistant.guides.tables.table_heads import column_words

_SUM = re.compile(
    r"(?:up to |from )?[£€$]\s?\d[^A-Za-z]*"
    r"(?:(?:to|k|p\.?a|up|and|(?:a|per) year|per annum)\b[^A-Za-z]*)*",
    re.IGNORECASE,
)
_LONGEST_CELL = 60
_MOST_COLUMNS = 5
_NO_LEVEL = (SectionKind.SALARY, SectionKind.FAQ)


def join_cells(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with a table of pay joined to rows: names of columns, then levels with sums.

    Args:
        text: the text that offsets count in.
        lines: the lines of an unmarked page.
    """
    joined: list[Line] = []
    place = 0
    while place < len(lines):
        sums = _sums(lines, place)
        stop = place + 1
        if sums and _heads(lines, place - sums - 1, place):
            del joined[-sums - 1 :]
            stop = place
            while _sums(lines, stop) == sums:
                stop += sums + 1
            starts = range(place - sums - 1, stop, sums + 1)
            joined.extend(_row(text, lines[start : start + sums + 1]) for start in starts)
        else:
            joined.append(lines[place])
        place = stop
    return joined


def with_tiles(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements of a page, with several headings in a row that a single sum follows as rows.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
    """
    grouped = [one.group for one in elements if isinstance(one, Item | Row)]
    group = max(grouped, default=-1) + 1
    changed: list[Element] = []
    place = 0
    while place < len(elements):
        stop = place
        while _is_tile(text, elements, stop):
            stop += 2
        if stop - place > 2:
            pairs = [(elements[at].span, elements[at + 1].span) for at in range(place, stop, 2)]
            changed.extend(Row(Span(a.start, b.end), group, (a, b), ()) for a, b in pairs)
            group += 1
        else:
            stop = place + 1
            changed.append(elements[place])
        place = stop
    return changed


def _is_tile(text: str, elements: Sequence[Element], place: int) -> bool:
    """Whether a heading, which names no part of a guide, has a sum below it and nothing else."""
    if place + 1 >= len(elements):
        return False
    head, below = elements[place : place + 2]
    alone = place + 2 == len(elements) or isinstance(elements[place + 2], Heading)
    if not (alone and isinstance(head, Heading) and isinstance(below, Paragraph)):
        return False
    names = kind_of_heading(head.text) in _NO_LEVEL or names_a_part(head.text)
    return not names and _SUM.fullmatch(below.span.of(text)) is not None


def _sums(lines: Sequence[Line], place: int) -> int:
    """How many sums stand right below a line that could be their label."""
    if place >= len(lines) or not _is_cell(lines[place]) or _SUM.fullmatch(lines[place].text):
        return 0
    stop = place + 1
    while stop < len(lines) and stop - place < _MOST_COLUMNS and _SUM.fullmatch(lines[stop].text):
        stop += 1
    return stop - place - 1


def _heads(lines: Sequence[Line], start: int, stop: int) -> bool:
    """Whether most of the lines between two places name columns, and more than one row follows."""
    names = lines[max(0, start) : stop]
    if start < 0 or not all(_is_cell(line) and not re.search(r"\d", line.text) for line in names):
        return False
    several = _sums(lines, stop) == _sums(lines, stop + len(names))
    told = sum(column_words([line.text]) > 0 or is_place(line.text) for line in names)
    return several and 2 * told > len(names)


def _is_cell(line: Line) -> bool:
    return (
        line.shape is Shape.TEXT and len(line.text) <= _LONGEST_CELL and line.text[-1] not in ".?!"
    )


def _row(text: str, cells: Sequence[Line]) -> Line:
    start, end = cells[0].start, cells[-1].end
    return replace(cells[0], shape=Shape.ROW, end=end, text=text[start:end])

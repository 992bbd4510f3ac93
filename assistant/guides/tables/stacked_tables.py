"""Tables of pay that were copied one cell a line -> lines that are rows.

So are tiles: headings of which each has nothing but a sum below it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.jobs.opening import looks_like_heading
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
        columns, stop = _table(lines, place)
        starts = range(place, stop, columns) if columns else ()
        joined.extend(_row(text, lines[start : start + columns]) for start in starts)
        if not columns:
            joined.append(lines[place])
            stop = place + 1
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


def _table(lines: Sequence[Line], place: int) -> tuple[int, int]:
    """How many columns the table has whose names begin at a place, and where it ends; 0 if none.

    Its rows, of which there are two or more, have sums in the same columns, but not in the first.
    """
    for columns in range(2, _MOST_COLUMNS + 1):
        stop = place + columns
        sums = _sums(lines, stop, columns)
        again = any(sums) and _sums(lines, stop + columns, columns) == sums
        if not again or not _heads(lines, place, sums):
            continue
        while _sums(lines, stop, columns) == sums:
            stop += columns
        return columns, stop
    return 0, place


def _sums(lines: Sequence[Line], start: int, columns: int) -> list[bool]:
    """Which of the cells are sums that begin at a place; none if they could be no row."""
    cells = lines[start : start + columns]
    sums = [_SUM.fullmatch(cell.text) is not None for cell in cells]
    fits = len(cells) == columns and all(map(_is_cell, cells)) and not sums[0]
    return sums if fits else []


def _heads(lines: Sequence[Line], start: int, sums: Sequence[bool]) -> bool:
    """Whether lines name the columns of a table: most say it, or their place does.

    Names that nobody knows ("Title", "Basic", "OTE") begin what stands apart and heads no part of
    the guide, and have two columns of sums or the known name of one below them. Right below a
    heading that is not about pay they are rather a list: "Where you work", then "Hospitals".
    """
    names = lines[start : start + len(sums)]
    if not all(_is_cell(line) and not re.search(r"\d", line.text) for line in names):
        return False
    told = sum(column_words([line.text]) > 0 or is_place(line.text) for line in names)
    if 2 * told > len(names):
        return True
    first, above = names[0], lines[max(0, start - 1)]
    about_pay = kind_of_heading(above.text) is SectionKind.SALARY
    if start and looks_like_heading(above.text) and not about_pay:
        return False
    apart = first.after_blank or (start > 0 and not _is_cell(lines[start - 1]))
    part = names_a_part(first.text) or kind_of_heading(first.text) in _NO_LEVEL
    return len(names) > 2 and apart and not part and (sum(sums) > 1 or told > 0)


def _is_cell(line: Line) -> bool:
    return (
        line.shape is Shape.TEXT and len(line.text) <= _LONGEST_CELL and line.text[-1] not in ".?!"
    )


def _row(text: str, cells: Sequence[Line]) -> Line:
    start, end = cells[0].start, cells[-1].end
    return replace(cells[0], shape=Shape.ROW, end=end, text=text[start:end])

"""Tables of pay that were copied one cell a line -> lines that are rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.lines import Line, Shape
from assistant.guides.table_heads import column_words

_SUM = re.compile(
    r"(?:up to |from )?[£€$]\s?\d[^A-Za-z]*"
    r"(?:(?:to|k|p\.?a|up|and|(?:a|per) year|per annum)\b[^A-Za-z]*)*",
    re.IGNORECASE,
)
_LONGEST_CELL = 60
_MOST_COLUMNS = 5


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
    return several and 2 * column_words([line.text for line in names]) > len(names)


def _is_cell(line: Line) -> bool:
    return (
        line.shape is Shape.TEXT and len(line.text) <= _LONGEST_CELL and line.text[-1] not in ".?!"
    )


def _row(text: str, cells: Sequence[Line]) -> Line:
    start, end = cells[0].start, cells[-1].end
    return replace(cells[0], shape=Shape.ROW, end=end, text=text[start:end])

"""Table lines -> rows with cells, by pipes or by tabs. A ragged row is kept and reported."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from assistant.guides.lines import has_words, trim
from assistant.guides.model import Finding, Span
from assistant.guides.outline import Element, Paragraph, Row
from assistant.guides.regions import is_place, is_region_column
from assistant.guides.tables.key_values import is_key_value
from assistant.guides.tables.spaced_tables import spaced_cells
from assistant.guides.tables.table_heads import Heads, double_heads, looks_like_header, names_of

_PIPE = re.compile(r"(?<!\\)\|")
#: "||Grade||Pay||": how Confluence marks the cells of a head.
_DOUBLE_PIPE = re.compile(r"\|\|")
_ALL_DOUBLE = re.compile(r"(?:\|\|[^|\n]*)+\|\|")
_TAB = re.compile(r"\t")
#: What leads the eye to the last cell: "Grade 3 . . . . £24,685". A number there may be a page's,
#: and what goes on in small letters or for long is the rest of a sentence. It is sought only where
#: dots begin, for looking at each of many takes too long.
_LEADER = re.compile(
    r"(?<=\S)(?<![.·…_-][.·…_-])(?<![.·…_-] [.·…_-])"
    r"\s*(?:\.{4,}|…(?: ?…)+|_{4,}|·{4,}|-{5,}|(?:[.·…_-] ){3,}[.·…_-]?)\s*"
    r"(?=[^\s.·…_a-z-]|(?:[a-z]{1,20}\.? ){1,3}[£€$\d]|[a-z]{1,20}\s*$)"
    r"(?!\d{1,3}\s*$|(?:[^\s.·…_-]\S{0,30}\s){8})"
)
_LINES = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
_COUNTER = re.compile(r"(?:#|n[or°º]\.?|num(?:ber)?|s\.? ?n(?:o\.?)?|item)?", re.IGNORECASE)


def count_separators(line: str) -> int:
    """How many pipes, or else tabs or dots that lead on, separate cells in a line."""
    return len(_PIPE.findall(line)) or line.strip().count("\t") or len(_LEADER.findall(line))


def has_leader(line: str) -> bool:
    """Whether dots lead from one cell of a line to the next."""
    return _LEADER.search(line) is not None


def cell_spans(text: str, span: Span) -> tuple[Span, ...]:
    """The cells of one row, trimmed; an empty cell is an empty span where it stands.

    Pipes part them, or else tabs, or dots that lead on; a row of several lines has a cell on each.
    """
    line = span.of(text)
    marks = (_DOUBLE_PIPE,) if _ALL_DOUBLE.fullmatch(line) else (_PIPE, _TAB, _LEADER)
    separator = next((one for one in marks if one.search(line)), _LINES)
    found = list(separator.finditer(line))
    edges = [one.start() for one in found]
    starts = [0, *(one.end() for one in found)]
    ends = [*edges, len(line)]
    cells = [trim(text, span.start + a, span.start + b) for a, b in zip(starts, ends, strict=True)]
    if edges and edges[0] == 0:
        cells = cells[1:]
    if edges and found[-1].end() == len(line):
        cells = cells[:-1]
    return tuple(cells)


def read_table(
    text: str, lines: Sequence[Span], group: int, *, has_header: bool | None = None
) -> tuple[list[Element], list[Finding]]:
    """The rows of one table. A header that heads no row is kept as a row.

    Args:
        text: the text that offsets count in.
        lines: the table's lines in order, without its delimiter line.
        group: the number of the table within its guide.
        has_header: whether the first line names the columns; None to tell from the cells.

    Returns:
        The rows, and what is wrong with them.
    """
    cells: Sequence[tuple[Span, ...]] = spaced_cells(text, lines)
    cells = cells or [cell_spans(text, line) for line in lines]
    if not any(line.of(text).endswith("|") for line in lines[1:]):
        cells = _in_rows(cells)
    return read_cells(text, cells, group, has_header=has_header)


def _in_rows(lines: Sequence[tuple[Span, ...]]) -> Sequence[tuple[Span, ...]]:
    """The cells of each row, where but the first is written a cell a line, as in AsciiDoc."""
    head, *others = lines or [()]
    width = len(head)
    if width < 2 or not others or len(others) % width or any(len(one) != 1 for one in others):
        return lines
    cells = [cell for line in others for cell in line]
    return [head, *(tuple(cells[at : at + width]) for at in range(0, len(cells), width))]


def read_cells(
    text: str, tables: Sequence[tuple[Span, ...]], group: int, *, has_header: bool | None = None
) -> tuple[list[Element], list[Finding]]:
    """The rows of one table whose cells are known: see ``read_table``.

    Args:
        text: the text that offsets count in.
        tables: the cells of each line, in order.
        group: the number of the table within its guide.
        has_header: whether the first line names the columns; None to tell from the cells.
    """
    if has_header and tables and not any(has_words(cell.of(text)) for cell in tables[0]):
        has_header = None  # Converters give a table whose header is not marked an empty one.
    # Left out first: above nothing but empty rows a head is the only row there is.
    tables = [cells for cells in tables if any(has_words(cell.of(text)) for cell in cells)]
    if not tables:
        return [], []
    tables = _without_empty(tables)
    heads = _heads(text, tables, has_header)
    if _counts(text, heads, tables[heads.lines :]):
        tables = [cells[1:] for cells in tables]
        heads = replace(heads, columns=heads.columns[1:])
    columns = heads.columns
    rows: list[Element] = [Paragraph(title) for title in heads.titles]
    findings: list[Finding] = []
    for cells in tables[heads.lines :]:
        filled = [cell for cell in cells if cell.start < cell.end]
        if not filled:  # but for the number that counts it, which is left out
            continue
        if columns and len(cells) != len(columns):
            findings.append(_ragged(text, cells, len(columns)))
            cells = _with_cell_from_above(text, cells, columns)
        padded = columns + ("",) * (len(cells) - len(columns)) if columns else ()
        row = Span(filled[0].start, filled[-1].end)
        within = tuple(_clamped(cell, row) for cell in cells)
        rows.append(Row(row, group, within, padded))
    return rows, findings


def _heads(text: str, tables: Sequence[tuple[Span, ...]], has_header: bool | None) -> Heads:
    """The names of a table's columns, from its first lines; none where those are facts too."""
    said = [[cell.of(text) for cell in cells] for cells in tables]
    if has_header is False or is_key_value(said, marked=bool(has_header)):
        return Heads((), 0)
    double = double_heads(text, tables)
    if double is None and (looks_like_header(said) if has_header is None else len(tables) > 1):
        return Heads(tuple(names_of(text, tables[0])), 1)
    return double or Heads((), 0)


def _without_empty(tables: Sequence[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The rows without the columns that are empty in all, as converters of PDFs leave them.

    The first stays: a cell that reaches down to it may have become a heading above the table.
    """
    if len(set(map(len, tables))) != 1:
        return list(tables)
    filled = [any(cell.start < cell.end for cell in column) for column in zip(*tables, strict=True)]
    filled[:1] = [True]
    return [tuple(compress(cells, filled)) for cells in tables]


def _counts(text: str, heads: Heads, rows: Sequence[tuple[Span, ...]]) -> bool:
    """Whether a table's first column only counts its rows: "#" over 1, 2 and 3."""
    if len(heads.columns) < 3 or not _COUNTER.fullmatch(heads.columns[0].strip("*_ ")):
        return False
    firsts = [cells[0].of(text).strip(" .)*") for cells in rows if cells]
    return len(firsts) > 1 and firsts == [str(number) for number in range(1, len(firsts) + 1)]


def _with_cell_from_above(
    text: str, cells: tuple[Span, ...], columns: Sequence[str]
) -> tuple[Span, ...]:
    """The cells, with an empty one before a place that has slipped out of its column.

    Converters leave out a cell that reaches down from the row above.
    """
    slipped = len(cells) == len(columns) - 1 and is_place(cells[0].of(text).strip("*_ "))
    if not slipped or is_region_column(columns[0]) or not is_region_column(columns[1]):
        return cells
    return (Span(cells[0].start, cells[0].start), *cells)


def _clamped(cell: Span, row: Span) -> Span:
    """The cell; an empty one at the edge is moved to where the row's text begins or ends."""
    return Span(min(max(cell.start, row.start), row.end), max(min(cell.end, row.end), row.start))


def _ragged(text: str, cells: Sequence[Span], columns: int) -> Finding:
    first = next((cell.of(text) for cell in cells if cell.start < cell.end), "")
    counted = f"{len(cells)} cell{'' if len(cells) == 1 else 's'}"
    return Finding(
        "ragged_table",
        f'The table row "{first[:60]}" has {counted} under {columns} columns; it is kept as it is.',
    )

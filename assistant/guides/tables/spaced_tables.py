"""Tables set with spaces, as in the text of a PDF: which lines are rows, and where cells stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from assistant.guides.lines import has_words
from assistant.guides.model import Span

_CHUNK = re.compile(r"\S+(?:\s\S+)*")
_OTHER_MARKS = re.compile(r"[|\t\n\r]")
_FIGURE = re.compile(r"(?:up to |from |c\.? ?)?[£€$]?\s?\d", re.IGNORECASE)
#: What stands before a sum and belongs to it: "from £35,000".
_BOUND = re.compile(
    r"(?:from|up to|to|over|under|about|around|circa|c\.|approx\.?|at least|more than)\s+",
    re.IGNORECASE,
)
#: The same where a word of its own label stands before it: "Head of wards from £35,000".
_BOUND_BEHIND = re.compile(r"(?<=\s)(?:from|up to)\s+\Z", re.IGNORECASE)
#: What leads the eye to the next cell, so many signs of it.
_LEADING_ON = ".·…_ "
_FEWEST_DOTS = 4
_LINE_ENDS = "\n\r\v\f\u2028\u2029"
_LONGEST_LINE = 400
_LONGEST_CELL = 48
#: Two spaces part cells; where no column holds figures, three do, lest justified prose is a table.
_GAP = 2
_WIDE_GAP = 3
_MOST_BREAKS = 3
#: A number of a page, between two parts of a table that the page's end has torn apart.
_PAGE_END = re.compile(r"\f|^[ \t]*[-–]?[ \t]*\d{1,3}[ \t]*[-–]?[ \t]*$", re.MULTILINE)
_MOST_WORDS_BETWEEN = 15
#: A cell that stands off its column does so by no more.
_OFF = 4
_FEWEST_WORDS_OF_PIECE = 4


def spaced_rows(text: str, lines: Sequence[Span]) -> set[int]:
    """The places of lines that are rows of a table whose cells stand below each other.

    Args:
        text: the text that offsets count in.
        lines: lines in order, trimmed.
    """
    laid = [_chunks(text, line) for line in lines]
    rows: set[int] = set()
    place = 0
    while place < len(lines):
        stop = _end(text, lines, laid, place)
        if _is_table(text, laid[place:stop]):
            rows.update(range(place, stop))
        place = stop
    return rows


def spaced_cells(text: str, lines: Sequence[Span]) -> list[tuple[Span, ...]]:
    """The cells of such rows, an empty one where a row leaves its column empty; [] if none."""
    if any(_OTHER_MARKS.search(text, line.start, line.end) for line in lines):
        return []
    laid: list[list[_Chunk]] = []
    columns: list[tuple[int, int]] = []
    for line in lines:
        laid.append(_fitted(text, _chunks(text, line), columns))
        columns = _merged([*columns, *(chunk[:2] for chunk in laid[-1])])
    return [_cells(chunks, columns) for chunks in laid] if len(columns) > 1 else []


#: Where a cell begins and ends on its line, and where it stands in the text.
_Chunk = tuple[int, int, Span]


def _chunks(text: str, line: Span) -> list[_Chunk]:
    if _OTHER_MARKS.search(text, line.start, line.end):
        return []
    before = max(0, line.start - _LONGEST_LINE)
    edge = max(text.rfind(end, before, line.start) for end in _LINE_ENDS) + 1 or before
    chunks: list[_Chunk] = []
    for found in _CHUNK.finditer(text, line.start, line.end):
        bare = found.group().rstrip(_LEADING_ON)
        dots = len(found.group()) - len(bare)
        end = found.end() - (dots if dots >= _FEWEST_DOTS else 0)
        if end > found.start():  # dots alone are no cell: they lead on to the next one
            chunks.append((found.start() - edge, end - edge, Span(found.start(), end)))
    return chunks


def _end(text: str, lines: Sequence[Span], laid: list[list[_Chunk]], start: int) -> int:
    """Where the lines end whose cells stand below each other, beginning at ``start``."""
    stop = start + 1
    columns = _merged(chunk[:2] for chunk in laid[start])
    most = len(columns)
    while most > 1 and stop < len(lines):
        between = text[lines[stop - 1].end : lines[stop].start]
        if not laid[stop] or _is_apart(between, alone=len(laid[stop]) == 1):
            break
        chunks = _fitted(text, laid[stop], columns)
        if len(chunks) == 1 and chunks[0][0] < columns[1][0] - _GAP:
            break  # what begins at the left edge and has one cell is the text below the table
        most = max(most, len(chunks))
        wider = _merged([*columns, *(chunk[:2] for chunk in chunks)])
        if len(wider) != most:
            break
        columns, laid[stop], stop = wider, chunks, stop + 1
    return stop


def _is_apart(between: str, *, alone: bool) -> bool:
    """Whether what stands between two lines ends a table; the end of a page does not."""
    if has_words(between):
        return len(between.split()) > _MOST_WORDS_BETWEEN or not _PAGE_END.search(between)
    return between.count("\n") > (1 if alone else _MOST_BREAKS)


def _fitted(
    text: str, chunks: Sequence[_Chunk], columns: Sequence[tuple[int, int]]
) -> list[_Chunk]:
    """A line's cells, as the columns above it part and place them.

    A long label leaves but one space before its figure, or moves that out of its column.
    """
    parted = [part for chunk in chunks for part in _parted(text, chunk, columns)]
    wider = _merged([*columns, *(chunk[:2] for chunk in parted)])
    if len(parted) != len(columns) or len(wider) == len(columns):
        return parted
    near = all(
        min(abs(left - start), abs(right - end)) <= _OFF
        for (left, right, _), (start, end) in zip(parted, columns, strict=True)
    )
    if not near or not _has_figure(text, parted[1:]):
        return parted
    return [(*column, chunk[2]) for column, chunk in zip(columns, parted, strict=True)]


def _parted(text: str, chunk: _Chunk, columns: Sequence[tuple[int, int]]) -> list[_Chunk]:
    """A cell, in parts where a figure in it stands right below a column that it reaches into."""
    left, right, span = chunk
    cuts = [
        (start, end)
        for start, end in columns[
            bisect_left(columns, (left + 2,)) : bisect_left(columns, (right,))
        ]
        if text[span.start + start - left - 1].isspace()
        and _FIGURE.match(text, span.start + start - left, span.end)
    ]
    if not cuts or right > cuts[-1][1] + _OFF:
        return [chunk]
    if _BOUND.fullmatch(text, span.start, span.start + cuts[0][0] - left):
        return [chunk]
    begins = [left, *(start for start, _ in cuts)]
    ends = [*(start - _GAP for start, _ in cuts), right]
    spots = [span.start, *(_cut_at(text, span.start, start - left) for start, _ in cuts)]
    stops = [*(spot - 1 for spot in spots[1:]), span.end]
    return [
        (begin, end, Span(spot, stop))
        for begin, end, spot, stop in zip(begins, ends, spots, stops, strict=True)
    ]


def _cut_at(text: str, start: int, off: int) -> int:
    """Where a cell begins whose figure stands so far behind a start: at the bound before that."""
    bound = _BOUND_BEHIND.search(text, start, start + off)
    return bound.start() if bound else start + off


def _is_table(text: str, laid: Sequence[list[_Chunk]]) -> bool:
    worded = [chunks for chunks in laid if any(has_words(span.of(text)) for *_, span in chunks)]
    several = [chunks for chunks in worded if len(chunks) > 1]
    columns = _merged(chunk[:2] for chunks in laid for chunk in chunks)
    words = [chunk[2].of(text) for chunks in several for chunk in chunks]
    if len(several) < 2 or max(map(len, words)) > _LONGEST_CELL:
        return False
    if 2 * sum(_is_cut(chunks[0][2].of(text)) for chunks in several) >= len(several):
        return False  # two columns of a page, the first of them of sentences
    if len(columns) == 2 and any(chunks[0][2].of(text).endswith(":") for chunks in several):
        return False  # "Hours:   37" is a fact with its label
    figures = sum(_has_figure(text, chunks[1:]) for chunks in several)
    wide = _merged((chunk[:2] for chunks in laid for chunk in chunks), _WIDE_GAP)
    return 2 * figures >= len(several) or len(wide) == len(columns) > 2


def _is_cut(words: str) -> bool:
    """Whether a first cell is rather a piece of a sentence: "chainsaw, and some with a clip-"."""
    long = len(words.split()) >= _FEWEST_WORDS_OF_PIECE
    return long and (words[0].islower() or words.endswith((",", "-")))


def _has_figure(text: str, chunks: Sequence[_Chunk]) -> bool:
    """Whether one of the cells begins with a figure: "£23,000" or "2+ years", not "At 8 am"."""
    return any(_FIGURE.match(text, chunk[2].start) for chunk in chunks)


def _merged(edges: Iterable[tuple[int, int]], gap: int = _GAP) -> list[tuple[int, int]]:
    """The columns: what cells take of their lines, those that no gap parts made one."""
    columns: list[tuple[int, int]] = []
    for start, end in sorted(edges):
        if columns and start < columns[-1][1] + gap:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    return columns


def _cells(chunks: Sequence[_Chunk], columns: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    cells: list[Span] = []
    at = chunks[0][2].start
    for start, end in columns:
        own = [span for left, right, span in chunks if start <= left and right <= end]
        cells.append(Span(own[0].start, own[-1].end) if own else Span(at, at))
        at = cells[-1].end
    return tuple(cells)

"""What Markdown joins although a page without blank lines means it apart.

Without them Markdown takes every following line into the same paragraph, list item or table.
"""

from collections.abc import Iterator, Sequence

from assistant.guides.lines import LIST_SIGN, SURE_SIGN, trim
from assistant.guides.model import Span
from assistant.guides.signs import sign_lengths
from assistant.guides.tables.spaced_tables import spaced_rows
from assistant.guides.tables.tables import count_separators, has_leader

# No program that breaks lines makes them longer: a longer one is a paragraph by itself.
_WIDEST_WRAP = 130
_ENDS = (".", "!", "?", ":", ".)", '."', ".”", ".**", "?**")


def lines_within(text: str, span: Span) -> list[Span]:
    """The lines of ``span`` that are not blank, trimmed."""
    lines: list[Span] = []
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        trimmed = trim(text, start, start + len(line))
        if trimmed.start < trimmed.end:
            lines.append(trimmed)
        start += len(line)
    return lines


def split_paragraph(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """The parts of what Markdown takes for one paragraph, each with whether it is table lines."""
    lines = lines_within(text, span)
    spaced = spaced_rows(text, lines)
    led = [has_leader(line.of(text)) for line in lines]
    rows = [
        _is_row(line.of(text)) or place in spaced or (led[place] and sum(led) > 1)
        for place, line in enumerate(lines)
    ]
    unwrapped = any(line.end - line.start > _WIDEST_WRAP for line in lines)
    start = 0
    for place in range(1, len(lines) + 1):
        if (
            place == len(lines)
            or rows[place] != rows[start]
            or (unwrapped and not rows[start] and lines[place - 1].of(text).endswith(_ENDS))
        ):
            yield Span(lines[start].start, lines[place - 1].end), rows[start]
            start = place


def split_item(text: str, span: Span) -> tuple[Span, Span | None]:
    """A list item, and the lines at the left edge that follow its full stop, if there are any."""
    lines = lines_within(text, span)
    for place in range(1, len(lines)):
        line, before = lines[place], lines[place - 1]
        adjacent = len(text[before.end : line.start].split("\n")) == 2
        at_edge = text[line.start - 1] in "\r\n"
        if adjacent and at_edge and before.of(text).endswith(_ENDS) and text[line.start].isupper():
            return Span(span.start, before.end), Span(line.start, span.end)
    return span, None


def split_signed(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """The parts of a paragraph, each with whether it is a list item that a sign begins.

    Its own sign is no part of an item. A dash or a letter is a sign where it begins the paragraph
    or several lines of it.
    """
    lines = lines_within(text, span)
    begins = _item_starts(text, lines)
    if not any(begins):
        yield span, False
        return
    starts = [place for place in range(len(lines)) if begins[place] or place == 0]
    for place, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Span(begins[place] or lines[place].start, lines[following - 1].end), begins[place] > 0


def _item_starts(text: str, lines: Sequence[Span]) -> list[int]:
    """Where the words of each line begin that a sign makes a list item; 0 for any other line."""
    lengths = sign_lengths([line.of(text) for line in lines], numbered=True)
    begins = [
        line.start + length if length else 0 for line, length in zip(lines, lengths, strict=True)
    ]
    signs = [LIST_SIGN.match(text, line.start, line.end) for line in lines]
    dashed = signs[0] is not None and signs[0].group()[0] in "–—"
    sure = any(SURE_SIGN.match(text, line.start, line.end) for line in lines)
    if sure or sum(sign is not None for sign in signs) >= (2 if dashed or not signs[0] else 1):
        begins = [sign.end() if sign else at for sign, at in zip(signs, begins, strict=True)]
    return begins


def _is_row(line: str) -> bool:
    return line.startswith("|") or (count_separators(line) >= 2 and "|" in line)

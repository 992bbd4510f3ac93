"""What Markdown joins although a page without blank lines means it apart.

Without them Markdown takes every following line into the same paragraph, list item or table.
"""

from collections.abc import Iterator

from assistant.guides.lines import trim
from assistant.guides.model import Span
from assistant.guides.tables import count_separators

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
    rows = [_is_row(line.of(text)) for line in lines]
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


def _is_row(line: str) -> bool:
    return line.startswith("|") or (count_separators(line) >= 2 and "|" in line)

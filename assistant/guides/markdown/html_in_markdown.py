"""HTML that stands in Markdown -> the rows of its tables, and the rest of it as paragraphs."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.guides.lines import has_words, trim
from assistant.guides.model import Finding, Span
from assistant.guides.outline import Element, Paragraph
from assistant.guides.tables.tables import read_cells

TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u)\b[^<>]*>",
    re.IGNORECASE,
)
_TABLE = re.compile(r"<(?P<end>/?)table\b[^<>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"<t(?P<kind>[hd])\b[^<>]*>", re.IGNORECASE)
_OPENS = re.compile(r"<(?P<name>[a-z]\w*)\b[^<>]*>", re.IGNORECASE)
_ENDS = re.compile(r"</(?:t[hdr]|thead|tbody|tfoot|table)\s*>", re.IGNORECASE)


def html_elements(text: str, span: Span, groups: int) -> tuple[list[Element], list[Finding], int]:
    """What HTML within a page says: the rows of its tables, and its words between block tags.

    Args:
        text: the text that offsets count in.
        span: where the HTML stands.
        groups: how many lists and tables the guide has above it.

    Returns:
        The elements, what is wrong with its tables, and how many lists and tables there are then.
    """
    elements: list[Element] = []
    findings: list[Finding] = []
    start = span.start
    for table in _tables(text, span):
        rows, heads = _rows(text, table)
        if not rows:
            continue
        read, found = read_cells(text, rows, groups, has_header=heads or None)
        elements += read
        findings += found
        groups += 1
        for cell in (cell for row in rows for cell in row):
            elements += _paragraphs(text, Span(start, cell.start))
            start = cell.end
    elements += _paragraphs(text, Span(start, span.end))
    return sorted(elements, key=lambda one: one.span.start), findings, groups


def _tables(text: str, span: Span) -> Iterator[Span]:
    """The tables that hold no other; what stands around another is no table of its own."""
    opened: int | None = None
    for tag in _TABLE.finditer(text, span.start, span.end):
        if not tag["end"]:
            opened = tag.start()
        elif opened is not None:
            yield Span(opened, tag.end())
            opened = None
    if opened is not None:
        yield Span(opened, span.end)


def _rows(text: str, table: Span) -> tuple[list[tuple[Span, ...]], bool]:
    """The cells of each row of a table, and whether the first is of heads alone."""
    rows: list[tuple[Span, ...]] = []
    kinds: list[str] = []
    starts = [row.start() for row in _ROW.finditer(text, table.start, table.end)]
    for start, end in pairwise([*starts, table.end]):
        cells = [*_CELL.finditer(text, start, end)]
        if not cells:
            continue
        edges = [*(cell.start() for cell in cells[1:]), end]
        spans = [_words(text, cell.end(), edge) for cell, edge in zip(cells, edges, strict=True)]
        if any(_has_blocks(cell.of(text)) for cell in spans):
            return [], False
        rows.append(tuple(spans))
        kinds.append("".join(cell["kind"].lower() for cell in cells))
    return rows, bool(kinds) and {*kinds[0]} == {"h"}


def _has_blocks(words: str) -> bool:
    """Whether a cell holds paragraphs or lists, which say more than a row can."""
    return any(not _INLINE_TAG.fullmatch(tag) for tag in TAG.findall(words))


def _words(text: str, start: int, end: int) -> Span:
    """The words of a cell, up to the tag that ends it, without a tag around all of them."""
    ended = _ENDS.search(text, start, end)
    cell = trim(text, start, ended.start() if ended else end)
    while opened := _OPENS.match(text, cell.start, cell.end):
        closing = f"</{opened['name']}>"
        # The end alone: in small letters a text may be longer than it is.
        if text[max(opened.end(), cell.end - len(closing)) : cell.end].lower() != closing.lower():
            break
        cell = trim(text, opened.end(), cell.end - len(closing))
    return cell


def _paragraphs(text: str, span: Span) -> Iterator[Paragraph]:
    """Each stretch of text between block tags as a paragraph."""
    start = span.start
    edges = [tag.span() for tag in TAG.finditer(text, span.start, span.end)]
    for opened, closed in [*edges, (span.end, span.end)]:
        if opened < span.end and _INLINE_TAG.fullmatch(text, opened, closed):
            continue
        part = trim(text, start, opened)
        if has_words(TAG.sub(" ", part.of(text))):
            yield Paragraph(part)
        start = closed

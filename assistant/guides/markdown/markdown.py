"""Markdown -> Outline, by markdown-it-py's tokens and their line maps."""

import re
from collections.abc import Sequence
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from assistant.guides.counted import with_counted
from assistant.guides.hidden import merged
from assistant.guides.jobs.naming import role_of_page
from assistant.guides.jobs.opening import looks_like_heading, plain, unnumbered
from assistant.guides.jobs.role import names_below
from assistant.guides.lines import has_words, is_delimiter, trim
from assistant.guides.markdown.bare_lists import split_bare, with_items
from assistant.guides.markdown.bold_heads import BOLD_LEVEL, with_bold_heads
from assistant.guides.markdown.html_in_markdown import TAG, html_elements
from assistant.guides.markdown.markdown_frame import without_frame
from assistant.guides.markdown.numbered_heads import with_numbered_heads
from assistant.guides.markdown.speakers import with_speakers
from assistant.guides.markdown.titles import without_title
from assistant.guides.markdown.underlines import SUBLEVEL, for_markdown, is_sublevel
from assistant.guides.model import Finding, Span
from assistant.guides.outline import Element, Heading, Item, Outline, Paragraph
from assistant.guides.paragraphs import lines_within, split_item, split_paragraph, split_signed
from assistant.guides.signs import with_signed_items
from assistant.guides.tables.spaced_tables import spaced_rows
from assistant.guides.tables.tables import count_separators, read_table

_LONGEST_SUMMARY = 320
#: Other names of the job stand among so many paragraphs below the title.
_NAMES_WITHIN = 3
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_PREFIX = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?")
_BOLD = re.compile(r"(?P<mark>\*\*\*|\*\*|__)[^\n*_]+(?P=mark):?")
# Inline marks matter in headings only, so the block parser leaves them alone.
_blocks = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("inline")
_inline = MarkdownIt("commonmark")


def read_markdown(text: str) -> Outline:
    """The outline of a Markdown page.

    Args:
        text: the page's text, front matter and hidden characters already replaced by spaces.
    """
    walk = _Walk(text)
    walk.read(SyntaxTreeNode(_blocks.parse(for_markdown(text))))
    kept, findings = without_frame(text, with_speakers(text, walk.swept()))
    signed = with_numbered_heads(text, with_signed_items(text, kept, walk.groups))
    listed = with_items(text, signed, walk.groups + len(signed))
    listed = with_counted(text, listed, walk.groups + 2 * len(signed))
    title, rest = without_title(text, listed)
    role = role_of_page(title, text) if title else ""
    rest = with_bold_heads(text, rest, role)
    summary = _summary(text, rest)
    above = takewhile(lambda element: isinstance(element, Paragraph), rest[:_NAMES_WITHIN])
    names = names_below(element.span.of(text) for element in above)
    return Outline(title, role, summary, tuple(rest), (*walk.findings, *findings), names)


def _summary(text: str, elements: Sequence[Element]) -> Span | None:
    """The first paragraph, when it is short and another one follows."""
    if len(elements) < 2 or not all(isinstance(element, Paragraph) for element in elements[:2]):
        return None
    words = elements[0].span.of(text)
    return elements[0].span if len(words) <= _LONGEST_SUMMARY and "?" not in words else None


class _Walk:
    """Collects the elements of a parsed page, with what of the text they took."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [Span(*found.span()) for found in _LINE.finditer(text)]
        self.elements: list[Element] = []
        self.findings: list[Finding] = []
        self.taken: list[Span] = []
        self.groups = 0
        self.signed: set[int] = set()

    def read(self, node: SyntaxTreeNode) -> None:
        """Collect everything below a node."""
        for child in node.children:
            if child.type == "heading":
                self._heading(child)
            elif child.type == "paragraph":
                self._paragraph(child, bold_heads=node.type == "root")
            elif child.type in ("bullet_list", "ordered_list"):
                self._list(child, None)
            elif child.type == "table":
                self._table(self._extent(child))
            elif child.type == "html_block":
                self._html(self._extent(child))
            elif child.type in ("fence", "code_block"):
                self._code(child)
            else:
                self.read(child)

    def swept(self) -> list[Element]:
        """The elements in order, with a paragraph for each line of words that no element took."""
        kept = merged(self.taken)
        place = 0
        for line in self.lines:
            while place < len(kept) and kept[place].end <= line.start:
                place += 1
            start, following = line.start, place
            while following < len(kept) and kept[following].start < line.end:
                self._sweep(start, kept[following].start)
                start = max(start, kept[following].end)
                following += 1
            self._sweep(start, line.end)
        return sorted(self.elements, key=lambda element: element.span.start)

    def _sweep(self, start: int, end: int) -> None:
        span = trim(self.text, start, end)
        words = TAG.sub(" ", span.of(self.text))
        if has_words(words) and not re.fullmatch(
            r"[\s>]*(?:\d{1,9}[.)]|```\s*\w*|~~~\s*\w*)", words
        ):
            self.elements.append(Paragraph(span))

    def _add(self, element: Element) -> None:
        self.taken.append(element.span)
        if has_words(element.span.of(self.text)):
            self.elements.append(element)

    def _extent(self, node: SyntaxTreeNode) -> Span:
        """Where a node's lines stand, trimmed."""
        first, last = node.map or (0, 0)
        if first >= last:
            return Span(0, 0)
        return trim(self.text, self.lines[first].start, self.lines[last - 1].end)

    def _content(self, node: SyntaxTreeNode) -> Span:
        """Where the words of a paragraph or heading stand, without the marks before them."""
        inline = node.children[0]
        first, last = inline.map or (0, 0)
        contents = [line.strip() for line in inline.content.splitlines()] or [""]
        head = self.lines[first].of(self.text).rstrip()
        marks = head.find(contents[0]) if node.type == "heading" else len(head) - len(contents[0])
        start = self.lines[first].start + max(0, marks)
        if node.type == "heading" and len(contents) == 1:
            return Span(start, start + len(contents[0]))
        return trim(self.text, start, self.lines[last - 1].end)

    def _heading(self, node: SyntaxTreeNode) -> None:
        span = self._content(node)
        lines = lines_within(self.text, span)
        if node.markup[:1] in ("=", "-") and len(lines) > 1:
            # Markdown takes all lines above the underlining; only the last one is underlined.
            self._split(Span(lines[0].start, lines[-2].end))
            self.taken.append(self._extent(node))
            words = plain(lines[-1].of(self.text))
            self.elements.append(Heading(lines[-1], self._level(node), words))
            return
        words = " ".join(_plain(node.children[0].content).split())
        self.taken.append(self._extent(node))
        if has_words(words):
            self.elements.append(Heading(span, self._level(node), words.rstrip(":") or words))

    def _level(self, node: SyntaxTreeNode) -> int:
        last = self.lines[node.map[1] - 1].of(self.text) if node.map else ""
        return SUBLEVEL if is_sublevel(last) else int(node.tag[1])

    def _paragraph(self, node: SyntaxTreeNode, *, bold_heads: bool) -> None:
        span = self._content(node)
        words = span.of(self.text)
        if bold_heads and _BOLD.fullmatch(words) and looks_like_heading(words):
            self._add(Heading(span, BOLD_LEVEL, unnumbered(plain(words)), marked=False))
            return
        self._split(span)

    def _split(self, span: Span) -> None:
        for part, is_table in split_paragraph(self.text, span):
            if is_table:
                self._table(part)
            else:
                self._signed(part)

    def _signed(self, span: Span) -> None:
        """A paragraph, or the items of a list that has other signs than Markdown's."""
        self.taken.append(span)
        lines = split_bare(self.text, span)
        if len(lines) > 1:
            self._add(Paragraph(lines[0]))
            for line in lines[1:]:
                self._add(Item(line, self.groups))
            self.groups += 1
            return
        for part, is_item in split_signed(self.text, span):
            before = self.elements[-1] if self.elements else None
            if not is_item:
                self._add(Paragraph(part))
            elif isinstance(before, Item) and before.group in self.signed:
                self._add(Item(part, before.group))  # each item was a paragraph of its own
            else:
                self.signed.add(self.groups)
                self._add(Item(part, self.groups))
                self.groups += 1

    def _list(self, node: SyntaxTreeNode, parent: Span | None) -> None:
        group = self.groups
        self.groups += 1
        for item in node.children:
            own: Span | None = None
            for child in item.children:
                if child.type in ("bullet_list", "ordered_list"):
                    self._flush(own, group, parent)
                    self._list(child, own or parent)
                    own = None
                elif child.type in ("table", "html_block"):
                    self._flush(own, group, parent)
                    own = None
                    (self._table if child.type == "table" else self._html)(self._extent(child))
                else:
                    span = self._inner(child)
                    own = Span(own.start, span.end) if own else span
            self._flush(own, group, parent)

    def _inner(self, node: SyntaxTreeNode) -> Span:
        if node.type in ("paragraph", "heading"):
            return self._content(node)
        span = self._extent(node)
        marks = _PREFIX.match(self.text, span.start, span.end)
        return Span(marks.end(), span.end) if marks else span

    def _flush(self, own: Span | None, group: int, parent: Span | None) -> None:
        if own is None:
            return
        item, rest = split_item(self.text, own)
        self._add(Item(item, group, parent))
        if rest:
            self._split(rest)

    def _table(self, span: Span) -> None:
        lines = []
        for line in lines_within(self.text, span):
            marks = _PREFIX.match(self.text, line.start, line.end)
            lines.append(Span(marks.end(), line.end) if marks else line)
        delimited = len(lines) > 1 and is_delimiter(lines[1].of(self.text))
        rows = [line for line in lines if not is_delimiter(line.of(self.text))]
        # Markdown takes every line up to a blank one for a row.
        while (
            len(rows) > 1
            and not count_separators(rows[-1].of(self.text))
            and "|" in rows[0].of(self.text)
        ):
            self.elements.append(Paragraph(rows.pop()))
        read, found = read_table(self.text, rows, self.groups, has_header=delimited or None)
        self.groups += 1
        self.taken.append(span)
        self.elements.extend(read)
        self.findings.extend(found)

    def _html(self, span: Span) -> None:
        self.taken.append(span)
        read, found, self.groups = html_elements(self.text, span, self.groups)
        self.elements.extend(read)
        self.findings.extend(found)

    def _code(self, node: SyntaxTreeNode) -> None:
        """Code as a paragraph; what keeps its spaces so may be a table."""
        span = self._within_fence(node)
        if spaced_rows(self.text, lines_within(self.text, span)):
            self._split(span)
        else:
            self._add(Paragraph(span))

    def _within_fence(self, node: SyntaxTreeNode) -> Span:
        span = self._extent(node)
        self.taken.append(span)
        if node.type == "fence" and node.map:
            first, last = node.map[0] + 1, node.map[1]
            closed = self.lines[last - 1].of(self.text).strip(" \t\r\n>").startswith(node.markup)
            last -= closed and last - 1 > node.map[0]
            if first >= last:
                return Span(span.start, span.start)
            return trim(self.text, self.lines[first].start, self.lines[last - 1].end)
        return span


def _plain(content: str) -> str:
    """What a reader sees of a heading's inline content."""
    words = []
    for node in SyntaxTreeNode(_inline.parseInline(content)).walk():
        if node.type in ("text", "code_inline"):
            words.append(node.content)
        elif node.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return "".join(words)

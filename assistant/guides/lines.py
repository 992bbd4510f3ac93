"""A text's lines with their offsets, and what a line looks like."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.guides.model import Span

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
#: Signs that begin a list item though they are none of Markdown's: "•", "o", "(a)", "ii."
_SURE_SIGN = r"[•·▪●◦‣∙⁃■□○◆➢➤►→✓✔]"  # noqa: RUF001
_COUNTED = r"\((?:[a-z]|[ivx]{1,4})\)|[a-z]\)|(?:i{1,3}|iv|vi{1,3}|ix|x)[.)]"
SURE_SIGN = re.compile(rf"{_SURE_SIGN}\s+(?=\S)")
LIST_SIGN = re.compile(rf"(?:{_SURE_SIGN}|[–—o]|{_COUNTED})\s+(?=\S)")
_BULLET = re.compile(
    rf"(?:{_SURE_SIGN}|[-*+–—o]|\.(?=\s+[^\W\d_])|\(?\d{{1,2}}[.)]|{_COUNTED})\s+(?=\S)"
)
_ATX = re.compile(r"#{1,6}\s+(?=\S)")
_CLOSING_HASHES = re.compile(r"\s+#+$")
#: "== Pay ==" of wikis, "== Pay" of AsciiDoc.
_EQUALS = re.compile(r"(?P<marks>={1,6})\s+(?P<words>[^\W_].*?)(?P<closed>\s*=+)?")
_LONGEST_HEADING = 200
#: "h2. Pay" of Textile and Confluence, where "#" counts the items of a list.
_TEXTILE = re.compile(r"h([1-6])\.\s+(?=\S)")
_TEXTILE_LINES = re.compile(rf"^{_TEXTILE.pattern}", re.MULTILINE)
_FEWEST_HEADINGS = 2
_HASHES = re.compile(r"#{1,3}\s+(?=\S)")
_WORD = re.compile(r"[^\W_]")
_UNDERLINING = re.compile(r"(?:={3,}|-{3,}|~{3,}|\^{3,})")
_LEVELS = {"=": 1, "-": 2}
_DELIMITER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")


class Shape(StrEnum):
    """What a line is, by its marks alone."""

    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    HEADING = "heading"
    DELIMITER = "delimiter"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that carries words. ``start`` and ``end`` leave out its bullet or hashes.

    ``level`` counts the hashes, or says how the line is underlined: 1 doubly, 2 singly, 3 in waves.
    ``marker`` is the bullet or number. ``after_blank`` tells whether the line above it is empty,
    ``broken`` whether a line's end broke a word of it.
    """

    shape: Shape
    start: int
    end: int
    text: str
    level: int = 0
    after_blank: bool = False
    marker: str = ""
    broken: bool = False

    @property
    def span(self) -> Span:
        """Where the line's own text stands."""
        return Span(self.start, self.end)


def trim(text: str, start: int, end: int) -> Span:
    """The span without the white space at its edges; empty at ``start`` when there is nothing."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def has_words(text: str) -> bool:
    """Whether the text has any letter or digit."""
    return _WORD.search(text) is not None


def is_delimiter(line: str) -> bool:
    """Whether a line only separates a table's header from its rows."""
    return "|" in line and _DELIMITER.fullmatch(line.strip()) is not None


def is_textile(text: str) -> bool:
    """Whether headings are marked as Textile does: "h2. Pay"."""
    return len(_TEXTILE_LINES.findall(text)) >= _FEWEST_HEADINGS


def content_lines(text: str) -> list[Line]:
    """The lines that carry words or delimit a table, each with its shape, blanks left out."""
    lines: list[Line] = []
    textile = is_textile(text)
    previous_end = 0
    for found in _LINE.finditer(text):
        span = trim(text, found.start(), found.end())
        words = span.of(text)
        if not has_words(words) and not is_delimiter(words):
            if lines and _UNDERLINING.fullmatch(words):
                lines[-1] = _underlined(lines[-1], words, text[lines[-1].end : span.start])
            continue
        breaks = text[previous_end : span.start].replace("\r\n", "\n")
        after_blank = len(re.findall(r"[\n\r\u2029]", breaks)) > 1
        read = _textile_line(words, span, after_blank) if textile else None
        apart = after_blank or not lines
        read = read or _between_equals(words, span, after_blank, apart=apart)
        lines.append(read or _line(words, span, after_blank))
        previous_end = span.end
    return lines


def _underlined(line: Line, underlining: str, between: str) -> Line:
    """The line as the heading that the underlining right below it makes of text or a number."""
    adjacent = len(re.findall(r"\r\n|[\n\r]", between)) == 1
    level = _LEVELS.get(underlining[0], 3)
    if adjacent and line.shape is Shape.TEXT:
        return replace(line, level=level)
    numbered = line.shape is Shape.ITEM and line.marker[:1].isdigit() and line.text[-1] not in ".;,"
    return replace(line, shape=Shape.HEADING, level=level) if adjacent and numbered else line


def _textile_line(words: str, span: Span, after_blank: bool) -> Line | None:
    """A heading or a counted item in Textile's marks; None if a line has neither."""
    for shape, pattern in ((Shape.HEADING, _TEXTILE), (Shape.ITEM, _HASHES)):
        if mark := pattern.match(words):
            level = int(mark[1]) if shape is Shape.HEADING else 0
            start = span.start + mark.end()
            rest = words[mark.end() :]
            return Line(shape, start, span.end, rest, level, after_blank, mark.group().strip())
    return None


def _between_equals(words: str, span: Span, after_blank: bool, *, apart: bool) -> Line | None:
    """A heading in the marks of wikis or AsciiDoc, which stands ``apart`` unless it is closed."""
    found = _EQUALS.fullmatch(words) if len(words) <= _LONGEST_HEADING else None
    if found is None or not (apart or found["closed"]):
        return None
    start = span.start + found.start("words")
    end = span.start + found.end("words")
    level = len(found["marks"])
    return Line(Shape.HEADING, start, end, found["words"], level, after_blank, found["marks"])


def _line(words: str, span: Span, after_blank: bool) -> Line:
    if not has_words(words):
        return Line(Shape.DELIMITER, span.start, span.end, words, 0, after_blank)
    if words.startswith("|"):
        return Line(Shape.ROW, span.start, span.end, words, 0, after_blank)
    for shape, pattern in ((Shape.HEADING, _ATX), (Shape.ITEM, _BULLET)):
        mark = pattern.match(words)
        if mark:
            text, level = words[mark.end() :], 0
            if shape is Shape.HEADING:
                text, level = _CLOSING_HASHES.sub("", text), mark.group().count("#")
            start = span.start + mark.end()
            marker = mark.group().strip()
            return Line(shape, start, start + len(text), text, level, after_blank, marker)
    return Line(Shape.TEXT, span.start, span.end, words, 0, after_blank)

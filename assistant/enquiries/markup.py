"""Markdown of replies -> plain text, and HTML that mail programs show alike."""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

_TAGS = {
    "a", "br", "blockquote", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_(?=\w))(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^#{1,6}\s+")
_LINK = re.compile(r"\[([^\]]+)\]\(<?(https?://[^)>\s]+)>?\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")
#: What is escaped travels past the marks of Markdown as private-use characters.
_HELD = 0xE000


def escaped(text: str) -> str:
    """A text of somebody else's in Markdown that shows it as it is, whatever stands in it."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


def as_html(markdown: str) -> str:
    """HTML of a text; whatever stands in it as HTML is shown as text."""
    rendered = _parser().render(_with_breaks(markdown))
    return nh3.clean(
        rendered, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}
    ).strip()


def as_plain(markdown: str) -> str:
    """A text without the marks of Markdown; a table becomes a line a row, with column names."""
    lines: list[str] = []
    columns: list[str] = []
    source = markdown.split("\n")
    for place, line in enumerate(source):
        below = source[place + 1] if place + 1 < len(source) else ""
        if "|" in line and _TABLE_RULE.match(below):
            columns = _cells(line)
        elif columns and _TABLE_RULE.match(line):
            continue
        elif columns and "|" in line:
            lines.append("- " + _row(columns, _cells(line)))
        else:
            columns = []
            lines.append(_plain_line(line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _with_breaks(markdown: str) -> str:
    """A letter's line ends are meant: "Kind regards," stands above the name."""
    return re.sub(r"(?<=[^\n|])\n(?=[^\n\-*|#>\d])", "  \n", markdown)


def _plain_line(line: str) -> str:
    held = _ESCAPED.sub(lambda found: chr(_HELD + ord(found[1])), line)
    bare = _LINK.sub(lambda link: f"{link[1]} ({link[2]})", _HEADING.sub("", held))
    shown = _EMPHASIS.sub(r"\2", bare).rstrip()
    return re.sub("[\ue000-\ue07f]", lambda found: chr(ord(found[0]) - _HELD), shown)


def _cells(line: str) -> list[str]:
    return [_plain_line(cell.strip()) for cell in line.strip().strip("|").split("|")]


def _row(columns: list[str], cells: list[str]) -> str:
    named = [
        f"{column}: {cell}" if column else cell
        for column, cell in zip(columns, cells, strict=False)
        if cell
    ]
    return "; ".join(named)

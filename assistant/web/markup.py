"""Answer text (Markdown with markers) -> safe HTML.

Text from guides, questions and models is data: raw HTML in it is shown, not obeyed, and whatever
the Markdown yields passes nh3's list of allowed tags. Images are not on it: the page makes no
outside request.
"""

import html
import re
from collections.abc import Collection

import nh3
from markdown_it import MarkdownIt

_MARKER = re.compile(r"\[(\d{1,3})\]")
# Markers travel through Markdown as private-use characters, so that "[1](see above)" is no link.
_OPEN, _CLOSE = "\ue000", "\ue001"
# With the blank before it, which is to hold the marker on the line of the words it stands for.
_HELD = re.compile(f"( ?){_OPEN}(\\d+){_CLOSE}")
_NO_BREAK = "\u00a0"
_TAGS = {
    *("p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
_HEADING = re.compile(r"^(#{1,6})(?=\s)", re.MULTILINE)


def safe_html(text: str, numbers: Collection[int] = (), place: str = "") -> str:
    """The HTML of an answer's text.

    Args:
        text: Markdown with markers such as [1].
        numbers: the citation numbers that exist; other markers stay as they are written.
        place: prefix of the sources' ids on the page; without it markers are no links yet.
    """
    plain = text.replace(_OPEN, "").replace(_CLOSE, "")
    held = _MARKER.sub(lambda marker: _hold(marker, numbers, place), plain)
    # The page's own headings end at the third level.
    lowered = _HEADING.sub("####", held)
    cleaned = nh3.clean(
        _markdown.render(lowered),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )
    return _HELD.sub(
        lambda marker: (_NO_BREAK if marker[1] else "") + _link(int(marker[2]), place), cleaned
    )


def escape(text: str) -> str:
    """Text for between tags and inside attributes."""
    return html.escape(text, quote=True)


def _hold(marker: re.Match[str], numbers: Collection[int], place: str) -> str:
    known = not place or int(marker[1]) in numbers
    return f"{_OPEN}{marker[1]}{_CLOSE}" if known else marker[0]


def _link(number: int, place: str) -> str:
    if not place:
        return f'<span class="marker">{number}</span>'
    target = f"#{escape(place)}-{number}"
    return f'<a class="marker" href="{target}" aria-label="Source {number}">{number}</a>'

"""Text that a reader of the page would not see: where it stands, and what to tell the editor.

Hidden text never reaches a Block: instructions to a model, or words to win a search, are planted
there.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from assistant.guides.lines import has_words, trim
from assistant.guides.model import Finding, Span

_ZERO_WIDTH = "\u200b\u200c\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TAGS = "\U000e0000-\U000e007f\U000e0100-\U000e01ef"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_CHARACTERS = re.compile(rf"[{_ZERO_WIDTH}\u200d\ufe00-\ufe0f{_BIDI}{_TAGS}{_CONTROLS}]+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OPENING = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\s[^<>]*)?)>", re.IGNORECASE)
_CLOSING = (
    r"\shidden(?=[\s=/>]|$)(?!\s*=\s*[\"']?until)|display\s*:\s*none|visibility\s*:\s*hidden"
    r"|max-height\s*:\s*0(?:px)?\s*(?=[;\"'])"
)
_VANISHING = (
    r"font-size\s*:\s*(?:0(?:\.\d+)?(?:px|em|rem|%|pt)?|1(?:px|pt))\s*[;\"']"
    r"|opacity\s*:\s*0(?:\.0+)?\s*[;\"']|clip\s*:\s*rect\(\s*[01]"
    r"|(?:left|right|top|bottom|text-indent)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|vw|vh)"
)
_HIDING = re.compile(rf"{_CLOSING}|{_VANISHING}", re.IGNORECASE)
_ONLY_VANISHING = re.compile(_VANISHING, re.IGNORECASE)
_NEVER_SHOWN = frozenset({"script", "style", "template", "noscript"})
_EMOJI_JOINERS = frozenset("\u200d" + "".join(map(chr, range(0xFE00, 0xFE10))))


def hides(attributes: str) -> bool:
    """Whether an HTML element with these attributes is not shown."""
    return _HIDING.search(attributes + ">") is not None


def closes_only(attributes: str) -> bool:
    """Whether such an element is not shown for being closed, and neither shrunk nor moved off."""
    return hides(attributes) and _ONLY_VANISHING.search(attributes + ">") is None


def hidden_spans(text: str) -> tuple[list[Span], list[Finding]]:
    """Where hidden text stands in ``text``, in order and without overlaps, and a finding a kind."""
    spans: list[Span] = []
    findings: list[Finding] = []
    for name, found in (
        ("HTML comments", [Span(*match.span()) for match in _COMMENT.finditer(text)]),
        ("elements that are not displayed", _elements(text)),
        ("invisible or text-reversing characters", _characters(text)),
    ):
        if found:
            spans.extend(found)
            line = text.count("\n", 0, found[0].start) + 1
            message = f"{name}: {len(found)}, first in line {line}; not indexed."
            findings.append(Finding("hidden_text", message))
    return merged(spans), findings


def mask(text: str, spans: Sequence[Span]) -> str:
    """The text with hidden characters replaced by spaces, line breaks kept: every offset holds."""
    parts: list[str] = []
    place = 0
    for span in spans:
        parts.append(text[place : span.start])
        parts.append(re.sub(r"[^\n\r]", " ", span.of(text)))
        place = span.end
    parts.append(text[place:])
    return "".join(parts)


def visible_parts(text: str, span: Span, hidden: Sequence[Span]) -> list[Span]:
    """The parts of ``span`` around hidden text, each with words; ``[span]`` when none is hidden."""
    first = bisect_right(hidden, span.start, key=lambda gap: gap.end)
    last = bisect_left(hidden, span.end, key=lambda gap: gap.start)
    inside = hidden[first:last]
    if not inside:
        return [span]
    edges = [span.start, *(edge for gap in inside for edge in (gap.start, gap.end)), span.end]
    parts = [trim(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [part for part in parts if has_words(part.of(text))]


def _elements(text: str) -> list[Span]:
    found: list[Span] = []
    for opening in _OPENING.finditer(text):
        tag = opening["tag"].lower()
        if found and opening.start() < found[-1].end:
            continue
        if tag in _NEVER_SHOWN or hides(opening["attributes"]):
            found.append(Span(opening.start(), _closing(text, tag, opening.end())))
    return found


def _closing(text: str, tag: str, start: int) -> int:
    """Where the element that opened before ``start`` ends; the end of the text if it never does."""
    depth = 1
    tags = re.compile(rf"<(?P<slash>/?){tag}\b[^<>]*>", re.IGNORECASE)
    for match in tags.finditer(text, start):
        depth += -1 if match["slash"] else 1
        if depth == 0:
            return match.end()
    return len(text)


def _characters(text: str) -> list[Span]:
    """Runs of invisible characters, without a byte order mark and the joiners inside an emoji."""
    found: list[Span] = []
    for match in _CHARACTERS.finditer(text):
        start, end = match.span()
        if start == 0 and text[0] == "\ufeff":
            start += 1
        joins = set(match.group()) <= _EMOJI_JOINERS and start > 0
        if joins and (
            unicodedata.category(text[start - 1]) in {"So", "Sk"}
            or text[start - 1] in "#*0123456789"
        ):
            continue
        if start < end:
            found.append(Span(start, end))
    return found


def merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap or touch as one."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda place: place.start):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged

"""What of a Markdown page is its frame: what a click does, notices, and what ends the page."""

import re
from collections.abc import Sequence

from assistant.guides.model import Finding
from assistant.guides.outline import Element, Heading, Paragraph, Row
from assistant.guides.page_words import (
    PageLine,
    asks,
    closes,
    end_of,
    is_control,
    is_cookie_notice,
    left_out,
)

_PROSE_WORDS = 12
_MARKS = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)|[*_>`\\]+")


def without_frame(text: str, elements: Sequence[Element]) -> tuple[list[Element], list[Finding]]:
    """The elements that are the guide's, and what an editor should know of the others.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
    """
    words = [_words(text, element) for element in elements]
    end = end_of(
        [
            PageLine(said, _holds_text(element, said), isinstance(element, Heading))
            for element, said in zip(elements, words, strict=True)
        ]
    )
    first = next((place for place, said in enumerate(words) if _is_prose(said)), 0)
    kept = [
        place
        for place, element in enumerate(elements[:end])
        if not (
            place < first
            and isinstance(element, Paragraph)
            and not (place and asks(words[place - 1]))
            and (is_control(words[place]) or is_cookie_notice(words[place]))
        )
    ]
    gone = [said for place, said in enumerate(words) if place not in set(kept)]
    return [elements[place] for place in kept], left_out(words, gone)


def _words(text: str, element: Element) -> str:
    """What a reader sees of an element, roughly; other than text it is told by a sign."""
    said = _MARKS.sub(lambda mark: mark[1] or "", element.span.of(text)).strip()
    return said if _is_text(element) else f"- {said}"


def _is_text(element: Element) -> bool:
    """Whether an element is plain text; a line with bars in it may have been taken for a row."""
    lone = isinstance(element, Row) and not element.columns
    return lone or isinstance(element, Paragraph | Heading)


def _holds_text(element: Element, said: str) -> bool:
    told = _is_prose(said) or "£" in said or (said.endswith(".") and " " in said)
    return told or not _is_text(element) or (isinstance(element, Row) and not closes(said))


def _is_prose(said: str) -> bool:
    return len(said.split()) >= _PROSE_WORDS and said.endswith((".", "!"))

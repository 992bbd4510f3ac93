"""What of a Markdown page is its frame: what a click does, notices, and what ends the page."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from assistant.guides.model import Finding
from assistant.guides.outline import Element, Heading, Item, Paragraph, Row
from assistant.guides.page_words import (
    PageLine,
    asks,
    closes,
    end_of,
    is_button,
    is_control,
    is_cookie_notice,
    left_out,
)

_PROSE_WORDS = 12
_ANCHOR = re.compile(r"\[[^\]\n]*\]\(#[^)\s]*\)")
_CONTENTS = re.compile(
    r"(?:table of |page )?contents|(?:on|in) this (?:page|guide)|jump to", re.IGNORECASE
)
#: What shows pictures and says nothing; figures and stops are of what one would read in it.
_IMAGES = re.compile(r"(?:!\[[^\]\n\d,.:;]*\]\([^)\n\"]*\)\s*)+")
#: The number of a page, with dashes beside it: "- 61 -".
_PAGE = re.compile(r"[-–—] (?:page )?\d{1,4} ?[-–—]", re.IGNORECASE)
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
    contents = _contents(text, elements)
    kept = [
        place
        for place, element in enumerate(elements[:end])
        if place not in contents
        and not _PAGE.fullmatch(words[place])
        and not _IMAGES.fullmatch(element.span.of(text))
        and not (
            _is_text(element)
            and not isinstance(element, Heading)
            and not (place and asks(words[place - 1]))
            and _is_around(words[place], above=place < first)
        )
    ]
    gone = [said for place, said in enumerate(words) if place not in set(kept)]
    return [elements[place] for place in kept], left_out(words, gone)


def _contents(text: str, elements: Sequence[Element]) -> set[int]:
    """The places of lists of links within the page, with the headings that say what they are."""
    found: set[int] = set()
    for place, element in enumerate(elements):
        if isinstance(element, Row) or not _CONTENTS.fullmatch(element.span.of(text).strip("*_: ")):
            continue
        below = takewhile(lambda one: isinstance(one, Item), islice(elements, place + 1, None))
        links = [_ANCHOR.fullmatch(item.span.of(text).strip()) for item in below]
        if links and all(links):
            found.update(range(place, place + len(links) + 1))
    return found


def _is_around(said: str, *, above: bool) -> bool:
    """Whether a paragraph is of the page and not of the guide."""
    return is_button(said) or (above and (is_control(said) or is_cookie_notice(said)))


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

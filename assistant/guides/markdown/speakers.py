"""Who speaks in an interview, as in "**AB: Is it hard?**" -> no part of what is said."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from assistant.guides.faq import is_question
from assistant.guides.markdown.bold_heads import BOLD_LEVEL
from assistant.guides.model import Span
from assistant.guides.outline import Element, Heading, Paragraph

_SPEAKER = re.compile(
    r"(?P<mark>\*\*|__)?(?P<name>[A-Z][\w.'’-]{0,15}(?: [A-Z][\w.'’-]{0,15}){0,2}):"
    r"(?P<closed>\*\*|__)?[ \t]+(?=\S)"
)
#: These stand before questions and answers that nobody says, and are read as such.
_LABELS = frozenset(("q", "question", "a", "answer", "ans"))
_FEWEST = 2


def with_speakers(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements of a page, those of an interview without who says them.

    What is asked heads its answer. It is an interview where somebody asks twice or more, and
    somebody else answers as often, right below. Any other label ("Excel:") stays, and so does
    theirs below a heading below which nobody is asked: "Nurse: £30,000" is a fact about pay.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
    """
    said = [_said(text, element) for element in elements]
    asks = [one is not None and is_question(one[1].of(text)) for one in said]
    asking = Counter(one[0] for one, asked in zip(said, asks, strict=True) if one and asked)
    replying = Counter(
        reply[0]
        for (one, reply), asked in zip(pairwise(said), asks, strict=False)
        if one and asked and reply and reply[0] != one[0]
    )
    speak = {name for name, count in (asking | replying).items() if count >= _FEWEST}
    if len(speak) < 2 or not any(asking[name] >= _FEWEST for name in speak):
        return list(elements)
    turns = [one if one and one[0] in speak else None for one in said]
    parts = list(accumulate(isinstance(element, Heading) for element in elements))
    asked_in = {part for part, *turn in zip(parts, turns, asks, strict=True) if all(turn)}
    return [
        _turn(text, element.span, one[1]) if one and part in asked_in else element
        for element, one, part in zip(elements, turns, parts, strict=True)
    ]


def _said(text: str, element: Element) -> tuple[str, Span] | None:
    """Who speaks in a paragraph, and what."""
    span = element.span
    found = _SPEAKER.match(text, span.start, span.end) if isinstance(element, Paragraph) else None
    if not found or found["name"].casefold() in _LABELS:
        return None
    whole = found["mark"] and not found["closed"] and span.of(text).endswith(found["mark"])
    return found["name"], Span(found.end(), span.end - (len(found["mark"]) if whole else 0))


def _turn(text: str, whole: Span, said: Span) -> Element:
    """What is said; a heading that is bold with its label stands from where that begins."""
    words = " ".join(said.of(text).split())
    if not is_question(words):
        return Paragraph(said)
    return Heading(said if said.end == whole.end else whole, BOLD_LEVEL, words, marked=False)

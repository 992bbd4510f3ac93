"""Who speaks in an interview, as in "**AB: Is it hard?**" -> no part of what is said."""

import re
from collections import Counter
from collections.abc import Sequence

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
    somebody else speaks as often.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
    """
    said = [_said(text, element) for element in elements]
    counts = Counter(name for name, _ in filter(None, said))
    asking = Counter(name for name, span in filter(None, said) if is_question(span.of(text)))
    speak = {name for name, count in counts.items() if count >= _FEWEST}
    if len(speak) < 2 or not any(asking[name] >= _FEWEST for name in speak):
        return list(elements)
    return [
        _turn(text, one[1]) if one and one[0] in speak else element
        for element, one in zip(elements, said, strict=True)
    ]


def _said(text: str, element: Element) -> tuple[str, Span] | None:
    """Who speaks in a paragraph, and what."""
    span = element.span
    found = _SPEAKER.match(text, span.start, span.end) if isinstance(element, Paragraph) else None
    if not found or found["name"].casefold() in _LABELS:
        return None
    whole = found["mark"] and not found["closed"] and span.of(text).endswith(found["mark"])
    return found["name"], Span(found.end(), span.end - (len(found["mark"]) if whole else 0))


def _turn(text: str, span: Span) -> Element:
    words = " ".join(span.of(text).split())
    return Heading(span, BOLD_LEVEL, words, marked=False) if is_question(words) else Paragraph(span)

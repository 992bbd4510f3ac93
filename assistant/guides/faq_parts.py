"""Paragraphs that hold several questions with their answers -> a paragraph for each of them."""

import re
from collections.abc import Iterator, Sequence

from assistant.guides.faq import is_question
from assistant.guides.lines import trim
from assistant.guides.outline import Element, Paragraph
from assistant.guides.sentences import sentence_spans

#: A line that begins with a question set apart: "**Is it paid?** It is."
_MARKED = re.compile(r"^(?P<mark>\*\*|__|[*_])(?!\s)[^*_\n]+\?(?P=mark)", re.MULTILINE)
#: In an answer somebody may ask something too, but hardly so often.
_FEWEST = 3


def lines_apart(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements, with paragraphs parted of which several lines begin with a marked question."""
    return [
        part
        for element in elements
        for part in _parts(text, element, [one.start() for one in _marked(text, element)], 2)
    ]


def run_ons_apart(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements of an FAQ, with paragraphs parted that ask and answer three times or more."""
    return [
        part
        for element in elements
        for part in _parts(text, element, _asked_at(text, element), _FEWEST)
    ]


def _parts(text: str, element: Element, starts: Sequence[int], fewest: int) -> Iterator[Element]:
    """An element, parted where questions begin, if there are enough and the first begins it."""
    span = element.span
    if len(starts) < fewest or starts[0] != span.start:
        yield element
        return
    for start, stop in zip(starts, [*starts[1:], span.end], strict=True):
        yield Paragraph(trim(text, start, stop))


def _marked(text: str, element: Element) -> list[re.Match[str]]:
    if not isinstance(element, Paragraph):
        return []
    return list(_MARKED.finditer(text, element.span.start, element.span.end))


def _asked_at(text: str, element: Element) -> list[int]:
    """Where questions begin that a sentence answers each; nowhere if one is left unanswered."""
    span = element.span
    if not isinstance(element, Paragraph) or text.count("?", span.start, span.end) < _FEWEST:
        return []
    sentences = sentence_spans(text, span.start, span.end)
    asked = [is_question(sentence.of(text)) for sentence in sentences]
    answered = not any(map(all, zip(asked, [*asked[1:], True], strict=True)))
    return [s.start for s, asks in zip(sentences, asked, strict=True) if asks and answered]

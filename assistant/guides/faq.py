"""Questions and their answers within a section -> FAQ pairs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.guides.faq_ends import Ends
from assistant.guides.kinds import calls
from assistant.guides.lines import trim
from assistant.guides.model import Span
from assistant.guides.outline import Element, Heading, Item, Paragraph
from assistant.guides.sentences import sentence_spans

_LONGEST_QUESTION = 300
_UNMARKED_WORDS = range(4, 17)
_CLOSERS = "\"'”’)]*_` "
_VERB = r"(?:do|does|did|can|could|should|is|are|am|will|would|must|has|have)"
# A heading ("Where it leads") does not turn its words round as a question does, nor say "I".
_UNMARKED = re.compile(
    rf"(?=(?:.*\s)?(?:I|my|me)\b|(?:.*\s)?{_VERB}\s(?:you|we|it|there|they|the|an?|this|people)\b)"
    rf"(?:how|what|when|where|why|which|who|{_VERB})\s[^.!?:;£]*\w",
    re.IGNORECASE,
)
#: What parts "Q" or "A" from the words; a dash does so between spaces.
_AFTER_LABEL = r"\s?\d{0,3}[*_]{0,3}(?:\s?[:.)]|\s[-–—](?=\s))[*_]{0,3}"
_LABEL = re.compile(rf"[*_]{{0,3}}(?:Q|Question){_AFTER_LABEL}\s*(?=\S)")
_ANSWER_LABEL = re.compile(rf"[*_]{{0,3}}(?:A|Answer|Ans){_AFTER_LABEL}\s+(?=\S)")
_INNER_ANSWER = re.compile(
    r"(?<=[?.!\s*_])\s*(?:(?<=\n)[*_]{0,3}(?:A|Answer|Ans)\s?\d{0,3}[*_]{0,3}\s?[:.)]"
    r"|[*_]{0,3}(?:A|Answer|Ans)\s?\d{0,3}[*_]{0,3}\s?:)[*_]{0,3}\s+(?=\S)"
)
_BOLD = re.compile(
    r"(?P<mark>\*\*\*|\*\*|__|\*(?!\s)|_(?!\s)|\")(?P<text>[^\n]+?)(?P=mark)\s*[:–—-]?\s*"
)
#: Not the figure of "3 years?", which has no full stop or bracket.
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,2}[.)]|\([a-z\d]{1,2}\)|[a-z]\))\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and where its answer stands; ``start`` is where the question's marks begin."""

    start: int
    question: Span
    answer: Span


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question found in an element; ``rest`` is what of its answer shares the element.

    ``labelled`` tells that "Q:" begins it, ``marked`` that this or emphasis sets it apart.
    """

    question: Span
    rest: Span | None = None
    labelled: bool = False
    marked: bool = False


#: What nothing follows has no answer below it.
_LAST = _Asked(Span(0, 0))


@dataclass(slots=True)
class _Open:
    """A question that waits for its answer."""

    start: int
    question: Span
    labelled: bool
    answer: list[Span] = field(default_factory=list)


def is_question(text: str) -> bool:
    """Whether a whole line asks something: one question, at most with a sentence before it."""
    words = text.strip().rstrip(_CLOSERS)
    if not words.endswith("?") or len(words) > _LONGEST_QUESTION:
        return False
    return len(sentence_spans(text, 0, len(text))) <= (2 if len(words.split()) <= 35 else 1)


def lacks_mark(text: str) -> bool:
    """Whether a line among questions is one that lost its question mark."""
    return _UNMARKED.fullmatch(text) is not None and len(text.split()) in _UNMARKED_WORDS


def asks_and_answers(text: str, elements: Sequence[Element]) -> bool:
    """Whether a section whose heading says nothing is made of questions, each with its answer."""
    asked = [_asked(text, element, alone=True) for element in elements]
    answered = sum(
        first is not None and (second is None or (first.marked and first.rest is not None))
        for first, second in pairwise([*asked, _LAST])
    )
    return answered >= 2 and any(asked[:2])


def has_labels(text: str, elements: Sequence[Element]) -> bool:
    """Whether a section has a question and an answer that say so themselves: "Q:" and "A:"."""
    for element, following in pairwise([*elements, None]):
        asked = _labelled(text, element.span) if isinstance(element, Paragraph) else None
        after = following.span if isinstance(following, Paragraph) else Span(0, 0)
        if asked and (asked.rest or _ANSWER_LABEL.match(text, after.start, after.end)):
            return True
    return False


def ends_asking(text: str, elements: Sequence[Element]) -> bool:
    """Whether the last paragraphs alone, two or more, begin with a question and answer it."""
    asked = [isinstance(x, Paragraph) and bool(_split_question(text, x.span)) for x in elements]
    count = sum(asked)
    return count >= 2 and all(asked[-count:])


def says_it_asks(line: str) -> bool:
    """Whether a line says itself that it is a question: "Q: Is it hard?"."""
    return _LABEL.match(line) is not None and is_question(line)


def pair_up(text: str, elements: Sequence[Element]) -> Iterator[Element | Pair]:
    """The elements of an FAQ section in order, each question joined with all that answers it."""
    alone = not any(_stands_alone(text, element) for element in elements)
    single = _single_items(elements)
    ends = Ends(
        text, elements, [at for at, one in enumerate(elements) if _asked(text, one, alone=alone)]
    )
    waiting: _Open | None = None
    for place, element in enumerate(elements):
        asked = _unnumbered(text, _asked(text, element, alone=alone))
        numbered = isinstance(element, Item) and element.group in single
        if numbered and is_question(_of(element, text)):
            asked = _Asked(element.span)  # "1. Is it hard?" above its answer
        last = place == len(elements) - 1
        if asked and not (waiting and _may_answer(text, element, waiting, last=last)):
            if waiting and not waiting.answer and not isinstance(element, Heading):
                waiting.question = Span(waiting.question.start, asked.question.end)
            else:
                yield from _closed(waiting)
                waiting = _Open(element.span.start, asked.question, asked.labelled)
            waiting.answer.extend([_unlabelled(text, asked.rest, waiting)] if asked.rest else [])
        elif waiting and ends.end(waiting.question, waiting.answer, place):
            yield from _closed(waiting)
            waiting = None
            yield element
        elif waiting:
            waiting.answer.append(_unlabelled(text, element.span, waiting))
        else:
            yield element
    yield from _closed(waiting)


def _single_items(elements: Sequence[Element]) -> frozenset[int]:
    """The lists of one item that a paragraph follows: numbered questions, each with its answer."""
    counts = Counter(element.group for element in elements if isinstance(element, Item))
    return frozenset(
        element.group
        for element, following in pairwise(elements)
        if isinstance(element, Item)
        and counts[element.group] == 1
        and isinstance(following, Paragraph)
    )


def _of(element: Element, text: str) -> str:
    return element.span.of(text)


def _may_answer(text: str, element: Element, waiting: _Open, *, last: bool) -> bool:
    """Whether an unmarked paragraph that ends by asking is rather an answer.

    So it is at the end, and with several sentences right below a question.
    """
    span = element.span
    if not isinstance(element, Paragraph) or not is_question(span.of(text)):
        return False
    if _labelled(text, span) or _bold(text, span):
        return False
    return last or (not waiting.answer and len(sentence_spans(text, span.start, span.end)) > 1)


def _closed(waiting: _Open | None) -> Iterator[Element | Pair]:
    if waiting is None:
        return
    if waiting.answer:
        answer = Span(waiting.answer[0].start, waiting.answer[-1].end)
        yield Pair(waiting.start, waiting.question, answer)
    else:
        yield Paragraph(waiting.question)


def _unlabelled(text: str, span: Span, waiting: _Open) -> Span:
    """An answer without its label; a bracket or a dash only below a question with a label too."""
    label = _ANSWER_LABEL.match(text, span.start, span.end)
    sure = label and (waiting.labelled or not re.search(r"[)–—-]", label.group()))
    if label and sure and not waiting.answer:
        return Span(label.end(), span.end)
    return span


def _stands_alone(text: str, element: Element) -> bool:
    return not isinstance(element, Item) and is_question(element.span.of(text))


def _asked(text: str, element: Element, *, alone: bool) -> _Asked | None:
    """The question that an element asks.

    Args:
        text: the text that offsets count in.
        element: a part of an FAQ section.
        alone: whether a question and its answer may share a paragraph without any mark.
    """
    span = element.span
    if isinstance(element, Heading):
        return _headed(text, element) if element.text.rstrip(_CLOSERS).endswith("?") else None
    if not isinstance(element, Paragraph | Item):
        return None
    asked = _labelled(text, span) or _bold(text, span) or _plain(text, span, element, alone=alone)
    return None if asked and asked.rest and calls(asked.question.of(text)) else asked


def _headed(text: str, head: Heading) -> _Asked:
    """What a heading asks, without who asks it: "**AB: Is it hard?**"."""
    asked = _bold(text, head.span) or _Asked(head.span)
    end = asked.question.end
    named = asked.question.of(text).endswith(f": {head.text}")
    return replace(asked, question=Span(end - len(head.text), end)) if named else asked


def _unnumbered(text: str, asked: _Asked | None) -> _Asked | None:
    """A question without the number that its place in the page gives it: "1.8.1", "2)", "(a)"."""
    number = asked and _NUMBER.match(text, asked.question.start, asked.question.end)
    if not asked or not number:
        return asked
    return replace(asked, question=Span(number.end(), asked.question.end))


def _labelled(text: str, span: Span) -> _Asked | None:
    label = _LABEL.match(text, span.start, span.end)
    if label is None:
        return None
    inner = _INNER_ANSWER.search(text, label.end(), span.end)
    question = trim(text, label.end(), inner.start() if inner else span.end)
    question = _without_closing_marks(text, Span(label.start(), question.end), question)
    if inner:
        return _Asked(question, Span(inner.end(), span.end), labelled=True, marked=True)
    asked = _split_question(text, question)
    if asked is None:
        return _Asked(question, None, labelled=True)
    whole = Span(label.start(), asked.question.end)
    plain = _without_closing_marks(text, whole, asked.question)
    return _Asked(plain, asked.rest, labelled=True, marked=True)


def _without_closing_marks(text: str, whole: Span, question: Span) -> Span:
    """The question without emphasis that its label opened: "**Q: Is it paid?**"."""
    end = question.end
    if whole.of(text).startswith(("*", "_")):
        while end > question.start and text[end - 1] in "*_":
            end -= 1
    return Span(question.start, end)


def _bold(text: str, span: Span) -> _Asked | None:
    bold = _BOLD.match(text, span.start, span.end)
    if bold is None or not bold["text"].rstrip().endswith("?"):
        return None
    rest = Span(bold.end(), span.end) if bold.end() < span.end else None
    if rest and bold["mark"] == '"' and text[rest.start].islower():
        return None  # '"Is it hard?" is what all of them want to know.'
    return _Asked(Span(bold.start("text"), bold.end("text")), rest, marked=True)


def _plain(text: str, span: Span, element: Element, *, alone: bool) -> _Asked | None:
    words = span.of(text)
    if is_question(words):
        return None if isinstance(element, Item) else _Asked(span)
    if lacks_mark(words) and isinstance(element, Paragraph):
        return _Asked(span)
    first_line = words.splitlines()[0]
    if first_line != words and is_question(first_line):
        return replace(_split_at(text, span, span.start + len(first_line)), marked=True)
    return _split_question(text, span) if alone else None


def _split_question(text: str, span: Span) -> _Asked | None:
    """A question in the first sentence or two, with the answer behind it."""
    sentences = sentence_spans(text, span.start, span.end)
    for sentence in sentences[:2]:
        if is_question(text[span.start : sentence.end]) and sentence.end < span.end:
            return _split_at(text, span, sentence.end)
    return None


def _split_at(text: str, span: Span, at: int) -> _Asked:
    return _Asked(trim(text, span.start, at), trim(text, at, span.end))

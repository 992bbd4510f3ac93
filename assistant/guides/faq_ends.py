"""What ends the last answer of an FAQ: a rule, a footnote, how to apply, the foot of the page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.guides.kinds import calls
from assistant.guides.model import Span
from assistant.guides.outline import Element, Paragraph, Row

#: A footnote below its text, which answers nothing: "[^1]: From a survey."
_NOTE = re.compile(r"\[\^\w+\]:\s")
_APPLY = re.compile(r"\b(?:apply|applications?|contact|in touch|vacanc\w+)\b", re.IGNORECASE)
#: What tells how to apply, whose page it is or what to read next, though it may be a sentence.
_LEAVE = re.compile(
    r"(?:to apply|ready to apply|apply (?:now|today|online|at|by|via|through)"
    r"|for (?:an informal chat|(?:more )?(?:information|details))|to find out more"
    r"|(?:[\w&]+\s){1,4}(?:is|are)\s(?:committed\sto|an\s(?:equal|inclusive))"
    r"|(?:\w+\s){1,3}was\s(?:talking|speaking)\sto"
    r"|closing\sdate|(?:read|see|up)\snext|read\smore|see\salso|photos?:|last\s(?:updated|reviewed)|hope\s(?:that|this|it)\shelps|(?:kind|best)\s(?:regards|wishes))\b",
    re.IGNORECASE,
)
#: Links side by side, or how to reach somebody.
_SURE = re.compile(r"\s[|·•]\s|https?://|\bwww\.|\S@\S")
_STOPS = (".", "!", "?", ":", ";", ",", "…")
_CLOSERS = "\"'”’)]*_` "
_RULE = frozenset("-*_=")
_SHORTEST_RULE = 3
_MOST_WORDS = 12


class Ends:
    """Where the answers of a section end."""

    def __init__(self, text: str, elements: Sequence[Element], asked: Sequence[int]) -> None:
        """Look at a section.

        Args:
            text: the text that offsets count in.
            elements: the parts of the section.
            asked: the places of its questions.
        """
        self._text, self._elements = text, elements
        self._final = max(asked, default=0)
        self._tight = len(asked) > 1 and all(
            self._is_tight(start, stop)
            for start, stop in pairwise([*asked, self._final + 2])
            if stop > start
        )
        said = [place for place, one in enumerate(elements) if _is_said(one.span.of(text))]
        self._said = max(said, default=0)

    def end(self, question: Span, answers: Sequence[Span], place: int) -> bool:
        """Whether what stands below a question is no part of its answer any more.

        Args:
            question: what is asked.
            answers: the parts of its answer so far.
            place: the place of a paragraph, item, row or heading below the question.
        """
        text, element = self._text, self._elements[place]
        if _NOTE.match(text, element.span.start, element.span.end):
            return True
        if not answers:
            return False
        above, gap = answers[-1].of(text), text[answers[-1].end : element.span.start]
        if above.rstrip(_CLOSERS).endswith(":"):
            return False  # what it leads to
        if any(map(_is_rule, gap.splitlines())):
            return True
        if place <= self._final or _APPLY.search(question.of(text)):
            return False
        words = element.span.of(text)
        if _LEAVE.match(words) or calls(words):
            return True
        apart = gap.count("\n") > 1 and _is_said(above) and self._is_line(place)
        return apart and (self._tight or _is_foot(words, followed=place < self._said))

    def _is_tight(self, asked: int, following: int) -> bool:
        """Whether an answer of one line or more stands below its question without a blank one."""
        lines = self._elements[asked:following]
        gaps = [self._text[a.span.end : b.span.start] for a, b in pairwise(lines)]
        return len(gaps) > 0 and all(gap.count("\n") < 2 for gap in gaps)

    def _is_line(self, place: int) -> bool:
        """Whether a part is a paragraph, or links side by side that look like a table's row."""
        one = self._elements[place]
        beside = (*self._elements[place - 1 : place], *self._elements[place + 1 : place + 2])
        tabled = any(isinstance(other, Row) for other in beside)
        return isinstance(one, Paragraph) or (
            isinstance(one, Row) and not one.columns and not tabled
        )


def _is_rule(line: str) -> bool:
    marks = line.replace(" ", "").strip()
    return len(marks) >= _SHORTEST_RULE and len(set(marks)) == 1 and marks[0] in _RULE


def _is_said(words: str) -> bool:
    """Whether words end as a sentence does."""
    return words.rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def _is_foot(words: str, *, followed: bool) -> bool:
    """Whether a paragraph apart is no sentence: a name, links side by side, a page's number.

    A sentence that follows tells that a short line is rather a part of the answer.
    """
    if words.rstrip(_CLOSERS).endswith(_STOPS):
        return False
    if _SURE.search(words) or not any(map(str.isalpha, words)):
        return True
    return not followed and len(words.split()) <= _MOST_WORDS

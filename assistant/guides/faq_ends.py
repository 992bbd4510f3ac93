"""What ends the last answer of an FAQ: a rule, a footnote, how to apply, the foot of the page."""

import re

from assistant.guides.model import Span

#: A footnote below its text, which answers nothing: "[^1]: From a survey."
_NOTE = re.compile(r"\[\^\w+\]:\s")
_APPLY = re.compile(r"\b(?:apply|applications?|contact|in touch|vacanc\w+)\b", re.IGNORECASE)
#: What tells how to apply, whose page it is or what to read next, though it may be a sentence.
_LEAVE = re.compile(
    r"(?:to apply|ready to apply|apply (?:now|today|online|at|by|via|through)"
    r"|for (?:an informal chat|(?:more )?(?:information|details))|to find out more"
    r"|(?:[\w&]+\s){1,4}(?:is|are)\s(?:committed\sto|an\s(?:equal|inclusive))"
    r"|(?:\w+\s){1,3}was\s(?:talking|speaking)\sto"
    r"|closing\sdate|(?:read|see|up)\snext|read\smore|see\salso|photos?:|last\s(?:updated|reviewed))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s[|·•]\s")
_STOPS = (".", "!", "?", ":", ";", ",", "…")
_CLOSERS = "\"'”’)]*_` "
_RULE = frozenset("-*_=")
_SHORTEST_RULE = 3
_MOST_WORDS = 12


def ends_answer(
    text: str, question: Span, answer: Span | None, element: Span, *, listed: bool, last: bool
) -> bool:
    """Whether what stands below a question is no part of its answer any more.

    Args:
        text: the text that offsets count in.
        question: what is asked.
        answer: what answers it so far, right above the element; None if nothing does.
        element: a paragraph, item or heading below the question.
        listed: whether that is an item of a list.
        last: whether no further question follows.
    """
    if _NOTE.match(text, element.start, element.end):
        return True
    if answer is None:
        return False
    gap = text[answer.end : element.start]
    if any(map(_is_rule, gap.splitlines())):
        return True
    if not last or _APPLY.search(question.of(text)):
        return False
    words = element.of(text)
    return _LEAVE.match(words) is not None or (gap.count("\n") > 1 and _is_foot(words, listed))


def _is_rule(line: str) -> bool:
    marks = line.replace(" ", "").strip()
    return len(marks) >= _SHORTEST_RULE and len(set(marks)) == 1 and marks[0] in _RULE


def _is_foot(words: str, listed: bool) -> bool:
    """Whether a line apart is no sentence: a name, links side by side, a page's number.

    A list may be part of an answer, but no item is a number alone.
    """
    if listed:
        return not any(map(str.isalpha, words))
    if words.rstrip(_CLOSERS).endswith(_STOPS):
        return False
    return len(words.split()) <= _MOST_WORDS or _JOINED.search(words) is not None

"""Where the sentences of a stretch of text stand: sentence_spans.

A stop ends a sentence only when what follows can begin one, and not after an abbreviation, an
initial or a list number, nor inside brackets. A line break ends one where a list item, a table row
or a blank line begins.
"""

import re
from bisect import bisect_left

from assistant.guides.model import Span

_BREAK = re.compile(
    r"(?:\r\n|[\n\r\v\f\u2028\u2029])[^\S\n]*"
    r"(?:(?=\r?\n)|(?:>[^\S\n]*)*(?:[-*+•–—·▪●◦‣]|\(?\d{1,2}[.)])\s+|(?=\|)|#{1,6}\s+)"
)
_STOP = re.compile(r"[.!?…]+[\"'”’)\]*_`]*(?=\s)")
_BRACKET = re.compile(r"[()]")
_OPENERS = "\"'“‘(["
_MARKUP = "*_`~"
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘*_]+$")
_NEVER_END = frozenset(
    "e.g i.e eg ie cf viz mr mrs ms dr prof st mt messrs rev hon vs v al esp incl aka".split()
)
_BEFORE_FIGURE = frozenset(
    "no nos p pp fig figs approx c ca circa vol ch sec art para reg min max est"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_PERHAPS_END = frozenset(
    "etc ltd inc plc co corp dept govt jr sr ph.d b.sc m.sc u.k u.s e.u n.h.s a.m p.m".split()
)
_STARTERS = frozenset(
    """ a after all although an and any as ask at be because before both but by each employers even
    expect for from getting here hiring how however i if in interviewers it its many more most no
    not on once one other others our over people salaries several she so some strong such that the
    their then there these they this those to treat under until we what when where whether which
    while who why with yes you your
    """.split()
)


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]`` in order, without the space and bullets between them.

    Args:
        text: the source text that the offsets count in, in characters.
        start: where to begin.
        end: where to stop; never read beyond.
    """
    spans: list[Span] = []
    for run_start, run_end in _runs(text, start, end):
        begin = run_start
        for stop in _stops(text, run_start, run_end):
            _append(spans, text, begin, stop)
            begin = stop
        _append(spans, text, begin, run_end)
    return spans


def _runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between breaks that no sentence crosses."""
    runs: list[tuple[int, int]] = []
    begin = start
    for found in _BREAK.finditer(text, start, end):
        runs.append((begin, found.start()))
        begin = found.end()
    runs.append((begin, end))
    return runs


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where each sentence but the last ends."""
    pairs = _bracketed(text, start, end)
    return [
        found.end()
        for found in _STOP.finditer(text, start, end)
        if not _inside(pairs, found.end())
        and _begins_sentence(text, found.end(), end)
        and not _is_abbreviation(text, start, found, end)
        and not _leads_on(text, found)
    ]


def _leads_on(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop is one of the dots that lead to a figure: "Grade 3 . . . . £24,685"."""
    before, after = text[max(0, stop.start() - 2) : stop.start()], text[stop.end() : stop.end() + 2]
    return before == ". " or after == " ." or stop.group().startswith("....")


def _bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost balanced round brackets; a bracket that is never closed holds nothing."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACKET.finditer(text, start, end):
        if found.group() == "(":
            opened.append(found.start())
        elif opened:
            begin = opened.pop()
            while pairs and pairs[-1][0] > begin:
                pairs.pop()
            pairs.append((begin, found.start()))
    return pairs


def _inside(pairs: list[tuple[int, int]], position: int) -> bool:
    found = bisect_left(pairs, (position, 0)) - 1
    return found >= 0 and position <= pairs[found][1]


def _next_word(text: str, position: int, end: int) -> str:
    while position < end and (text[position].isspace() or text[position] in _OPENERS + _MARKUP):
        position += 1
    stop = position
    while stop < end and not text[stop].isspace():
        stop += 1
    return text[position:stop]


def _begins_sentence(text: str, position: int, end: int) -> bool:
    word = _next_word(text, position, end)
    if not word:
        return False
    first = word[0]
    camel_case = first.islower() and any(letter.isupper() for letter in word[1:3])
    return not first.islower() or camel_case


def _is_abbreviation(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    before = _LAST_WORD.search(text, max(start, stop.start() - 40), stop.start())
    if before is None:
        return False
    word = before.group()
    folded = word.casefold()
    following = _next_word(text, stop.end(), end)
    if folded in _NEVER_END and not word.isupper():
        return True
    if folded in _BEFORE_FIGURE:
        return following[0].isdigit() or following[0] in "£€$"
    if word.isdigit():
        return before.start() == start and len(word) <= 2
    initial = len(word) == 1 and word.isupper()
    if initial or folded in _PERHAPS_END:
        return following.strip(",;:").casefold() not in _STARTERS
    return False

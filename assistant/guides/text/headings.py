"""Which lines of an unmarked page are headings: by shape and place.

A heading is a short line without a full stop that has text, a list or a table below it. Below an
FAQ heading lines that ask are questions, and what looks like a heading may belong to an answer.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from assistant.guides.faq import is_question, lacks_mark, says_it_asks
from assistant.guides.jobs.opening import (
    LONGEST_HEADING,
    POINTER,
    has_letters,
    is_labelled,
    looks_like_heading,
    plain,
    unnumbered,
)
from assistant.guides.jobs.role import names_a_part
from assistant.guides.kinds import invites, kind_of_heading
from assistant.guides.lines import Line, Shape
from assistant.guides.model import SectionKind
from assistant.guides.outline import Heading

_LEVEL = 2
_SUBLEVEL = 3
# A longer line without a full stop is a heading only if it names something that guides treat.
_MOST_UNFAMILIAR_WORDS = 13
#: A block of so many lines that look like headings is a list, with its heading or below it.
_LISTED = 3
#: What asks for the questions below it.
_CALLS_FOR_QUESTIONS = re.compile(
    r"(?:(?:got|have you(?: got)?|do you have) )?any (?:other |more )?questions\W*", re.IGNORECASE
)


def find_headings(body: Sequence[Line], role: str) -> dict[int, Heading]:
    """The headings of a page by the place of their line.

    Args:
        body: the lines below title and summary.
        role: the role's name, which says nothing about what a heading is about.
    """
    lettered = has_letters([plain(line.text) for line in body])
    shaped = _shaped(body, role, lettered=lettered)
    asked = [p for p, line in enumerate(body) if is_question(line.text) or lacks_mark(line.text)]
    last_asked = asked[-1] if asked else -1
    headings: dict[int, Heading] = {}
    asking = False
    for place, line in enumerate(body):
        could_head = place in shaped
        if asking:
            level = _level_among_questions(body, place, role, could_head, place < last_asked)
        else:
            level = _level(body, place, could_head)
        if level:
            marked = line.shape is Shape.HEADING and not POINTER.match(line.text)
            words = plain(line.text)
            words = words if marked else unnumbered(words, lettered=lettered)
            headings[place] = Heading(line.span, level, words, marked)
            asking = (asking and level == _SUBLEVEL) or _opens_questions(body, place, role, shaped)
    return headings


def _level(body: Sequence[Line], place: int, could_head: bool) -> int:
    """The level of the heading in a line; 0 if it is none."""
    line = body[place]
    if line.shape is Shape.HEADING:
        return line.level
    return _LEVEL if could_head or _is_question_heading(body, place) else 0


def _level_among_questions(
    body: Sequence[Line], place: int, role: str, could_head: bool, more_asked: bool
) -> int:
    """The same below an FAQ heading, where what looks like a heading may be part of an answer."""
    line = body[place]
    if line.shape is Shape.HEADING:
        return line.level
    if could_head:
        if is_question(body[place - 1].text) or lacks_mark(line.text):
            return 0
        if is_question(body[place + 1].text):
            return _SUBLEVEL
        return _LEVEL if _is_familiar(line.text, role) or not more_asked else 0
    invitation = invites(line.text) and _is_question_heading(body, place)
    return _LEVEL if invitation and not more_asked else 0


def _shaped(body: Sequence[Line], role: str, *, lettered: bool) -> set[int]:
    """The places of lines that have the shape of a heading and something below them."""
    shaped: set[int] = set()
    place = 0
    while place < len(body):
        stop = place
        while stop < len(body) and _could_head(body, stop, role, lettered=lettered):
            stop += 1
        if stop > place:
            shaped.update(_of_run(body, place, stop, role))
        place = max(stop, place + 1)
    return shaped


def _could_head(body: Sequence[Line], place: int, role: str, *, lettered: bool) -> bool:
    line = body[place]
    if line.shape is not Shape.TEXT and not _is_lone_number(body, place):
        return False
    if line.broken or _is_fact(body, place):
        return False
    return looks_like_heading(line.text, lettered=lettered) and (
        len(line.text.split()) <= _MOST_UNFAMILIAR_WORDS or _is_familiar(line.text, role)
    )


def _is_fact(body: Sequence[Line], place: int) -> bool:
    """Whether a line is one of several, one below the other, such as "Hours: 37.5 a week"."""
    line = body[place]
    beside = [body[place - 1]] if place and not line.after_blank else []
    if place + 1 < len(body) and not body[place + 1].after_blank:
        beside.append(body[place + 1])
    return is_labelled(line.text) and any(
        other.shape is Shape.TEXT and is_labelled(other.text) for other in beside
    )


def _is_lone_number(body: Sequence[Line], place: int) -> bool:
    """Whether a numbered line stands apart, as "1. Overview" above a paragraph does."""
    around = [body[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(body)]
    return (
        body[place].shape is Shape.ITEM
        and body[place].marker[:1].isdigit()
        and place + 1 < len(body)
        and not any(line.shape is Shape.ITEM and line.marker[:1].isdigit() for line in around)
    )


def _of_run(body: Sequence[Line], start: int, stop: int, role: str) -> set[int]:
    """Which of adjacent heading-like lines are headings; in a longer run the middle is a list."""
    run = range(start, stop)
    familiar = {place for place in run if _is_familiar(body[place].text, role)}
    if stop == len(body):
        heads = {start, *familiar} - {stop - 1}
    elif len(run) == 2 and len(familiar) == 1 and len(body[run[0]].text.split()) >= 5:
        above = start in familiar and body[start].after_blank
        heads = familiar | ({stop - 1} if above else set())
    else:
        heads = {start, stop - 1, *familiar}
    return _with_blocks(body, start, stop, heads)


def _with_blocks(body: Sequence[Line], start: int, stop: int, heads: set[int]) -> set[int]:
    """The headings of a run, where blank lines part it in blocks: a list stands in one of them.

    Its heading is the first line of the block, or stands above it alone. No line ends a block of
    several to head what stands apart from it, but one that names a part of a guide.
    """
    blocks = _blocks(body, start, stop)
    told = set(heads)
    for place, (first, end) in enumerate(blocks):
        before = blocks[place - 1] if place else (first, first)
        apart = end == len(body) or body[end].after_blank
        if not apart or end - _block_start(body, first) < _LISTED:
            continue
        alone = before[1] - before[0] == 1
        inner = range(first if alone else first + (end - first > 1), end)
        told -= {at for at in inner if not names_a_part(body[at].text)}
        told |= {before[0] if alone else first} if end - first >= _LISTED else set()
    return told


def _blocks(body: Sequence[Line], start: int, stop: int) -> list[tuple[int, int]]:
    """Where the parts of a run begin and end that blank lines part."""
    starts = [start, *(at for at in range(start + 1, stop) if body[at].after_blank)]
    return list(pairwise([*starts, stop]))


def _block_start(body: Sequence[Line], place: int) -> int:
    """Where the lines begin that stand right above a line, without a blank one between."""
    while place and not body[place].after_blank:
        place -= 1
    return place


def _is_familiar(text: str, role: str) -> bool:
    return kind_of_heading(text, role) is not SectionKind.OTHER or invites(text)


def _is_question_heading(body: Sequence[Line], place: int) -> bool:
    line = body[place]
    return (
        line.shape is Shape.TEXT
        and len(line.text) <= LONGEST_HEADING
        and is_question(line.text)
        and not says_it_asks(line.text)
        and place + 1 < len(body)
        and (
            not is_question(body[place + 1].text)
            or _CALLS_FOR_QUESTIONS.fullmatch(line.text) is not None
        )
    )


def _opens_questions(body: Sequence[Line], place: int, role: str, shaped: set[int]) -> bool:
    """Whether questions with answers follow: the heading says so, or the next lines show it."""
    kind = kind_of_heading(body[place].text, role)
    if kind is SectionKind.FAQ:
        return True
    if kind is not SectionKind.OTHER:
        return False
    asked: list[int] = []
    for below in range(place + 1, len(body)):
        if below in shaped:
            break
        if is_question(body[below].text):
            asked.append(below)
    if len(asked) < 2 or asked[0] > place + 2 or body[asked[0] + 1].shape is Shape.ROW:
        return False
    return not _are_headings(body, place, asked)


def _are_headings(body: Sequence[Line], place: int, asked: Sequence[int]) -> bool:
    """Whether questions below a heading rank with it: in capitals, or like it and above lists."""
    listed = [at for at in asked if at + 1 < len(body) and body[at + 1].shape is not Shape.TEXT]
    alike = is_question(body[place].text) and len(listed) > 1
    # In a leaflet each heading has a picture of its own, and questions have the same one.
    signs = [body[at].text[0] for at in (place, asked[0])]
    pictured = all(unicodedata.category(sign) == "So" for sign in signs) and signs[0] != signs[1]
    return body[asked[0]].text.isupper() or alike or pictured

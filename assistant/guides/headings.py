"""Which lines of an unmarked page are its title, summary and headings: by shape and place.

A heading is a short line without a full stop that has text, a list or a table below it. Below an
FAQ heading lines that ask are questions, and what looks like a heading may belong to an answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guides.faq import is_question
from assistant.guides.kinds import invites, kind_of_heading
from assistant.guides.lines import Line, Shape
from assistant.guides.model import SectionKind, Span
from assistant.guides.outline import Heading
from assistant.guides.role import role_of_title

_LONGEST_TITLE = 120
_LONGEST_HEADING = 90
_MOST_HEADING_WORDS = 13
_LONGEST_SUMMARY = 320
_LEVEL = 2
_STOPS = (".", "!", ";", ",", "…", ":", "?", "-", "–", "|")
_EMPHASIS = re.compile(r"(?P<mark>\*\*\*|\*\*|__)(?P<text>[^*_]+?)(?P=mark):?")
_MONEY = re.compile(r"[£€$]\s?\d|https?:|www\.|@")
_CONTINUES = re.compile(r"(?:in|for|across|within|at|and|of|[-–—&|(])(?:\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first lines: title, its role, where the summary stands, how many lines that took."""

    title: str = ""
    role: str = ""
    summary: Span | None = None
    taken: int = 0


def read_opening(lines: Sequence[Line]) -> Opening:
    """The title (with a second line that continues it) and the one-line summary of a page."""
    if not lines or not _is_title(lines[0]):
        return Opening()
    title = plain(lines[0].text)
    role, taken = role_of_title(title), 1
    if _continues_title(lines):
        joint = " " if _CONTINUES.match(lines[1].text) or lines[1].text[0].islower() else " – "
        title, taken = title + joint + plain(lines[1].text), 2
    summary = lines[taken].span if _is_summary(lines, taken) else None
    return Opening(title, role, summary, taken + (summary is not None))


def find_headings(body: Sequence[Line], role: str) -> dict[int, Heading]:
    """The headings of a page by the place of their line.

    Args:
        body: the lines below title and summary.
        role: the role's name, which says nothing about what a heading is about.
    """
    shaped = _shaped(body, role)
    headings: dict[int, Heading] = {}
    in_questions = False
    for place, line in enumerate(body):
        level = line.level or _LEVEL
        if line.shape is Shape.HEADING:
            in_questions = kind_of_heading(line.text, role) is SectionKind.FAQ
        elif in_questions and place in shaped:
            if not _ends_questions(body, place, role):
                continue
            if is_question(body[place + 1].text):
                level += 1
            else:
                in_questions = kind_of_heading(line.text, role) is SectionKind.FAQ
        elif place in shaped:
            in_questions = _opens_questions(body, place, role, shaped)
        elif in_questions or not _is_question_heading(body, place):
            continue
        headings[place] = Heading(line.span, level, plain(line.text))
    return headings


def plain(text: str) -> str:
    """A heading's or title's words without emphasis, numbering or closing colon."""
    emphasis = _EMPHASIS.fullmatch(text)
    words = emphasis["text"] if emphasis else text
    return " ".join(words.split()).rstrip(":").strip() or text


def looks_like_heading(text: str) -> bool:
    """Whether a line, taken alone, could head a section."""
    emphasis = _EMPHASIS.fullmatch(text)
    words = emphasis["text"].strip() if emphasis else text
    if len(words) > _LONGEST_HEADING or len(words.split()) > _MOST_HEADING_WORDS:
        return False
    short_label = words.endswith(":") and len(words.split()) <= 3
    if words.endswith(_STOPS) and not short_label:
        return False
    if words[0].islower() and not any(letter.isupper() for letter in words[1:3]):
        return False
    return not (re.search(r"[.!?;]\s", words) or _MONEY.search(words))


def _is_title(line: Line) -> bool:
    if line.shape is Shape.HEADING:
        return True
    text = plain(line.text)
    return (
        line.shape is Shape.TEXT
        and len(text) <= _LONGEST_TITLE
        and not text.endswith((".", ";", ","))
        and not text[0].islower()
    )


def _continues_title(lines: Sequence[Line]) -> bool:
    """Whether the second line only goes on with the title ("in health")."""
    if len(lines) < 3 or lines[1].shape is not Shape.TEXT or lines[2].shape is not Shape.TEXT:
        return False
    text = lines[1].text
    if len(text.split()) > 7 or len(text) > 60 or text.endswith(_STOPS):
        return False
    if text[0].islower() or _CONTINUES.match(text):
        return True
    followed = (
        len(lines) > 3 and lines[3].shape is Shape.TEXT and not looks_like_heading(lines[3].text)
    )
    unfamiliar = kind_of_heading(text) is SectionKind.OTHER
    return unfamiliar and followed and _is_summary(lines, 2)


def _is_summary(lines: Sequence[Line], place: int) -> bool:
    if place + 1 >= len(lines) or lines[place].shape is not Shape.TEXT:
        return False
    text = lines[place].text
    ended = text.endswith((".", "!"))
    return len(text) <= _LONGEST_SUMMARY and (ended or len(text.split()) >= 8) and "?" not in text


def _shaped(body: Sequence[Line], role: str) -> set[int]:
    """The places of lines that have the shape of a heading and something below them."""
    shaped: set[int] = set()
    place = 0
    while place < len(body):
        stop = place
        while stop < len(body) and _could_head(body, stop):
            stop += 1
        if stop > place:
            shaped.update(_of_run(body, place, stop, role))
        place = max(stop, place + 1)
    return shaped


def _could_head(body: Sequence[Line], place: int) -> bool:
    line = body[place]
    if line.shape is Shape.TEXT:
        return looks_like_heading(line.text)
    return _is_lone_number(body, place) and looks_like_heading(line.text)


def _is_lone_number(body: Sequence[Line], place: int) -> bool:
    """Whether a numbered line stands apart, as "1. Overview" above a paragraph does."""
    around = [body[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(body)]
    return (
        body[place].shape is Shape.ITEM
        and body[place].marker[0].isdigit()
        and place + 1 < len(body)
        and not any(line.shape is Shape.ITEM and line.marker[0].isdigit() for line in around)
    )


def _of_run(body: Sequence[Line], start: int, stop: int, role: str) -> set[int]:
    """Which of adjacent heading-like lines are headings; in a longer run the middle is a list."""
    run = range(start, stop)
    familiar = {place for place in run if _is_familiar(body[place].text, role)}
    if stop == len(body):
        return {start, *familiar} - {stop - 1}
    if len(run) == 2 and len(familiar) == 1 and len(body[run[0]].text.split()) >= 5:
        return familiar | ({stop - 1} if start in familiar and body[start].after_blank else set())
    return {start, stop - 1, *familiar}


def _is_familiar(text: str, role: str) -> bool:
    return kind_of_heading(text, role) is not SectionKind.OTHER or invites(text)


def _is_question_heading(body: Sequence[Line], place: int) -> bool:
    line = body[place]
    return (
        line.shape is Shape.TEXT
        and len(line.text) <= _LONGEST_HEADING
        and is_question(line.text)
        and place + 1 < len(body)
        and not is_question(body[place + 1].text)
    )


def _ends_questions(body: Sequence[Line], place: int, role: str) -> bool:
    """Whether a heading-like line among questions is a heading, not a part of an answer."""
    if is_question(body[place + 1].text) or _is_familiar(body[place].text, role):
        return True
    return not any(is_question(line.text) for line in body[place + 1 :])


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
    return len(asked) >= 2 and asked[0] <= place + 2 and body[asked[0] + 1].shape is not Shape.ROW

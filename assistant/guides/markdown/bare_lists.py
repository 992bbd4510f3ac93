"""Lists without any sign: short lines below one that leads them in, as browsers copy lists."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.guides.faq import is_question, lacks_mark
from assistant.guides.jobs.opening import LEFT_OPEN, looks_like_heading
from assistant.guides.jobs.role import names_a_part
from assistant.guides.kinds import kind_of_heading
from assistant.guides.lines import LIST_SIGN, Line, Shape
from assistant.guides.model import SectionKind, Span
from assistant.guides.outline import Element, Heading, Item, Paragraph
from assistant.guides.paragraphs import lines_within
from assistant.guides.signs import sign_lengths

_LONGEST_LEAD_IN = 240
_MOST_WORDS = 24
#: A line that ends with a full stop may be a sentence of its own: so many words are an item still.
_MOST_ENDED_WORDS = 12
_LONGEST_LINE = 80
#: No program breaks lines to be shorter than this.
_NARROWEST = 40
_OF_LISTS = (SectionKind.RESPONSIBILITIES, SectionKind.SKILLS)


def mark_items(lines: Sequence[Line]) -> list[Line]:
    """The lines of an unmarked page, with those so marked that are items of a list without signs.

    Where nothing sets the list apart, the line above what is no item heads that.
    """
    marked = list(lines)
    for place, line in enumerate(lines):
        if line.shape is not Shape.TEXT or marked[place].shape is Shape.ITEM:
            continue
        stop = _end(lines, place) if _leads_in(line.text) else place
        if stop - place > 2:
            for item in range(place + 1, stop):
                marked[item] = replace(lines[item], shape=Shape.ITEM)
    return marked


def with_items(text: str, elements: Sequence[Element], group: int) -> list[Element]:
    """The elements of a page, with short paragraphs as items of a list that something leads in.

    That is a line which leads one in, or a heading about what guides list; below it alone it takes
    three paragraphs that are no sentences.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
        group: the first number that no list or table of the page has.
    """
    changed = list(elements)
    place = 0
    while place < len(changed):
        stop = place + 1
        fewest = _fewest_items(text, changed[place])
        while fewest and stop < len(changed) and _may_follow(text, changed, place, stop):
            stop += 1
        if fewest and stop - place > fewest:
            for item in range(place + 1, stop):
                changed[item] = Item(changed[item].span, group)
            group += 1
        place = stop
    return changed


def _fewest_items(text: str, element: Element) -> int:
    """How many items a list below an element has at least; 0 where there can be none."""
    if isinstance(element, Heading):
        return 3 if kind_of_heading(element.text) in _OF_LISTS else 0
    return 2 if _is_paragraph(element) and _leads_in(element.span.of(text)) else 0


def split_bare(text: str, span: Span) -> list[Span]:
    """The lead-in of a paragraph and each line below it as an item; the paragraph if it is no list.

    No line may be so long that a program could have broken it.
    """
    lines = lines_within(text, span)
    words = [line.of(text) for line in lines]
    listed = len(lines) > 2 and words[0].endswith(":") and _leads_in(words[0])
    short = all(len(line) <= _LONGEST_LINE for line in words)
    longest = max(map(len, words), default=0)
    filled = sum(
        len(line) + len(following.split()[0]) >= longest for line, following in pairwise(words)
    )
    if not listed or not short or (filled > 1 and longest >= _NARROWEST):
        return [span]
    alike = all(_like_item(line, words[1]) and not LIST_SIGN.match(line) for line in words[1:])
    return lines if alike and not any(sign_lengths(words)) else [span]


def _leads_in(words: str) -> bool:
    """Whether a line opens a list: "You will:", "Planners have to", "Skills:"."""
    if len(words) > _LONGEST_LEAD_IN or is_question(words):
        return False
    if LEFT_OPEN.search(words):
        return True
    heads = looks_like_heading(words) and kind_of_heading(words) not in _OF_LISTS
    return words.endswith(":") and not heads


def _end(lines: Sequence[Line], lead_in: int) -> int:
    """Where the list below a lead-in ends; right below it if there is none."""
    first = lead_in + 1
    stop = first
    adjacent = first + 1 < len(lines) and not lines[first + 1].after_blank
    while stop < len(lines) and lines[stop].shape is Shape.TEXT:
        line = lines[stop]
        if not _like_item(line.text, lines[first].text):
            break
        if stop > first and ((adjacent and line.after_blank) or names_a_part(line.text)):
            return stop
        stop += 1
    apart = stop < len(lines) and adjacent and lines[stop].after_blank
    heads = stop < len(lines) and not apart and looks_like_heading(lines[stop - 1].text)
    return stop - heads


def _may_follow(text: str, elements: Sequence[Element], lead_in: int, place: int) -> bool:
    first, words = (elements[at].span.of(text) for at in (lead_in + 1, place))
    plain = _is_paragraph(elements[place]) and "\n" not in words
    if isinstance(elements[lead_in], Heading) and words.endswith("."):
        return False
    return plain and not words.startswith(("*", "_", ">", "`")) and _like_item(words, first)


def _is_paragraph(element: Element) -> bool:
    return isinstance(element, Paragraph)


def _like_item(words: str, first: str) -> bool:
    """Whether a line could be an item of the list that begins with ``first``: short and alike."""
    ended = words.endswith(".")
    if len(words.split()) > (_MOST_ENDED_WORDS if ended else _MOST_WORDS):
        return False
    if words.endswith((":", "?", "!")) or lacks_mark(words) or re.search(r"[.!?]\s+[A-Z]", words):
        return False
    same = words[0].islower() == first[0].islower()
    return same and (words[0].islower() or ended == first.endswith("."))

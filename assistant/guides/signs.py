"""Signs that begin list items only where others do beside them: "✅", "»", "a.", "2.1.3".

Alone such a sign adorns a heading ("🎓 Training"), leads somewhere or is a letter of a name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.guides.lines import Line, Shape
from assistant.guides.model import Span
from assistant.guides.outline import Element, Item, Paragraph

#: Arrows, technical signs, shapes, dingbats, emoji, and what symbol fonts put in their place.
_SYMBOLS = (
    "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\ue000-\uf8ff"
    "\U0001f000-\U0001faff"
)
_SIGN = re.compile(
    rf"(?P<sign>[{_SYMBOLS}•·∙§»›~]{{1,2}}|[-=]+>|>{{1,3}}|--|[a-zA-Z]\.)\ufe0f?\s+(?=\S)"
)
#: What begins no item: a paragraph of a law, about so much, a question or its answer.
_NO_SIGN = re.compile(r"[§~]\s*\d|Q\.\s[^?]*\?|[❓❔]")
_NUMBER = re.compile(r"(?P<sign>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[A-Z])")
#: What is ticked and what is crossed out stand in one list.
_TICKS = frozenset("✓✔☑✅✗✘❌☒❎✕✖")
#: So many signs in a row that are all different begin items too.
_FEWEST_UNLIKE = 4


def sign_lengths(lines: Sequence[str], *, numbered: bool = False) -> list[int]:
    """How much of each line is the sign that begins an item of a list, as others show; 0 if none.

    Args:
        lines: lines in order, each from its first letter or sign on.
        numbered: whether numbers such as "2.1.3" are signs: alone they begin paragraphs too.
    """
    signs = [
        _SIGN.match(line) or (_NUMBER.match(line) if numbered else None)
        if not _NO_SIGN.match(line)
        else None
        for line in lines
    ]
    listed: set[int] = set()
    before: int | None = None
    for place, line in enumerate(lines):
        if signs[place] is not None:
            if before is not None and _are_alike(lines[before], line):
                listed.update((before, place))
            before = place
        elif not line[:1].islower():  # a line in small letters goes on with the item above it
            before = None
    for unlike, run in groupby(range(len(lines)), lambda at: at not in listed and bool(signs[at])):
        places = list(run)
        listed.update(places if unlike and len(places) >= _FEWEST_UNLIKE else ())
    return [sign.end() if sign and at in listed else 0 for at, sign in enumerate(signs)]


def _are_alike(line: str, following: str) -> bool:
    """Whether the signs of two lines begin items of one list: equal, ticks, "a." and "b."."""
    first, second = line.split()[0].rstrip("."), following.split()[0].rstrip(".")
    if first[0].isdigit() and second[0].isdigit():
        (*above, before), (*beside, after) = first.split("."), second.split(".")
        return above == beside and int(after) == int(before) + 1
    if first[0].isalpha() and second[0].isalpha():
        return ord(second[0]) == ord(first[0]) + 1
    return first[0] == second[0] or {first[0], second[0]} <= _TICKS


def mark_signed(lines: Sequence[Line]) -> list[Line]:
    """The lines of an unmarked page, those that such signs begin as items without them."""
    lengths = sign_lengths([_words(line) for line in lines])
    return [
        _item(line, length) if length and line.shape is Shape.TEXT else line
        for line, length in zip(lines, lengths, strict=True)
    ]


def _words(line: Line) -> str:
    """A line with its sign; nothing of one that is marked as something else."""
    if line.shape is Shape.ITEM:
        return f"{line.marker} {line.text}"
    return line.text if line.shape is Shape.TEXT else ""


def _item(line: Line, length: int) -> Line:
    sign, words = line.text[:length].strip(), line.text[length:]
    return replace(line, shape=Shape.ITEM, start=line.start + length, text=words, marker=sign)


def with_signed_items(text: str, elements: Sequence[Element], group: int) -> list[Element]:
    """The elements of a page, with paragraphs that such signs begin as items of lists.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
        group: the first number that no list or table of the page has.
    """
    words = [one.span.of(text) if isinstance(one, Paragraph) else "" for one in elements]
    lengths = sign_lengths(words)
    changed = list(elements)
    for place, length in enumerate(lengths):
        if length:
            span = Span(elements[place].span.start + length, elements[place].span.end)
            group += place > 0 and not lengths[place - 1]
            changed[place] = Item(span, group)
    return changed

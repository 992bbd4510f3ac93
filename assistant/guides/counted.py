"""Lists that a word with a number counts out, or a number alone: "Duty 1", "K3", "2 Wait"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.lines import Line, Shape
from assistant.guides.outline import Element, Item, Paragraph
from assistant.guides.paragraphs import lines_within

_COUNT = re.compile(
    r"(?:(?P<label>[A-Z][a-z]{2,9}|[A-Z])\s?)?(?P<number>\d{1,2})[.:)]?\s+(?=[^\W\d_])"
)
#: Pay and questions have readers of their own, and what dots lead to the number of a page is a list
#: of contents.
_NO_ITEM = re.compile(r"[£€$]\s?\d|\.{4}|\?|^(?:Band|Grade|Level)\b")
#: So many in a row are a list.
_FEWEST = 3


def mark_counted(lines: Sequence[Line]) -> list[Line]:
    """The lines of an unmarked page, with those so marked that count the items of a list.

    What goes on with one of them in small letters may stand between, if it stands right below.
    """
    plain = [line.shape is Shape.TEXT for line in lines]
    goes_on = [
        here and not line.after_blank and line.text[0].islower()
        for line, here in zip(lines, plain, strict=True)
    ]
    words = [line.text if here else "" for line, here in zip(lines, plain, strict=True)]
    counted = {place for run in _runs(words, goes_on) for place in run}
    return [
        replace(line, shape=Shape.ITEM) if place in counted else line
        for place, line in enumerate(lines)
    ]


def with_counted(text: str, elements: Sequence[Element], group: int) -> list[Element]:
    """The elements of a page, with paragraphs, or the lines of one, that count items as a list.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
        group: the first number that no list or table of the page has.
    """
    words = [one.span.of(text) if isinstance(one, Paragraph) else "" for one in elements]
    runs = {run[0]: run for run in _runs(words, [False] * len(words))}
    changed: list[Element] = []
    place = 0
    while place < len(elements):
        run = runs.get(place)
        if run:
            changed.extend(Item(elements[at].span, group) for at in run)
            place, group = run[-1] + 1, group + 1
            continue
        items = _items_within(text, elements[place], group)
        changed.extend(items or [elements[place]])
        place, group = place + 1, group + bool(items)
    return changed


def _items_within(text: str, element: Element, group: int) -> list[Element]:
    """The items that the lines of a paragraph count, if it begins with the first; [] if not."""
    lines = lines_within(text, element.span) if isinstance(element, Paragraph) else []
    words = [line.of(text) for line in lines]
    runs = _runs(words, [line[0].islower() for line in words])
    if len(runs) != 1 or runs[0][0]:
        return []
    if not all(line[0].islower() for line in words[runs[0][-1] + 1 :]):
        return []  # What follows the last one is no part of it.
    ends = [*(lines[at - 1].end for at in runs[0][1:]), element.span.end]
    spans = zip((lines[at] for at in runs[0]), ends, strict=True)
    return [Item(replace(first, end=end), group) for first, end in spans]


def _runs(words: Sequence[str], goes_on: Sequence[bool]) -> list[list[int]]:
    """The places of lines that count on from each other, several together.

    Args:
        words: the words of each line.
        goes_on: for each whether it may go on with the line above it.
    """
    runs: list[list[int]] = []
    run: list[int] = []
    last = ("", 0)
    for place, line in enumerate(words):
        found = _COUNT.match(line) if line and not _NO_ITEM.search(line) else None
        this = (found["label"] or "", int(found["number"])) if found else ("", 0)
        if found and run and this == (last[0], last[1] + 1):
            run.append(place)
        elif found and (this[0] or this[1] == 1):
            runs.append(run)
            run = [place]
        elif not (run and goes_on[place] and line):
            runs.append(run)
            run = []
            continue
        last = this if found else last
    return [run for run in (*runs, run) if len(run) >= _FEWEST]

"""Headings that stand above others of their own level, as in pages where all look alike."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.kinds import kind_of_heading
from assistant.guides.model import SectionKind
from assistant.guides.outline import Element, Heading, Item, Row

_FEWEST_BELOW = 2


def with_levels(text: str, elements: Sequence[Element]) -> list[Element]:
    """The elements, the headings that belong below a heading without text a level lower.

    Such a heading stands right above another of its level. The text of those that follow touches
    them, while other headings of the page stand apart from their text; or it alone is in capitals;
    or it alone speaks of pay, and a list or table of its own stands below each of them.

    Args:
        text: the text that offsets count in.
        elements: the parts of the page in order.
    """
    changed = list(elements)
    heads = [(place, one) for place, one in enumerate(elements) if isinstance(one, Heading)]
    gaps = [_lines_between(text, elements, place) for place, _ in heads]
    alone = max(gaps, default=0) > 1  # some headings stand apart from their text
    at = 0
    while at < len(heads):
        empty = gaps[at] == 0 and at + 1 < len(heads)
        stop = _end(heads, gaps, at) if empty else at + 1
        capitals = stop > at + 1 and _is_other_case(heads[at][1], heads[at + 1][1])
        listed = _end_of_listed(elements, heads, at) if empty else 0
        sure = capitals or listed > stop
        stop = max(stop, listed)
        told = sure or alone
        if told and stop < len(heads) and stop - at > (1 if sure else _FEWEST_BELOW):
            for place, heading in heads[at + 1 : stop]:
                changed[place] = replace(heading, level=heading.level + 1)
        at = stop
    return changed


def _end(heads: Sequence[tuple[int, Heading]], gaps: Sequence[int], first: int) -> int:
    """Where the headings end that may belong below the first: they are alike, and of its kind."""
    parent, child = heads[first][1], heads[first + 1][1]
    kind = kind_of_heading(parent.text)
    stop = first + 1
    while stop < len(heads) and kind is not SectionKind.FAQ:
        heading = heads[stop][1]
        other = kind_of_heading(heading.text) not in (kind, SectionKind.OTHER)
        unlike = heading.level != parent.level or _is_other_case(heading, child)
        if gaps[stop] != 1 or unlike or (other and kind is not SectionKind.OTHER):
            break
        stop += 1
    return stop


def _end_of_listed(
    elements: Sequence[Element], heads: Sequence[tuple[int, Heading]], first: int
) -> int:
    """Where the headings end that have lists below one that says of what: levels, below "Pay"."""
    parent = heads[first][1]
    stop = first + 1
    if kind_of_heading(parent.text) is not SectionKind.SALARY:
        return stop
    while stop < len(heads):
        place, heading = heads[stop]
        below = elements[place + 1] if place + 1 < len(elements) else None
        alike = heading.level == parent.level and isinstance(below, Item | Row)
        if not alike or kind_of_heading(heading.text) is not SectionKind.OTHER:
            break
        stop += 1
    return stop


def _is_other_case(heading: Heading, other: Heading) -> bool:
    """Whether only one of two headings is all in capitals."""
    return heading.text.isupper() != other.text.isupper()


def _lines_between(text: str, elements: Sequence[Element], place: int) -> int:
    """How many line ends part a heading from its text; 0 if it has none."""
    if place + 1 == len(elements) or isinstance(elements[place + 1], Heading):
        return 0
    between = text[elements[place].span.end : elements[place + 1].span.start]
    return between.replace("\r\n", "\n").count("\n")

"""Headings in a row -> a tree; headings that are FAQ questions stay in their section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.guides.kinds import calls, invites, is_of_pay, kind_of_heading
from assistant.guides.model import SectionKind
from assistant.guides.outline import Element, Heading, Outline, Row

#: Kinds that say nothing of the sections below: those have their own.
_UNSAID = (SectionKind.OTHER, SectionKind.INTRODUCTION)
#: A sum, or the unit of a column of them: "Pay (£)".
_SUM = re.compile(r"[£€$]\s?\d|\([£€$]")


@dataclass(slots=True)
class Node:
    """A heading with what stands below it, up to the next heading.

    ``asks`` tells that it holds questions with answers; headings among its ``elements`` are then
    questions, or parts of an answer.
    """

    heading: Heading | None
    path: tuple[str, ...]
    kind: SectionKind
    asks: bool = False
    elements: list[Element] = field(default_factory=list)


def nest(text: str, outline: Outline) -> list[Node]:
    """The nodes of a page in order: the introduction first, when there is one.

    Args:
        text: the text that offsets count in.
        outline: the page's parts.
    """
    nodes = [Node(None, (), SectionKind.INTRODUCTION)]
    above: list[tuple[int, Node]] = []
    asking = question_level = 0
    last, last_asked = _last_headings(outline.elements)
    for place, element in enumerate(outline.elements):
        if not isinstance(element, Heading):
            nodes[-1].elements.append(element)
            continue
        level = element.level
        apply = calls(element.text) or (level == asking and place == last and invites(element.text))
        closes = apply and place > last_asked
        if asking and is_asking(element) and level >= asking and not closes:
            question_level = level
            nodes[-1].elements.append(element)
            continue
        if asking and question_level and level > question_level:
            nodes[-1].elements.append(element)
            continue
        while above and above[-1][0] >= level:
            above.pop()
        node = _node(text, outline, place, element, above[-1][1] if above else None)
        above.append((level, node))
        nodes.append(node)
        asking = (min(asking, level) or level) if node.asks else 0
        question_level = 0
    return nodes if nodes[0].elements else nodes[1:]


def _last_headings(elements: Sequence[Element]) -> tuple[int, int]:
    """The places of a page's last heading, and of the last that asks what a reader might."""
    headings = [(place, one) for place, one in enumerate(elements) if isinstance(one, Heading)]
    asked = [place for place, one in headings if is_asking(one) and not invites(one.text)]
    return headings[-1][0] if headings else 0, asked[-1] if asked else -1


def is_asking(heading: Heading) -> bool:
    """Whether a heading is a question."""
    return heading.text.rstrip("\"'”’)*_ ").endswith("?")


def _node(text: str, outline: Outline, place: int, heading: Heading, above: Node | None) -> Node:
    kind = kind_of_heading(heading.text, outline.role)
    if above and above.kind not in _UNSAID:
        paid = not above.asks and is_of_pay(heading.text) and _holds_sum(text, outline, place)
        kind = SectionKind.SALARY if paid else above.kind
    asks = kind is SectionKind.FAQ or bool(above and above.asks)
    path = (*(above.path if above else ()), heading.text)
    if not asks and _holds_questions(outline.elements, place, kind):
        asks = True
        kind = SectionKind.FAQ if kind is SectionKind.OTHER else kind
    return Node(heading, path, kind, asks)


def _holds_sum(text: str, outline: Outline, place: int) -> bool:
    """Whether a sum of money stands below a heading; without one it may be a task or a skill."""
    heading, *below = outline.elements[place:]
    level = heading.level if isinstance(heading, Heading) else 0
    ends = (one.span.start for one in below if isinstance(one, Heading) and one.level <= level)
    return _SUM.search(text, heading.span.end, next(ends, len(text))) is not None


def _holds_questions(elements: Sequence[Element], place: int, kind: SectionKind) -> bool:
    """Whether the headings right below a heading are questions, three in four of them or more."""
    heading = elements[place]
    below: list[Heading] = []
    for later in range(place + 1, len(elements)):
        element = elements[later]
        if isinstance(element, Row) and kind is not SectionKind.OTHER:
            return False
        if isinstance(element, Heading):
            if isinstance(heading, Heading) and element.level <= heading.level:
                break
            below.append(element)
    highest = min((child.level for child in below), default=0)
    direct = [child for child in below if child.level == highest]
    asked = sum(is_asking(child) for child in direct)
    loud = all(child.text.isupper() for child in direct)  # the headings of the page itself
    return asked >= 2 and not loud and 4 * asked >= 3 * len(direct)

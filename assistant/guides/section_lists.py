"""The lists of a section, each with what leads it in."""

import re

from assistant.guides.model import Block, BlockKind, Section, Span

_LETTER = re.compile(r"[^\W\d_]")


def lists_of(text: str, section: Section) -> tuple[list[list[Block]], set[Span]]:
    """The items of each list of a section, and what leads in lists and adjoins them.

    An item of no list is a list of its own. One that leads in the list within it is of that list.
    """
    lists: dict[object, list[Block]] = {}
    for place, block in enumerate(section.blocks):
        if block.kind is BlockKind.LIST_ITEM:
            key = ("alone", place) if block.group is None else block.group
            lists.setdefault(key, []).append(block)
    kept: list[list[Block]] = []
    taken_in: set[Span] = set()
    for items in reversed(lists.values()):
        left = [one for one in items if Span(one.start, one.end) not in taken_in]
        lead = left[0].lead_in if left else None
        if lead and adjoins(text, lead.end, left[0].start):
            taken_in.add(lead)
        kept += [left] if left else []
    return kept, taken_in


def adjoins(text: str, end: int, start: int) -> bool:
    """Whether little stands between two places of a text: space, bullets, pipes, "Answer:".

    Anything longer is text that was left out on purpose, and no chunk may reach across it.
    """
    return end <= start and len(_LETTER.findall(text, end, start)) <= 12

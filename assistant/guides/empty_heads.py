"""Headings with nothing below them: text of the section above, lest they are lost.

A heading is shown only with its text. What no mark makes one was rather a line that looks like it,
and several in a row are a list; any other is named in a finding.
"""

from collections.abc import Sequence

from assistant.guides.jobs.role import names_a_part
from assistant.guides.kinds import kind_of_heading
from assistant.guides.model import Finding, SectionKind
from assistant.guides.nesting import Node
from assistant.guides.outline import Heading, Item, Paragraph, Row

#: So many marked ones in a row are a list, and so many others with what heads them.
_LISTED = 3
#: A line that stands apart is text if it has so many words.
_FEWEST_WORDS = 6


def without_empty(text: str, nodes: Sequence[Node]) -> tuple[list[Node], list[Finding]]:
    """The nodes that have something below them, and what an editor should know of the others.

    Args:
        text: the text that offsets count in.
        nodes: the headings of a page in order, with what stands below each.
    """
    kept = list(nodes)
    named: list[Heading] = []
    before = -1
    while before != len(kept):  # what heads only such headings becomes one itself
        before = len(kept)
        kept, found = _filled(text, kept)
        named.extend(found)
    named.sort(key=lambda head: head.span.start)
    return kept, _findings([head.text for head in named])


def _filled(text: str, nodes: Sequence[Node]) -> tuple[list[Node], list[Heading]]:
    """The nodes, those that are text or a list put into the one above them; and the others."""
    kept: list[Node] = []
    named: list[Heading] = []
    groups = [one.group for node in nodes for one in node.elements if isinstance(one, Item | Row)]
    group = max(groups, default=-1) + 1
    place = 0
    while place < len(nodes):
        heads = _empty_heads(nodes, place)
        if not heads or _head_list(heads):
            kept.append(nodes[place])
        lines = heads[_head_list(heads) :]
        if lines and not _are_text(text, lines, kept):
            named.extend(lines)
        elif lines:
            kept = kept or [Node(None, (), SectionKind.INTRODUCTION)]
            listed = len(lines) > 1 or lines != heads
            kept[-1].elements.extend(
                Item(line.span, group) if listed else Paragraph(line.span) for line in lines
            )
            group += 1
        place += max(1, len(heads))
    return kept, named


def _empty_heads(nodes: Sequence[Node], start: int) -> list[Heading]:
    """The headings of one level, from ``start`` on, with nothing below them.

    One that names a part of a guide is not among others, but may be above them.
    """
    heads: list[Heading] = []
    for place in range(start, len(nodes)):
        node = nodes[place]
        beside = len(node.path) == len(nodes[start].path)
        begins = heads and (not beside or names_a_part(node.path[-1]))
        if node.heading is None or begins or not _is_empty(nodes, place):
            break
        heads.append(node.heading)
    return heads


def _is_empty(nodes: Sequence[Node], place: int) -> bool:
    node = nodes[place]
    below = nodes[place + 1].path if place + 1 < len(nodes) else ()
    return not node.elements and (below == node.path or below[: len(node.path)] != node.path)


def _head_list(heads: Sequence[Heading]) -> bool:
    """Whether the first of several lines names what sections are about, and the rest its list."""
    if len(heads) < _LISTED or any(head.marked for head in heads):
        return False
    return kind_of_heading(heads[0].text) is not SectionKind.OTHER


def _are_text(text: str, heads: Sequence[Heading], above: Sequence[Node]) -> bool:
    """Whether headings are lines of text: unmarked, or several of which none names a part.

    After questions with answers only what stands right below an answer is, and a few words that
    stand apart are none: they were to head the next headings.
    """
    if any(head.marked for head in heads):
        known = any(kind_of_heading(head.text) is not SectionKind.OTHER for head in heads)
        return len(heads) >= _LISTED and not known
    if names_a_part(heads[0].text):
        return False
    if above and above[-1].elements:
        last = above[-1].elements[-1]
        if isinstance(last, Item) or _ends_block(text, last.span.end, heads):
            return True
        if above[-1].asks:
            return False
    return len(heads) > 1 or len(heads[0].text.split()) >= _FEWEST_WORDS


def _ends_block(text: str, above: int, heads: Sequence[Heading]) -> bool:
    """Whether headings stand right below the text that ends there, and a blank line follows."""
    end = heads[-1].span.end
    below = len(text) - len(text[end:].lstrip())
    apart = text.count("\n", end, below) > 1 or below == len(text)
    return apart and text.count("\n", above, heads[0].span.start) == 1


def _findings(named: Sequence[str]) -> list[Finding]:
    if not named:
        return []
    shown = ", ".join(f'"{name}"' for name in named)
    return [Finding("empty_heading", f"Headings with no text below them are left out: {shown}.")]

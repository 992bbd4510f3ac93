"""Headings that a page builds of plain boxes, told by their names or by what stands below them."""

import re
from collections import Counter

from selectolax.lexbor import LexborNode

from assistant.guides.faq import is_question
from assistant.guides.html.html_blocks import is_block, words_of
from assistant.guides.html.html_nodes import PARTS, above, beside, bold_line, made
from assistant.guides.jobs.opening import looks_like_heading

_BOXES = "div, p, [role=heading]"
_NAMED = re.compile(
    r"(?:^|[-_])(?:sub)?(?:heading|headline|title|header|head)(?:$|[-_](?:text|inner|wrap\w*)$)"
)
_TITLE = re.compile(r"(?:page|entry|post|article|main|hero|profile|role|mso)[-_](?:heading|title)")
#: Names of what a site calls itself, or of a question, which stands above its answer by itself.
_NO_HEAD = re.compile(r"(?:^|[-_])(?:site|brand|logo|faq|question)(?:[-_]|$)")
_MOST_WORDS = 10
_LONGEST = 300
#: Without a name a box is a heading only above a text of so many words, and among others like it.
_FEWEST_BELOW = 12
_FEWEST_ALIKE = 2


def mark_headings(body: LexborNode) -> None:
    """Make headings of the boxes that head what stands below them.

    A page without a main heading has one in the box that is named so.
    """
    could_head = [box for box in body.css(_BOXES) if _could_head(box)]
    alike = Counter(_likeness(box) for box in could_head if _is_above_text(box))
    titled = body.css_first("h1") is not None
    for box in could_head:
        if not titled and any(map(_TITLE.fullmatch, _names(box))):
            _replace(box, made("h1", words_of(box)))
            titled = True
        elif _is_named(box) or (
            alike[_likeness(box)] >= _FEWEST_ALIKE and _is_above_text(box) and not _asks(box)
        ):
            _replace(box, bold_line(words_of(box)))


def _could_head(box: LexborNode) -> bool:
    if len(box.text()) > _LONGEST or _holds_blocks(box):
        return False
    words = words_of(box)
    if not words or len(words.split()) > _MOST_WORDS:
        return False
    if any(node.tag in PARTS for node in above(box)) or box.css_first("b, strong") is not None:
        return False
    return (looks_like_heading(words) or _asks(box)) and _below(box) is not None


def _asks(box: LexborNode) -> bool:
    return is_question(words_of(box))


def _holds_blocks(box: LexborNode) -> bool:
    return any(is_block(node) for node in box.traverse() if node.mem_id != box.mem_id)


def _below(box: LexborNode) -> LexborNode | None:
    """What stands right below a box, or below the box that holds nothing else."""
    node: LexborNode | None = box
    while node is not None and words_of(node) == words_of(box):
        after = beside(node, forwards=True)
        if after is not None:
            return after if is_block(after) and words_of(after) else None
        node = node.parent
    return None


def _is_above_text(box: LexborNode) -> bool:
    below = beside(box, forwards=True)
    if box.tag != "div" or below is None or not is_block(below):
        return False
    return len(words_of(below).split()) >= _FEWEST_BELOW


def _likeness(box: LexborNode) -> tuple[str | None, ...]:
    """What boxes that look alike on the page have in common."""
    around = box.parent
    parts = [box, around, around.parent if around is not None else None]
    return tuple(part.attributes.get("class") if part is not None else None for part in parts)


def _is_named(box: LexborNode) -> bool:
    names = _names(box)
    return box.attributes.get("role") == "heading" or (
        any(map(_NAMED.search, names)) and not any(map(_NO_HEAD.search, names))
    )


def _names(box: LexborNode) -> list[str]:
    written = (box.attributes.get("class") or "").split()
    return [re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).casefold() for name in written]


def _replace(box: LexborNode, heading: LexborNode) -> None:
    box.insert_before(heading)
    box.decompose()

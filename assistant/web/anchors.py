"""The link fragments of what stands in a section: rows, FAQs, items and paragraphs."""

from collections.abc import Iterable

from assistant.guides.jobs.role import slug
from assistant.guides.model import Block, BlockKind, Section

_LONGEST = 48


class Anchors:
    """Gives each block a fragment of its own.

    A row's comes from its first cell and an FAQ's from its question, so that a shared link
    outlives changes elsewhere in the guide; items and paragraphs are counted in their section.

    Args:
        taken: the fragments of the sections.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken, "cited", "contents"}

    def of(self, section: Section, block: Block, text: str) -> str:
        """The fragment of a block of this section; ``text`` is the guide's source."""
        base = f"{section.anchor}--{_name(block, text) or block.kind.replace('_', '-')}"
        anchor, count = base, 1
        while anchor in self._taken:
            count += 1
            anchor = f"{base}-{count}"
        self._taken.add(anchor)
        return anchor


def _name(block: Block, text: str) -> str:
    if block.kind is BlockKind.TABLE_ROW and block.cells:
        return slug(block.cells[0].of(text))[:_LONGEST].strip("-")
    if block.kind is BlockKind.FAQ and block.question:
        return slug(block.question.of(text))[:_LONGEST].strip("-")
    return ""

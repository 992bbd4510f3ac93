"""The row or item that a follow-up names, beside one that was quoted before: "and a charity?".

With the question before it is near to what was told, and alone to whatever has its one word.
"""

from collections.abc import Set

from assistant.answering.columns import heads_of
from assistant.answering.headed import name_of
from assistant.answering.lists import block_claim
from assistant.answering.quoting import opening_of
from assistant.citations import Claim
from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind
from assistant.understanding.pay_columns import named_among
from assistant.understanding.query import Query
from assistant.words import terms


def beside_told(query: Query, guide: Guide) -> list[Claim]:
    """The one row or item that a follow-up names; [] if it says more than that."""
    asked = {*query.content, *terms(" ".join(query.level_words))}
    if not asked or not query.told or not query.context:
        return []
    for section in guide.sections:
        told = {block.group for block in section.blocks if (guide.id, block.start) in query.told}
        if section.kind is SectionKind.SALARY or not told:
            continue
        beside = (block for block in section.blocks if block.group in told)
        named = [block for block in beside if _is_named(block, asked, guide)]
        if len(named) == 1:
            return _said(named[0], section, guide)
    return []


def _is_named(block: Block, asked: Set[str], guide: Guide) -> bool:
    """Whether all that is asked for is in the name of a row or item, or in a column's name."""
    text = guide.source_text[block.start : block.end]
    columns: list[str] = []
    match block.kind:
        case BlockKind.TABLE_ROW:
            name = block.cells[0].of(guide.source_text) if block.cells else ""
            columns = terms(" ".join(heads_of(guide, block)))
        case BlockKind.LIST_ITEM:
            name = name_of(text)
        case _:
            return False
    named = {*named_among(asked, terms(name))}
    return bool(named) and named | {*columns} >= asked


def _said(block: Block, section: Section, guide: Guide) -> list[Claim]:
    claims = [block_claim(guide, section, block)]
    return [*opening_of(claims, guide), *claims]

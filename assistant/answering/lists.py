"""Lists and tables given whole: every item or row of a section, in the guide's order."""

import re
from collections.abc import Sequence, Set

from assistant.answering.columns import head_quotes, heads_of, named, needing_names, of_brief_cells
from assistant.answering.wording import say
from assistant.citations import Claim, Layout, quote_in
from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind
from assistant.understanding.query import Query
from assistant.understanding.whole import GRADES, asks_for_first
from assistant.words import terms


def whole_of(
    guide: Guide, kind: SectionKind, unless: Sequence[str] = (), asked: Sequence[str] = ()
) -> list[list[Claim]]:
    """The lists, or else the tables, of a guide's first section of a kind and of those below it.

    Each with its lead-in; empty if there are none.

    Args:
        guide: the guide.
        kind: the kind of section that is asked for whole.
        unless: the question's content terms. One that a list itself has singles out an item: then
            it is not whole that the list is asked for, and nothing is returned. One that only the
            heading of some has singles out these.
        asked: all content terms. Of sections of the kind one that is called so goes before: the
            skills, and not the qualifications above them.
    """
    holding = [section for section in guide.sections if section.kind is kind and _groups(section)]
    if kind is SectionKind.INTRODUCTION:
        holding = [section for section in holding if not _is_of_facts(section)]
    called = [section for section in holding if {*asked} & {*terms(" ".join(section.path[:1]))}]
    holding = called or holding
    together = [section for section in holding if section.path[:1] == holding[0].path[:1]]
    meant = {term for term in unless if not term.isdigit()} - NEGATIONS - GRADES
    named = [section for section in together if meant & {*terms(" ".join(section.path[1:]))}]
    lists = [claims for section in named or together for claims in section_lists(guide, section)]
    if named:
        return lists
    own = {
        term
        for claims in lists
        for claim in claims
        if claim.layout is Layout.ITEM
        for term in terms(claim.text)
    }
    return [] if own & meant else lists


def leads_of(claims: Sequence[Claim]) -> list[str]:
    """What introduces a list, of the claims that it is told by."""
    return [claim.text for claim in claims if claim.layout is not Layout.ITEM]


#: What introduces a list that is in order of importance.
_IN_ORDER = re.compile(r"\b(?:order|rank\w*|priorit\w+|most|first|top)\b", re.I)


def unranked(query: Query, claims: Sequence[Claim], guide: Guide) -> list[Claim]:
    """That a list does not say which of its items matter most, where just these are asked for."""
    leads = " ".join(leads_of(claims))
    if not asks_for_first(query.own) or _IN_ORDER.search(leads):
        return []
    return [Claim(say("found.unranked", role=guide.role), layout=Layout.PARAGRAPH)]


#: "Everything, not a summary" singles out nothing.
NEGATIONS = frozenset({"no", "not", "never", "without"})


def _is_of_facts(section: Section) -> bool:
    """Whether a section has a table without heads, of facts that each stand beside their name."""
    rows = [block for block in section.blocks if block.kind is BlockKind.TABLE_ROW]
    return bool(rows) and not any(block.columns for block in rows)


def _groups(section: Section) -> list[int | None]:
    """The lists of a section, or its tables where the first of both is a table."""
    listed = [b for b in section.blocks if b.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)]
    return list(dict.fromkeys(b.group for b in listed if b.kind is listed[0].kind))


def section_lists(guide: Guide, section: Section) -> list[list[Claim]]:
    """The lists of a section, each with its lead-in, or its tables; empty if it has neither."""
    return [group_claims(guide, section, group) for group in _groups(section)]


def group_claims(guide: Guide, section: Section, group: int | None) -> list[Claim]:
    """One list or table of a section, whole and in order."""
    blocks = [
        block
        for block in section.blocks
        if block.group == group and block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    ]
    claims = []
    lead_in = blocks[0].lead_in
    if lead_in is not None:
        claims.append(
            Claim(_flat(lead_in.of(guide.source_text)), (quote_in(guide, section, lead_in),))
        )
    return [*claims, *(block_claim(guide, section, block) for block in blocks)]


def block_claim(guide: Guide, section: Section, block: Block) -> Claim:
    """An item or a row of a section."""
    if block.kind is BlockKind.TABLE_ROW:
        return row_claim(guide, section, block)
    said = _flat(block.text(guide.source_text))
    return Claim(said, (quote_in(guide, section, block),), Layout.ITEM)


def row_claim(guide: Guide, section: Section, block: Block) -> Claim:
    """A table row as an item, quoted whole, with what it takes of its columns' names."""
    text = row_text(guide, block)
    quote = quote_in(guide, section, block)
    return Claim(text, (quote, *head_quotes(guide, section, block, text)), Layout.ITEM)


def row_text(guide: Guide, block: Block) -> str:
    """A table row as a line of text: its first cell in bold, then the other cells in order.

    Cells that would say nothing without their column's name have it before them.
    """
    words = [_flat(cell.of(guide.source_text)) for cell in block.cells] or [""]
    bare: Set[int] = frozenset()
    if len(block.columns) >= len(words):
        brief = of_brief_cells(guide, block.columns)
        bare = {*range(1, len(words))} if brief else needing_names(words)
    first, *rest = [
        named(heads_of(guide, block)[place], said) if place in bare else said
        for place, said in enumerate(words)
    ]
    body = " ".join(cell if cell.endswith((".", "!", "?")) else f"{cell}." for cell in rest if cell)
    return f"**{first.rstrip('.:')}**: {body}" if body else f"**{first}**"


def _flat(text: str) -> str:
    return " ".join(text.split())

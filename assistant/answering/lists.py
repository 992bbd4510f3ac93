"""Lists and tables given whole: every item or row of a section, in the guide's order."""

import re
from collections.abc import Sequence, Set

from assistant.answering.columns import head_quotes, heads_of, named, needing_names, of_brief_cells
from assistant.answering.headed import headed_paragraphs
from assistant.answering.wording import say
from assistant.chunks import ROLE_NOUN, Chunk
from assistant.citations import Claim, Layout, Quote
from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind, Span
from assistant.understanding.query import Query
from assistant.understanding.whole import GRADES, asks_for_first
from assistant.words import terms

#: Several things of a kind are asked for, and so all that a list has of them.
_SEVERAL = re.compile(
    r"\b(?:all|every|list|name|what|which|the)\s+"
    r"(?:(?:are|is|the|of|possible|main|different|various|usual)\s+){0,4}"
    r"(?:steps|stages|phases|types|kinds|sorts|options|(?P<in>ways|routes|paths|pathways))\b",
    re.I,
)


#: All sorts of employers are asked for, which headings name where each has a section of its own.
_PLACES = re.compile(
    r"\b(?:all|every|list|name|what|which)\b[^.?!]{0,30}\b(?:places|settings|employers|workplaces|"
    r"(?:types?|kinds?|sorts?) of (?:places?|settings?|employers?|workplaces?|compan\w+|firms?|"
    r"organisations?))\b|"
    r"\bwhere (?:can|could|do|does|might|would) (?:(?:an?|the|most) )?\w+ (?:be )?work(?:ing)?\b",
    re.I,
)
#: Terms with which nothing else is asked than where people work.
_OF_PLACES = frozenset(
    terms(
        "place places setting settings employer employers workplace workplaces company companies "
        "organisation organisations work working works employ employs hire hires different all "
        "firm firms take takes taking recruit recruits need needs them "
        "various kind kinds sort sorts type types can could where"
    )
)
#: So many passages, best first, are looked at for one that tells of places to work.
_FIRST = 4
#: Of so many headings below one each names a sort.
_LEAST = 3


def whole_of(guide: Guide, kind: SectionKind, unless: Sequence[str] = ()) -> list[list[Claim]]:
    """The lists, or else the tables, of a guide's first section of a kind and of those below it.

    Each with its lead-in; empty if there are none.

    Args:
        guide: the guide.
        kind: the kind of section that is asked for whole.
        unless: the question's content terms. One that a list itself has singles out an item: then
            it is not whole that the list is asked for, and nothing is returned. One that only the
            heading of some has singles out these.
    """
    holding = [section for section in guide.sections if section.kind is kind and _groups(section)]
    together = [section for section in holding if section.path[:1] == holding[0].path[:1]]
    meant = {term for term in unless if not term.isdigit()} - _NEGATIONS - GRADES
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


#: What introduces a list that is in order of importance.
_IN_ORDER = re.compile(r"\b(?:order|rank\w*|priorit\w+|most|first|top)\b", re.I)


def unranked(query: Query, claims: Sequence[Claim], guide: Guide) -> list[Claim]:
    """That a list does not say which of its items matter most, where just these are asked for."""
    leads = " ".join(claim.text for claim in claims if claim.layout is not Layout.ITEM)
    if not asks_for_first(query.own) or _IN_ORDER.search(leads):
        return []
    return [Claim(say("found.unranked", role=guide.role), layout=Layout.PARAGRAPH)]


#: "Everything, not a summary" singles out nothing.
#: How a heading begins that asks without a question mark, a number before it or not.
_ASKS = re.compile(r"(?:[\d.)]+\s+)?(?:how|what|who|which|where|when|why)\b", re.I)
_NEGATIONS = frozenset({"no", "not", "never", "without"})


def list_asked_for(query: Query, chunks: Sequence[Chunk], guide: Guide) -> list[Claim]:
    """The list that the first passage is of, whole, where several things of a kind are asked for.

    Of places to work, the list that the first of the few that tell of these is of. Empty if it is
    no list, or where a word of the question singles out one of its items.
    """
    chunk = chunks[0]
    of_places = _PLACES.search(query.bare) and not {*query.content} - _OF_PLACES
    differing = [one for one in chunks[:_FIRST] if one.section_kind is SectionKind.DIFFERENCES]
    if of_places and differing:
        return _places(differing[0], guide)
    if chunk.kind is not BlockKind.LIST_ITEM:
        return []
    if chunk.section and _is_heading_asked(query, chunk.section[-1]):
        return _whole_group(chunk, guide)
    several = _SEVERAL.search(query.bare)
    if several is None or (several["in"] and chunk.section_kind is not SectionKind.PATHWAYS):
        return []
    claims = _whole_group(chunk, guide)
    items = {t for claim in claims if claim.layout is Layout.ITEM for t in terms(claim.text)}
    singled_out = {*query.telling} - {*terms(several.group())} - _NEGATIONS
    return [] if singled_out & items else claims


def _is_heading_asked(query: Query, heading: str) -> bool:
    """Whether a question says what a heading that asks says: "What must I be good at?"."""
    asks = heading.rstrip().endswith("?") or _ASKS.match(heading)
    said = {*query.content} or {*terms(query.bare)} - {*terms(ROLE_NOUN)}
    return bool(asks) and said <= {*terms(heading)}


def _places(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The list, table or named paragraphs that a passage is of, or the headings beside its own.

    [] if these are few.
    """
    if chunk.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        return _whole_group(chunk, guide)
    own = next((one for one in guide.sections if one.path == chunk.section), None)
    if own is not None and (named_there := headed_paragraphs(guide, own)):
        return named_there
    above = chunk.section[:-1]
    headings = [
        Quote(guide.id, above, section.anchor, section.heading.start, section.heading.end)
        for section in guide.sections
        if above and section.path[:-1] == above and section.heading
    ]
    said = guide.source_text
    items = [Claim(_flat(said[q.start : q.end]), (q,), Layout.ITEM) for q in headings]
    return items if len(items) >= _LEAST else []


def _whole_group(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The list or table that a passage is of, whole."""
    section = next(one for one in guide.sections if one.path == chunk.section)
    return group_claims(guide, section, chunk.group)


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
            Claim(_flat(lead_in.of(guide.source_text)), (_quote(guide, section, lead_in),))
        )
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            claims.append(row_claim(guide, section, block))
            continue
        span = Span(block.start, block.end)
        text = _flat(span.of(guide.source_text))
        claims.append(Claim(text, (_quote(guide, section, span),), Layout.ITEM))
    return claims


def row_claim(guide: Guide, section: Section, block: Block) -> Claim:
    """A table row as an item, quoted whole, with what it takes of its columns' names."""
    text = row_text(guide, block)
    quote = _quote(guide, section, Span(block.start, block.end))
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
    return f"**{first.rstrip('.')}**: {body}" if body else f"**{first}**"


def _quote(guide: Guide, section: Section, span: Span) -> Quote:
    return Quote(guide.id, section.path, section.anchor, span.start, span.end)


def _flat(text: str) -> str:
    return " ".join(text.split())

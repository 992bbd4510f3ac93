"""Several things of a kind that a question asks for: ways in, kinds, places to work.

They are given whole, as the list, table or headings that the passages found stand in or beside.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from assistant.answering.headed import headed_paragraphs
from assistant.answering.lists import NEGATIONS, group_claims, leads_of, section_lists
from assistant.answering.wording import say
from assistant.chunks import ROLE_NOUN, Chunk
from assistant.citations import Claim, Layout, Quote, quote_in
from assistant.guides.model import BlockKind, Guide, SectionKind, Span
from assistant.guides.sentences import sentence_spans
from assistant.understanding.query import Form, Query
from assistant.words import GOES_ON, NUMBER, terms

#: Several things of a kind are asked for, and so all that a list has of them.
_SEVERAL = re.compile(
    r"\b(?:all|every|list|name|what|which|the)\s+"
    rf"(?:(?:are|is|the|of|possible|main|different|various|usual|{NUMBER})\s+){{0,4}}"
    r"(?:(?P<ordered>steps|stages|phases)|types|kinds|sorts|options|"
    r"(?:sort|kind|type) of (?:person|people|candidate)|"
    r"(?:jobs|tasks|things|activities)(?=\s+(?:\w+\s+)?(?:fills?|makes? up|takes? up)\b)|"
    r"(?P<in>ways|routes|paths|pathways))\b",
    re.I,
)


#: All sorts of employers are asked for, which headings name where each has a section of its own.
_PLACES = re.compile(
    r"\b(?:all|every|list|name|what|which)\b[^.?!]{0,30}\b(?:places|settings|employers|workplaces|"
    r"(?:types?|kinds?|sorts?) of (?:places?|settings?|employers?|workplaces?|compan\w+|firms?|"
    r"organisations?|outfits?|shops?))\b|"
    r"\b(?:other|else|non|alternative)\b[^.?!]{0,20}\b(?:options|places|settings|sorts? of work)\b|"
    r"\bwho\b[^.?!]{0,15}\b(?:employs?|hires?|recruits?|takes? on)\b|"
    r"\bwhere (?:else )?(?:can|could|do|does|might|would) (?:(?:an?|the|most) )?\w+ (?:be )?"
    r"work(?:ing)?\b",
    re.I,
)
#: Terms with which nothing else is asked than where people work.
_OF_PLACES = frozenset(
    terms(
        "place places setting settings employer employers workplace workplaces company companies "
        "organisation organisations work working works employ employs hire hires different all "
        "firm firms take takes taking recruit recruits need needs them "
        "other else non option options besides than apart from alternative alternatives set sets "
        "outfit outfits shop shops various kind kinds sort sorts type types can could where"
    )
)
#: What ways into a job are called above a list of them, and not a way in which something is done.
_WAYS = re.compile(r"\b(?:ways|routes|paths|pathways)\b|\b(?:way|route|path)\s+in(?:to)?\b", re.I)
#: Lists of what is done or must be known are no ways in, unless what introduces them says so.
_NO_WAYS = (SectionKind.RESPONSIBILITIES, SectionKind.SKILLS, SectionKind.SALARY)
_LEAD_TO_WAYS = re.compile(
    r"\b(?:ways|routes|paths|pathways)\s+(?:in|to\s+(?:qualify|become|train|register|enter|start))"
)
#: What is given whole.
_LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
#: So many passages, best first, are looked at for one that tells of places to work.
_FIRST = 4
#: Of so many headings below one each names a sort.
_LEAST = 3


#: All of a list is asked for, whatever it is of.
_ALL = re.compile(
    r"(?:^|[,;:?!.–-]\s*)everything\b(?=\W*$|\s+(?:i|you|they|he|she|an?|the|that|please|pls)\b)|"
    r"\b(?:tell|give|list|name|show)\s+(?:me\s+|us\s+)?everything\b|"
    r"\b(?:the lot|point by point|one by one|step by step|bullet points?)\b|"
    r"\bin (?:what|which|the (?:right|correct)) order\b|\bin order\b(?! to\b)|\bwhat order\b|"
    r"\b(?:start|beginning) to (?:finish|end)\b|\b(day|week|month|year) by \1\b|"
    r"\b(?:the )?whole sequence\b|\bevery (?:single )?(?:step|stage|one|thing)\b|"
    r"\ball the (?:bits|steps|stages|ones|rest)\b|"
    r"\b(?:full|whole|complete|entire)\s+(?:list|lot|set|range|run)\b|"
    r"\ball\s+of\s+(?:them|it|those|these)\b|\b(?:name|list|give|tell)\s+(?:me\s+)?them\s+all\b|"
    r"(?:^|[.?!,;]\s*|\b(?:please|pls|you|to|and|then)\s+)"
    r"(?:list|name)\s+(?:me\s+)?(?:all|every|each|out|the)\b|"
    rf"{GOES_ON}(?:what(?:['’]?s|\s+are)\s+)?all\s+(?:of\s+)?(?:the|their|its|his|her)\s+"
    r"(?:[\w-]+\s+){0,2}(?!times)\w+s\b|"
    rf"{GOES_ON}(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+|pls\s+)?list\b",
    re.I,
)
#: How somebody asks for all that a list has.
_WHICH = re.compile(rf"{GOES_ON}(?:what|which|list|name)\b", re.I)
#: How a heading begins that asks without a question mark, a number before it or not.
_ASKS = re.compile(r"(?:[\d.)]+\s+)?(?:how|what|who|which|where|when|why)\b", re.I)


def list_asked_for(query: Query, chunks: Sequence[Chunk], guide: Guide) -> list[Claim]:
    """The list that the first passage is of, whole, where several things of a kind are asked for.

    Of places to work, the list that the first of the few that tell of these is of. Empty if it is
    no list, or where a word of the question singles out one of its items.
    """
    chunk = chunks[0]
    of_places = _PLACES.search(query.bare) and not {*query.content} - _OF_PLACES
    differing = _of_employers(chunks) if of_places else None
    if differing is not None and (places := _places(differing, guide)):
        return places
    is_item = chunk.kind is BlockKind.LIST_ITEM
    asked = chunk.section and (
        _is_heading_asked(query, chunk.section[-1]) or _is_list_named(query, chunk.section)
    )
    if is_item and asked:
        return _whole_group(chunk, guide)
    return _several_asked(query, chunks, guide) or _all_asked(query, chunks, guide)


def _all_asked(query: Query, chunks: Sequence[Chunk], guide: Guide) -> list[Claim]:
    """The list or table of the first passage or beside it, where all that there is is asked for."""
    if not _ALL.search(query.own) or chunks[0].section_kind is SectionKind.SALARY:
        return []
    beside = (one for one in chunks[:_FIRST] if one.section == chunks[0].section)
    first = next((one for one in beside if one.kind in _LISTED), None)
    return _whole_group(first, guide) if first else []


def _several_asked(query: Query, chunks: Sequence[Chunk], guide: Guide) -> list[Claim]:
    """The list of several things of a kind that are asked for; for ways in, one it stands beside.

    Where nothing but the ways is named, the list that the first of the few passages is of.
    """
    several = _SEVERAL.search(query.bare)
    if several is None:
        return []
    meant = {*query.telling} - {*terms(several.group())} - NEGATIONS
    if several["in"]:
        near = chunks[:1] if meant else chunks[:_FIRST]
        claims = next(filter(None, (_ways(one, guide) for one in near)), [])
    else:
        claims = _whole_group(chunks[0], guide) if chunks[0].kind is BlockKind.LIST_ITEM else []
    if several["ordered"]:
        return claims  # One step of several is no answer, though a word of the question is in it.
    above = " ".join((*chunks[0].section[-1:], *leads_of(claims)))
    items = {t for claim in claims if claim.layout is Layout.ITEM for t in terms(claim.text)}
    return [] if (meant - {*terms(above)}) & items else claims


def _ways(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The list of ways into the job that an item is of, or that a paragraph stands beside."""
    headed: list[Claim] = []
    if chunk.kind is BlockKind.LIST_ITEM:
        claims = _whole_group(chunk, guide)
    else:
        claims = _beside(chunk, guide)
        headed = [] if claims else _headed_ways(chunk, guide)
        claims = claims or headed
    leads = leads_of(claims)
    if chunk.section_kind in _NO_WAYS:
        return claims if any(map(_LEAD_TO_WAYS.search, leads)) else []
    above = chunk.section[-2:] if headed else chunk.section[-1:]
    named = any(map(_WAYS.search, [*above, *leads]))
    return claims if named or chunk.section_kind is SectionKind.PATHWAYS else []


def _headed_ways(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The ways in that have a section each, beside that of a passage; [] if these are few.

    Each by its heading and its first sentence.
    """
    beside = [
        section
        for section in guide.sections
        if chunk.section[1:] and section.path[:-1] == chunk.section[:-1] and section.blocks
    ]
    if len(beside) < _LEAST:
        return []
    said = guide.source_text
    opening = say("found.items", section=chunk.section[-2], role=guide.role)
    claims = [Claim(opening, layout=Layout.PARAGRAPH)]
    for section in beside:
        first = section.blocks[0]
        sentence = next(iter(sentence_spans(said, first.start, first.end)), first)
        quotes = [quote_in(guide, section, Span(sentence.start, sentence.end))]
        if section.heading and re.search(r"\d", section.path[-1]):
            quotes.append(quote_in(guide, section, section.heading))
        text = " ".join(said[sentence.start : sentence.end].split())
        claims.append(Claim(f"**{section.path[-1]}**: {text}", tuple(quotes), Layout.ITEM))
    return claims


def _of_employers(chunks: Sequence[Chunk]) -> Chunk | None:
    """The first passage that tells employers apart; else one of a table that most of them are of.

    A table's own heading may say nothing of employers: "High street, barracks, or elsewhere?".
    """
    siblings = _of_siblings(chunks[: _FIRST + 2])
    chunks = chunks[:_FIRST]
    differing = (one for one in chunks if one.section_kind is SectionKind.DIFFERENCES)
    first = chunks[0]
    together = [one for one in chunks if one.section == first.section and one.kind is first.kind]
    of_table = first.kind is BlockKind.TABLE_ROW and first.section_kind is SectionKind.OTHER
    alike = first if of_table and 2 * len(together) > len(chunks) else None
    return next(differing, alike or siblings)


def _of_siblings(chunks: Sequence[Chunk]) -> Chunk | None:
    """The first passage of a section that stands beside that of another, where none is known.

    "Not only on board": "In port", "At the school".
    """
    nested = [one for one in chunks if one.section_kind is SectionKind.OTHER and one.section[1:]]
    pairs = ((one, other) for one, other in combinations(nested, 2) if one.section != other.section)
    return next((one for one, other in pairs if one.section[:-1] == other.section[:-1]), None)


def _beside(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The list of the section in which a paragraph stands; [] if it has none or several."""
    own = next((one for one in guide.sections if one.path == chunk.section), None)
    lists = section_lists(guide, own) if own and chunk.kind is BlockKind.PARAGRAPH else []
    return lists[0] if len(lists) == 1 else []


def _is_heading_asked(query: Query, heading: str) -> bool:
    """Whether a question says what a heading that asks says: "What must I be good at?"."""
    asks = heading.rstrip().endswith("?") or _ASKS.match(heading)
    said = {*query.content} or {*terms(query.bare)} - {*terms(ROLE_NOUN)}
    return bool(asks) and said <= {*terms(heading)}


def _is_list_named(query: Query, path: Sequence[str]) -> bool:
    """Whether a question says no more than a list's headings: "which tickets are essential?"."""
    said = {*query.content}
    of_last = said & {*terms(path[-1])}
    asks = _WHICH.match(query.own) and query.form in (Form.EXPLANATION, Form.LIST)
    return bool(asks and of_last) and said <= {*terms(" ".join(path))}


def _places(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The list, table or named paragraphs that a passage is of, or the headings beside its own.

    [] if these are few.
    """
    if chunk.kind in _LISTED:
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
    items = [Claim(" ".join(said[q.start : q.end].split()), (q,), Layout.ITEM) for q in headings]
    return items if len(items) >= _LEAST else []


def _whole_group(chunk: Chunk, guide: Guide) -> list[Claim]:
    """The list or table that a passage is of, whole."""
    section = next(one for one in guide.sections if one.path == chunk.section)
    return group_claims(guide, section, chunk.group)

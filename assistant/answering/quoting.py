"""Evidence -> Claims: what is quoted, under a line that says where it is from.

Rows of one table stand together under one such line, and so do items of one list. The answer of an
FAQ is introduced by its question wherever it would not be understood without it.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant.answering.antecedents import points_at_heading
from assistant.answering.choice import Told, lead_in_of
from assistant.answering.evidence import Evidence, gather
from assistant.answering.lists import row_claim
from assistant.answering.quantities import counts, figure_asked, unit_asked
from assistant.answering.replies import asked_in, is_reply
from assistant.answering.wording import say
from assistant.chunks import Chunk, Sentence
from assistant.citations import Claim, Layout, Quote
from assistant.guides.model import BlockKind, Guide
from assistant.retrieval import Passage


def quoted(
    passages: Sequence[Passage],
    question: str,
    guides: Mapping[str, Guide],
    told: Told = frozenset(),
) -> list[Claim]:
    """What passages, best first, say to a question.

    Where it asks for a number of something, what counts nothing of the kind says nothing.

    Args:
        passages: best first.
        question: as it is to be answered.
        guides: by id; the passages' guides must be among them.
        told: the places that the answers before quoted.
    """
    unit = unit_asked(question)
    evidence = gather(passages, guides, figure_asked(question), told)
    return evidence_claims([e for e in evidence if not unit or counts(e.chunk, unit)], guides)


def evidence_claims(found: Sequence[Evidence], guides: Mapping[str, Guide]) -> list[Claim]:
    """Evidence as claims, best first.

    Sentences as they stand, items and rows with a line that says where they are from.
    """
    claims: list[Claim] = []
    for number, together in enumerate(_gathered(found)):
        guide = guides[together[0].chunk.guide_id]
        claims.extend(_claims(together, guide, first=number == 0))
    return claims


def _gathered(found: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence in its order, but rows and items of one section with the first of them."""
    groups: dict[object, list[Evidence]] = {}
    for place, evidence in enumerate(found):
        chunk = evidence.chunk
        listed = chunk.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)
        key = (chunk.guide_id, chunk.kind, chunk.section) if listed else place
        groups.setdefault(key, []).append(evidence)
    return list(groups.values())


def _claims(together: Sequence[Evidence], guide: Guide, *, first: bool) -> list[Claim]:
    chunk = together[0].chunk
    values = {"section": chunk.section[-1] if chunk.section else guide.title, "role": guide.role}
    match chunk.kind:
        case BlockKind.TABLE_ROW:
            rows = [_row(evidence, guide) for evidence in together]
            return [_opening(say("found.row", **values)), *rows]
        case BlockKind.LIST_ITEM:
            return _of_list(together, guide, say("found.items", **values))
        case BlockKind.PARAGRAPH:
            said = _of_sentences(together[0])
            begun = [one for one in said if one.quotes[0].start == chunk.start]
            bare = chunk.section and any(points_at_heading(one.text) for one in begun)
            return [_opening(say("found.under", **values)), *said] if bare else said
        case BlockKind.FAQ:
            return _of_faq(together[0], first=first)


def opening_of(claims: Sequence[Claim], guide: Guide) -> tuple[Claim, ...]:
    """The line that says where a whole list or table is from, if it has no lead-in of its own."""
    first = claims[0]
    if first.layout is not Layout.ITEM:
        return ()
    section = first.quotes[0].section[-1] if first.quotes[0].section else guide.title
    in_table = any(
        block.kind is BlockKind.TABLE_ROW and block.start == first.quotes[0].start
        for block in guide.blocks
    )
    name = "found.row" if in_table else "found.items"
    return (_opening(say(name, section=section, role=guide.role)),)


def _opening(text: str) -> Claim:
    return Claim(text, layout=Layout.PARAGRAPH)


def _row(evidence: Evidence, guide: Guide) -> Claim:
    section, row = next(
        (section, block)
        for section in guide.sections
        for block in section.blocks
        if block.start <= evidence.chunk.start < block.end
    )
    return row_claim(guide, section, row)


def _of_list(together: Sequence[Evidence], guide: Guide, opening: str) -> list[Claim]:
    """The items under a line of ours, or under the list's own where that is quoted."""
    leads: list[Claim] = []
    items: list[Claim] = []
    for evidence in together:
        introducing = lead_in_of(evidence.chunk, guide)
        for sentence in evidence.sentences:
            if sentence in introducing:
                leads.append(_claim(evidence.chunk, sentence, Layout.SENTENCE))
            else:
                items.append(_claim(evidence.chunk, sentence, Layout.ITEM))
    if leads:
        leads[0] = Claim(leads[0].text, leads[0].quotes, Layout.PARAGRAPH)
        return [*leads, *items]
    return [_opening(opening), *items]


def _of_faq(evidence: Evidence, *, first: bool) -> list[Claim]:
    answer = _of_sentences(evidence)
    question = asked_in(evidence.chunk)
    if not question or (first and not is_reply(answer[0].text)):
        return answer
    return [_opening(say("found.reply", question=question)), *answer]


def _of_sentences(evidence: Evidence) -> list[Claim]:
    layouts = [Layout.PARAGRAPH, *[Layout.SENTENCE] * len(evidence.sentences)]
    return [
        _claim(evidence.chunk, sentence, layout)
        for sentence, layout in zip(evidence.sentences, layouts, strict=False)
    ]


def _claim(chunk: Chunk, sentence: Sentence, layout: Layout) -> Claim:
    text = " ".join(chunk.text[sentence.start - chunk.start : sentence.end - chunk.start].split())
    quote = Quote(chunk.guide_id, chunk.section, chunk.anchor, sentence.start, sentence.end)
    return Claim(text, (quote,), layout)


def said_once(claims: Iterable[Claim]) -> list[Claim]:
    """Claims without a quoted sentence said twice, and without a line above only such."""
    seen: set[tuple[str, tuple[Quote, ...]]] = set()
    kept: list[Claim] = []
    emptied = False  # whether the last line that leads on has lost what followed it
    for claim in claims:
        key = (claim.text, claim.quotes)
        if claim.quotes and key in seen:
            emptied = bool(kept) and _leads_on(kept[-1])
            continue
        if emptied and (not claim.quotes or claim.layout is Layout.PARAGRAPH):
            kept.pop()
        emptied = False
        seen.add(key)
        kept.append(claim)
    return kept[:-1] if emptied else kept


def _leads_on(claim: Claim) -> bool:
    return not claim.quotes and claim.text.endswith(":")

"""Which of the passages found an answer is made of, by what shape of answer is asked for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.signs import NEAR
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import Snapshot
from assistant.matters import ENTRY, asked_about
from assistant.retrieval import Passage, is_pay_row
from assistant.understanding.query import Query

#: Two things asked for in one question, and how far behind the first, in fitted score, the other is
#: put: within what is still quoted beside it.
_BOTH = re.compile(r"\b(?:or|and) (?:any|some|is there|are there|an?|other)\b", re.I)
BESIDE = 0.5


def suitable(query: Query, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages to make an answer of.

    Words about pay, where what moves pay is asked, and of those what says so; those of the kind of
    section first, where the question says nothing more than that. What a level is paid does not say
    how to get there.
    """
    if not query.pay_drivers:
        if query.topics and not query.telling and "context" not in query.carried:
            onward = query.topics == (SectionKind.PATHWAYS,)
            left = [p for p in passages if not (onward and is_pay_row(p.chunk))]
            left = left or [*passages]
            return sorted(left[:NEAR], key=lambda p: p.chunk.section_kind not in query.topics)
        return passages[:NEAR]
    prose = [
        p
        for p in passages
        if p.chunk.section_kind is SectionKind.SALARY and p.chunk.kind is BlockKind.PARAGRAPH
    ]
    telling = [p for p in prose if _WHAT_COUNTS.search(p.chunk.text)]
    return (telling or prose)[:2] or passages[:NEAR]


def with_all_matters(
    query: Query, passages: Sequence[Passage], snapshot: Snapshot
) -> Sequence[Passage]:
    """The passages, with the other of two things asked for near where the first tells of one.

    "Do I need a degree or any certificate?" asks for both.
    """
    asked = asked_about(query.bare)
    if len(asked) < 2 or not _BOTH.search(query.bare) or not passages:
        return passages
    first, *others = passages
    missing = asked - snapshot.told.matters_of(first.chunk.id)
    telling = [one for one in others if snapshot.told.matters_of(one.chunk.id) & missing]
    if missing == asked or not telling:
        return passages
    # What one must bring is told with the ways in before it is told with what one grows into.
    ways = [one for one in telling if one.chunk.section_kind is SectionKind.PATHWAYS]
    other = (ways if asked & ENTRY and ways else telling)[0]
    near = replace(other, score=max(other.score, first.score - BESIDE))
    return [first, near, *(one for one in others if one is not other)]


#: What a sentence on what moves pay says of it: "size counts most", "it depends on your tickets".
_WHAT_COUNTS = re.compile(
    r"\b(?:counts?|matters?) (?:most|more|less|for)\b|\bdepends? (?:\w+ )?on\b|"
    r"\b(?:pay|it|figures?|earnings|rates?|you(?:r (?:pay|salary))?) (?:\w+ )?"
    r"(?:turns?|varies|moves?|hangs?) (?:on|with|by)\b|"
    r"\b(?:what|things?|factors?|band|setting|experience)\b[^.]{0,40}\b(?:counts?|matters?|"
    r"mov(?:es?|ing)|decides?|push(?:es)?|sets?|shifts?|drives?|affects?|rais(?:es?|ing)|lifts?|"
    r"makes? the difference)\b",
    re.I,
)

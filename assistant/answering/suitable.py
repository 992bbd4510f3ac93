"""Which of the passages found an answer is made of, by what shape of answer is asked for."""

import re
from collections.abc import Sequence

from assistant.answering.confidence import NEAR
from assistant.guides.model import BlockKind, SectionKind
from assistant.retrieval import Passage, is_pay_row
from assistant.understanding.query import Query


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

"""Which of the passages found an answer is made of, by what shape of answer is asked for."""

from collections.abc import Sequence

from assistant.answering.confidence import NEAR
from assistant.guides.model import BlockKind, SectionKind
from assistant.retrieval import Passage, is_pay_row
from assistant.understanding.query import Query


def suitable(query: Query, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages to make an answer of.

    Words about pay, where what moves pay is asked; those of the kind of section first, where the
    question says nothing more than that. What a level is paid does not say how to get there.
    """
    if not query.pay_drivers:
        if query.topics and not query.telling and "context" not in query.carried:
            onward = query.topics == (SectionKind.PATHWAYS,)
            left = [p for p in passages if not (onward and is_pay_row(p.chunk))] or passages
            return sorted(left[:NEAR], key=lambda p: p.chunk.section_kind not in query.topics)
        return passages[:NEAR]
    prose = [
        p
        for p in passages
        if p.chunk.section_kind is SectionKind.SALARY and p.chunk.kind is BlockKind.PARAGRAPH
    ]
    return prose[:2] or passages[:NEAR]

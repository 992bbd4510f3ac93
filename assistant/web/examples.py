"""Example questions, taken from the guides that are ingested."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from assistant.guides.model import BlockKind, Guide
from assistant.words import terms


def example_questions(guides: Sequence[Guide], limit: int = 6) -> tuple[str, ...]:
    """Questions that the guides answer: one about pay, then those of their FAQs, in turn.

    Args:
        guides: the guides that are ingested.
        limit: how many questions at most.
    """
    rounds = zip_longest(*(_questions(guide, alone=len(guides) == 1) for guide in guides))
    found = dict.fromkeys(question for question in chain.from_iterable(rounds) if question)
    return tuple(found)[:limit]


def _questions(guide: Guide, *, alone: bool) -> Iterable[str]:
    if any(block.bands for section in guide.sections for block in section.blocks):
        yield f"What does a {guide.role} earn?"
    for section in guide.sections:
        for block in section.blocks:
            if block.kind == BlockKind.FAQ and block.question:
                yield _standing_alone(block.question.of(guide.source_text), guide, alone=alone)


def _standing_alone(question: str, guide: Guide, *, alone: bool) -> str:
    """The question with the role in front where it doesn't say which role it is about."""
    words = " ".join(question.split()).strip("*_# ")
    named = set(terms(guide.role)) <= set(terms(words))
    return words if alone or named else f"{guide.role}: {words}"

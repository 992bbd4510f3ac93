"""Example questions, taken from the guides that are ingested."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from assistant.guides.model import BlockKind, Guide
from assistant.words import terms


def example_questions(
    guides: Sequence[Guide], limit: int = 6, *, named: bool = False
) -> tuple[str, ...]:
    """Questions that the guides answer, the guides taking turns: about pay and from their FAQs.

    Args:
        guides: the guides that are ingested.
        limit: how many questions at most.
        named: say the role in each question, though there be one guide only.
    """
    alone = len(guides) == 1 and not named
    # Of many guides some from here and there, not all from the beginning of the alphabet.
    some = guides[:: max(1, len(guides) // limit)]
    rounds = zip_longest(*(_questions(guide, place, alone) for place, guide in enumerate(some)))
    found = dict.fromkeys(question for question in chain.from_iterable(rounds) if question)
    return tuple(found)[:limit]


def _questions(guide: Guide, place: int, alone: bool) -> list[str]:
    """What one guide offers; every second guide begins with its FAQ, not with pay."""
    asked = [
        _standing_alone(block.question.of(guide.source_text), guide, alone)
        for section in guide.sections
        for block in section.blocks
        if block.kind == BlockKind.FAQ and block.question
    ]
    if any(block.bands for block in guide.blocks):
        article = "an" if guide.role[:1].lower() in "aeiou" else "a"
        asked.insert(place % 2, f"What does {article} {guide.role} earn?")
    return asked


def _standing_alone(question: str, guide: Guide, alone: bool) -> str:
    """The question with the role in front where it doesn't say which role it is about."""
    words = " ".join(question.split()).strip("*_# ")
    named = set(terms(guide.role)) <= set(terms(words))
    return words if alone or named else f"{guide.role}: {words}"

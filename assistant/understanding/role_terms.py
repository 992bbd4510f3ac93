"""The terms by which a guide speaks of its role itself: "coder", "genomics", "robot"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.guides.model import Guide
from assistant.words import terms

#: A term stands for the role itself that so large a share of its guide's blocks has and that is so
#: many times as frequent there as in the others. As the name of a role it is not searched for: on
#: 130 questions that name their role in no other way two more were answered rightly.
THROUGHOUT, TIMES = 0.25, 10.0


def role_terms(guides: Iterable[Guide]) -> dict[str, frozenset[str]]:
    """The terms that run through each guide and are rare in the others, by guide id."""
    blocks = {guide.id: [terms(text) for text in texts_of(guide)] for guide in guides}
    counts = {guide_id: Counter(_all(own)) for guide_id, own in blocks.items()}
    together: Counter[str] = sum(counts.values(), Counter())
    return {
        guide_id: frozenset(_standing_for_role(own, counts[guide_id], together))
        for guide_id, own in blocks.items()
    }


def texts_of(guide: Guide) -> list[str]:
    """The text of each block of a guide."""
    return [block.text(guide.source_text) for section in guide.sections for block in section.blocks]


def _all(blocks: Sequence[Sequence[str]]) -> Iterable[str]:
    return (term for block in blocks for term in block)


def _standing_for_role(
    blocks: Sequence[Sequence[str]], own: Counter[str], together: Counter[str]
) -> Iterable[str]:
    within = Counter(term for block in blocks for term in {*block})
    others = max(together.total() - own.total(), 1)
    for term, count in within.items():
        elsewhere = (together[term] - own[term] + 0.5) / others
        if count >= THROUGHOUT * len(blocks) and own[term] / own.total() >= TIMES * elsewhere:
            yield term

"""The terms by which a guide speaks of its role itself: "coder", "genomics", "robot"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.guides.model import Guide
from assistant.words import terms

#: A term stands for the role itself that so large a share of its guide's blocks has and that is so
#: many times as frequent there as in the others. As the name of a role it is not searched for: on
#: 130 questions that name their role in no other way two more were answered rightly.
THROUGHOUT, TIMES = 0.25, 10.0
#: A guide speaks of a thing as its own if it does so often and so many times as often as any other.
#: With these 23 of 139 titles in other words were known for their guide's, and 9 of 534 wrongly.
OFTEN, MORE = 3, 2.0


@dataclass(frozen=True, slots=True)
class RoleTerms:
    """How often each guide has each term, and the terms that stand for its role; by guide id."""

    counts: Mapping[str, Counter[str]] = field(default_factory=dict)
    standing: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, guides: Iterable[Guide]) -> "RoleTerms":
        """The terms of guides."""
        blocks = {guide.id: [terms(text) for text in _texts_of(guide)] for guide in guides}
        counts = {guide_id: Counter(_all(own)) for guide_id, own in blocks.items()}
        together: Counter[str] = sum(counts.values(), Counter())
        standing = {
            guide_id: frozenset(_standing_for_role(own, counts[guide_id], together))
            for guide_id, own in blocks.items()
        }
        return cls(counts, standing)

    def own(self, guide_id: str, term: str) -> bool:
        """Whether a guide speaks of something often, and more than any other does."""
        counts = self.counts[guide_id]
        share = counts[term] / max(counts.total(), 1)
        return counts[term] >= OFTEN and all(
            share > MORE * other[term] / max(other.total(), 1)
            for another, other in self.counts.items()
            if another != guide_id
        )


def _texts_of(guide: Guide) -> list[str]:
    """The text of each block of a guide."""
    return [block.text(guide.source_text) for block in guide.blocks]


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

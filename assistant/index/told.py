"""What the chunks of an index tell of, and how telling that is."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from assistant.chunks import Chunk
from assistant.matters import asked_about, told_of


class Told:
    """The matters that chunks tell of, read guide by guide as they are searched.

    Args:
        chunks: all chunks, by id.
        by_guide: the same, those of each guide together.
    """

    def __init__(
        self, chunks: Mapping[str, Chunk], by_guide: Mapping[str, Sequence[Chunk]]
    ) -> None:
        self._chunks = chunks
        self._by_guide = by_guide
        self._matters: dict[str, Mapping[str, frozenset[str]]] = {}
        self._rarity: dict[tuple[str, ...], Mapping[str, float]] = {}

    def matters_of(self, chunk_id: str) -> frozenset[str]:
        """The matters that a chunk tells of."""
        return self._in(self._chunks[chunk_id].guide_id)[chunk_id]

    def rarity(self, guide_ids: Collection[str] | None = None) -> Mapping[str, float]:
        """How telling it is that a chunk tells of a matter.

        The natural logarithm of how many chunks of the guides (None: of all) there are for each
        that does; a matter that none of them tells of is not in it.
        """
        searched = tuple(sorted(self._by_guide if guide_ids is None else guide_ids))
        if searched not in self._rarity:
            found = [matters for one in searched for matters in self._in(one).values()]
            counts = Counter(matter for matters in found for matter in matters)
            self._rarity[searched] = {
                matter: math.log(len(found) / count) for matter, count in counts.items()
            }
        return self._rarity[searched]

    def weight(
        self, asked: frozenset[str], chunk_id: str, guide_ids: Collection[str] | None
    ) -> float:
        """How telling it is that a chunk tells of the matters asked about: their rarity in sum."""
        met = asked and asked & self.matters_of(chunk_id)
        # The same in any order: a set has none that stays.
        return math.fsum(self.rarity(guide_ids)[matter] for matter in met)

    def _in(self, guide_id: str) -> Mapping[str, frozenset[str]]:
        if guide_id not in self._matters:
            self._matters[guide_id] = {
                chunk.id: told_of(chunk.text) | _asked_in(chunk)
                for chunk in self._by_guide[guide_id]
            }
        return self._matters[guide_id]


def _asked_in(chunk: Chunk) -> frozenset[str]:
    """The matters that the question of an FAQ is about: its reply tells of them in any words."""
    questions = (one for one in chunk.sentences if one.role == "question")
    return frozenset().union(*(asked_about(one.embedded) for one in questions))

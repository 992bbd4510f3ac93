"""Query -> Retrieval: Chroma's nearest vectors and BM25, fused by rank, with the role as filter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.chunks import Chunk
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import WHOLE, Snapshot
from assistant.words import terms

Vector = NDArray[np.float32]

#: Reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009) with its usual constant divided by six: a guide has some
#: forty chunks, not a web's worth. Weights and constant were set on the dev half of evals/data/retrieval.jsonl.
RANK_CONSTANT = 10.0
WEIGHTS: Mapping[str, float] = {"meaning": 1.0, "sentence": 1.0, "words": 1.0, "topic": 0.5}
#: Vector records asked of Chroma for a query; each chunk has one for itself and one for each of its sentences.
NEAREST = 80
#: Chunks asked of BM25.
LEXICAL = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk found for a query.

    ``similarity`` is the cosine between the query and the chunk, ``sentences`` between the query and each of the chunk's
    sentences, ``words`` its BM25 score. ``ranks`` are its places by each of these, from 1; ``score`` is their fusion.
    """

    chunk: Chunk
    score: float
    similarity: float
    sentences: tuple[float, ...]
    words: float
    ranks: Mapping[str, int]

    @property
    def best(self) -> float:
        """The highest cosine of the chunk or any of its sentences."""
        return max(self.similarity, *self.sentences) if self.sentences else self.similarity


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The passages kept, best first, and those rejected with the reason."""

    kept: tuple[Passage, ...]
    rejected: tuple[tuple[Passage, str], ...] = ()


def retrieve(
    snapshot: Snapshot,
    vector: Vector,
    words: str,
    *,
    guide_ids: Sequence[str] | None = None,
    topics: Iterable[SectionKind] = (),
    k: int = 10,
) -> Retrieval:
    """The passages that best fit a query.

    Args:
        snapshot: the index.
        vector: the query's unit vector.
        words: the query's words, for BM25.
        guide_ids: only these guides; None for all.
        topics: kinds of section that the question points to; a preference, not a filter.
        k: the most to keep.
    """
    similar: dict[str, float] = {}
    nearest: dict[str, float] = {}
    for chunk_id, sentence, similarity in snapshot.nearest(vector, NEAREST, guide_ids):
        side = similar if sentence == WHOLE else nearest
        side[chunk_id] = max(similarity, side.get(chunk_id, -1.0))
    lexical = dict(snapshot.lexical(terms(words, snapshot.compounds), LEXICAL, guide_ids))
    found = [
        snapshot.chunks[chunk_id] for chunk_id in dict.fromkeys((*similar, *nearest, *lexical))
    ]
    found = [chunk for chunk in found if chunk.section_kind is not SectionKind.CALL_TO_ACTION]
    wanted = frozenset(topics)
    measured = {chunk.id: _measure(snapshot, vector, chunk) for chunk in found}
    scales = {
        "meaning": {chunk.id: measured[chunk.id][0] for chunk in found},
        "sentence": {chunk.id: max(measured[chunk.id][1], default=0.0) for chunk in found},
        "words": lexical,
        "topic": {
            chunk.id: measured[chunk.id][0] for chunk in found if chunk.section_kind in wanted
        },
    }
    ranks: dict[str, dict[str, int]] = {chunk.id: {} for chunk in found}
    for name, scale in scales.items():
        for rank, chunk_id in enumerate(sorted(scale, key=lambda one: (-scale[one], one)), 1):
            if chunk_id in ranks:
                ranks[chunk_id][name] = rank
    passages = [
        Passage(
            chunk=chunk,
            score=sum(
                WEIGHTS[name] / (RANK_CONSTANT + rank) for name, rank in ranks[chunk.id].items()
            ),
            similarity=measured[chunk.id][0],
            sentences=measured[chunk.id][1],
            words=lexical.get(chunk.id, 0.0),
            ranks=ranks[chunk.id],
        )
        for chunk in found
    ]
    passages.sort(key=lambda passage: (-passage.score, -passage.best, passage.chunk.id))
    return Retrieval(
        tuple(passages[:k]), tuple((passage, "ranked lower") for passage in passages[k : 2 * k])
    )


def _measure(snapshot: Snapshot, vector: Vector, chunk: Chunk) -> tuple[float, tuple[float, ...]]:
    whole = float(snapshot.chunk_vector(chunk.id) @ vector)
    if chunk.kind is BlockKind.TABLE_ROW:
        return whole, (whole,)
    return whole, tuple(float(value) for value in snapshot.sentence_vectors(chunk.id) @ vector)

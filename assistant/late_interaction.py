"""How well a chunk's word pieces meet those of a question, piece by piece.

Late interaction after ColBERT (Khattab and Zaharia, SIGIR 2020): each piece of the question takes
the best cosine that any piece of the chunk has with it, and the weighted mean of these is the
match. The pieces are MiniLM's last hidden states, projected to 64 dimensions by a matrix fitted on
invented guides (tools/fit, evals/training, evals/strangers).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.embeddings import Reading, Vectors

FITTED = Path(__file__).parent / "embeddings_data" / "late_interaction.npz"
Pieces = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The fitted matrices.

    ``projection``, shape (64, 384), is of every piece; ``gate``, shape (384,), says how much a
    question's piece weighs by its state.
    """

    projection: Vectors
    gate: Vectors


@lru_cache(maxsize=1)
def fitted() -> Fitted:
    """The fitted matrices."""
    with np.load(FITTED) as stored:
        return Fitted(stored["projection"].astype(np.float32), stored["gate"].astype(np.float32))


def project(states: Vectors) -> Vectors:
    """Unit vectors of the pieces, shape (p, 64)."""
    flat = states @ fitted().projection.T
    unit: Vectors = flat / (np.linalg.norm(flat, axis=1, keepdims=True) + 1e-6)
    return unit


@dataclass(frozen=True, slots=True)
class PieceIndex:
    """The pieces of every chunk, one chunk after another.

    ``pieces``, shape (t,), are their numbers in the vocabulary and ``vectors``, shape (t, 64),
    their projections; those of chunk i stand at ``starts[i]`` to ``starts[i + 1]``.
    """

    pieces: Pieces
    vectors: NDArray[np.float16]
    starts: Pieces

    def of(self, place: int) -> tuple[Pieces, NDArray[np.float16]]:
        """The pieces and projections of one chunk."""
        own = slice(int(self.starts[place]), int(self.starts[place + 1]))
        return self.pieces[own], self.vectors[own]


def index_of(chunks: Sequence[tuple[Pieces, NDArray[np.float16]]]) -> PieceIndex:
    """The index over chunks in their order."""
    lengths = [len(pieces) for pieces, _ in chunks]
    return PieceIndex(
        np.concatenate([np.empty(0, np.int64), *(pieces for pieces, _ in chunks)]),
        np.concatenate([np.empty((0, 64), np.float16), *(vectors for _, vectors in chunks)]),
        np.cumsum([0, *lengths]),
    )


def rarity(index: PieceIndex, places: Sequence[int]) -> tuple[Counter[int], int]:
    """In how many of these chunks each piece occurs, and how many chunks they are."""
    counts: Counter[int] = Counter()
    for place in places:
        counts.update(np.unique(index.of(place)[0]).tolist())
    return counts, len(places)


def matches(
    question: Reading, index: PieceIndex, places: Sequence[int], rare: tuple[Counter[int], int]
) -> Vectors:
    """How well each of these chunks meets the question, shape (places,), about 0 to 1.

    Args:
        question: the question as MiniLM read it.
        index: the chunks' pieces.
        places: which chunks.
        rare: from ``rarity``, of the guide that is searched: rare pieces of a question weigh more.
    """
    if not places or not len(question.pieces):
        return np.zeros(len(places), dtype=np.float32)
    counts, among = rare
    weights = np.array(
        [math.log(1 + among / (1 + counts[piece])) for piece in question.pieces.tolist()]
    )
    weights = weights / (weights.sum() + 1e-6) * np.exp(question.states @ fitted().gate)
    weights = weights / weights.sum()
    asked = project(question.states)
    found = [index.of(place)[1] for place in places]
    lengths = [len(vectors) for vectors in found]
    cosines = asked @ np.concatenate(found).astype(np.float32).T
    best = np.maximum.reduceat(cosines, np.cumsum([0, *lengths[:-1]]), axis=1)
    met: Vectors = (weights @ best).astype(np.float32)
    return met

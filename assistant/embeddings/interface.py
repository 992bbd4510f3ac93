"""What the rest of the assistant asks of an embedding model, and what it gets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]
OnReading = Callable[[int, "Reading"], None]


class TextEmbedder(Protocol):
    """What the index needs of an embedding model."""

    name: str
    max_pieces: int
    # None where only the server knows.
    dimension: int | None

    def count_pieces(self, text: str) -> int:
        """How many pieces the model reads a text as, special ones included."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors, shape (n, dimension); ``progress`` is told how many each step finished."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as MiniLM read it.

    ``vector`` is its unit vector, shape (384,); ``pieces`` its word pieces without the two special
    ones, shape (p,); ``states`` the model's last hidden states of those, shape (p, 384).
    """

    vector: Vectors
    pieces: NDArray[np.int64]
    states: Vectors


class UnitVectors(Embeddings):
    """LangChain's interface over ``embed``."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors, shape (n, dimension)."""
        raise NotImplementedError

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's interface: the vectors of texts."""
        return self.embed(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        """LangChain's interface: the vector of one question."""
        return self.embed([text])[0].tolist()  # type: ignore[no-any-return]

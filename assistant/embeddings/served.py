"""A model of an OpenAI-compatible server, by langchain-openai."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from assistant.embeddings.interface import Progress, UnitVectors, Vectors
from assistant.errors import EmbeddingError
from assistant.tokens import count_tokens


class ServedEmbeddings(UnitVectors):
    """A model of an OpenAI-compatible server, by langchain-openai."""

    # The servers' models read more, but chunks are short for the sake of the answer.
    max_pieces = 512
    dimension: int | None = None

    def __init__(self, model: str) -> None:
        self.name = f"openai:{model}"
        self._model = model

    def count_pieces(self, text: str) -> int:
        """How many tiktoken tokens a text has, which is close to what the server counts."""
        return count_tokens(text)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of texts, shape (n, dimension).

        Raises:
            EmbeddingError: the server can't be reached or refuses.
        """
        found: list[list[float]] = []
        for start in range(0, len(texts), 64):
            batch = list(texts[start : start + 64])
            try:
                found.extend(self._client.embed_documents(batch))
            except Exception as error:
                # What the server says may repeat the key: only the kind of error is told.
                raise EmbeddingError(
                    f"{self.name} failed: {type(error).__name__}. "
                    "Check OPENAI_API_KEY and OPENAI_BASE_URL."
                ) from error
            if progress:
                progress(len(batch))
        return self._unit(found, len(texts))

    def _unit(self, found: list[list[float]], texts: int) -> Vectors:
        """The vectors at unit length; what no vector can be is refused, never stored."""
        if not texts:
            return np.empty((0, self.dimension or 0), dtype=np.float32)
        try:
            vectors = np.array(found, dtype=np.float32)
            lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
        except (TypeError, ValueError) as error:
            raise EmbeddingError(f"{self.name} gave vectors of several lengths.") from error
        if len(vectors) != texts:
            raise EmbeddingError(f"{self.name} gave {len(vectors)} vectors for {texts} texts.")
        if not np.isfinite(lengths).all() or (lengths == 0).any():
            raise EmbeddingError(f"{self.name} gave vectors that are no directions.")
        return np.asarray(vectors / lengths, dtype=np.float32)

    @cached_property
    def _client(self) -> Any:
        try:
            from langchain_openai import OpenAIEmbeddings

            # Off: it would send token numbers, which servers other than OpenAI's don't read.
            return OpenAIEmbeddings(model=self._model, check_embedding_ctx_length=False)
        except Exception as error:
            raise EmbeddingError(
                f"{self.name} can't be used: {error}. Set OPENAI_API_KEY."
            ) from error

"""The vectors of a snapshot in Chroma, embedded or on a server. The only home of chromadb."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from assistant.errors import SnapshotDamagedError, SnapshotError

# Chroma is imported where it is used: an ingest that finds nothing changed does without it.
if TYPE_CHECKING:
    import chromadb
    from chromadb.api.client import Client

Vectors = NDArray[np.float32]
Metadata = dict[str, str | int]

# Cosine distance, and a search wide enough to be exact on the few thousand vectors that guides
# amount to.
_CONFIGURATION: Any = {"hnsw": {"space": "cosine", "ef_search": 400, "ef_construction": 200}}


class VectorStore:
    """One collection of vectors.

    Args:
        folder: the folder that embedded Chroma writes to; unused with a ``url``.
        collection: the collection's name.
        url: address of a Chroma server; empty: embedded.

    Raises:
        SnapshotError: the server can't be reached.
    """

    def __init__(self, folder: Path, collection: str, url: str = "") -> None:
        self._name = collection
        self._url = url
        self._client = _client(folder, url)
        self._collection: chromadb.Collection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def create(self) -> None:
        """Make the collection, empty. What an earlier attempt left under its name goes."""
        self.drop()
        self._collection = self._client.create_collection(
            self._name, configuration=_CONFIGURATION, embedding_function=None
        )

    def drop(self) -> None:
        """Delete the collection, if it is there."""
        from chromadb.errors import NotFoundError

        try:
            self._client.delete_collection(self._name)
        except (NotFoundError, ValueError):
            return

    def add(self, ids: Sequence[str], vectors: Vectors, metadata: Sequence[Metadata]) -> None:
        """Store vectors, shape (n, dimension), with what they can be filtered by."""
        step = min(self._client.get_max_batch_size(), 2000)
        for start in range(0, len(ids), step):
            batch = slice(start, start + step)
            self._open().add(
                ids=list(ids[batch]),
                embeddings=vectors[batch],
                metadatas=list(metadata[batch]),
            )

    def ids(self) -> set[str]:
        """The id of every vector in the collection."""
        return set(self._open().get(include=[])["ids"])

    def nearest(
        self, vector: Vectors, k: int, allowed: dict[str, Sequence[str]] | None = None
    ) -> list[tuple[str, float]]:
        """The ids nearest to a unit vector with their cosine similarity, best first, equals by id.

        Args:
            vector: shape (dimension,).
            k: the most to return.
            allowed: values allowed by metadata field; all must hold.

        Raises:
            SnapshotDamagedError: the collection is gone or can't be read.
        """
        from chromadb.errors import ChromaError

        conditions: list[Any] = [
            {field: {"$in": list(of)}} for field, of in (allowed or {}).items()
        ]
        where = {"$and": conditions} if len(conditions) > 1 else (conditions or [None])[0]
        try:
            found = self._open().query(
                query_embeddings=vector.reshape(1, -1),
                n_results=k,
                where=where,
                include=["distances"],
            )
        except ChromaError as error:
            raise SnapshotDamagedError(_damaged(error)) from error
        distances = (found["distances"] or [[]])[0]
        pairs = [
            (name, 1.0 - distance)
            for name, distance in zip(found["ids"][0], distances, strict=True)
        ]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    def close(self) -> None:
        """Let go of the files or of the connection."""
        self._collection = None
        self._client.close()

    def _open(self) -> "chromadb.Collection":
        from chromadb.errors import ChromaError

        if self._collection is None:
            try:
                self._collection = self._client.get_collection(self._name, embedding_function=None)
            except (ChromaError, ValueError) as error:
                raise SnapshotDamagedError(_damaged(error)) from error
        return self._collection


def _damaged(error: Exception) -> str:
    return f"The vectors of the snapshot can't be read: {error}. Run: python ingest.py --rebuild"


def _client(folder: Path, url: str) -> "Client":
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if not url:
        try:
            return cast("Client", chromadb.PersistentClient(str(folder), settings=settings))
        except Exception as error:
            raise SnapshotDamagedError(_damaged(error)) from error
    try:
        parts = urlsplit(url)
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 8000)
        client = chromadb.HttpClient(parts.hostname or url, port, ssl=secure, settings=settings)
        return cast("Client", client)
    except Exception as error:
        raise SnapshotError(
            f"No Chroma server answers at {url}: {error}. Check CAREERS_CHROMA_URL."
        ) from error

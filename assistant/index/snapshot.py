"""Reading a snapshot: guides, chunks, and what is nearest to a question in meaning and words."""

import os
import weakref
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from assistant.chunks import Chunk, embedded_texts
from assistant.embeddings import Reading
from assistant.errors import SnapshotDamagedError, SnapshotMismatchError
from assistant.guides.model import Guide, SectionKind
from assistant.index.layout import hold_current, snapshot_folder
from assistant.index.lexical import LexicalIndex
from assistant.index.manifest import (
    CHROMA,
    CHUNKS,
    GUIDES,
    LEXICAL,
    PIECES,
    TEXTS,
    VECTORS,
    Manifest,
    collection_name,
    decode_chunks,
    decode_guides,
    decode_texts,
    read_checked,
    read_manifest,
    text_digest,
)
from assistant.index.told import Told
from assistant.index.vectors import VectorStore
from assistant.late_interaction import PieceIndex, matches, rarity
from assistant.words import terms

Vectors = NDArray[np.float32]
WHOLE = -1


class Snapshot:
    """One whole state of the index, readable until closed even when a newer one has taken over.

    Attributes:
        id: which snapshot this is.
        manifest: what it says about itself.
        guides: the guides by id, in the order of their ids.
        chunks: the chunks by id, guide by guide in the order of the guide.
        by_guide: the same, those of each guide together.
        compounds: joined forms of the words that the guides write with a hyphen ("oncall").
        told: the matters that the chunks tell of.
    """

    def __init__(self, folder: Path, held: int | None = None) -> None:
        self.manifest: Manifest = read_manifest(folder)
        self.id = self.manifest.id
        try:
            guides = decode_guides(read_checked(folder, self.manifest, GUIDES))
            chunks = decode_chunks(read_checked(folder, self.manifest, CHUNKS))
            digests = decode_texts(read_checked(folder, self.manifest, TEXTS))
            # A plain array over the mapped file: slices of a memmap take ten times as long.
            self._matrix: Vectors = np.asarray(np.load(folder / VECTORS, mmap_mode="r"))
            self._pieces = read_pieces(folder / PIECES)
            self._lexical = LexicalIndex.load(folder / LEXICAL)
        except (OSError, ValueError, KeyError) as error:
            message = (
                f"The snapshot {folder} can't be read: {error}. Run: python ingest.py --rebuild"
            )
            raise SnapshotDamagedError(message) from error
        self.guides: Mapping[str, Guide] = MappingProxyType({guide.id: guide for guide in guides})
        self.chunks: Mapping[str, Chunk] = MappingProxyType({chunk.id: chunk for chunk in chunks})
        by_guide: dict[str, list[Chunk]] = {guide_id: [] for guide_id in self.guides}
        for chunk in chunks:
            by_guide[chunk.guide_id].append(chunk)
        self.by_guide: Mapping[str, Sequence[Chunk]] = MappingProxyType(by_guide)
        self.compounds = self._lexical.compounds
        self._order = tuple(self.chunks)
        self._places = {chunk_id: place for place, chunk_id in enumerate(self._order)}
        self._rare: dict[tuple[str, ...], tuple[Counter[int], int]] = {}
        self._terms: dict[str, tuple[frozenset[str], tuple[frozenset[str], ...]]] = {}
        self.told = Told(self.chunks, self.by_guide)
        rows = {digest: row for row, digest in enumerate(digests)}
        # By chunk: the rows of the chunk itself and of each of its sentences.
        self._rows = {
            chunk.id: [rows[text_digest(text)] for text in embedded_texts(chunk)]
            for chunk in chunks
        }
        self._store = VectorStore(
            folder / CHROMA, collection_name(self.id), self.manifest.chroma_url
        )
        # A snapshot that nobody uses any more lets go by itself: no one can tell when the last
        # question that was asked of it has been answered.
        self._let_go = weakref.finalize(self, _let_go, self._store, held)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def nearest(
        self,
        vector: Vectors | Sequence[float],
        k: int,
        guide_ids: Iterable[str] | None = None,
        section_kinds: Iterable[SectionKind] | None = None,
    ) -> list[tuple[str, int, float]]:
        """What is nearest to a vector: (chunk id, sentence, cosine similarity), best first.

        The sentence is its place in ``Chunk.sentences``, or ``WHOLE`` (-1) for the chunk itself. A
        chunk may come back several times: once whole and once for each of its sentences.

        Args:
            vector: unit vector of the snapshot's dimension.
            k: the most to return.
            guide_ids: only these guides; None for all.
            section_kinds: only these kinds of sections; None for all.

        Raises:
            SnapshotMismatchError: the vector has another dimension.
            SnapshotDamagedError: Chroma can't read its collection.
        """
        asked = np.asarray(vector, dtype=np.float32)
        if asked.shape != (self.manifest.dimension,):
            raise SnapshotMismatchError(
                f"The question was embedded in {asked.size} dimensions, the snapshot in "
                f"{self.manifest.dimension}. Run: python ingest.py --rebuild"
            )
        allowed: dict[str, Sequence[str]] = {}
        if guide_ids is not None:
            allowed["guide_id"] = list(guide_ids)
        if section_kinds is not None:
            allowed["section_kind"] = [kind.value for kind in section_kinds]
        if not self.chunks or not all(allowed.values()):
            return []
        found = []
        for record, similarity in self._store.nearest(asked, k, allowed):
            chunk_id, _, sentence = record.partition(":")
            found.append((chunk_id, int(sentence), similarity))
        return found

    def lexical(
        self, query: str | Sequence[str], k: int, guide_ids: Iterable[str] | None = None
    ) -> list[tuple[str, float]]:
        """The chunks that share a query's most telling words: (chunk id, BM25 score), best first.

        Args:
            query: a text, or the terms of one.
            k: the most to return; chunks without any of the words never are.
            guide_ids: only these guides; None for all.
        """
        asked = terms(query, self.compounds) if isinstance(query, str) else list(query)
        scores = self._lexical.scores(asked)
        if guide_ids is not None:
            own = [
                self._places[chunk.id]
                for one in {*guide_ids}
                for chunk in self.by_guide.get(one, ())
            ]
            searched = np.zeros_like(scores)
            searched[own] = scores[own]
            scores = searched
        found = np.flatnonzero(scores > 0)
        best = found[np.argsort(-scores[found], kind="stable")][:k]
        return [(self._order[place], float(scores[place])) for place in best]

    def idf(self, term: str) -> float:
        """How telling a term is: near 0 when most chunks have it, highest when none does."""
        return self._lexical.idf(term)

    @cached_property
    def vocabularies(self) -> Mapping[str, frozenset[str]]:
        """The terms of each guide's chunks, by guide id."""
        return {
            guide_id: frozenset(term for one in own for term in terms(one.embedded, self.compounds))
            for guide_id, own in self.by_guide.items()
        }

    def matches(
        self, question: Reading, chunk_ids: Sequence[str], guide_ids: Iterable[str] | None = None
    ) -> Vectors:
        """How well each chunk's word pieces meet the question's, shape (chunks,), about 0 to 1.

        Args:
            question: as MiniLM read it.
            chunk_ids: the chunks to look at.
            guide_ids: the guides that are searched, which say how rare a piece is; None for all.
        """
        searched = tuple(sorted(self.guides if guide_ids is None else guide_ids))
        if searched not in self._rare:
            own = [
                place
                for place, chunk in enumerate(self.chunks.values())
                if chunk.guide_id in searched
                and chunk.section_kind is not SectionKind.CALL_TO_ACTION
            ]
            self._rare[searched] = rarity(self._pieces, own)
        places = [self._places[chunk_id] for chunk_id in chunk_ids]
        return matches(question, self._pieces, places, self._rare[searched])

    def terms_of(self, chunk_id: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
        """The terms of a chunk, and those of each of its sentences."""
        if chunk_id not in self._terms:
            chunk = self.chunks[chunk_id]
            self._terms[chunk_id] = (
                frozenset(terms(chunk.embedded, self.compounds)),
                tuple(frozenset(terms(s.embedded, self.compounds)) for s in chunk.sentences),
            )
        return self._terms[chunk_id]

    def sentence_vectors(self, chunk_id: str) -> Vectors:
        """The unit vectors of a chunk's sentences, shape (sentences, dimension)."""
        return np.asarray(self._matrix[self._rows[chunk_id][1:]])

    def chunk_vector(self, chunk_id: str) -> Vectors:
        """The unit vector of a whole chunk, shape (dimension,)."""
        return np.asarray(self._matrix[self._rows[chunk_id][0]])

    def record_ids(self) -> set[str]:
        """The ids of all records that Chroma holds for this snapshot."""
        return self._store.ids()

    def close(self) -> None:
        """Let go of the files, so that a later ingest may delete them."""
        self._let_go()


def read_pieces(path: Path) -> PieceIndex:
    """The word pieces of a snapshot's chunks."""
    with np.load(path) as stored:
        return PieceIndex(stored["pieces"], stored["vectors"], stored["starts"])


def _let_go(store: VectorStore, held: int | None) -> None:
    store.close()
    if held is not None:
        os.close(held)


def open_snapshot(
    index_folder: Path, embedding: str, dimension: int | None = None, chroma_url: str = ""
) -> Snapshot:
    """The snapshot that serves, checked against the embedding model that will ask it.

    Args:
        index_folder: where ``sync`` put it.
        embedding: name of the embedding model ("minilm").
        dimension: of its vectors, where it is known beforehand.
        chroma_url: address of the Chroma server in use, empty for embedded.

    Raises:
        NoSnapshotError: nothing has been ingested here.
        SnapshotMismatchError: built by another model, for another Chroma or in another format.
        SnapshotDamagedError: it can't be read whole.
    """
    snapshot_id, held = hold_current(index_folder)
    try:
        snapshot = Snapshot(snapshot_folder(index_folder, snapshot_id), held)
    except BaseException:
        os.close(held)
        raise
    wrong = _mismatch(snapshot.manifest, embedding, dimension, chroma_url)
    if wrong:
        snapshot.close()
        raise SnapshotMismatchError(f"{wrong} Run: python ingest.py")
    return snapshot


def _mismatch(manifest: Manifest, embedding: str, dimension: int | None, chroma_url: str) -> str:
    if manifest.embedding != embedding:
        return f"The snapshot was embedded with {manifest.embedding}, and {embedding} is set."
    if dimension is not None and manifest.dimension != dimension:
        return (
            f"The snapshot has {manifest.dimension} dimensions, and {embedding} gives {dimension}."
        )
    if manifest.chroma_url != chroma_url:
        kept = manifest.chroma_url or "its own folder"
        return (
            f"The snapshot's vectors are in {kept}, and {chroma_url or 'embedded Chroma'} is set."
        )
    return ""

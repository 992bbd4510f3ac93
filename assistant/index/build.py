"""Writing a new snapshot's folder, and checking it whole before it may serve."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.chunks import Chunk
from assistant.errors import SnapshotDamagedError
from assistant.guides.model import Guide
from assistant.index.layout import MANIFEST, replace_file, sync_tree
from assistant.index.lexical import build_lexical
from assistant.index.manifest import (
    CHROMA,
    CHUNKS,
    FORMAT,
    GUIDES,
    LEXICAL,
    PIECES,
    SERVER,
    TEXTS,
    VECTORS,
    GuideEntry,
    Manifest,
    collection_name,
    encode_chunks,
    encode_guides,
    encode_manifest,
    encode_texts,
    fingerprint,
    text_digest,
)
from assistant.index.snapshot import WHOLE, Snapshot
from assistant.index.vectors import Metadata, VectorStore
from assistant.late_interaction import PieceIndex


@dataclass(frozen=True, slots=True)
class Content:
    """All that a snapshot is made of.

    ``digests`` names the text of each row of ``vectors``, shape (texts, dimension); ``pieces`` are
    the chunks' word pieces, chunk by chunk. ``embedding`` is the model's name and ``recipe`` the
    version of the code that cut the chunks.
    """

    guides: tuple[Guide, ...]
    chunks: tuple[Chunk, ...]
    digests: list[str]
    vectors: NDArray[np.float32]
    pieces: PieceIndex
    embedding: str
    recipe: str
    chroma_url: str


def build_snapshot(folder: Path, content: Content) -> None:
    """Write a snapshot into a new folder named by its id; all of it has reached the disk on return.

    The manifest comes last: a folder without one is known to be half built.
    """
    folder.mkdir(parents=True)
    if content.chroma_url:
        (folder / SERVER).write_text(content.chroma_url)
    files = {
        GUIDES: encode_guides(content.guides),
        CHUNKS: encode_chunks(content.chunks),
        TEXTS: encode_texts(content.digests),
        VECTORS: _npy(content.vectors),
        PIECES: _npz(content.pieces),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    build_lexical([chunk.embedded for chunk in content.chunks]).save(folder / LEXICAL)
    _write_vectors(folder, content)
    sync_tree(folder)
    manifest = Manifest(
        format=FORMAT,
        id=folder.name,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        embedding=content.embedding,
        dimension=int(content.vectors.shape[1]),
        recipe=content.recipe,
        chroma_url=content.chroma_url,
        guides=tuple(_entry(guide, content.chunks) for guide in content.guides),
        files={name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    )
    replace_file(folder / MANIFEST, encode_manifest(manifest))


def check_snapshot(folder: Path) -> None:
    """Open a snapshot as a reader does and query it for each of its guides.

    Raises:
        SnapshotDamagedError: something is missing, or is not found where it should be.
    """
    with Snapshot(folder) as snapshot:
        expected = {record for record, _, _ in records(tuple(snapshot.chunks.values()))}
        if snapshot.record_ids() != expected:
            raise SnapshotDamagedError(f"{folder} doesn't hold the vectors that it should.")
        first_of_guide = {
            chunk.guide_id: chunk for chunk in reversed(tuple(snapshot.chunks.values()))
        }
        for chunk in first_of_guide.values():
            _check_found(snapshot, chunk)


def records(chunks: Sequence[Chunk]) -> list[tuple[str, str, Metadata]]:
    """What Chroma holds: a record's id, the text embedded for it, and what it can be filtered by.

    A sentence that is embedded as its whole chunk is (a row, most often) has no record of its own.
    """
    found: list[tuple[str, str, Metadata]] = []
    for chunk in chunks:
        metadata: Metadata = {"guide_id": chunk.guide_id, "section_kind": chunk.section_kind.value}
        found.append((f"{chunk.id}:{WHOLE}", chunk.embedded, metadata))
        found.extend(
            (f"{chunk.id}:{place}", sentence.embedded, metadata)
            for place, sentence in enumerate(chunk.sentences)
            if sentence.embedded != chunk.embedded
        )
    return found


def _check_found(snapshot: Snapshot, chunk: Chunk) -> None:
    own = snapshot.chunk_vector(chunk.id)
    near = snapshot.nearest(own, 1, guide_ids=[chunk.guide_id])
    text = snapshot.guides[chunk.guide_id].source_text[chunk.start : chunk.end]
    if not near or near[0][2] < 0.99 or text != chunk.text:
        raise SnapshotDamagedError(f"The guide {chunk.guide_id} isn't found in {snapshot.id}.")
    snapshot.lexical(chunk.text, 1)


def _write_vectors(folder: Path, content: Content) -> None:
    rows = {digest: row for row, digest in enumerate(content.digests)}
    wanted = records(content.chunks)
    places = [rows[text_digest(text)] for _, text, _ in wanted]
    name = collection_name(folder.name)
    with VectorStore(folder / CHROMA, name, content.chroma_url) as store:
        store.create()
        store.add(
            [record for record, _, _ in wanted],
            content.vectors[places],
            [metadata for _, _, metadata in wanted],
        )


def _entry(guide: Guide, chunks: Sequence[Chunk]) -> GuideEntry:
    own = [chunk for chunk in chunks if chunk.guide_id == guide.id]
    return GuideEntry(
        id=guide.id,
        title=guide.title,
        source=guide.source,
        fingerprint=fingerprint(guide),
        sections=len(guide.sections),
        chunks=len(own),
        sentences=sum(len(chunk.sentences) for chunk in own),
        tokens=sum(chunk.tokens for chunk in own),
    )


def _npy(vectors: NDArray[np.float32]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, vectors)
    return buffer.getvalue()


def _npz(pieces: PieceIndex) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, pieces=pieces.pieces, vectors=pieces.vectors, starts=pieces.starts)
    return buffer.getvalue()

"""Guides -> a new snapshot, built beside the one that serves, checked, then switched to whole."""

import contextlib
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.chunks import Chunk, chunk_guide
from assistant.embeddings import MiniLM, Reading, TextEmbedder
from assistant.errors import SnapshotDamagedError, SnapshotError
from assistant.guides.model import Guide
from assistant.index.build import Content, build_snapshot, check_snapshot, records
from assistant.index.cleaning import delete_older
from assistant.index.layout import (
    Pointer,
    ingest_lock,
    read_pointer,
    snapshot_folder,
    write_pointer,
)
from assistant.index.manifest import (
    CHUNKS,
    PIECES,
    TEXTS,
    VECTORS,
    decode_chunks,
    decode_texts,
    read_checked,
    text_digest,
)
from assistant.index.plan import (
    Last,
    SyncOptions,
    can_stay,
    compare,
    last_snapshot,
    lenient_pointer,
    next_guides,
    recipe,
    with_totals,
)
from assistant.index.report import SyncReport
from assistant.index.snapshot import read_pieces
from assistant.late_interaction import PieceIndex, Pieces, index_of, project

Vectors = NDArray[np.float32]
ChunkPieces = tuple[Pieces, NDArray[np.float16]]
# Told how many texts were just embedded, and of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Known:
    """What need not be computed again: the row of each text's digest in ``vectors``, its pieces."""

    rows: dict[str, int]
    vectors: Vectors | None
    pieces: dict[str, ChunkPieces]


class _Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(time.perf_counter() - began, 4)


def sync(
    index_folder: Path,
    guides: Sequence[Guide],
    embeddings: TextEmbedder,
    options: SyncOptions | None = None,
    progress: Progress | None = None,
) -> SyncReport:
    """Make the index hold exactly these guides. A failure at any point leaves what served before.

    Args:
        index_folder: where snapshots are kept; made if missing.
        guides: the guides as they were read, one a role.
        embeddings: the model that embeds what is new; not touched when nothing is.
        options: how to ingest.
        progress: told how far the embedding is: how many texts just now, and of how many.

    Raises:
        IngestLockedError: another ingest still holds the index folder.
        SnapshotError: the Chroma server can't be reached, or two guides have one id.
        SnapshotDamagedError: what was built fails its own check.
        EmbeddingError: the model can't be loaded or reached.
    """
    options = options or SyncOptions()
    if options.dry_run:
        return _sync(index_folder, guides, embeddings, options, progress)
    with ingest_lock(index_folder, options.wait_seconds):
        # What a killed ingest left. Not without a pointer that tells what is still needed.
        with contextlib.suppress(SnapshotDamagedError):
            delete_older(index_folder, read_pointer(index_folder))
        return _sync(index_folder, guides, embeddings, options, progress)


def rollback(index_folder: Path, wait_seconds: float = 10.0) -> str:
    """Let the previous snapshot serve again, and return its id. A second rollback undoes the first.

    Raises:
        SnapshotError: there is no previous snapshot.
        SnapshotDamagedError: the previous snapshot fails its check.
    """
    with ingest_lock(index_folder, wait_seconds):
        pointer = read_pointer(index_folder)
        if not pointer.previous:
            raise SnapshotError(f"There is no previous snapshot in {index_folder} to go back to.")
        check_snapshot(snapshot_folder(index_folder, pointer.previous))
        write_pointer(index_folder, Pointer(pointer.previous, pointer.current))
        return pointer.previous


def _sync(
    index_folder: Path,
    given: Sequence[Guide],
    embeddings: TextEmbedder,
    options: SyncOptions,
    progress: Progress | None,
) -> SyncReport:
    clock = _Clock()
    last = last_snapshot(index_folder)
    guides = next_guides(given, last, options)
    report = compare(guides, last, options)
    if last and can_stay(last.manifest, report, embeddings, options):
        return with_totals(report, last.manifest)
    with clock.step("chunks"):
        chunks = tuple(
            chunk
            for guide in guides
            for chunk in chunk_guide(guide, embeddings.count_pieces, embeddings.max_pieces)
        )
    texts = {text_digest(text): text for _, text, _ in records(chunks)}
    known = _Known({}, None, {}) if options.rebuild else _known(last, embeddings)
    missing = [digest for digest in texts if digest not in known.rows]
    report = replace(
        report,
        chunks=len(chunks),
        sentences=sum(len(chunk.sentences) for chunk in chunks),
        tokens=sum(chunk.tokens for chunk in chunks),
        embedded=len(missing),
        reused=len(texts) - len(missing),
        seconds=clock.seconds,
    )
    if options.dry_run:
        return report
    with clock.step("embed"):
        told = (lambda done: progress(done, len(missing))) if progress else None
        fresh, pieces = _embed(chunks, texts, missing, known, embeddings, told)
    content = Content(
        guides=guides,
        chunks=chunks,
        digests=list(texts),
        vectors=_joined(list(texts), known, missing, fresh),
        pieces=pieces,
        embedding=embeddings.name,
        recipe=recipe(),
        chroma_url=options.chroma_url,
    )
    snapshot_id = _publish(index_folder, content, last, clock)
    return replace(report, snapshot_id=snapshot_id, switched=True)


def _publish(index_folder: Path, content: Content, last: Last | None, clock: _Clock) -> str:
    """Build a snapshot, check it, switch to it and delete what is no longer needed; its id."""
    snapshot_id = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
    folder = snapshot_folder(index_folder, snapshot_id)
    with clock.step("build"):
        build_snapshot(folder, content)
    with clock.step("check"):
        check_snapshot(folder)
    previous = last.manifest.id if last else lenient_pointer(index_folder).previous
    pointer = Pointer(snapshot_id, previous)
    with clock.step("switch"):
        write_pointer(index_folder, pointer)
        delete_older(index_folder, pointer)
    return snapshot_id


def _known(last: Last | None, embeddings: TextEmbedder) -> _Known:
    """The vectors of the last snapshot, if the same model made them."""
    if last is None or last.manifest.embedding != embeddings.name:
        return _Known({}, None, {})
    digests = decode_texts(read_checked(last.folder, last.manifest, TEXTS))
    rows = {digest: row for row, digest in enumerate(digests)}
    vectors = np.load(last.folder / VECTORS, mmap_mode="r")
    if last.manifest.recipe != recipe():
        # A vector is the model's alone; the pieces are projected by what the recipe covers.
        return _Known(rows, vectors, {})
    chunks = decode_chunks(read_checked(last.folder, last.manifest, CHUNKS))
    index = read_pieces(last.folder / PIECES)
    pieces = {text_digest(chunk.embedded): index.of(place) for place, chunk in enumerate(chunks)}
    return _Known(rows, vectors, pieces)


def _embed(
    chunks: Sequence[Chunk],
    texts: dict[str, str],
    missing: list[str],
    known: _Known,
    embeddings: TextEmbedder,
    told: Callable[[int], None] | None,
) -> tuple[Vectors, PieceIndex]:
    """The vectors of the missing texts, shape (missing, dimension), and the pieces of every chunk.

    MiniLM gives both in one reading; beside another model it reads the chunks for their pieces.
    """
    whole = {text_digest(chunk.embedded): chunk.embedded for chunk in chunks}
    pieces = {digest: known.pieces[digest] for digest in whole if digest in known.pieces}
    asked = [texts[digest] for digest in missing]

    def keep(digest: str, reading: Reading) -> None:
        if digest in whole and digest not in pieces:
            pieces[digest] = (reading.pieces, project(reading.states).astype(np.float16))

    if isinstance(embeddings, MiniLM):
        fresh = embeddings.read_all(asked, lambda place, said: keep(missing[place], said), told)
    else:
        fresh = embeddings.embed(asked, told)
    left = [digest for digest in whole if digest not in pieces]
    if left:
        reader = embeddings if isinstance(embeddings, MiniLM) else MiniLM()
        reader.read_all([whole[digest] for digest in left], lambda n, said: keep(left[n], said))
    return fresh, index_of([pieces[text_digest(chunk.embedded)] for chunk in chunks])


def _joined(digests: list[str], known: _Known, missing: list[str], fresh: Vectors) -> Vectors:
    """The vectors of all texts in their order, shape (texts, dimension)."""
    new_rows = {digest: row for row, digest in enumerate(missing)}
    dimension = fresh.shape[1] if missing or known.vectors is None else known.vectors.shape[1]
    vectors = np.empty((len(digests), dimension), dtype=np.float32)
    for place, digest in enumerate(digests):
        if digest in new_rows:
            vectors[place] = fresh[new_rows[digest]]
        elif known.vectors is not None:
            vectors[place] = known.vectors[known.rows[digest]]
    return vectors

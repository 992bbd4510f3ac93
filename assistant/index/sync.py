"""Guides -> a new snapshot, built beside the one that serves, checked, then switched to whole."""

import hashlib
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import chunks as chunks_module
from assistant import words as words_module
from assistant.chunks import chunk_guide
from assistant.embeddings import TextEmbedder
from assistant.errors import SnapshotError
from assistant.guides import sentences as sentences_module
from assistant.guides.model import Guide
from assistant.index import lexical as lexical_module
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
    GUIDES,
    TEXTS,
    VECTORS,
    Manifest,
    decode_guides,
    decode_texts,
    fingerprint,
    read_checked,
    read_manifest,
    text_digest,
)
from assistant.index.report import SyncReport

Vectors = NDArray[np.float32]
# Told how many texts were just embedded, and of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """How to ingest.

    ``chroma_url`` is the address of a Chroma server (empty: embedded in the snapshot). ``rebuild``
    trusts nothing of the last snapshot. ``dry_run`` says what would be done and writes nothing.
    ``remove_missing`` drops the guides of the last snapshot that are not given. ``wait_seconds`` is
    how long to wait for another ingest.
    """

    chroma_url: str = ""
    rebuild: bool = False
    dry_run: bool = False
    remove_missing: bool = True
    wait_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class _Last:
    """The snapshot that serves now, as far as the next one is built from it."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class _Known:
    """Vectors that need not be computed again: the row of each text's digest in ``vectors``."""

    rows: dict[str, int]
    vectors: Vectors | None


class _Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
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


def recipe() -> str:
    """The sha256 of the code that cuts guides and reads words: when it changes, all is cut anew."""
    digest = hashlib.sha256()
    for module in (chunks_module, sentences_module, words_module, lexical_module):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()[:16]


def _sync(
    index_folder: Path,
    given: Sequence[Guide],
    embeddings: TextEmbedder,
    options: SyncOptions,
    progress: Progress | None,
) -> SyncReport:
    clock = _Clock()
    last = _last(index_folder)
    guides = _next_guides(given, last, options)
    report = _compared(guides, last, options)
    if last and not options.rebuild and _can_stay(last.manifest, report, embeddings, options):
        return _with_totals(report, last.manifest)
    with clock.step("chunks"):
        chunks = tuple(
            chunk
            for guide in guides
            for chunk in chunk_guide(guide, embeddings.count_pieces, embeddings.max_pieces)
        )
    texts = {text_digest(text): text for _, text, _ in records(chunks)}
    known = _Known({}, None) if options.rebuild else _known(last, embeddings)
    missing = [digest for digest in texts if digest not in known.rows]
    report = replace(
        report,
        sections=sum(len(guide.sections) for guide in guides),
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
        fresh = embeddings.embed([texts[digest] for digest in missing], told)
    content = Content(
        guides=guides,
        chunks=chunks,
        digests=list(texts),
        vectors=_joined(list(texts), known, missing, fresh),
        embedding=embeddings.name,
        recipe=recipe(),
        chroma_url=options.chroma_url,
    )
    snapshot_id = _publish(index_folder, content, last, clock)
    return replace(report, snapshot_id=snapshot_id, switched=True)


def _publish(index_folder: Path, content: Content, last: "_Last | None", clock: "_Clock") -> str:
    """Build a snapshot, check it, switch to it and delete what is no longer needed; its id."""
    snapshot_id = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
    folder = snapshot_folder(index_folder, snapshot_id)
    with clock.step("build"):
        build_snapshot(folder, content)
    with clock.step("check"):
        check_snapshot(folder)
    previous = last.manifest.id if last else _pointer(index_folder).previous
    pointer = Pointer(snapshot_id, previous)
    with clock.step("switch"):
        write_pointer(index_folder, pointer)
        delete_older(index_folder, pointer)
    return snapshot_id


def _pointer(index_folder: Path) -> Pointer:
    """The pointer, or an empty one if it can't be read: an ingest mends what a reader can't use."""
    try:
        return read_pointer(index_folder)
    except SnapshotError:
        return Pointer()


def _last(index_folder: Path) -> _Last | None:
    """The snapshot that serves, if there is one that this program can read."""
    serving = _pointer(index_folder).current
    if not serving:
        return None
    folder = snapshot_folder(index_folder, serving)
    try:
        manifest = read_manifest(folder)
        for name in manifest.files:
            read_checked(folder, manifest, name)
    except SnapshotError:
        return None
    return _Last(folder, manifest)


def _next_guides(
    given: Sequence[Guide], last: _Last | None, options: SyncOptions
) -> tuple[Guide, ...]:
    """The guides of the next snapshot, by id."""
    twice = [guide_id for guide_id, times in Counter(g.id for g in given).items() if times > 1]
    if twice:
        raise SnapshotError(
            f"Several guides are about one role: {', '.join(twice)}. Keep one of each."
        )
    guides = {guide.id: guide for guide in given}
    if last and not options.remove_missing:
        for guide in decode_guides(read_checked(last.folder, last.manifest, GUIDES)):
            guides.setdefault(guide.id, guide)
    if not guides:
        raise SnapshotError("There is no guide to ingest. What served before still does.")
    return tuple(guides[guide_id] for guide_id in sorted(guides))


def _compared(guides: Sequence[Guide], last: _Last | None, options: SyncOptions) -> SyncReport:
    """How the guides differ from those of the last snapshot."""
    before = {entry.id: entry.fingerprint for entry in last.manifest.guides} if last else {}
    same = {guide.id for guide in guides if before.get(guide.id) == fingerprint(guide)}
    return SyncReport(
        snapshot_id=last.manifest.id if last else "",
        created=tuple(guide.id for guide in guides if guide.id not in before),
        updated=tuple(guide.id for guide in guides if guide.id in before and guide.id not in same),
        unchanged=tuple(guide.id for guide in guides if guide.id in same),
        removed=tuple(sorted(set(before) - {guide.id for guide in guides})),
        dry_run=options.dry_run,
    )


def _can_stay(
    manifest: Manifest, report: SyncReport, embeddings: TextEmbedder, options: SyncOptions
) -> bool:
    """Whether the last snapshot is already what is asked for."""
    changed = report.created or report.updated or report.removed
    made_alike = (manifest.embedding, manifest.recipe, manifest.chroma_url) == (
        embeddings.name,
        recipe(),
        options.chroma_url,
    )
    return made_alike and not changed


def _with_totals(report: SyncReport, manifest: Manifest) -> SyncReport:
    entries = manifest.guides
    return replace(
        report,
        sections=sum(entry.sections for entry in entries),
        chunks=sum(entry.chunks for entry in entries),
        sentences=sum(entry.sentences for entry in entries),
        tokens=sum(entry.tokens for entry in entries),
    )


def _known(last: _Last | None, embeddings: TextEmbedder) -> _Known:
    """The vectors of the last snapshot, if the same model made them."""
    if last is None or last.manifest.embedding != embeddings.name:
        return _Known({}, None)
    digests = decode_texts(read_checked(last.folder, last.manifest, TEXTS))
    rows = {digest: row for row, digest in enumerate(digests)}
    return _Known(rows, np.load(last.folder / VECTORS, mmap_mode="r"))


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

"""What an ingest has to do: the guides of the next snapshot, and how they differ from the last."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant import chunks as chunks_module
from assistant import late_interaction as late_module
from assistant import words as words_module
from assistant.embeddings import TextEmbedder
from assistant.embeddings.weights import ADAPTER
from assistant.errors import SnapshotError
from assistant.guides import sentences as sentences_module
from assistant.guides.model import Guide
from assistant.index import lexical as lexical_module
from assistant.index.layout import Pointer, read_pointer, snapshot_folder
from assistant.index.manifest import (
    GUIDES,
    Manifest,
    decode_guides,
    fingerprint,
    read_checked,
    read_manifest,
)
from assistant.index.report import SyncReport


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
class Last:
    """The snapshot that serves now, as far as the next one is built from it."""

    folder: Path
    manifest: Manifest


def recipe() -> str:
    """The sha256 of the code that cuts guides and reads words: when it changes, all is cut anew."""
    digest = hashlib.sha256()
    for module in (chunks_module, sentences_module, words_module, lexical_module, late_module):
        digest.update(Path(str(module.__file__)).read_bytes())
    for fitted in (late_module.FITTED, ADAPTER):
        digest.update(fitted.read_bytes())
    return digest.hexdigest()[:16]


def lenient_pointer(index_folder: Path) -> Pointer:
    """The pointer, or an empty one if it can't be read: an ingest mends what a reader can't use."""
    try:
        return read_pointer(index_folder)
    except SnapshotError:
        return Pointer()


def last_snapshot(index_folder: Path) -> Last | None:
    """The snapshot that serves, if there is one that this program can read."""
    serving = lenient_pointer(index_folder).current
    if not serving:
        return None
    folder = snapshot_folder(index_folder, serving)
    try:
        manifest = read_manifest(folder)
        for name in manifest.files:
            read_checked(folder, manifest, name)
    except SnapshotError:
        return None
    return Last(folder, manifest)


def next_guides(
    given: Sequence[Guide], last: Last | None, options: SyncOptions
) -> tuple[Guide, ...]:
    """The guides of the next snapshot, by id.

    Raises:
        SnapshotError: two guides have one id, or there is none.
    """
    twice = [guide_id for guide_id, times in Counter(g.id for g in given).items() if times > 1]
    if twice:
        roles = ", ".join(twice)
        raise SnapshotError(f"Several guides are about one role: {roles}. Keep one of each.")
    guides = {guide.id: guide for guide in given}
    if last and not options.remove_missing:
        for guide in decode_guides(read_checked(last.folder, last.manifest, GUIDES)):
            guides.setdefault(guide.id, guide)
    if not guides:
        raise SnapshotError("There is no guide to ingest. What served before still does.")
    return tuple(guides[guide_id] for guide_id in sorted(guides))


def compare(guides: Sequence[Guide], last: Last | None, options: SyncOptions) -> SyncReport:
    """How the guides differ from those of the last snapshot, and what is in them."""
    before = {entry.id: entry.fingerprint for entry in last.manifest.guides} if last else {}
    same = {guide.id for guide in guides if before.get(guide.id) == fingerprint(guide)}
    blocks = [block for guide in guides for block in guide.blocks]
    return SyncReport(
        snapshot_id=last.manifest.id if last else "",
        created=tuple(guide.id for guide in guides if guide.id not in before),
        updated=tuple(guide.id for guide in guides if guide.id in before and guide.id not in same),
        unchanged=tuple(guide.id for guide in guides if guide.id in same),
        removed=tuple(sorted(set(before) - {guide.id for guide in guides})),
        sections=sum(len(guide.sections) for guide in guides),
        blocks=dict(sorted(Counter(block.kind.value for block in blocks).items())),
        dry_run=options.dry_run,
    )


def can_stay(
    manifest: Manifest, report: SyncReport, embeddings: TextEmbedder, options: SyncOptions
) -> bool:
    """Whether the last snapshot is already what is asked for."""
    made = (manifest.embedding, manifest.recipe, manifest.chroma_url)
    wanted = (embeddings.name, recipe(), options.chroma_url)
    changed = report.created or report.updated or report.removed
    return not options.rebuild and made == wanted and not changed


def with_totals(report: SyncReport, manifest: Manifest) -> SyncReport:
    """The report on a snapshot that stays."""
    return replace(
        report,
        chunks=sum(entry.chunks for entry in manifest.guides),
        sentences=sum(entry.sentences for entry in manifest.guides),
        tokens=sum(entry.tokens for entry in manifest.guides),
    )

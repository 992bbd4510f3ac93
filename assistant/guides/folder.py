"""Files and folders -> Reading: the guides, and the files that are none, each with its reason."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import GuideError
from assistant.guides.model import Guide
from assistant.guides.reader import MAX_BYTES, read_guide


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: ``guides`` in the order of their files, and what was ``skipped`` and why."""

    guides: tuple[Guide, ...]
    skipped: tuple[GuideError, ...]


def read_folder(paths: Sequence[Path], max_bytes: int = MAX_BYTES) -> Reading:
    """Every guide in the given files and folders. A file that is no guide does not stop the others.

    READMEs and hidden files in folders are passed over. Of two files for one role the second is
    skipped.

    Args:
        paths: files, and folders that are searched with all their subfolders.
        max_bytes: the largest file that is read.
    """
    guides: dict[str, Guide] = {}
    skipped: list[GuideError] = []
    seen: set[Path] = set()
    for path, root in _files(paths):
        place = path.resolve() if path.exists() else path
        if place in seen:
            continue
        seen.add(place)
        try:
            guide = read_guide(path, root, max_bytes)
        except GuideError as error:
            skipped.append(error)
            continue
        first = guides.setdefault(guide.id, guide)
        if first is not guide:
            skipped.append(_second(guide, first))
    return Reading(tuple(guides.values()), tuple(skipped))


def _second(guide: Guide, first: Guide) -> GuideError:
    reason = f'the role "{guide.role}" already has a guide, {first.source}'
    return GuideError(
        guide.source, reason, "Keep one of the two, or give this one a role of its own."
    )


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Each file with the folder that it must lie in (None for a file given by name)."""
    for path in paths:
        if not path.is_dir():
            yield path, None
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted([*names, *_linked(folder, folders)]):
                if not name.startswith(".") and Path(name).stem.upper() != "README":
                    yield Path(folder, name), path


def _linked(folder: str, folders: Sequence[str]) -> list[str]:
    """Subfolders that are links: they are not entered, but reported."""
    return [name for name in folders if Path(folder, name).is_symlink()]

"""Where things are in an index folder, which snapshot serves, and who may write or delete.

INDEX/ current.json          {"current": ID, "previous": ID}, replaced atomically: the only thing a
switch changes ingest.lock           held by the one ingest that writes ingest-holder.json    who
that is snapshots/ID/         one whole snapshot each; never written to after the switch
"""

import contextlib
import fcntl
import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import IngestLockedError, NoSnapshotError, SnapshotDamagedError

POINTER = "current.json"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The ids of the snapshot that serves and of the one before; empty when there is none."""

    current: str = ""
    previous: str = ""


def snapshot_folder(index_folder: Path, snapshot_id: str) -> Path:
    """Where a snapshot is."""
    return index_folder / "snapshots" / snapshot_id


def read_pointer(index_folder: Path) -> Pointer:
    """Which snapshot serves; empty ids when nothing was ever ingested.

    Raises:
        SnapshotDamagedError: the pointer can't be read.
    """
    try:
        saved = json.loads((index_folder / POINTER).read_bytes())
        return Pointer(str(saved["current"]), str(saved["previous"]))
    except FileNotFoundError:
        return Pointer()
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"{index_folder / POINTER} can't be read: {error}. Run: python ingest.py --rebuild"
        )
        raise SnapshotDamagedError(message) from error


def current_id(index_folder: Path) -> str:
    """The id of the snapshot that serves, empty if none does. Cheap: ask before each question."""
    return read_pointer(index_folder).current


def write_pointer(index_folder: Path, pointer: Pointer) -> None:
    """Switch: from here on readers open the snapshot that ``pointer`` names."""
    replace_file(index_folder / POINTER, json.dumps(asdict(pointer)).encode())


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old content or the new, whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync_folder(path.parent)


def sync_tree(folder: Path) -> None:
    """Make sure that a folder and all that is in it has reached the disk."""
    for place, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(Path(place, name), os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        _sync_folder(Path(place))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def ingest_lock(index_folder: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the right to write to an index folder; a process that dies loses it.

    Raises:
        IngestLockedError: another ingest still holds it after ``wait_seconds``; the message says
            which.
    """
    index_folder.mkdir(parents=True, exist_ok=True)
    holder = index_folder / "ingest-holder.json"
    lock = FileLock(index_folder / "ingest.lock")
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout as error:
        message = (
            f"Another ingest is writing to {index_folder}: {_holder(holder)}. "
            f"Waited {wait_seconds:g} s. Try again when it is done, or wait longer with --wait."
        )
        raise IngestLockedError(message) from error
    try:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        mine = {"pid": os.getpid(), "host": socket.gethostname(), "since": started}
        replace_file(holder, json.dumps(mine).encode())
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_bytes())
        return f"process {holder['pid']} on {holder['host']}, since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it has not said which process it is"


def hold_current(index_folder: Path) -> tuple[str, int]:
    """The id of the snapshot that serves, and a descriptor that keeps it there until closed.

    Raises:
        NoSnapshotError: nothing has been ingested here.
        SnapshotDamagedError: the snapshot that should serve is gone.
    """
    snapshot_id = ""
    # Between reading the pointer and taking the lock, ingests may switch and delete: look again
    # then.
    for _ in range(5):
        snapshot_id = current_id(index_folder)
        if not snapshot_id:
            message = f"Nothing has been ingested into {index_folder} yet. Run: python ingest.py"
            raise NoSnapshotError(message)
        manifest = snapshot_folder(index_folder, snapshot_id) / MANIFEST
        with contextlib.suppress(FileNotFoundError):
            descriptor = os.open(manifest, os.O_RDONLY)
            fcntl.flock(descriptor, fcntl.LOCK_SH)
            if manifest.exists():
                return snapshot_id, descriptor
            os.close(descriptor)
    message = (
        f"The snapshot {snapshot_id} in {index_folder} is gone. Run: python ingest.py --rebuild"
    )
    raise SnapshotDamagedError(message)


def delete_if_unread(folder: Path, release: Callable[[], None]) -> bool:
    """Delete a snapshot's folder, unless a running reader still has it open; whether it is gone.

    Args:
        folder: the snapshot's folder.
        release: called before the folder goes, to delete what the snapshot has elsewhere.
    """
    manifest = folder / MANIFEST
    try:
        descriptor = os.open(manifest, os.O_RDONLY)
    except FileNotFoundError:
        # Half built: no reader ever saw it.
        release()
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # First the file that readers lock, so that none can begin to read what is going.
        manifest.unlink()
        release()
        shutil.rmtree(folder, ignore_errors=True)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return not folder.exists()

"""One ingest writes at a time, readers keep what they read, and files change whole."""

import json
import os
import subprocess
import sys
import threading

import pytest

from assistant.errors import IngestLockedError, NoSnapshotError, SnapshotDamagedError
from assistant.index import SyncOptions, current_id, layout, open_snapshot, sync
from assistant.index.layout import Pointer, ingest_lock, read_pointer, write_pointer
from tests.index.making import small_guide


def test_nothing_ingested_has_an_empty_pointer(tmp_path):
    assert read_pointer(tmp_path) == Pointer()
    assert current_id(tmp_path) == ""


def test_a_pointer_is_read_as_written(tmp_path):
    write_pointer(tmp_path, Pointer("b", "a"))
    assert read_pointer(tmp_path) == Pointer("b", "a")
    assert [path.name for path in tmp_path.iterdir()] == ["current.json"]


HOLD = """
import sys, time
from pathlib import Path
from assistant.index.layout import ingest_lock
with ingest_lock(Path(sys.argv[1]), 0):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other_ingest(tmp_path):
    """Another process that holds the lock of an index folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        process.kill()


def test_a_second_ingest_says_who_holds_the_lock(tmp_path, other_ingest, model):
    with pytest.raises(IngestLockedError, match=rf"process {other_ingest.pid} on \S+, since 20"):
        sync(tmp_path, [small_guide()], model, SyncOptions(wait_seconds=0.1))


def test_a_killed_ingest_holds_nothing(tmp_path, other_ingest):
    other_ingest.kill()
    other_ingest.wait()
    with ingest_lock(tmp_path, 5):
        holder = json.loads((tmp_path / "ingest-holder.json").read_text())
        assert holder["pid"] == os.getpid()
    assert not (tmp_path / "ingest-holder.json").exists()


def test_a_holder_that_has_not_said_its_name_is_still_a_holder(tmp_path, other_ingest):
    (tmp_path / "ingest-holder.json").unlink()
    with pytest.raises(IngestLockedError, match="has not said"), ingest_lock(tmp_path, 0.05):
        pass


def test_a_second_ingest_waits_for_the_first(tmp_path, model):
    began = threading.Event()
    order = []

    def first():
        with ingest_lock(tmp_path, 0):
            began.set()
            threading.Event().wait(0.3)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    began.wait()
    sync(tmp_path, [small_guide()], model)
    order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_a_reader_keeps_its_snapshot_while_newer_ones_come(folder, model):
    reader = open_snapshot(folder, "minilm")
    for extra in (" One.", " Two.", " Three."):
        sync(folder, [small_guide("Data Steward", extra)], model)
    assert (folder / "snapshots" / reader.id).exists()
    vector = model.embed(["Is on-call common?"])[0]
    assert reader.nearest(vector, 3)
    assert reader.lexical("on-call", 3)
    reader.close()
    sync(folder, [small_guide("Data Steward", " Four.")], model)
    assert not (folder / "snapshots" / reader.id).exists()


READ = """
import sys, time
from pathlib import Path
import numpy as np
from assistant.index import open_snapshot
vector, seen, end = np.eye(384, dtype=np.float32)[0], set(), time.monotonic() + 60
print("ready", flush=True)
while len(seen) < 3 and time.monotonic() < end:
    with open_snapshot(Path(sys.argv[1]), "minilm", 384) as snapshot:
        assert len(snapshot.nearest(vector, 5)) == 5
        assert snapshot.lexical("on-call", 5)
        seen.add(snapshot.id)
print(len(seen))
"""


def test_readers_in_other_processes_never_notice_ingests(folder, model):
    command = [sys.executable, "-c", READ, str(folder)]
    readers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout
        assert reader.stdout.readline() == "ready\n"
    number = 0
    while any(reader.poll() is None for reader in readers):
        number += 1
        sync(folder, [small_guide("Data Steward", f" Number {number}.")], model)
    for reader in readers:
        seen, complaints = reader.communicate()
        assert (reader.returncode, complaints) == (0, "")
        assert int(seen) == 3
    assert len(list((folder / "snapshots").iterdir())) == 2


def test_a_snapshot_that_is_dropped_unclosed_lets_go(folder, model):
    dropped = open_snapshot(folder, "minilm").id
    for extra in (" One.", " Two."):
        sync(folder, [small_guide("Data Steward", extra)], model)
    assert not (folder / "snapshots" / dropped).exists()


def test_a_reader_that_loses_the_race_looks_again(folder, monkeypatch):
    """The pointer names a snapshot that is deleted before it can be held."""
    serving = current_id(folder)
    answers = iter(["gone", serving])
    monkeypatch.setattr(layout, "current_id", lambda _: next(answers))
    open_snapshot(folder, "minilm").close()
    monkeypatch.setattr(layout, "current_id", lambda _: "gone")
    with pytest.raises(SnapshotDamagedError, match="is gone"):
        open_snapshot(folder, "minilm")
    monkeypatch.setattr(layout, "current_id", lambda _: "")
    with pytest.raises(NoSnapshotError):
        open_snapshot(folder, "minilm")

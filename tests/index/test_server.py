"""The same index through a real Chroma server on loopback."""

import gc
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import chromadb
import pytest

from assistant.errors import SnapshotError, SnapshotMismatchError
from assistant.index import SyncOptions, current_id, open_snapshot, rollback, sync
from tests.index.making import small_guide

# Chroma's client leaves its connection to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def _no_connection_is_left_to_later_tests():
    yield
    gc.collect()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url):
    try:
        with urllib.request.urlopen(f"{url}/api/v2/heartbeat", timeout=1) as reply:
            return reply.status == 200
    except OSError:
        return False


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """The address of a `chroma run` that keeps its data in a scratch folder."""
    place, port = tmp_path_factory.mktemp("chroma"), free_port()
    program = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert program
    command = [program, "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(place)]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        deadline = time.monotonic() + 60
        while not answers(address) and time.monotonic() < deadline and server.poll() is None:
            time.sleep(0.1)
        assert answers(address)
        yield address
        server.terminate()


@pytest.fixture
def options(url):
    return SyncOptions(chroma_url=url)


def collections(url):
    host, port = url.removeprefix("http://").split(":")
    with closing(chromadb.HttpClient(host, int(port))) as client:  # type: ignore[type-var]
        return {collection.name for collection in client.list_collections()}


def test_a_served_index_answers_as_an_embedded_one(tmp_path, model, two_guides, options, url):
    sync(tmp_path / "served", two_guides, model, options)
    sync(tmp_path / "embedded", two_guides, model)
    assert not list((tmp_path / "served").rglob("chroma.sqlite3"))
    vector = model.embed(["What does a senior earn?"])[0]
    with (
        open_snapshot(tmp_path / "served", "minilm", 384, url) as served,
        open_snapshot(tmp_path / "embedded", "minilm", 384) as embedded,
    ):
        for only in (None, ["data-steward"]):
            there, here = served.nearest(vector, 8, only), embedded.nearest(vector, 8, only)
            assert [entry[:2] for entry in there] == [entry[:2] for entry in here]
            assert [s for *_, s in there] == pytest.approx([s for *_, s in here], abs=1e-4)


def test_collections_are_built_beside_switched_and_cleaned(tmp_path, model, options, url):
    before = collections(url)
    first = sync(tmp_path, [small_guide("Data Steward", " One.")], model, options)
    second = sync(tmp_path, [small_guide("Data Steward", " Two.")], model, options)
    names = {f"careers-{report.snapshot_id}" for report in (first, second)}
    assert collections(url) - before == names
    assert rollback(tmp_path) == first.snapshot_id
    rollback(tmp_path)
    third = sync(tmp_path, [small_guide("Data Steward", " Three.")], model, options)
    assert collections(url) - before == {
        f"careers-{report.snapshot_id}" for report in (second, third)
    }


def test_a_killed_ingests_collection_is_cleaned(tmp_path, model, options, url):
    sync(tmp_path, [small_guide()], model, options)
    left = tmp_path / "snapshots" / "half-built"
    left.mkdir()
    (left / "server.txt").write_text(url)
    host, port = url.removeprefix("http://").split(":")
    with closing(chromadb.HttpClient(host, int(port))) as client:  # type: ignore[type-var]
        client.create_collection("careers-half-built", embedding_function=None)
    sync(tmp_path, [small_guide("Data Steward", " More.")], model, options)
    assert "careers-half-built" not in collections(url)
    assert not left.exists()


def test_moving_between_server_and_folder_embeds_nothing(tmp_path, model, options, url):
    sync(tmp_path, [small_guide()], model)
    with pytest.raises(SnapshotMismatchError, match=r"Run: python ingest\.py"):
        open_snapshot(tmp_path, "minilm", 384, url)
    report = sync(tmp_path, [small_guide()], model, options)
    assert report.switched
    assert report.embedded == 0
    assert report.unchanged == ("data-steward",)


def test_a_server_that_is_down_leaves_what_served(tmp_path, model):
    sync(tmp_path, [small_guide()], model)
    before = current_id(tmp_path)
    down = SyncOptions(chroma_url=f"http://127.0.0.1:{free_port()}")
    with pytest.raises(SnapshotError, match="Check CAREERS_CHROMA_URL"):
        sync(tmp_path, [small_guide()], model, down)
    assert current_id(tmp_path) == before


def test_an_old_collection_on_a_server_that_is_down_waits(tmp_path, model, caplog):
    sync(tmp_path, [small_guide()], model)
    left = tmp_path / "snapshots" / "half-built"
    left.mkdir()
    (left / "server.txt").write_text(f"http://127.0.0.1:{free_port()}")
    assert sync(tmp_path, [small_guide("Data Steward", " More.")], model).switched
    assert left.exists()
    assert "stays until the next ingest" in caplog.text

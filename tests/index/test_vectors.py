"""Chroma gives what comparing with every vector gives, from several threads at once too."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assistant.errors import SnapshotDamagedError
from assistant.index.vectors import Metadata, VectorStore

COUNT = 3000


@pytest.fixture(scope="module")
def vectors():
    drawn = np.random.default_rng(1).normal(size=(COUNT, 64)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def store(vectors, tmp_path_factory):
    with VectorStore(tmp_path_factory.mktemp("chroma"), "vectors") as made:
        made.create()
        metadata: list[Metadata] = [{"guide_id": f"guide-{number % 40}"} for number in range(COUNT)]
        made.add([str(number) for number in range(COUNT)], vectors, metadata)
        yield made


def nearest_by_hand(vectors, asked, places):
    order = sorted(places, key=lambda place: -float(vectors[place] @ asked))
    return [str(place) for place in order[:10]]


@pytest.mark.parametrize("guides", [None, [3], [1, 2, 30]])
def test_the_nearest_are_those_of_a_full_comparison(store, vectors, guides):
    allowed = guides and {"guide_id": [f"guide-{guide}" for guide in guides]}
    places = [n for n in range(COUNT) if guides is None or n % 40 in guides]
    missed = 0
    for asked in vectors[:40] * -1:
        found = [name for name, _ in store.nearest(asked, 10, allowed)]
        missed += len(set(nearest_by_hand(vectors, asked, places)) - set(found))
    assert missed / 400 < 0.01


def test_threads_may_ask_at_once(store, vectors):
    alone = [store.nearest(asked, 5) for asked in vectors[:60]]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda asked: store.nearest(asked, 5), vectors[:60])) == alone


def test_all_ids_are_told(store):
    assert store.ids() == {str(number) for number in range(COUNT)}


def test_a_collection_is_made_anew_and_dropped(tmp_path, vectors):
    with VectorStore(tmp_path, "again") as made:
        made.drop()
        made.create()
        made.add(["one"], vectors[:1], [{"guide_id": "g"}])
        made.create()
        assert made.ids() == set()
        made.drop()
    with (
        VectorStore(tmp_path, "again") as opened,
        pytest.raises(SnapshotDamagedError, match="can't be read"),
    ):
        opened.ids()


def test_a_folder_that_is_no_store_is_damage(tmp_path):
    (tmp_path / "chroma.sqlite3").write_text("not a database")
    with pytest.raises(SnapshotDamagedError, match="can't be read"):
        VectorStore(tmp_path, "x").ids()

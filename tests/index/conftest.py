"""A model that remembers what it embedded, and an index folder made from two small guides."""

import pytest

from assistant.embeddings import MiniLM
from assistant.index import sync
from tests.index.making import small_guide


class Remembering(MiniLM):
    """The real model, and the texts that it was given."""

    def __init__(self):
        super().__init__()
        self.embedded = []

    def embed(self, texts, progress=None):
        self.embedded.extend(texts)
        return super().embed(texts, progress)

    def read_all(self, texts, on_reading, progress=None):
        self.embedded.extend(texts)
        return super().read_all(texts, on_reading, progress)


@pytest.fixture(scope="session")
def loaded():
    return Remembering()


@pytest.fixture
def model(loaded):
    loaded.embedded.clear()
    return loaded


@pytest.fixture
def two_guides():
    return small_guide("Data Steward"), small_guide("Ward Analyst")


@pytest.fixture
def folder(tmp_path, model, two_guides):
    """An index folder that serves two small guides."""
    sync(tmp_path / "index", two_guides, model)
    model.embedded.clear()
    return tmp_path / "index"

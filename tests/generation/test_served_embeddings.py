"""OpenAI embeddings as an index option, over the protocol: ingest, search and answer with them."""

import hashlib

import numpy as np
import pytest

from assistant.answer import AnswerStatus
from assistant.embeddings import load_embeddings
from assistant.errors import EmbeddingError
from assistant.index import sync
from assistant.pipeline import Assistant
from evals.adversary.server import Reply, serving
from tests.index.making import small_guide

SIZE = 48


def by_words(text):
    """A vector of a text's words: texts that share words are near one another."""
    vector = np.zeros(SIZE)
    for word in text.casefold().split():
        vector[int(hashlib.sha256(word.strip("?.,").encode()).hexdigest(), 16) % SIZE] += 1.0
    return [float(value) for value in vector + 0.01]


@pytest.fixture
def server(monkeypatch):
    with serving(lambda _: Reply("unused"), by_words) as serving_now:
        monkeypatch.setenv("OPENAI_BASE_URL", serving_now.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-test")
        yield serving_now


def test_guides_are_ingested_and_asked_with_a_served_model(server, tmp_path):
    embeddings = load_embeddings("openai:fake")
    sync(tmp_path, [small_guide("Data Steward")], embeddings)
    ingested = len(server.requests)
    assert ingested > 0
    assert {request["model"] for request in server.requests} == {"fake"}
    assert set(server.keys) == {"Bearer sk-of-the-test"}
    assistant = Assistant(tmp_path, embeddings)
    answer = assistant.ask("What are the responsibilities of a data steward?")
    assert answer.status is AnswerStatus.ANSWERED
    assert assistant.search(["What are the responsibilities of a data steward?"])
    assert len(server.requests) > ingested


def test_unit_vectors_of_the_servers_size(server):
    vectors = load_embeddings("openai:fake").embed(["one text", "another text"])
    assert vectors.shape == (2, SIZE)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0)


def test_a_server_that_is_gone_is_told(monkeypatch):
    with serving(lambda _: Reply("unused")) as gone:
        monkeypatch.setenv("OPENAI_BASE_URL", gone.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-test")
    with pytest.raises(EmbeddingError, match="OPENAI_BASE_URL"):
        load_embeddings("openai:fake").embed(["one text"])

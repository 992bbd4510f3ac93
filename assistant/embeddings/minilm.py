"""all-MiniLM-L6-v2 by onnxruntime, adapted to questions about role guides."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from assistant.embeddings.files import REINSTALL
from assistant.embeddings.interface import OnReading, Progress, Reading, UnitVectors, Vectors
from assistant.embeddings.vocabulary import minilm_tokenizer
from assistant.embeddings.weights import adapted_model
from assistant.errors import EmbeddingError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

# Word pieces in one run of the model, padding included: enough to fill the cores, small enough
# for their caches.
BATCH_PIECES = 512


class MiniLM(UnitVectors):
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
        except ImportError as error:
            raise EmbeddingError(f"No embedding model: {error}. {REINSTALL}") from error
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # One thread a run, a run on each core: cores that wait for one another cost twice as much.
        options.intra_op_num_threads = 1
        return onnxruntime.InferenceSession(
            adapted_model(), options, providers=["CPUExecutionProvider"]
        )


def _batches(lengths: list[int]) -> list[list[int]]:
    """Places of texts, longest first, in batches of at most ``BATCH_PIECES``, padding included."""
    batches: list[list[int]] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= BATCH_PIECES:
            batches[-1].append(place)
        else:
            batches.append([place])
    return batches

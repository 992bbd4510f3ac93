"""Answerers by name: the assistant as it is, over an index built from a corpus."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.embeddings import TextEmbedder, load_embeddings
from assistant.errors import SettingsError
from assistant.guides import read_folder
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from evals.broken import FiguresOffByOne, ShuffledRetrieval
from evals.extractive import Extractive
from evals.offline import offline
from evals.places import Atlas
from evals.runner import Answerer
from evals.taken_out import WITHOUT
from evals.worded import model_of, open_worded

ANSWERERS: Mapping[str, Callable[[Assistant], Answerer]] = {
    "extractive": Extractive,
    "broken-retrieval": ShuffledRetrieval,
    "broken-figures": FiguresOffByOne,
    **WITHOUT,
}


@cache
def embeddings() -> TextEmbedder:
    """The packaged model, loaded once a process."""
    return load_embeddings("minilm")


@contextmanager
def index_folder(kept: Path | None, corpus: Path) -> Iterator[Path]:
    """Where a corpus's index goes: its own folder under ``kept``, or one gone after use."""
    if kept is not None:
        yield kept / corpus.name
        return
    with TemporaryDirectory(prefix="careers-evals-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def opened(name: str, corpus: Path, index: Path | None) -> Iterator[Answerer]:
    """Ingest the guides of a corpus, and the answerer over them: no network but its own model's.

    Args:
        name: one of ANSWERERS, or a model's as ``evals.worded`` reads it.
        corpus: the folder of guides.
        index: where indexes are kept between runs, None if nowhere.

    Raises:
        SettingsError: there is no answerer of that name.
    """
    with model_of(name) as model, index_folder(index, corpus) as folder:
        if model is None and name not in ANSWERERS:
            known = ", ".join(sorted(ANSWERERS))
            raise SettingsError(
                f"no answerer {name!r}; choose from {known}, or a model: obedient, smollm2 or "
                "PROVIDER:NAME, each also as unchecked/NAME."
            )
        # A provider of its own address is where its package says; then nothing can be refused.
        online = model is not None and not model.base_url
        with nullcontext() if online else offline(model.base_url if model else ""):
            sync(folder, list(read_atlas(corpus).guides.values()), embeddings())
            assistant = Assistant(folder, embeddings())
            yield open_worded(name, assistant, model) if model else ANSWERERS[name](assistant)


@cache
def read_atlas(corpus: Path) -> Atlas:
    """The guides of a corpus and their places."""
    return Atlas.of(read_folder([corpus]).guides)

"""Answerers by name: the assistant as it is, over an index built from a corpus."""

from collections.abc import Iterator
from contextlib import contextmanager
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
from evals.places import Atlas
from evals.runner import Answerer

ANSWERERS = {
    "extractive": Extractive,
    "broken-retrieval": ShuffledRetrieval,
    "broken-figures": FiguresOffByOne,
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


def open_answerer(name: str, atlas: Atlas, index: Path) -> Answerer:
    """Ingest the guides of a corpus and open the answerer over them.

    Raises:
        SettingsError: there is no answerer of that name.
    """
    if name not in ANSWERERS:
        raise SettingsError(f"no answerer {name!r}; choose from {', '.join(sorted(ANSWERERS))}.")
    sync(index, list(atlas.guides.values()), embeddings())
    return ANSWERERS[name](Assistant(index, embeddings()))


@cache
def read_atlas(corpus: Path) -> Atlas:
    """The guides of a corpus and their places."""
    return Atlas.of(read_folder([corpus]).guides)

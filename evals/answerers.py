"""Answerers by name: the assistant as it is, over an index built from a corpus."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.places import Atlas
from evals.runner import Answerer


@contextmanager
def index_folder(kept: Path | None, corpus: Path) -> Iterator[Path]:
    """Where a corpus's index goes: its own folder under ``kept``, or one gone after use."""
    if kept is not None:
        yield kept / corpus.name
        return
    with TemporaryDirectory(prefix="careers-evals-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def open_answerer(name: str, corpus: Path, index: Path) -> Answerer:
    """Ingest a corpus and open the answerer over it."""
    raise NotImplementedError


def read_atlas(corpus: Path) -> Atlas:
    """The guides of a corpus and their places."""
    raise NotImplementedError

"""Answerers by name: the assistant as it is, over an index built from a corpus."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answer import Answer, Conversation
from assistant.embeddings import TextEmbedder, load_embeddings
from assistant.errors import SettingsError
from assistant.guides import read_folder
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from evals.places import Atlas
from evals.results import Hit
from evals.runner import DEPTH, Answerer


class Extractive:
    """The assistant with no model, asked in process."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The assistant's answer."""
        return self._assistant.ask(question, conversation)

    def search(self, turns: Sequence[str], k: int = DEPTH) -> Sequence[Hit]:
        """The assistant's passages for the last message."""
        return [
            Hit(
                guide_id=passage.chunk.guide_id,
                section=passage.chunk.section,
                start=passage.chunk.start,
                end=passage.chunk.end,
                score=float(passage.score),
                text=passage.chunk.text,
            )
            for passage in self._assistant.search(turns, k)
        ]


ANSWERERS = {"extractive": Extractive}


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

"""What the commands share: the options that say which index, and the Assistant over it."""

import argparse
from pathlib import Path

from assistant.embeddings import load_embeddings
from assistant.pipeline import Assistant
from assistant.settings import load_settings


def add_index_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--index DIR`` to a command's options."""
    parser.add_argument(
        "--index",
        type=Path,
        metavar="DIR",
        help="index folder (default: the setting CAREERS_INDEX, else data/index)",
    )


def open_assistant(index: Path | None) -> Assistant:
    """The assistant over an index folder, by the settings.

    Raises:
        CareersError: a setting is wrong, or there is no snapshot that can be used.
    """
    settings = load_settings(index=index)
    assistant = Assistant(
        settings.index_folder, load_embeddings(settings.embedding_model), settings.chroma_url
    )
    assistant.sources()
    return assistant

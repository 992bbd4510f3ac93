"""Deleting what no reader needs: older snapshots, and what killed ingests left half built."""

import logging
from pathlib import Path

from assistant.errors import SnapshotError
from assistant.index.layout import Pointer, delete_if_unread
from assistant.index.manifest import CHROMA, SERVER, collection_name
from assistant.index.vectors import VectorStore

logger = logging.getLogger(__name__)


def delete_older(index_folder: Path, pointer: Pointer) -> None:
    """Delete every snapshot but the current, the previous, and those that a reader has open."""
    for folder in sorted((index_folder / "snapshots").glob("*")):
        if folder.name in (pointer.current, pointer.previous):
            continue
        try:
            delete_if_unread(folder, lambda folder=folder: _drop_collection(folder))  # type: ignore[misc]
        except SnapshotError as error:
            logger.warning(
                "The old snapshot %s stays until the next ingest: %s", folder.name, error
            )


def _drop_collection(folder: Path) -> None:
    """Delete a snapshot's collection from the server that has it, if one does."""
    server = folder / SERVER
    if server.exists():
        with VectorStore(
            folder / CHROMA, collection_name(folder.name), server.read_text()
        ) as store:
            store.drop()

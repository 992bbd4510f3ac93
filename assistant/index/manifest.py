"""What a snapshot says about itself, and how its guides and chunks are kept as JSON."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.chunks import Chunk
from assistant.errors import SnapshotDamagedError, SnapshotMismatchError
from assistant.guides.model import Guide
from assistant.index.layout import MANIFEST

# Raised whenever a snapshot of an older program can't be read, or should not be.
FORMAT = 2
GUIDES = "guides.json"
CHUNKS = "chunks.json"
TEXTS = "texts.json"
VECTORS = "vectors.npy"
PIECES = "pieces.npz"
CHROMA = "chroma"
LEXICAL = "lexical"
SERVER = "server.txt"


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One guide of a snapshot. ``fingerprint`` is the sha256 of all that was read of it."""

    id: str
    title: str
    source: str
    fingerprint: str
    sections: int
    chunks: int
    sentences: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says about itself.

    ``embedding`` and ``dimension`` tell which vectors it holds, ``recipe`` how the chunks were cut,
    ``chroma_url`` on which server the vectors are (empty: in the snapshot's folder), ``files`` the
    sha256 of each file that is read whole.
    """

    format: int
    id: str
    created: str
    embedding: str
    dimension: int
    recipe: str
    chroma_url: str
    guides: tuple[GuideEntry, ...]
    files: dict[str, str]


_MANIFEST: TypeAdapter[Manifest] = TypeAdapter(Manifest)
_GUIDES: TypeAdapter[tuple[Guide, ...]] = TypeAdapter(tuple[Guide, ...])
_CHUNKS: TypeAdapter[tuple[Chunk, ...]] = TypeAdapter(tuple[Chunk, ...])
_TEXTS: TypeAdapter[list[str]] = TypeAdapter(list[str])


def encode_guides(guides: tuple[Guide, ...]) -> bytes:
    """Guides as JSON; the same guides give the same bytes."""
    return _GUIDES.dump_json(guides)


def encode_chunks(chunks: tuple[Chunk, ...]) -> bytes:
    """Chunks as JSON."""
    return _CHUNKS.dump_json(chunks)


def encode_texts(digests: list[str]) -> bytes:
    """The digests of the embedded texts, in the order of the rows of the vectors, as JSON."""
    return _TEXTS.dump_json(digests)


def encode_manifest(manifest: Manifest) -> bytes:
    """A manifest as JSON for people to read."""
    return _MANIFEST.dump_json(manifest, indent=1)


def decode_guides(content: bytes) -> tuple[Guide, ...]:
    """The guides that ``encode_guides`` wrote."""
    return _GUIDES.validate_json(content)


def decode_chunks(content: bytes) -> tuple[Chunk, ...]:
    """The chunks that ``encode_chunks`` wrote."""
    return _CHUNKS.validate_json(content)


def decode_texts(content: bytes) -> list[str]:
    """The digests that ``encode_texts`` wrote."""
    return _TEXTS.validate_json(content)


def collection_name(snapshot_id: str) -> str:
    """The name of a snapshot's collection in Chroma."""
    return f"careers-{snapshot_id}"


def text_digest(text: str) -> str:
    """What a text's vector is known by, so that the same words are embedded once."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(guide: Guide) -> str:
    """The sha256 of all that was read of a guide."""
    return hashlib.sha256(encode_guides((guide,))).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """A snapshot's manifest.

    Raises:
        SnapshotMismatchError: an older or newer program wrote it.
        SnapshotDamagedError: it can't be read.
    """
    try:
        content = (folder / MANIFEST).read_bytes()
        written = TypeAdapter(dict[str, object]).validate_json(content).get("format")
        if written != FORMAT:
            message = (
                f"The snapshot in {folder} has format {written}, and this program reads {FORMAT}."
            )
            raise SnapshotMismatchError(f"{message} Run: python ingest.py --rebuild")
        return _MANIFEST.validate_json(content)
    except (OSError, ValidationError) as error:
        message = (
            f"The manifest of {folder} can't be read: {error}. Run: python ingest.py --rebuild"
        )
        raise SnapshotDamagedError(message) from error


def read_checked(folder: Path, manifest: Manifest, name: str) -> bytes:
    """The bytes of one of a snapshot's files, if they are those that were written.

    Raises:
        SnapshotDamagedError: they are not.
    """
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise SnapshotDamagedError(f"{error}. Run: python ingest.py --rebuild") from error
    if hashlib.sha256(content).hexdigest() != manifest.files[name]:
        message = f"{folder / name} is not what was written. Run: python ingest.py --rebuild"
        raise SnapshotDamagedError(message)
    return content

"""Installed files, read only if they are the expected ones."""

import hashlib
from pathlib import Path

from assistant.errors import EmbeddingError

REINSTALL = "Install the locked requirements again (make setup)."


def verified(path: Path, sha256: str) -> bytes:
    """The bytes of an installed file, if they are the expected ones."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EmbeddingError(f"{path} can't be read: {error}. {REINSTALL}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EmbeddingError(f"{path} is not the file it should be. {REINSTALL}")
    return content

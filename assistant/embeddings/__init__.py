"""Text -> vectors: the packaged MiniLM, or a model of an OpenAI-compatible server, set by name.

Both are LangChain ``Embeddings`` and give unit vectors, so that a dot product is the cosine
similarity. Nothing heavy is loaded before the first text is embedded.
"""

from assistant.embeddings.interface import OnReading, Progress, Reading, TextEmbedder, Vectors
from assistant.embeddings.minilm import MiniLM
from assistant.embeddings.served import ServedEmbeddings
from assistant.errors import EmbeddingError

__all__ = [
    "MiniLM",
    "OnReading",
    "Progress",
    "Reading",
    "ServedEmbeddings",
    "TextEmbedder",
    "Vectors",
    "load_embeddings",
]


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

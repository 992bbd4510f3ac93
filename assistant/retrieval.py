"""Query -> Retrieval: Chroma's nearest vectors and BM25 fused by rank, then weighed.

The role that a question names is a filter. The first stage finds candidates and fuses their ranks;
the second weighs each by a fitted sum of plain features, the late interaction of word pieces among
them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.chunks import Chunk
from assistant.embeddings import Reading
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import WHOLE, Snapshot

Vector = NDArray[np.float32]

#: Reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009). A guide has some forty
#: chunks, not a web's worth, so the constant is a sixth of the usual 60.
RANK_CONSTANT = 10.0
#: Vector records asked of Chroma for each guide searched; a chunk has one for itself and one for
#: each of its sentences.
NEAREST = 80
#: Chunks asked of BM25.
LEXICAL = 40
#: Candidates that the second stage weighs.
CANDIDATES = 40
FITTED = Path(__file__).parent / "embeddings_data" / "ranking.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is searched for.

    ``text`` is what was read and ``terms`` the words that carry it; ``vector`` is its unit vector
    by the index's model, ``reading`` what MiniLM made of it. ``topics`` are kinds of section that
    it points to: a preference, not a filter. ``matters`` are those that it is about.
    """

    text: str
    terms: tuple[str, ...]
    vector: Vector
    reading: Reading
    topics: frozenset[SectionKind] = frozenset()
    matters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk found for a query.

    ``similarity`` is the cosine between the query and the chunk, ``sentences`` between the query
    and each of the chunk's sentences, ``words`` its BM25 score, ``match`` the late interaction of
    their word pieces. ``covered`` is the share of the telling words that the chunk has,
    ``sentences_covered`` the share that each of its sentences has. ``told`` is how telling it is
    that it tells of what is asked about, already in the score. ``ranks`` are its places in the
    first stage, from 1; ``score`` is the second stage's.
    """

    chunk: Chunk
    score: float
    similarity: float
    sentences: tuple[float, ...]
    words: float
    match: float
    covered: float
    sentences_covered: tuple[float, ...]
    told: float
    ranks: Mapping[str, int]

    @property
    def best(self) -> float:
        """The highest cosine of the chunk or any of its sentences."""
        return max(self.similarity, *self.sentences) if self.sentences else self.similarity


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The passages kept, best first, and those rejected with the reason."""

    kept: tuple[Passage, ...]
    rejected: tuple[tuple[Passage, str], ...] = ()


def retrieve(
    snapshot: Snapshot, asked: Asked, *, guide_ids: Sequence[str] | None = None, k: int = 10
) -> Retrieval:
    """The passages that best fit a query.

    Args:
        snapshot: the index.
        asked: the question.
        guide_ids: only these guides; None for all.
        k: the most to keep.
    """
    guides = len(snapshot.guides) if guide_ids is None else len(guide_ids)
    words = _words(snapshot, asked, guide_ids)
    ranks = _ranks(snapshot, asked, guide_ids, guides, words)
    fused = {
        chunk_id: sum(1 / (RANK_CONSTANT + rank) for rank in own.values())
        for chunk_id, own in ranks.items()
    }
    best = sorted(fused, key=lambda chunk_id: (-fused[chunk_id], chunk_id))[: CANDIDATES * guides]
    passages = _weighed(snapshot, asked, best, guide_ids, ranks, words)
    rejected = tuple((passage, "ranked lower") for passage in passages[k : 2 * k])
    return Retrieval(tuple(passages[:k]), rejected)


def _words(snapshot: Snapshot, asked: Asked, guide_ids: Sequence[str] | None) -> dict[str, float]:
    """The BM25 score of every chunk that shares a term with the question, best first."""
    return dict(snapshot.lexical(asked.terms, len(snapshot.chunks), guide_ids))


def _ranks(
    snapshot: Snapshot,
    asked: Asked,
    guide_ids: Sequence[str] | None,
    guides: int,
    words: Mapping[str, float],
) -> dict[str, dict[str, int]]:
    """The first stage: each chunk's rank by meaning, by its nearest sentence and by words."""
    meaning: dict[str, float] = {}
    sentence: dict[str, float] = {}
    for chunk_id, place, similarity in snapshot.nearest(asked.vector, NEAREST * guides, guide_ids):
        scale = meaning if place == WHOLE else sentence
        scale[chunk_id] = max(similarity, scale.get(chunk_id, -1.0))
    lexical = dict(islice(words.items(), LEXICAL * guides))
    ranks: dict[str, dict[str, int]] = {}
    for name, scale in (("meaning", meaning), ("sentence", sentence), ("words", lexical)):
        for rank, chunk_id in enumerate(sorted(scale, key=lambda one: (-scale[one], one)), 1):
            if snapshot.chunks[chunk_id].section_kind is not SectionKind.CALL_TO_ACTION:
                ranks.setdefault(chunk_id, {})[name] = rank
    return ranks


def weigh(
    snapshot: Snapshot, asked: Asked, chunk_ids: Sequence[str], guide_ids: Sequence[str] | None
) -> list[Passage]:
    """Chunks that are named, not searched for, with their fitted scores, best first."""
    words = _words(snapshot, asked, guide_ids)
    return _weighed(snapshot, asked, chunk_ids, guide_ids, {}, words)


def _weighed(
    snapshot: Snapshot,
    asked: Asked,
    chunk_ids: Sequence[str],
    guide_ids: Sequence[str] | None,
    ranks: Mapping[str, Mapping[str, int]],
    words: Mapping[str, float],
) -> list[Passage]:
    """The second stage: the candidates with their fitted scores, best first."""
    matches = snapshot.matches(asked.reading, chunk_ids, guide_ids)
    passages = []
    for chunk_id, match in zip(chunk_ids, matches.tolist(), strict=True):
        chunk = snapshot.chunks[chunk_id]
        similarity, sentences = _similarities(snapshot, asked.vector, chunk)
        covered, by_sentence = covered_of(snapshot, asked.terms, chunk_id)
        best_covered = max(by_sentence, default=0.0)
        told = snapshot.told.weight(asked.matters, chunk_id, guide_ids)
        features = features_of(
            chunk, asked, similarity, sentences, match, covered, best_covered, told
        )
        score = sum(weight * features.get(name, 0.0) for name, weight in weights().items())
        passages.append(
            Passage(
                chunk, score, similarity, sentences, words.get(chunk_id, 0.0), match, covered,
                by_sentence, told, dict(ranks.get(chunk_id, {})),
            )
        )  # fmt: skip
    passages.sort(key=lambda passage: (-passage.score, passage.chunk.id))
    return passages


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weight of each feature (tools/fit)."""
    fitted: Mapping[str, float] = json.loads(FITTED.read_text("utf-8"))
    return fitted


def features_of(  # noqa: PLR0913 -- the measured values, each named
    chunk: Chunk,
    asked: Asked,
    similarity: float,
    sentences: Sequence[float],
    match: float,
    covered: float,
    best_covered: float,
    told: float,
) -> dict[str, float]:
    """What the second stage looks at, by name.

    Kinds of section and block are 1 where they are the chunk's.
    """
    top = sorted(sentences, reverse=True)[:2]
    return {
        "similarity": similarity,
        "sentence": top[0] if top else similarity,
        "two_sentences": sum(max(value, 0.0) for value in top) / len(top) if top else similarity,
        "match": match,
        "covered": covered,
        "sentence_covered": best_covered,
        "matters": told,
        "topic": float(chunk.section_kind in asked.topics),
        f"section:{chunk.section_kind.value}": 1.0,
        f"block:{chunk.kind.value}": 1.0,
        "pay_row": float(is_pay_row(chunk)),
    }


def is_pay_row(chunk: Chunk) -> bool:
    """Whether a chunk is a row of pay, whose figures would be read as the answer."""
    return chunk.kind is BlockKind.TABLE_ROW and chunk.section_kind is SectionKind.SALARY


def _similarities(
    snapshot: Snapshot, vector: Vector, chunk: Chunk
) -> tuple[float, tuple[float, ...]]:
    whole = float(snapshot.chunk_vector(chunk.id) @ vector)
    if chunk.kind is BlockKind.TABLE_ROW:
        return whole, (whole,)
    return whole, tuple((snapshot.sentence_vectors(chunk.id) @ vector).tolist())


def covered_of(
    snapshot: Snapshot, asked: Sequence[str], chunk_id: str
) -> tuple[float, tuple[float, ...]]:
    """The share of the telling words, by rarity, that a chunk has, and that each sentence has."""
    idf = {term: snapshot.idf(term) for term in asked}
    total = sum(idf.values()) or 1.0
    whole, sentences = snapshot.terms_of(chunk_id)
    shares = [
        sum(weight for term, weight in idf.items() if term in own) / total
        for own in (whole, *sentences)
    ]
    return shares[0], tuple(shares[1:])

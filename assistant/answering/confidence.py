"""How sure it is that the passages found answer the question: a logistic model of a few plain features.

Everything that decides between an answer and "the guides do not say" is in this file. The weights are fitted by
``python -m evals.calibrate`` on the dev half of the calibration cases, which are over guides that are not in the corpus.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from assistant.answering.evidence import coverage
from assistant.guides.model import BlockKind
from assistant.index.snapshot import Snapshot
from assistant.retrieval import Passage
from assistant.words import terms


@dataclass(frozen=True, slots=True)
class Features:
    """What the decision looks at, each about 0 to 1.

    ``best`` is the highest cosine of any sentence or chunk; ``first`` that of the passage ranked first; ``question`` that of
    the nearest FAQ question; ``covered`` the share of telling words that one passage has; ``known`` the share that the
    guide has anywhere; ``lift`` how far ``best`` stands above the middle of the passages found; ``topical`` whether
    the question points to a kind of section that the first passage belongs to.
    """

    best: float
    first: float
    question: float
    covered: float
    known: float
    strange: float
    lift: float
    topical: float
    short: float


def features_of(
    passages: Sequence[Passage],
    content: Sequence[str],
    topics: Sequence[object],
    snapshot: Snapshot,
) -> Features:
    """The features of a question's passages; all zero where nothing was found."""
    if not passages:
        return Features(0, 0, 0, 0, 0, 0, 0, 0, 0)
    head = passages[:3]
    best = max(passage.best for passage in head)
    tail = sorted(passage.best for passage in passages)
    question = max(
        (
            similarity
            for passage in passages[:4]
            if passage.chunk.kind is BlockKind.FAQ
            for sentence, similarity in zip(passage.chunk.sentences, passage.sentences, strict=True)
            if sentence.role == "question"
        ),
        default=0.0,
    )
    guide_ids = {passage.chunk.guide_id for passage in passages}
    vocabulary = vocabulary_of(snapshot, guide_ids)
    weights = {term: snapshot.idf(term) for term in content}
    total = sum(weights.values()) or 1.0
    return Features(
        best=best,
        first=passages[0].best,
        question=question,
        covered=max(coverage(content, passage.chunk.embedded, snapshot) for passage in head)
        if content
        else 0.5,
        known=sum(weight for term, weight in weights.items() if term in vocabulary) / total
        if content
        else 0.5,
        strange=max(
            (weight for term, weight in weights.items() if term not in vocabulary), default=0.0
        )
        / 10,
        lift=best - tail[len(tail) // 2],
        topical=float(passages[0].chunk.section_kind in topics),
        short=1.0 / (1 + len(content)),
    )


def vocabulary_of(snapshot: Snapshot, guide_ids: set[str]) -> frozenset[str]:
    """Every term of the guides."""
    return frozenset(
        term
        for chunk in snapshot.chunks.values()
        if chunk.guide_id in guide_ids
        for term in terms(chunk.embedded)
    )


WEIGHTS = {"best": 8.0, "covered": 2.0, "known": 1.0}
BIAS = -4.5
#: At or above this probability the evidence counts as an answer.
THRESHOLD = 0.5


def confidence(features: Features) -> float:
    """The probability that the evidence answers the question."""
    values = asdict(features)
    total = BIAS + sum(weight * values[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))

"""What speaks for and against that the passages found answer a question.

All of it is plain: how near the passages are, what words and what matters the guide has of what is
asked. How much each counts is fitted (confidence.py).
"""

import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.quantities import lacks_kind, sought
from assistant.answering.strange import by_letters, lacks
from assistant.guides.model import BlockKind
from assistant.index.snapshot import Snapshot
from assistant.retrieval import Asked, Passage, weights
from assistant.understanding.qualifications import matters_named
from assistant.understanding.query import Form, Query

#: At or above this idf a term is rare: it stands in at most one chunk of seven.
RARE = 2.0
#: The share of the first passage, as a softmax over all found, and its score from which it is said
#: to stand alone (docs/adr/0010-questions-of-strangers.md).
ALONE, ALONE_SCORE = 0.95, 12.0
#: With no cosine of this much, what shares no word with a guide names something stranger still.
FAR = 0.25
#: Passages that an answer is made of, at most.
NEAR = 4
_SUM = re.compile(r"[£€$]\s?\d|\d\s?(?:%|per ?cent\b)")


class Where(StrEnum):
    """Where a guide tells of a matter that is asked about."""

    FIRST = "first"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Signs:
    """What the decision looks at: features by name, and where each matter asked about is told."""

    features: Mapping[str, float]
    matters: Mapping[str, Where]


def signs_of(
    query: Query, passages: Sequence[Passage], asked: Asked, snapshot: Snapshot
) -> Signs | None:
    """The signs in what was found; None where nothing was.

    Args:
        query: the question, read.
        passages: of one guide, best first.
        asked: the question as it was searched for, which may be with the one before.
        snapshot: the index.
    """
    if not passages:
        return None
    matters = matters_named(query, asked.matters)
    where = {matter: _where(matter, passages, snapshot) for matter in sorted(matters)}
    near = frozenset().union(*(snapshot.told.matters_of(one.chunk.id) for one in passages[:NEAR]))
    features = {
        **_of_passages(passages, asked, snapshot),
        **_of_words(query, passages, snapshot),
        "told_near": float(bool(near & matters)),
    }
    return Signs(features, where)


def _where(matter: str, passages: Sequence[Passage], snapshot: Snapshot) -> Where:
    first = passages[0].chunk
    if matter in snapshot.told.matters_of(first.id):
        return Where.FIRST
    told = matter in snapshot.told.rarity([first.guide_id])
    return Where.ELSEWHERE if told else Where.NOWHERE


def _of_passages(passages: Sequence[Passage], asked: Asked, snapshot: Snapshot) -> dict[str, float]:
    first = passages[0]
    # What matters add to a score leads to the passage, and is a sign of its own.
    scores = [passage.score - weights()["matters"] * passage.told for passage in passages]
    vocabulary = snapshot.vocabularies[first.chunk.guide_id]
    idf = {term: snapshot.idf(term) for term in asked.terms}
    total = sum(idf.values()) or 1.0
    strange = [weight for term, weight in idf.items() if term not in vocabulary]
    return {
        "score": scores[0] / 10,
        "best": max(passage.best for passage in passages[:3]),
        "similarity": first.similarity,
        "match": first.match,
        "question": _nearest_question(passages[:NEAR]),
        "covered": first.covered,
        "known": 1 - sum(strange) / total if idf else 0.5,
        "strange": max(strange, default=0.0) / 10,
        "share": _share(scores),
        "lift": (scores[0] - scores[len(scores) // 2]) / 10,
        "topical": float(first.chunk.section_kind in asked.topics),
        "short": 1 / (1 + len(asked.terms)),
        "faq": float(first.chunk.kind is BlockKind.FAQ),
        "row": float(first.chunk.kind is BlockKind.TABLE_ROW),
        "alone": float(first.score >= ALONE_SCORE and _share([p.score for p in passages]) >= ALONE),
    }


def _of_words(query: Query, passages: Sequence[Passage], snapshot: Snapshot) -> dict[str, float]:
    first, guide = passages[0].chunk, snapshot.guides[passages[0].chunk.guide_id]
    vocabulary, own = snapshot.vocabularies[guide.id], query.subject
    kind, letters = sought(query.asked), by_letters(query)
    far = own.isdisjoint(vocabulary) and max(one.best for one in passages[:3]) < FAR
    of_topic = any(one.chunk.section_kind in query.topics for one in passages[:2])
    signs = {
        "far": bool(own) and far,
        "lacks": lacks(query, guide),
        "kind": kind is not None,
        "given": kind is not None and kind.given_in(first.text),
        "lacks_kind": lacks_kind(first, query.asked),
        "said": _said(query, passages, snapshot),
        "broad": of_topic and own <= vocabulary,
        "plain": not own,
        "topics": bool(query.topics),
        "letters": bool(letters) and _has_rare(letters, passages[0], snapshot),
        "roles": bool(query.roles),
        "background": query.background,
        "own_words": own <= vocabulary,
    }
    return {name: float(held) for name, held in signs.items()}


def _share(scores: Sequence[float]) -> float:
    """The share of the first of several scores, at least one, as a softmax over all."""
    return 1 / sum(math.exp(score - scores[0]) for score in scores)


def _nearest_question(passages: Sequence[Passage]) -> float:
    """The cosine of the nearest FAQ question, 0 where there is none."""
    return max(
        (
            similarity
            for passage in passages
            for sentence, similarity in zip(passage.chunk.sentences, passage.sentences, strict=True)
            if sentence.role == "question"
        ),
        default=0.0,
    )


def _has_rare(letters: Set[str], passage: Passage, snapshot: Snapshot) -> bool:
    """Whether a sentence of a passage has names by letters, all of which are rare."""
    rare = all(snapshot.idf(term) >= RARE for term in letters)
    return rare and any(letters <= own for own in snapshot.terms_of(passage.chunk.id)[1])


def _said(query: Query, passages: Sequence[Passage], snapshot: Snapshot) -> bool:
    """Whether one sentence has all that is looked for, and a sum where one is asked for.

    Within the kind of section that is asked for, the words that point to it may be missing.
    """
    return any(
        bool(wanted) and set(wanted) <= own
        for passage in passages[:NEAR]
        for sentence, own in zip(
            passage.chunk.sentences, snapshot.terms_of(passage.chunk.id)[1], strict=True
        )
        if query.form is not Form.FIGURE or _SUM.search(sentence.embedded)
        for wanted in (
            query.content,
            query.telling if passage.chunk.section_kind in query.topics else (),
        )
    )

"""How sure it is that the passages found answer the question.

A logistic model of plain features of the passages and of the question's own vector. Its weights are
fitted by ``python -m evals calibrate`` on questions about invented guides, answerable or not, those
of strangers among them, and on the dev half of the eval cases. Evidence alone tells the two apart
poorly (area under the curve .74 on the held-out cases); with the question's vector, which knows
what role guides tend to say, it is .98. See docs/adr/0005-saying-no.md and 0020-near-misses.md.
"""

import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering.entry_told import tells_of_entry, tells_of_qualifications
from assistant.answering.quantities import lacks_kind, sought
from assistant.answering.strange import by_letters, is_foreign, lacks, names_strange
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import Snapshot
from assistant.retrieval import Asked, Passage, is_pay_row, weights
from assistant.understanding.qualifications import asks_for_qualifications, matters_named
from assistant.understanding.query import Form, Query
from assistant.understanding.things import thing_asked_about

FITTED = Path(__file__).parent.parent / "embeddings_data" / "confidence.npz"
#: At or above this probability the evidence counts as an answer. Of the held-out cases .08 to .19
#: that have an answer fall below it, by corpus, and 0 to .17 of those without one do not:
#: python -m evals calibrate prints the curve.
THRESHOLD = 0.6
#: The same where one sentence has all the words that carry the question, where the first passage is
#: of the kind of section that the question names and the guide knows all its words, or where that
#: passage stands alone.
THRESHOLD_WHERE_SAID = 0.25
#: The same where what is asked for is rare in the guides and a sentence has it by name, where
#: nothing but a kind of section is asked for that the guide has.
THRESHOLD_WHERE_NAMED = 0.08
#: At or above this idf a term is rare: it stands in at most one chunk of seven.
RARE = 2.0
#: The same where the question names what the guide has not: by letters ("DICOM"), by a name for a
#: thing of which it uses none ("night shifts"), or by half its words if it names no role (ADR 21).
THRESHOLD_WHERE_STRANGE = 0.9
#: No evidence is enough where it is asked what a thing is that the guide has no word of, nor a row
#: of pay where the guide has no word of what is asked of pay.
NEVER = 1.1
#: The same where a matter is asked about that the guide never tells of, and where the first passage
#: tells of one that is. With both, of 133 questions of strangers that no guide answers 10 were
#: answered and not 13, and of 830 others 86 refused and not 81; a matter that the first passage
#: does not tell of lets nothing be answered with less than ``THRESHOLD``.
THRESHOLD_WHERE_UNTOLD, THRESHOLD_WHERE_PARTLY_TOLD = 0.7, 0.5
#: The same where the first passage tells of all of them: the least with which none of those
#: questions was answered that should not be; with .3 three were.
THRESHOLD_WHERE_TOLD = 0.4
#: The most that is asked for where the first passage gives the kind of figure or name that is asked
#: for, unless the question names something strange: of 2,176 readings of questions to guides 20 of
#: 24 that lie between this and the others' thresholds were answered rightly.
THRESHOLD_WHERE_GIVEN = 0.4
#: With this much a passage that does not count as an answer is offered as the nearest there is, and
#: with this much its section is named. Of strangers' questions with so much, 47 of 86 and 21 of 42
#: had their answer among the first four passages; with less, 13 of 79.
NEAREST_OFFERED, NEAREST_NAMED = 0.25, 0.1
#: With less than this neither, where only the question before names the role. Where none does, the
#: question may be of anything, and less than an answer needs is not enough.
NEAREST_CARRIED = 0.4
_SUM = re.compile(r"[£€$]\s?\d|\d\s?(?:%|per ?cent\b)")
#: The share of the first passage, as a softmax over all found, and its score from which it stands
#: alone: of 375 questions of strangers to one guide, 4 that have an answer and none that has not
#: were refused with as much.
ALONE, ALONE_SCORE = 0.95, 12.0
#: One that stands alone with so much of the question matched answers, though a word is missing:
#: "late nights" by evenings and weekends (.67), and not night shifts by days at home (.57).
ALONE_MATCH = 0.6
#: With no cosine of this much, what shares no word with a guide names something stranger still,
#: however it is asked ("must I know how to ..."): of 1,839 questions 6 with an answer are refused
#: so. How it is asked alone makes .94 of what no guide speaks of.
FAR, THRESHOLD_WHERE_FAR = 0.25, 0.95
#: Passages that an answer is made of, at most.
NEAR = 4


@dataclass(frozen=True, slots=True)
class _Fitted:
    features: Mapping[str, float]
    question: NDArray[np.float32]
    bias: float


@lru_cache(maxsize=1)
def _fitted() -> _Fitted:
    with np.load(FITTED) as stored:
        names = [str(name) for name in stored["names"]]
        weights = dict(zip(names, stored["weights"].tolist(), strict=True))
        return _Fitted(weights, stored["question"].astype(np.float32), float(stored["bias"]))


def features_of(passages: Sequence[Passage], asked: Asked, snapshot: Snapshot) -> dict[str, float]:
    """What the decision looks at, by name; empty where nothing was found.

    Args:
        passages: of one guide, best first.
        asked: the question.
        snapshot: the index.
    """
    if not passages:
        return {}
    first = passages[0]
    # What matters add to a score leads to the passage; the certainty was fitted to it without.
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
        "question": _nearest_question(passages[:4]),
        "covered": first.covered,
        "known": 1 - sum(strange) / total if idf else 0.5,
        "strange": max(strange, default=0.0) / 10,
        "share": _share(scores),
        "lift": (scores[0] - scores[len(scores) // 2]) / 10,
        "topical": float(first.chunk.section_kind in asked.topics),
        "short": 1 / (1 + len(asked.terms)),
        "faq": float(first.chunk.kind is BlockKind.FAQ),
        "row": float(first.chunk.kind is BlockKind.TABLE_ROW),
    }


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


def confidence(features: Mapping[str, float], asked: Asked) -> float:
    """The probability that the passages answer the question; 0 where nothing was found."""
    if not features:
        return 0.0
    fitted = _fitted()
    total = fitted.bias + float(fitted.question @ asked.reading.vector)
    total += sum(weight * features[name] for name, weight in fitted.features.items())
    return 1 / (1 + math.exp(-total))


def threshold(
    query: Query, passages: Sequence[Passage], guide_id: str, snapshot: Snapshot
) -> float:
    """How sure the evidence must be.

    Less so where the guide's words or sections speak for it, more so where it has not what is asked
    about.

    Args:
        query: the question, read.
        passages: of one guide, best first.
        guide_id: that guide.
        snapshot: the index.
    """
    asked = matters_named(query)
    entry = _least_of_entry(query, passages, snapshot)
    if entry is not None:
        return entry
    told = asked & {
        one for first in passages[:1] for one in snapshot.told.matters_of(first.chunk.id)
    }
    if not told and _asks_of_unknown(query, guide_id, snapshot):
        return NEVER
    least = _beside(query, passages, guide_id, snapshot)
    if least == NEVER or (least and not told):
        return least
    strange = names_strange(query, guide_id, snapshot)
    near = _alone(passages) and passages[0].match >= ALONE_MATCH
    missing = not (near and query.roles) and lacks(query, snapshot.guides[guide_id])
    of_any = not (near or query.roles) and is_foreign(query, guide_id, snapshot)
    if not told and (strange or missing or of_any):
        return THRESHOLD_WHERE_STRANGE
    if strange:
        return THRESHOLD_WHERE_UNTOLD
    kind = sought(query.asked)
    given = kind and passages and kind.given_in(passages[0].chunk.text)
    most = THRESHOLD_WHERE_GIVEN if given else 1.0
    untold = asked - snapshot.told.rarity([guide_id]).keys()
    if asked and not told:
        return min(most, THRESHOLD_WHERE_UNTOLD if untold else THRESHOLD)
    if told and not untold and not any(lacks_kind(p.chunk, query.asked) for p in passages[:1]):
        most = min(most, THRESHOLD_WHERE_TOLD if asked == told else THRESHOLD_WHERE_PARTLY_TOLD)
    return min(most, _eased(query, passages, guide_id, snapshot))


def _least_of_entry(query: Query, passages: Sequence[Passage], snapshot: Snapshot) -> float | None:
    """How sure what tells of coming into the job must be, to who asks for just that.

    What says what somebody must bring answers who asks for qualifications, however far it is from
    that word: of 146 guides by strangers 56 were said not to tell of any, and most do.
    """
    if not passages:
        return None
    if asks_for_qualifications(query):
        told = tells_of_qualifications(passages[0], snapshot)
        sure = told > 1 or passages[0].chunk.section_kind is SectionKind.PATHWAYS
        return (0.0 if sure else THRESHOLD_WHERE_NAMED) if told else None
    of_entry = query.background and tells_of_entry(passages[0], frozenset(), snapshot)
    return THRESHOLD_WHERE_NAMED if of_entry else None


def _asks_of_unknown(query: Query, guide_id: str, snapshot: Snapshot) -> bool:
    """Whether it is asked what a thing is that the guide has no word of."""
    thing = thing_asked_about(query.bare, query.content)
    return bool(thing) and thing[-1] not in snapshot.vocabularies[guide_id]


def _beside(query: Query, passages: Sequence[Passage], guide_id: str, snapshot: Snapshot) -> float:
    """How sure it must at least be where the guide has no word of what is asked.

    Never, of pay, where only a row of pay is near; much more than usual where nothing is.
    """
    own = query.subject
    if not passages or not own or not own.isdisjoint(snapshot.vocabularies[guide_id]):
        return 0.0
    if is_pay_row(passages[0].chunk):
        return NEVER
    near = max(passage.best for passage in passages[:3])
    return THRESHOLD_WHERE_FAR if near < FAR else 0.0


def _eased(query: Query, passages: Sequence[Passage], guide_id: str, snapshot: Snapshot) -> float:
    """How sure the evidence must be by the words that it has, and by its kind of section."""
    telling = query.subject
    known = telling <= snapshot.vocabularies[guide_id]
    # What has no sum is no answer to "how much is the fee", whatever else it says of that.
    if any(lacks_kind(passage.chunk, query.asked) for passage in passages[:1]):
        return THRESHOLD
    if query.roles and _alone(passages):
        return THRESHOLD_WHERE_SAID
    broad = (
        bool(query.topics)
        and known
        and any(passage.chunk.section_kind in query.topics for passage in passages[:2])
    )
    if _said(query, passages, snapshot):
        named = all(snapshot.idf(term) >= RARE for term in query.telling)
        return THRESHOLD_WHERE_NAMED if named else THRESHOLD_WHERE_SAID
    letters = by_letters(query)
    if letters and any(_has_rare(letters, first, snapshot) for first in passages[:1]):
        return THRESHOLD_WHERE_NAMED
    if broad:
        return THRESHOLD_WHERE_SAID if telling else THRESHOLD_WHERE_NAMED
    return THRESHOLD


def _has_rare(letters: Set[str], passage: Passage, snapshot: Snapshot) -> bool:
    """Whether a sentence of a passage has names by letters, all of which are rare."""
    rare = all(snapshot.idf(term) >= RARE for term in letters)
    return rare and any(letters <= own for own in snapshot.terms_of(passage.chunk.id)[1])


def _alone(passages: Sequence[Passage]) -> bool:
    """Whether the first passage stands so far before all others that it can only be meant."""
    scores = [passage.score for passage in passages]
    return bool(scores) and scores[0] >= ALONE_SCORE and _share(scores) >= ALONE


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

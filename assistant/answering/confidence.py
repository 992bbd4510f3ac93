"""How sure it is that the passages found answer the question.

A logistic model of plain signs of the passages and the words, of where the guide tells of the
matters that are asked about, and of the question's own vector. It is fitted by
``python -m evals calibrate`` to questions about invented guides, answerable or not, those of
strangers among them, and to the dev half of the eval cases. See docs/adr/0005-saying-no.md and
0028-everyday-questions.md.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering.entry_told import tells_of_entry, tells_of_qualifications
from assistant.answering.of_sums import asks_for_sums, says_what_is_paid
from assistant.answering.signs import Signs, Where
from assistant.guides.model import Guide, SectionKind
from assistant.index.snapshot import Snapshot
from assistant.retrieval import Asked, Passage, is_pay_row
from assistant.understanding.qualifications import asks_for_qualifications
from assistant.understanding.query import Query
from assistant.understanding.things import thing_asked_about

FITTED = Path(__file__).parent.parent / "embeddings_data" / "confidence.npz"
#: At or above this probability the evidence counts as an answer: python -m evals calibrate prints
#: the share of wrong yes and wrong no at each.
THRESHOLD = 0.55
#: The same for a passage of just the kind that is asked for: of a kind of section, where no more is
#: asked; who comes in and with what, to who asks for that; a sum that is paid, to who asks what is.
THRESHOLD_OF_KIND = 0.08
#: The same where no role is named and the guide has little of what is asked about, which may be
#: anything (docs/adr/0028-everyday-questions.md); and where nothing found is near and shares a
#: word: how it is asked ("must I know how to ...") alone makes .94 of what no guide speaks of. So
#: it is where pay is asked for and no sum found is earned: what is spent makes .91.
THRESHOLD_OF_ANYTHING, THRESHOLD_WHERE_FAR = 0.9, 0.95
#: No evidence is enough where it is asked what a thing is that the guide has no word of, nor a row
#: of pay where the guide has no word of what is asked of pay.
NEVER = 1.1
#: With this much a passage that does not count as an answer is offered as the nearest there is, and
#: with this much its section is named. Of strangers' questions with so much, 47 of 86 and 21 of 42
#: had their answer among the first four passages; with less, 13 of 79.
NEAREST_OFFERED, NEAREST_NAMED = 0.25, 0.1
#: With less than this neither, where only the question before names the role. Where none does, the
#: question may be of anything, and less than an answer needs is not enough.
NEAREST_CARRIED = 0.4

#: Of each matter, the natural logarithm of how much oftener it is told of first, elsewhere or
#: nowhere by a guide that answers than by one that does not.
Ratios = Mapping[str, Mapping[Where, float]]


@dataclass(frozen=True, slots=True)
class _Fitted:
    features: Mapping[str, float]
    question: NDArray[np.float32]
    bias: float
    ratios: Ratios


@lru_cache(maxsize=1)
def _fitted() -> _Fitted:
    with np.load(FITTED) as stored:
        names = [str(name) for name in stored["names"]]
        weights = dict(zip(names, stored["weights"].tolist(), strict=True))
        matters = [str(name) for name in stored["matters"]]
        ratios = {
            matter: dict(zip(Where, row, strict=True))
            for matter, row in zip(matters, stored["ratios"].tolist(), strict=True)
        }
        return _Fitted(
            weights, stored["question"].astype(np.float32), float(stored["bias"]), ratios
        )


def features_of(signs: Signs, ratios: Ratios) -> dict[str, float]:
    """The signs as numbers, by name.

    Args:
        signs: what was seen.
        ratios: of each matter; one that is not among them says nothing.
    """
    said = [ratios[one][where] for one, where in signs.matters.items() if one in ratios]
    places = list(signs.matters.values())
    count = len(places) or 1
    return {
        **signs.features,
        "asked_of_matters": float(bool(places)),
        "told_first": places.count(Where.FIRST) / count,
        "told_nowhere": places.count(Where.NOWHERE) / count,
        "matters_mean": math.fsum(said) / len(said) if said else 0.0,
        "matters_least": min(said, default=0.0),
    }


def confidence(signs: Signs | None, asked: Asked) -> float:
    """The probability that the passages answer the question; 0 where nothing was found."""
    if signs is None:
        return 0.0
    fitted = _fitted()
    features = features_of(signs, fitted.ratios)
    total = fitted.bias + float(fitted.question @ asked.reading.vector)
    total += sum(weight * features[name] for name, weight in fitted.features.items())
    return 1 / (1 + math.exp(-total))


def odds(certainty: float) -> float:
    """The odds of a probability, a thousand million to one at most."""
    return certainty / max(1 - certainty, 1e-9)


def threshold(
    query: Query, passages: Sequence[Passage], signs: Signs | None, snapshot: Snapshot
) -> float:
    """How sure the evidence must be.

    Args:
        query: the question, read.
        passages: of one guide, best first.
        signs: what is seen in them.
        snapshot: the index.
    """
    if signs is None:
        return THRESHOLD
    entry = _least_of_entry(query, passages, snapshot)
    if entry is not None:
        return entry
    guide = snapshot.guides[passages[0].chunk.guide_id]
    vocabulary = snapshot.vocabularies[guide.id]
    told = Where.FIRST in signs.matters.values()
    if _is_unheard_of(query, passages[0], vocabulary, told=told):
        return NEVER
    if _is_of_kind(query, passages, guide):
        return THRESHOLD_OF_KIND
    if asks_for_sums(query, guide) or (not told and signs.features["far"]):
        return THRESHOLD_WHERE_FAR
    hinted = query.hinted == guide.id
    of_anything = not (told or hinted) and _is_of_anything(query, vocabulary)
    return THRESHOLD_OF_ANYTHING if of_anything else THRESHOLD


def _is_unheard_of(query: Query, first: Passage, vocabulary: Set[str], *, told: bool) -> bool:
    """Whether a guide has no word of what is asked of pay, or of a thing that is asked about."""
    if query.subject and query.subject.isdisjoint(vocabulary) and is_pay_row(first.chunk):
        return True
    thing = thing_asked_about(query.bare, query.content)
    return bool(thing) and thing[-1] not in vocabulary and not told


def _is_of_kind(query: Query, passages: Sequence[Passage], guide: Guide) -> bool:
    """Whether just the kind of section is asked for that is found, or what is paid."""
    if asks_for_sums(query, guide) and says_what_is_paid(passages[0]):
        return True
    found = {one.chunk.section_kind for one in passages[:2]}
    return not query.subject and not found.isdisjoint(query.topics)


def _is_of_anything(query: Query, vocabulary: Set[str]) -> bool:
    """Whether a question names no role, and the guide has at most half of what tells its subject.

    It may be of anything at all; the model is fitted to questions about a role.
    """
    known = len(query.subject & vocabulary)
    return not query.roles and known < len(query.subject) and 2 * known <= len(query.subject)


def _least_of_entry(query: Query, passages: Sequence[Passage], snapshot: Snapshot) -> float | None:
    """How sure what tells of coming into the job must be, to who asks for just that.

    What says what somebody must bring answers who asks for qualifications, however far it is from
    that word: of 146 guides by strangers 56 were said not to tell of any, and most do.
    """
    if asks_for_qualifications(query):
        told = tells_of_qualifications(passages[0], snapshot)
        sure = told > 1 or passages[0].chunk.section_kind is SectionKind.PATHWAYS
        return (0.0 if sure else THRESHOLD_OF_KIND) if told else None
    of_entry = query.background and tells_of_entry(passages[0], frozenset(), snapshot)
    return THRESHOLD_OF_KIND if of_entry else None

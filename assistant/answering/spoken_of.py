"""Which guide a message speaks of though it names no role: "is there a back door into drug safety".

A softmax over the guides of two plain measures: how near the message is in meaning to the role's
title, and how much likelier its words are in the guide than in all guides (naive Bayes). How well
a passage answers has no part in it: on-call may be told of in one guide alone and still be asked of
any job. So may what any job is asked with everyday words ("earn", "old", "put"), and that one guide
has such a word once by chance says little.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.titles.everyday import everyday_words
from assistant.words import stem

#: Weights of the two measures, the cosine and the sum of log likelihood ratios (natural logarithm).
#: Fitted with ``UNHEARD`` to 132 questions of strangers to 22 guides that name their role in no way
#: that is looked up, and to 473 messages that could be sent to any job or to none.
NEARNESS, WORDS = 7.0, 1.7
#: A message speaks of a guide from this share on: of those questions 66 reach it rightly, two
#: wrongly, and 17 of those messages.
SURE = 0.8
#: How many more times each term is taken to stand in the guides, as often in each as its length
#: says (Dirichlet prior): a rare word, and one of the ``EVERYDAY`` most frequent of English.
UNHEARD, UNHEARD_EVERYDAY = 2.0, 8.0
EVERYDAY = 12_000


@dataclass(frozen=True, slots=True)
class Voices:
    """What each guide sounds like: its title's unit vector and how often it has each term."""

    guide_ids: tuple[str, ...]
    titles: NDArray[np.float32]
    counts: tuple[Counter[str], ...]
    together: Counter[str]

    @classmethod
    def of(
        cls, titles: Mapping[str, NDArray[np.float32]], terms: Mapping[str, Counter[str]]
    ) -> "Voices":
        """The voices of guides, by their titles' vectors and their terms' counts, by guide id."""
        counts = tuple(terms[guide_id] for guide_id in titles)
        return cls(tuple(titles), np.array([*titles.values()]), counts, sum(counts, Counter()))

    def shares(self, vector: NDArray[np.float32], said: Iterable[str]) -> dict[str, float]:
        """How likely each guide is the one that is spoken of; the shares add up to 1.

        Args:
            vector: the message's unit vector.
            said: its terms.
        """
        told = [
            term for term in dict.fromkeys(said) if 0 < self._among(term) <= len(self.counts) / 2
        ]
        likelier = [self._likelier(own, told) for own in self.counts]
        scores = NEARNESS * (self.titles @ vector) + WORDS * np.array(likelier)
        weights = np.exp(scores - scores.max())
        return dict(zip(self.guide_ids, (weights / weights.sum()).tolist(), strict=True))

    def _among(self, term: str) -> int:
        """How many guides have a term. What most have may be asked of any job: on-call, pay."""
        return sum(term in own for own in self.counts)

    def _likelier(self, own: Counter[str], told: Iterable[str]) -> float:
        """The log of how much likelier some terms are in one guide than in all together."""
        share = own.total() / self.together.total()
        return sum(
            math.log((own[term] / share + unheard) / (self.together[term] + unheard))
            for term in told
            for unheard in [UNHEARD_EVERYDAY if term in _everyday() else UNHEARD]
        )


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """The terms of the most frequent words, first in the vocabulary that the model reads."""
    return frozenset(stem(word) for word in everyday_words(EVERYDAY))


def spoken_of(shares: Mapping[str, float]) -> tuple[str, ...]:
    """The guide that a message speaks of by these shares, or nothing."""
    best = max(shares, key=lambda guide_id: shares[guide_id], default=None)
    return (best,) if best is not None and shares[best] >= SURE else ()

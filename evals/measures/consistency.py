"""Consistency: the same question in other words, or with its history written out, ends the same."""

from collections.abc import Collection, Hashable, Sequence
from itertools import combinations


def jaccard(first: Collection[Hashable], second: Collection[Hashable]) -> float:
    """What two sets share, over what either has; 1 for two empty sets.

    Source: Jaccard 1901.
    """
    one, two = set(first), set(second)
    return len(one & two) / len(one | two) if one | two else 1.0


def agreement(cited: Sequence[Collection[Hashable]]) -> float | None:
    """The mean Jaccard of the places cited, over all pairs of a paraphrase group; None below two.

    Source: pairwise answer consistency of Elazar et al. 2021 ("ParaRel"), on citations.
    """
    pairs = [jaccard(first, second) for first, second in combinations(cited, 2)]
    return sum(pairs) / len(pairs) if pairs else None


def worst(right: Sequence[bool]) -> float | None:
    """1 only if every wording of a group was answered rightly; None below two wordings.

    Source: worst-case accuracy over paraphrases, as in robustness suites after Ribeiro et al. 2020
    ("CheckList").
    """
    return float(all(right)) if len(right) > 1 else None

"""A run against the baseline, case by case: what got better or worse, and whether by chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.baseline import Baseline
from evals.catalogue import BY_NAME
from evals.scoring import Score
from evals.stats import Estimate, estimate, mcnemar
from evals.summary import cluster


@dataclass(frozen=True, slots=True)
class Change:
    """How one measure changed over the cases that both runs have a value for.

    ``difference`` is now less before, signed so that positive is better. ``better`` and ``worse``
    are keys of cases; ``chance`` is the p value of McNemar's exact test on how many there are of
    each.
    """

    measure: str
    before: float
    now: float
    difference: Estimate
    better: tuple[str, ...]
    worse: tuple[str, ...]
    chance: float


def compare(scores: Sequence[Score], baseline: Baseline, measure: str) -> Change | None:
    """The change of one measure, paired case by case; None when no case has it in both runs."""
    sign = 1.0 if BY_NAME[measure].higher else -1.0
    pairs = []
    for score in scores:
        now = score.values.get(measure)
        before = baseline.values.get(score.key, {}).get(measure)
        if now is not None and before is not None:
            pairs.append((score, before, now, sign * (round(now, 4) - before)))
    if not pairs:
        return None
    better = tuple(score.key for score, _, _, gain in pairs if gain > 0)
    worse = tuple(score.key for score, _, _, gain in pairs if gain < 0)
    return Change(
        measure=measure,
        before=sum(before for _, before, _, _ in pairs) / len(pairs),
        now=sum(now for _, _, now, _ in pairs) / len(pairs),
        difference=estimate(
            [gain for _, _, _, gain in pairs],
            [cluster(score) for score, _, _, _ in pairs],
            share=False,
        ),
        better=better,
        worse=worse,
        chance=mcnemar(len(better), len(worse)),
    )

"""Statistics: intervals by a seeded bootstrap over clusters, and exact paired tests."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

RESAMPLES = 2000
SEED = 20240


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95 % interval; ``value`` is None where nothing could be counted."""

    value: float | None
    low: float | None
    high: float | None
    count: int


def estimate(
    values: Sequence[float], clusters: Sequence[Hashable], *, share: bool = True, seed: int = SEED
) -> Estimate:
    """The mean of values with a percentile interval from resampling whole clusters.

    Values of one conversation or paraphrase group rise and fall together, so clusters are drawn,
    not values.

    Shares that are all 0 or all 1 leave nothing to resample: they have the exact interval for as
    many clusters, so that three right answers of three do not look certain.

    Source: cluster bootstrap, Field & Welsh 2007, "Bootstrapping clustered data"; Clopper & Pearson
        1934.

    Args:
        values: one number a case.
        clusters: the cluster of each value, as long as ``values``.
        share: whether the values are shares between 0 and 1, not differences.
        seed: of the resampling.
    """
    if not values:
        return Estimate(None, None, None, 0)
    sums, sizes = _by_cluster(values, clusters)
    if share and len(set(values)) == 1 and values[0] in (0.0, 1.0):
        return _one_sided(values[0], len(sums), len(values))
    draws = _draws(len(sums), seed)
    means = sums[draws].sum(axis=1) / sizes[draws].sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Estimate(_tidy(sum(values) / len(values)), _tidy(low), _tidy(high), len(values))


def _one_sided(value: float, clusters: int, count: int) -> Estimate:
    reach = _tidy(0.025 ** (1 / clusters))
    low, high = (reach, 1.0) if value else (0.0, _tidy(1 - reach))
    return Estimate(value, low, high, count)


def _by_cluster(
    values: Sequence[float], clusters: Sequence[Hashable]
) -> tuple[np.ndarray, np.ndarray]:
    """Sum and size of each cluster, ordered by name so that the cases' order leaves no mark."""
    totals: dict[str, list[float]] = {}
    for value, cluster in zip(values, clusters, strict=True):
        totals.setdefault(repr(cluster), []).append(value)
    ordered = [sorted(totals[name]) for name in sorted(totals)]
    return np.array([sum(group) for group in ordered]), np.array(
        [float(len(group)) for group in ordered]
    )


def _draws(clusters: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, clusters, size=(RESAMPLES, clusters))


def _tidy(value: float) -> float:
    return round(float(value), 6)


def mcnemar(better: int, worse: int) -> float:
    """The two-sided p value that as uneven a split of the changed cases is chance.

    Source: exact McNemar test (McNemar 1947; exact form as the sign test on discordant pairs).

    Args:
        better: cases that were wrong and are right.
        worse: cases that were right and are wrong.
    """
    changed = better + worse
    return _tidy(binomtest(worse, changed, 0.5).pvalue) if changed else 1.0

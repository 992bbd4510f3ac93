"""Latency: how long people wait."""

from collections.abc import Sequence

import numpy as np


def percentile(seconds: Sequence[float], share: float) -> float | None:
    """The time in milliseconds that a share of the answers took at most; None without answers.

    Source: linear interpolation, type 7 of Hyndman & Fan 1996.
    """
    return round(float(np.quantile(seconds, share)) * 1000, 1) if seconds else None

"""Lint of the data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.datasets import Dataset
from evals.places import Atlas


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the data."""

    place: str
    message: str
    fatal: bool = True


def lint(datasets: Sequence[Dataset], atlases: Mapping[str, Atlas]) -> list[Finding]:
    """Everything wrong with the data."""
    return []

"""Thresholds: what thresholds.toml asks of a run."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import CareersError
from evals.catalogue import BY_NAME

THRESHOLDS = Path(__file__).resolve().parent / "thresholds.toml"


class ThresholdsError(CareersError):
    """thresholds.toml can't be used."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Floor(_Row):
    """What a measure must reach in each slice of ``by``.

    ``limit`` is the least (where less is better, the most) that passes; ``aim`` is what is wanted
    in the end: falling short of it is reported and fails nothing.
    """

    measure: str
    limit: float | None = None
    aim: float | None = None
    split: Literal["dev", "held-out", "all"] = "all"
    by: Literal["kind", "role", "corpus"] | None = None


class Drop(_Row):
    """How much a measure may fall from the baseline before chance is asked."""

    measure: str
    margin: float


class Thresholds(_Row):
    """Everything that the gate asks."""

    invariants: tuple[str, ...] = ()
    floor: tuple[Floor, ...] = ()
    drop: tuple[Drop, ...] = ()


def load_thresholds(file: Path = THRESHOLDS) -> Thresholds:
    """The thresholds of a file.

    Raises:
        ThresholdsError: it can't be read, or names a measure that does not exist.
    """
    try:
        thresholds = Thresholds.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ThresholdsError(f"{file.name}: {error}") from error
    floors = [floor.measure for floor in thresholds.floor]
    drops = [drop.measure for drop in thresholds.drop]
    for name in (*thresholds.invariants, *floors, *drops):
        if name not in BY_NAME:
            raise ThresholdsError(f"{file.name}: there is no measure called {name!r}.")
    return thresholds

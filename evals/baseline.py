"""The baseline: the committed scores of a run, case by case, that later runs are compared with."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import CareersError
from evals.scoring import Score

COMMITTED = Path(__file__).resolve().parent / "baseline" / "scores.jsonl"


class BaselineError(CareersError):
    """The baseline can't be read."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The scores of a run.

    ``guides`` maps each guide's id to the digest of its file; ``digests`` each case's key to the
    digest of its row; ``values`` each case's key to its measures.
    """

    guides: Mapping[str, str]
    digests: Mapping[str, str]
    values: Mapping[str, Mapping[str, float]]


def case_digest(score: Score) -> str:
    """A digest of everything that a case says."""
    row = json.dumps(score.case.model_dump(mode="json"), sort_keys=True)
    return hashlib.sha256(row.encode()).hexdigest()[:12]


def to_baseline(scores: Sequence[Score], guides: Mapping[str, str]) -> Baseline:
    """The baseline that a run makes."""
    return Baseline(
        guides=dict(sorted(guides.items())),
        digests={score.key: case_digest(score) for score in scores},
        values={
            score.key: {name: value for name, value in score.values.items() if value is not None}
            for score in scores
        },
    )


def write_baseline(baseline: Baseline, file: Path) -> None:
    """Write a baseline, one case a line, so that a change of it can be read.

    The first line names the guides and the measures; in the others values stand in the order of the
    measures.
    """
    measures = sorted({name for values in baseline.values.values() for name in values})
    rows: list[dict[str, Any]] = [{"guides": baseline.guides, "measures": measures}]
    for key in sorted(baseline.values):
        values = [_short(baseline.values[key].get(name)) for name in measures]
        rows.append({"case": key, "digest": baseline.digests[key], "values": values})
    lines = [json.dumps(row, separators=(",", ":")) for row in rows]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _short(value: float | None) -> float | None:
    """A value as short as it can be written: four places, and 1 for 1.0."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, 4)


def read_baseline(file: Path) -> Baseline:
    """The baseline of a file.

    Raises:
        BaselineError: it does not exist or is not what `--move-baseline` writes.
    """
    try:
        head, *rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        return Baseline(
            guides=head["guides"],
            digests={row["case"]: row["digest"] for row in rows},
            values={row["case"]: _values(head["measures"], row["values"]) for row in rows},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{file}: no baseline ({error}). Make one with `python -m evals --move-baseline`."
        raise BaselineError(message) from error


def _values(measures: Sequence[str], values: Sequence[float | None]) -> dict[str, float]:
    pairs = zip(measures, values, strict=True)
    return {name: float(value) for name, value in pairs if value is not None}


def differences(
    baseline: Baseline, scores: Sequence[Score], guides: Mapping[str, str], whole: bool
) -> list[str]:
    """Why a run can't be compared with a baseline, a sentence each; empty when it can.

    Args:
        baseline: the run before.
        scores: the run now.
        guides: the digests of the guides now.
        whole: whether the run is of all cases, so that a case which is gone matters.
    """
    now = {score.key: case_digest(score) for score in scores}
    new = [key for key in now if key not in baseline.digests]
    changed = [key for key in now if baseline.digests.get(key, now[key]) != now[key]]
    gone = [key for key in baseline.digests if key not in now] if whole else []
    other = [name for name in guides if baseline.guides.get(name) != guides[name]]
    found = (
        (new, "case is", "cases are", "not in the baseline"),
        (changed, "case was", "cases were", "edited since the baseline was made"),
        (gone, "case of the baseline is", "cases of the baseline are", "gone"),
        (other, "guide was", "guides were", "changed or added since the baseline was made"),
    )
    return [
        f"{len(names)} {one if len(names) == 1 else many} {what} ({', '.join(sorted(names)[:3])}"
        f"{', …' if len(names) > 3 else ''})"
        for names, one, many, what in found
        if names
    ]

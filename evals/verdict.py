"""The verdict: everything that a report says of a run, and nothing that differs from run to run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.baseline import Baseline, differences
from evals.catalogue import CATALOGUE, Entry
from evals.comparison import Change, compare
from evals.gate import drop_failures, floor_failures, invariant_failures, missed_aims
from evals.scoring import Score
from evals.summary import Summary, summarise
from evals.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run was of.

    ``entries`` are the measures asked for; ``guides`` the digest of each guide's file by id;
    ``whole`` says that every built-in case was asked; ``gated`` that the run is judged at all (not
    so while someone looks at a few cases); ``held_out`` that held-out cases may be shown one by
    one.
    """

    answerer: str
    guides: Mapping[str, str]
    entries: tuple[Entry, ...] = CATALOGUE
    whole: bool = True
    gated: bool = True
    floors: bool = True
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A run judged: ``reasons`` why it falls short, and ``missed`` aims, which fail nothing."""

    scope: Scope
    scores: tuple[Score, ...]
    summary: Summary
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the run may be merged."""
        return not self.reasons

    @property
    def headline(self) -> str:
        """The verdict in two or three words."""
        if not self.scope.gated:
            return "Not judged"
        return "Good enough" if self.good else "Not good enough"

    def shown(self) -> list[Score]:
        """The cases that may be shown one by one."""
        return [s for s in self.scores if self.scope.held_out or s.case.split == "dev"]


def judge_run(
    scores: Sequence[Score], scope: Scope, thresholds: Thresholds, baseline: Baseline | None
) -> Verdict:
    """Sum up a run and say whether it is good enough.

    Args:
        scores: every case's score.
        scope: what the run was of.
        thresholds: what is asked of it.
        baseline: the run to compare with; None: no comparison.
    """
    names = {entry.name for entry in scope.entries}
    floors = [row for row in thresholds.floor if row.measure in names] if scope.floors else []
    drops = [row for row in thresholds.drop if row.measure in names]
    differs = differences(baseline, scores, scope.guides, scope.whole) if baseline else []
    changes: list[Change] = []
    if baseline and not differs:
        found = [compare(scores, baseline, entry.name) for entry in scope.entries]
        changes = [change for change in found if change]
    reasons = [
        *invariant_failures(scores, thresholds.invariants),
        *floor_failures(scores, floors),
        *drop_failures(changes, drops),
        *_refusal(differs),
    ]
    return Verdict(
        scope=scope,
        scores=tuple(scores),
        summary=summarise(scores, scope.entries),
        changes=tuple(changes),
        reasons=tuple(reasons) if scope.gated else (),
        missed=tuple(missed_aims(scores, floors)) if scope.gated else (),
    )


def _refusal(differs: Sequence[str]) -> list[str]:
    if not differs:
        return []
    return [
        "This run can't be compared with the baseline, because the data differ: "
        f"{'; '.join(differs)}. Once the new cases have been read, make a new baseline: "
        "python -m evals --move-baseline."
    ]

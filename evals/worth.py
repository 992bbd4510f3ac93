"""What a part is worth: the figures of the assistant without it, against those of the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.baseline import to_baseline
from evals.comparison import Change, compare
from evals.scoring import Score
from evals.stats import Estimate
from evals.summary import of_measure, sliced

MEASURES = ("right", "false_answer", "false_refusal", "success_at_1")


@dataclass(frozen=True, slots=True)
class Ablation:
    """The assistant without one part, over all dev cases.

    ``part`` is empty for the whole assistant. ``figures`` are estimates by measure, ``kinds`` those
    of right answers by kind of case, ``changes`` what became of each measure against the whole,
    better being positive. ``crashed`` are the cases that ended in an error.
    """

    part: str
    figures: Mapping[str, Estimate]
    kinds: Mapping[str, Estimate]
    changes: Mapping[str, Change]
    crashed: tuple[str, ...] = ()


def ablation_of(part: str, scores: Sequence[Score], whole: Sequence[Score]) -> Ablation:
    """The figures without a part, against those of the whole over the same cases."""
    before = to_baseline(whole, {})
    changes = {measure: compare(scores, before, measure) for measure in MEASURES} if part else {}
    return Ablation(
        part=part,
        figures={measure: of_measure(scores, measure) for measure in MEASURES},
        kinds={kind: of_measure(of, "right") for kind, of in sliced(scores, "kind").items()},
        changes={measure: change for measure, change in changes.items() if change},
        crashed=tuple(score.key for score in scores if score.values.get("no_error") == 0),
    )

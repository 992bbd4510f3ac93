"""The summary of a run: each measure over all cases, over each split and over slices of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.catalogue import CATALOGUE, Entry
from evals.scoring import Score
from evals.stats import Estimate, estimate

SPLITS = ("dev", "held-out")
ALL = "all"


def cluster(score: Score) -> tuple[str, ...]:
    """What a case rises and falls with: its guides, and its paraphrase group or conversation."""
    guides = sorted({gold.guide for gold in score.case.gold})
    return (score.dataset, *guides, score.case.group or score.case.turns[0])


def of_measure(scores: Iterable[Score], measure: str) -> Estimate:
    """One measure over the cases that it applies to."""
    found = [(score.values.get(measure), cluster(score)) for score in scores]
    counted = [(value, name) for value, name in found if value is not None]
    return estimate([value for value, _ in counted], [name for _, name in counted])


def in_split(scores: Iterable[Score], split: str) -> list[Score]:
    """The scores of one split, or of all."""
    return [score for score in scores if split in (ALL, score.case.split)]


SLICES: Mapping[str, Callable[[Score], str]] = {
    "kind": lambda score: score.case.kind.value,
    "role": lambda score: " + ".join(sorted(score.case.roles)) or "no role",
    "corpus": lambda score: score.dataset,
}


def sliced(scores: Iterable[Score], by: str) -> dict[str, list[Score]]:
    """The scores by one of SLICES, sorted by name."""
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(SLICES[by](score), []).append(score)
    return {name: groups[name] for name in sorted(groups)}


@dataclass(frozen=True, slots=True)
class Summary:
    """Every figure of a run.

    ``figures`` has an estimate by split and measure; ``slices`` one of right answers by split,
    slicing and slice.
    """

    figures: Mapping[str, Mapping[str, Estimate]]
    slices: Mapping[str, Mapping[str, Mapping[str, Estimate]]]


def summarise(scores: Sequence[Score], entries: Sequence[Entry] = CATALOGUE) -> Summary:
    """The summary of some scores; a split without cases is left out."""
    splits = [split for split in (ALL, *SPLITS) if in_split(scores, split)]
    parts = {split: in_split(scores, split) for split in splits}
    return Summary(
        figures={
            split: {entry.name: of_measure(part, entry.name) for entry in entries}
            for split, part in parts.items()
        },
        slices={split: {by: _right_by(part, by) for by in SLICES} for split, part in parts.items()},
    )


def _right_by(scores: Sequence[Score], by: str) -> dict[str, Estimate]:
    return {name: of_measure(group, "right") for name, group in sliced(scores, by).items()}

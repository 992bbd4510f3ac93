"""The gate: whether a run is good enough, with a sentence for each reason why it is not."""

from collections.abc import Iterator, Mapping, Sequence

from evals.catalogue import BY_NAME
from evals.comparison import Change
from evals.scoring import Score
from evals.stats import Estimate
from evals.summary import in_split, of_measure, sliced
from evals.thresholds import Drop, Floor
from evals.wording import cases, percent, points

_SAYS = {
    "no_error": "ended in an error instead of an answer",
    "quote_validity": "cited words that its guide does not have at that place",
    "marker_validity": "had a marker without a source, or a source without a marker",
    "figures_grounded": "gave a figure or a name that the source cited beside it does not have",
    "forbidden_absent": "said something that it must never say",
}


def invariant_failures(scores: Sequence[Score], invariants: Sequence[str]) -> Iterator[str]:
    """A sentence for each invariant that some case broke; held-out cases are counted, not named."""
    for invariant in invariants:
        broken = [score for score in scores if _breaks(score, invariant)]
        if not broken:
            continue
        shown = [score for score in broken if score.case.split == "dev"]
        sentence = f"{cases(len(broken))} {_SAYS.get(invariant, f'broke {invariant}')}"
        if shown:
            first = next(v for v in shown[0].violations if v.invariant == invariant)
            sentence += f"; for one, {shown[0].key}: {first.sentence}"
        yield f"{sentence}. None may."


def _breaks(score: Score, invariant: str) -> bool:
    return any(violation.invariant == invariant for violation in score.violations)


def floor_failures(scores: Sequence[Score], floors: Sequence[Floor]) -> Iterator[str]:
    """A sentence for each limit that was not kept, with every slice that fell short."""
    yield from (s for floor in floors for s in _shortfalls(scores, floor, floor.limit, "is asked"))


def missed_aims(scores: Sequence[Score], floors: Sequence[Floor]) -> Iterator[str]:
    """A sentence for each aim that is not reached yet, with every slice that falls short."""
    yield from (s for floor in floors for s in _shortfalls(scores, floor, floor.aim, "is the aim"))


def _shortfalls(
    scores: Sequence[Score], floor: Floor, wanted: float | None, asked: str
) -> Iterator[str]:
    if wanted is None:
        return
    part = in_split(scores, floor.split)
    groups = sliced(part, floor.by) if floor.by else {"": part}
    figures = {name: of_measure(group, floor.measure) for name, group in groups.items()}
    higher = BY_NAME[floor.measure].higher
    short = {name: figure for name, figure in figures.items() if _short(figure, wanted, higher)}
    if short:
        entry = BY_NAME[floor.measure]
        each = f" of each {floor.by}" if floor.by else ""
        want = f"{'at least' if higher else 'at most'} {percent(wanted)} {asked}{each}"
        yield f"{entry.label} ({entry.meaning}): {want}, but it is {_listed(short, floor)}."


def _short(figure: Estimate, wanted: float, higher: bool) -> bool:
    if figure.value is None:
        return False
    return figure.value < wanted - 1e-9 if higher else figure.value > wanted + 1e-9


def _listed(short: Mapping[str, Estimate], floor: Floor) -> str:
    which = "" if floor.split == "all" else f"{floor.split} "
    return ", ".join(
        f"{f'{name} ' if name else ''}{percent(figure.value)} ({cases(figure.count, which)})"
        for name, figure in short.items()
    )


def drop_failures(changes: Sequence[Change], drops: Sequence[Drop]) -> Iterator[str]:
    """A sentence for each measure that fell by more than its margin and by more than chance."""
    margins = {drop.measure: drop.margin for drop in drops}
    for change in changes:
        gain = change.difference
        if gain.value is None or gain.high is None or change.measure not in margins:
            continue
        if gain.value < -margins[change.measure] and gain.high < 0:
            yield _drop_sentence(change)


def _drop_sentence(change: Change) -> str:
    label, gain = BY_NAME[change.measure].label, change.difference
    return (
        f"{label} got worse: {percent(change.before)} in the baseline, {percent(change.now)} now. "
        f"{cases(len(change.worse))} got worse and {len(change.better)} better, which is more than "
        f"chance explains (the 95 % interval of the change is {points(gain.low)} to "
        f"{points(gain.high)})."
    )

"""Mutants: right answers with one fault planted, to see that the measure meant for it notices.

`python -m evals mutants` asks nothing: it spoils the right answers of the last run, one fault at a
time. It ends with 0 only if every kind of fault could be planted and every one planted was noticed.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.answerers import read_atlas
from evals.catalogue import BY_NAME
from evals.datasets import Dataset, built_in, from_files
from evals.faults import FAULTS, Fault, Subject
from evals.places import Atlas
from evals.results import Result, read_results
from evals.scoring import Score, score_dataset
from evals.wording import percent

OUT = Path(__file__).resolve().parent / "out" / "results.jsonl"


@dataclass(frozen=True, slots=True)
class Trial:
    """How often one kind of fault was planted, and the cases in which it went unnoticed."""

    fault: Fault
    planted: int
    unnoticed: tuple[str, ...]


def try_fault(fault: Fault, right: Iterable[Score], atlas: Atlas) -> Trial:
    """Plant one kind of fault in every right answer that can have it and whose measure can fall."""
    planted, unnoticed = 0, []
    for score in right:
        spoilt = _spoil(fault, score, atlas)
        if spoilt is None:
            continue
        planted += 1
        (after,) = score_dataset(score.dataset, [score.case], {score.case.id: spoilt}, atlas)
        if not _worse(fault.measure, score, after):
            unnoticed.append(score.key)
    return Trial(fault, planted, tuple(unnoticed))


def _spoil(fault: Fault, score: Score, atlas: Atlas) -> Result | None:
    """A result with the fault planted; None where it can't be, or the measure could not fall."""
    answer = score.result.answer
    at_worst = 0.0 if BY_NAME[fault.measure].higher else 1.0
    if answer is None or score.values.get(fault.measure) in (None, at_worst):
        return None
    return fault.plant(Subject(score.case, score.result, answer, atlas))


def _worse(measure: str, before: Score, after: Score) -> bool:
    old, new = before.values.get(measure), after.values.get(measure)
    if old is None or new is None:
        return False
    return new < old if BY_NAME[measure].higher else new > old


def try_all(datasets: Sequence[Dataset], results: Sequence[Result]) -> list[Trial]:
    """Every kind of fault over the right answers of every dataset."""
    trials = {fault.name: Trial(fault, 0, ()) for fault in FAULTS}
    for dataset in datasets:
        atlas = read_atlas(dataset.corpus)
        own = {result.id: result for result in results if result.dataset == dataset.name}
        cases = [case for case in dataset.cases() if case.id in own]
        scores = score_dataset(dataset.name, cases, own, atlas)
        right = [score for score in scores if score.right and not score.violations]
        for fault in FAULTS:
            before, more = trials[fault.name], try_fault(fault, right, atlas)
            trials[fault.name] = Trial(
                fault, before.planted + more.planted, (*before.unnoticed, *more.unnoticed)
            )
    return list(trials.values())


def main(argv: Sequence[str]) -> int:
    """Plant faults and print the table; 0 if all were noticed, else 1."""
    parser = argparse.ArgumentParser(prog="python -m evals mutants", description=__doc__)
    parser.add_argument("--results", type=Path, default=OUT, metavar="FILE")
    parser.add_argument("--dataset", nargs="+", type=Path, metavar="FILE", help="your own cases")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="the guides they ask about")
    options = parser.parse_args(argv)
    if bool(options.dataset) != bool(options.corpus):
        parser.error("--dataset and --corpus go together")
    datasets = from_files(options.dataset, options.corpus) if options.dataset else built_in()
    trials = try_all(datasets, read_results(options.results))
    _print(trials)
    return int(any(trial.unnoticed or not trial.planted for trial in trials))


def _print(trials: Sequence[Trial]) -> None:
    console = Console()
    table = Table("fault", "measure meant for it", "planted", "noticed", title="Planted faults")
    for trial in trials:
        noticed = trial.planted - len(trial.unnoticed)
        share = percent(noticed / trial.planted if trial.planted else None)
        label = BY_NAME[trial.fault.measure].label
        table.add_row(trial.fault.name, label, str(trial.planted), f"{noticed} ({share})")
    console.print(table)
    for trial in trials:
        if trial.unnoticed:
            line = f"{trial.fault.name}, unnoticed: {', '.join(trial.unnoticed[:10])}"
            console.print(line, style="red", markup=False, soft_wrap=True)
        if not trial.planted:
            console.print(f"{trial.fault.name}: no right answer could have it", style="red")

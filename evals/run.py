"""One run from data to verdict: ask (or read what was asked before), score, show."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evals.answerers import index_folder, open_answerer, read_atlas
from evals.cases import Case
from evals.datasets import Dataset, built_in, from_files
from evals.places import Atlas
from evals.report.terminal import kind_table, print_failures
from evals.results import Result, read_results, write_results
from evals.runner import Timed, run_cases
from evals.scoring import Score, score_dataset

Chosen = dict[Dataset, list[Case]]


def run(options: Namespace, console: Console) -> int:
    """Run as the options say; 0 when nothing fell short, 1 when something did."""
    chosen = choose(options)
    atlases = {
        corpus: read_atlas(corpus) for corpus in sorted({dataset.corpus for dataset in chosen})
    }
    options.out.mkdir(parents=True, exist_ok=True)
    if options.results:
        results = read_results(options.results)
    else:
        results = [timed.result for timed in generate(chosen, options, console)]
        write_results(results, options.out / "results.jsonl")
    scores = score(chosen, results, atlases)
    show(scores, options, console)
    return 0


def choose(options: Namespace) -> Chosen:
    """The datasets and those of their cases that the options ask for."""
    datasets = from_files(options.dataset, options.corpus) if options.dataset else built_in()
    chosen = {
        dataset: [case for case in dataset.cases() if _wanted(case, options)]
        for dataset in datasets
    }
    return {dataset: cases for dataset, cases in chosen.items() if cases}


def _wanted(case: Case, options: Namespace) -> bool:
    return (not options.kind or case.kind in options.kind) and (
        not options.case or case.id in options.case
    )


def generate(chosen: Chosen, options: Namespace, console: Console) -> list[Timed]:
    """Ask every chosen case, each corpus embedded once."""
    timed: list[Timed] = []
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("ingesting", total=sum(len(cases) for cases in chosen.values()))
        for corpus in sorted({dataset.corpus for dataset in chosen}):
            with index_folder(options.index, corpus) as index:
                progress.update(task, description=f"ingesting {corpus.name}")
                answerer = open_answerer(options.answerer, corpus, index)
                for dataset in (dataset for dataset in chosen if dataset.corpus == corpus):
                    progress.update(task, description=f"asking {dataset.name}")
                    timed += run_cases(
                        answerer, dataset.name, chosen[dataset], lambda: progress.advance(task)
                    )
    return timed


def score(chosen: Chosen, results: Sequence[Result], atlases: dict[Path, Atlas]) -> list[Score]:
    """Every chosen case's score."""
    by_dataset: dict[str, dict[str, Result]] = {}
    for result in results:
        by_dataset.setdefault(result.dataset, {})[result.id] = result
    return [
        scored
        for dataset, cases in chosen.items()
        for scored in score_dataset(
            dataset.name, cases, by_dataset.get(dataset.name, {}), atlases[dataset.corpus]
        )
    ]


def show(scores: Sequence[Score], options: Namespace, console: Console) -> None:
    """Print the table of kinds, and failures if asked for; held-out cases only if asked for."""
    for split in ("dev", "held-out"):
        part = [score for score in scores if score.case.split == split]
        if not part or (split == "held-out" and not options.held_out):
            continue
        if options.failures:
            print_failures(console, part)
        console.print(kind_table(part, f"Right answers, {split}"))

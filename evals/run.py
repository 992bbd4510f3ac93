"""One run from data to verdict: check the data, ask, score, judge, report."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evals.answerers import read_atlas
from evals.asking import Job, ask_all
from evals.baseline import COMMITTED, Baseline, read_baseline, to_baseline, write_baseline
from evals.cases import Case
from evals.catalogue import CATALOGUE, belongs
from evals.datasets import Dataset, built_in, from_files
from evals.lint import guide_digests, lint
from evals.places import Atlas
from evals.report.files import write_reports, write_timings
from evals.report.terminal import print_findings, print_verdict
from evals.results import Result, read_results, write_results
from evals.runner import Timed
from evals.scoring import Score, score_dataset
from evals.thresholds import load_thresholds
from evals.verdict import Scope, judge_run

Chosen = Mapping[Dataset, Sequence[Case]]


def run(options: Namespace, console: Console) -> int:
    """Run as the options say; 0 when nothing fell short, 1 when something did."""
    datasets = from_files(options.dataset, options.corpus) if options.dataset else built_in()
    atlases = {dataset.name: read_atlas(dataset.corpus) for dataset in datasets}
    findings = lint(datasets, atlases)
    print_findings(console, findings)
    if any(finding.fatal for finding in findings) and not picked(options):
        console.print("The data must be put right before they can judge anything.", style="red")
        return 1
    chosen = choose(datasets, options)
    options.out.mkdir(parents=True, exist_ok=True)
    results = obtain(chosen, options, console)
    scores = score(chosen, results, atlases)
    scope = scope_of(options, chosen, atlases)
    if options.move_baseline:
        write_baseline(to_baseline(scores, scope.guides), options.baseline or COMMITTED)
    thresholds = load_thresholds()
    verdict = judge_run(scores, scope, thresholds, baseline_for(options, scope))
    write_reports(verdict, atlases, thresholds, options.out)
    print_verdict(console, verdict, options.failures, options.out)
    return 0 if verdict.good else 1


def choose(datasets: Sequence[Dataset], options: Namespace) -> dict[Dataset, list[Case]]:
    """The datasets and those of their cases that the options ask for."""
    chosen = {
        dataset: [case for case in dataset.cases() if _wanted(case, options)]
        for dataset in datasets
    }
    return {dataset: cases for dataset, cases in chosen.items() if cases}


def _wanted(case: Case, options: Namespace) -> bool:
    return (
        (not options.kind or case.kind in options.kind)
        and (not options.case or case.id in options.case)
        and (not options.suites or any(belongs(case, suite) for suite in options.suites))
    )


def picked(options: Namespace) -> bool:
    """Whether someone is only looking at some kinds or cases."""
    return bool(options.kind or options.case)


def scope_of(options: Namespace, chosen: Chosen, atlases: Mapping[str, Atlas]) -> Scope:
    """What the run is of. A look at a few kinds or cases is not judged; own data meet no floors."""
    return Scope(
        answerer=options.answerer,
        guides=guide_digests(list(chosen), atlases),
        entries=tuple(e for e in CATALOGUE if not options.suites or e.suite in options.suites),
        whole=not (picked(options) or options.suites or options.dataset),
        gated=not picked(options),
        floors=not options.dataset,
        held_out=options.held_out,
    )


def baseline_for(options: Namespace, scope: Scope) -> Baseline | None:
    """The baseline to compare with: the one named, else the committed one for the built-in data."""
    if options.baseline:
        return read_baseline(options.baseline)
    return read_baseline(COMMITTED) if scope.floors and COMMITTED.exists() else None


def obtain(chosen: Chosen, options: Namespace, console: Console) -> list[Result]:
    """The results: those of a file, or of asking now, which are written beside the reports."""
    if options.results:
        return read_results(options.results)
    timed = ask(chosen, options, console)
    results = [one.result for one in timed]
    write_results(results, options.out / "results.jsonl")
    write_timings(timed, options.out / "timings.json")
    return results


def ask(chosen: Chosen, options: Namespace, console: Console) -> list[Timed]:
    """Ask every chosen case, with a progress bar."""
    corpora = sorted({dataset.corpus for dataset in chosen})
    jobs = [
        Job(
            corpus,
            tuple((d.name, tuple(cases)) for d, cases in chosen.items() if d.corpus == corpus),
            options.answerer,
            options.index,
        )
        for corpus in corpora
    ]
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task("ingesting, then asking", total=sum(job.size for job in jobs))
        return ask_all(jobs, lambda: progress.advance(task))


def score(chosen: Chosen, results: Sequence[Result], atlases: Mapping[str, Atlas]) -> list[Score]:
    """Every chosen case's score."""
    by_dataset: dict[str, dict[str, Result]] = {}
    for result in results:
        by_dataset.setdefault(result.dataset, {})[result.id] = result
    return [
        scored
        for dataset, cases in chosen.items()
        for scored in score_dataset(
            dataset.name, cases, by_dataset.get(dataset.name, {}), atlases[dataset.name]
        )
    ]

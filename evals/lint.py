"""Lint: what is wrong with the data, with file and line, before anything is asked.

`python -m evals lint` runs it alone; every other run begins with it.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from evals.answerers import read_atlas
from evals.datasets import Dataset, built_in, from_files, read_digests, write_digests
from evals.linting.finding import Finding, Located
from evals.linting.labels import check_labels
from evals.linting.sets import balance, leaks, near_duplicates, repeated_ids
from evals.places import Atlas
from evals.report.terminal import print_findings

PROJECT = Path(__file__).resolve().parent.parent


def lint(datasets: Sequence[Dataset], atlases: Mapping[str, Atlas]) -> list[Finding]:
    """Everything wrong with the data, fatal or not.

    Args:
        datasets: the data files.
        atlases: each dataset's guides, by the dataset's name.
    """
    by_corpus: dict[Path, list[Located]] = {}
    for dataset in datasets:
        by_corpus.setdefault(dataset.corpus, []).extend(_located(dataset))
    everything = [located for group in by_corpus.values() for located in group]
    labels = [f for one in everything for f in check_labels(one, atlases[one.dataset])]
    alike = [finding for group in by_corpus.values() for finding in near_duplicates(group)]
    return [
        *repeated_ids(everything),
        *labels,
        *alike,
        *balance(everything),
        *leaks(everything, PROJECT),
        *stale_digests(datasets, atlases, read_digests()),
    ]


def _located(dataset: Dataset) -> Iterator[Located]:
    for number, case in dataset.numbered():
        yield Located(f"{dataset.file.name}:{number}", dataset.name, case)


def guide_digests(datasets: Sequence[Dataset], atlases: Mapping[str, Atlas]) -> dict[str, str]:
    """The digest of each guide's file, by the names of its corpus and of its guide."""
    return {
        f"{dataset.corpus.name}/{guide.id}": guide.digest
        for dataset in datasets
        for guide in atlases[dataset.name].guides.values()
    }


def stale_digests(
    datasets: Sequence[Dataset], atlases: Mapping[str, Atlas], kept: Mapping[str, str]
) -> Iterator[Finding]:
    """Guides that have changed since the cases over them were last read against them."""
    declared = [dataset for dataset in datasets if dataset.declared]
    for name, digest in guide_digests(declared, atlases).items():
        if kept.get(name) != digest:
            message = (
                f"the guide {name} has changed since its cases were checked; read them against it, "
                "then run: python -m evals lint --accept-digests"
            )
            yield Finding("guide-digests.json", message)


def main(argv: Sequence[str]) -> int:
    """Check the data alone; 1 when something is fatal."""
    parser = argparse.ArgumentParser(prog="python -m evals lint", description=__doc__)
    parser.add_argument("--dataset", nargs="+", type=Path, metavar="FILE", help="your own cases")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="the guides they ask about")
    parser.add_argument(
        "--accept-digests", action="store_true", help="the cases fit the guides as they are now"
    )
    options = parser.parse_args(argv)
    if bool(options.dataset) != bool(options.corpus):
        parser.error("--dataset and --corpus go together")
    datasets = from_files(options.dataset, options.corpus) if options.dataset else built_in()
    atlases = {dataset.name: read_atlas(dataset.corpus) for dataset in datasets}
    if options.accept_digests:
        write_digests(guide_digests(datasets, atlases))
    findings = lint(datasets, atlases)
    console = Console()
    print_findings(console, findings)
    counted = sum(len(dataset.numbered()) for dataset in datasets)
    console.print(f"{counted} cases checked, {len(findings)} findings.")
    return int(any(finding.fatal for finding in findings))

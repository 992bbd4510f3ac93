"""Compare: several answerers asked the same cases, side by side in one report.

`python -m evals compare extractive openai:NAME unchecked/openai:NAME` asks each of them in turn.
The first is what the others are measured against, case by case.
"""

import argparse
import json
import logging
import random
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from evals.answerers import read_atlas
from evals.cases import Case, Kind
from evals.datasets import Dataset, built_in
from evals.report.side_by_side import print_columns, to_html, to_markdown
from evals.results import write_results
from evals.run import ask, choose, score
from evals.side_by_side import Column, column_of

HERE = Path(__file__).resolve().parent
SEED = 20240


def main(argv: Sequence[str]) -> int:
    """Ask each answerer, write the report; 1 if a checked answerer showed what none may show."""
    options = _parser().parse_args(argv)
    logging.getLogger("assistant").setLevel(logging.ERROR)
    console = Console()
    chosen = sampled(choose(built_in(), _picking(options)), options.sample)
    atlases = {dataset.name: read_atlas(dataset.corpus) for dataset in chosen}
    columns: list[Column] = []
    for name in options.answerers:
        console.print(f"Asking {name}: {sum(map(len, chosen.values()))} cases.", markup=False)
        timed = ask(chosen, Namespace(answerer=name, index=options.index), console)
        results = [one.result for one in timed]
        folder = options.out / name.replace("/", "-").replace(":", "-")
        folder.mkdir(parents=True, exist_ok=True)
        write_results(results, folder / "results.jsonl")
        first = columns[0] if columns else None
        columns.append(column_of(name, score(chosen, results, atlases), timed, first))
    _write(columns, options.out)
    print_columns(console, columns)
    console.print(f"The report is in {options.out}: compare.html, compare.md, compare.json.")
    return int(any(column.unsafe for column in columns if column.checked))


def sampled(chosen: Mapping[Dataset, Sequence[Case]], most: int) -> dict[Dataset, list[Case]]:
    """At most so many cases, the same each time, each dataset by its share; 0: all."""
    total = sum(map(len, chosen.values()))
    if not most or total <= most:
        return {dataset: list(cases) for dataset, cases in chosen.items()}
    drawn = {}
    for dataset, cases in chosen.items():
        count = max(1, round(most * len(cases) / total))
        drawn[dataset] = random.Random(f"{SEED} {dataset.name}").sample(list(cases), count)
    return drawn


def _write(columns: Sequence[Column], out: Path) -> None:
    told = [{**asdict(column), "unsafe": column.unsafe} for column in columns]
    for column in told:
        del column["values"]
    (out / "compare.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (out / "compare.md").write_text(to_markdown(columns), encoding="utf-8")
    (out / "compare.html").write_text(to_html(columns), encoding="utf-8")


def _picking(options: Namespace) -> Namespace:
    return Namespace(kind=options.kind, case=options.case, suites=[])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals compare", description="Ask several answerers, side by side."
    )
    parser.add_argument(
        "answerers", nargs="+", metavar="NAME", help="see docs/evals.md; the first is the measure"
    )
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="ask N cases, not all")
    parser.add_argument("--kind", nargs="+", choices=[kind.value for kind in Kind])
    parser.add_argument("--case", nargs="+", metavar="ID")
    parser.add_argument("--index", type=Path, metavar="DIR", help="keep the indexes between runs")
    parser.add_argument("--out", type=Path, default=HERE / "out" / "compare", metavar="DIR")
    return parser

"""Ablation: the dev cases asked of the whole assistant, then with one part at a time taken out.

`python -m evals ablation` says what each part is worth: the share of right answers without it, and
the change against the whole, case by case. Only dev cases are asked, for parts may be chosen by it.
"""

import argparse
import json
import logging
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from evals.answerers import read_atlas
from evals.cases import Case, Kind
from evals.datasets import Dataset, built_in
from evals.report.ablation import tables_of
from evals.report.tables import print_tables, to_markdown
from evals.results import write_results
from evals.run import ask, choose, score
from evals.scoring import Score
from evals.taken_out import PARTS
from evals.worth import Ablation, ablation_of

HERE = Path(__file__).resolve().parent
WHOLE = "extractive"


def main(argv: Sequence[str]) -> int:
    """Ask, compare, write and print; 1 if a part's absence made a case crash."""
    parser = _parser()
    options = parser.parse_args(argv)
    unknown = sorted(set(options.parts) - set(PARTS))
    if unknown:
        parser.error(f"no part {unknown[0]!r}; choose from {', '.join(PARTS)}")
    logging.getLogger("assistant").setLevel(logging.ERROR)
    console = Console()
    chosen = _dev(choose(built_in(), Namespace(kind=options.kind, case=options.case, suites=[])))
    count = sum(map(len, chosen.values()))
    if not count:
        console.print("No dev case is of that kind or name.", style="red")
        return 2
    options.out.mkdir(parents=True, exist_ok=True)
    whole: list[Score] = []
    found: list[Ablation] = []
    with ExitStack() as stack:
        gone = TemporaryDirectory(prefix="careers-evals-", ignore_cleanup_errors=True)
        index = options.index or Path(stack.enter_context(gone))
        for part in ("", *(options.parts or PARTS)):
            name = f"without-{part}" if part else WHOLE
            console.print(f"Asking {name}: {count} cases.", markup=False)
            scores = _scores(chosen, Namespace(answerer=name, index=index), options.out, console)
            whole = whole or scores
            found.append(ablation_of(part, scores, whole))
    _write(found, options.out)
    print_tables(console, tables_of(found))
    console.print(f"The report is in {options.out}: ablation.md, ablation.json.")
    for one in found:
        if one.crashed:
            named = f"Crashed ({one.part or 'whole'}): {', '.join(one.crashed)}."
            console.print(named, style="red", markup=False, soft_wrap=True)
    return int(any(one.crashed for one in found))


def _dev(chosen: Mapping[Dataset, Sequence[Case]]) -> dict[Dataset, list[Case]]:
    dev = {d: [case for case in cases if case.split == "dev"] for d, cases in chosen.items()}
    return {dataset: cases for dataset, cases in dev.items() if cases}


def _scores(
    chosen: Mapping[Dataset, Sequence[Case]], asking: Namespace, out: Path, console: Console
) -> list[Score]:
    atlases = {dataset.name: read_atlas(dataset.corpus) for dataset in chosen}
    results = [timed.result for timed in ask(chosen, asking, console)]
    folder = out / asking.answerer
    folder.mkdir(exist_ok=True)
    write_results(results, folder / "results.jsonl")
    return score(chosen, results, atlases)


def _write(found: Sequence[Ablation], out: Path) -> None:
    told = json.dumps([asdict(one) for one in found], indent=1)
    (out / "ablation.json").write_text(f"{told}\n", encoding="utf-8")
    text = to_markdown("The assistant with one part taken out", tables_of(found))
    (out / "ablation.md").write_text(text, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals ablation", description="Ask the dev cases without one part at a time."
    )
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; none: each of them"
    )
    parser.add_argument("--kind", nargs="+", choices=[kind.value for kind in Kind])
    parser.add_argument("--case", nargs="+", metavar="ID")
    parser.add_argument("--index", type=Path, metavar="DIR", help="keep the indexes between runs")
    parser.add_argument("--out", type=Path, default=HERE / "out" / "ablation", metavar="DIR")
    return parser

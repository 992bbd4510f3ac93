"""The command line of `python -m evals`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from evals.cases import Kind

SUITES = ("retrieval", "answers", "citations", "refusals", "conversations", "robustness", "safety")
HERE = Path(__file__).resolve().parent


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of a run; usage errors exit with 2."""
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Ask the assistant every case, score the answers, judge the whole.",
        epilog="Other commands: python -m evals lint | mutants | judge | calibrate |"
        " against_stock | speed | crash | compare | injections | ablation.",
    )
    parser.add_argument(
        "suites", nargs="*", metavar="SUITE", help=f"{', '.join(SUITES)}; none: all"
    )
    parser.add_argument("--dataset", nargs="+", type=Path, metavar="FILE", help="cases of your own")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the guides that --dataset asks about"
    )
    parser.add_argument(
        "--index", type=Path, metavar="DIR", help="keep the indexes here between runs"
    )
    parser.add_argument(
        "--out", type=Path, default=HERE / "out", metavar="DIR", help="where reports go"
    )
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="the run to compare with")
    parser.add_argument(
        "--answerer", default="extractive", metavar="NAME", help="see docs/evals.md"
    )
    parser.add_argument(
        "--results", type=Path, metavar="FILE", help="score this results.jsonl, ask nothing"
    )
    parser.add_argument(
        "--move-baseline", action="store_true", help="make this run's scores the baseline"
    )
    parser.add_argument(
        "--kind", nargs="+", choices=[kind.value for kind in Kind], help="only these kinds"
    )
    parser.add_argument("--case", nargs="+", metavar="ID", help="only these cases")
    parser.add_argument("--failures", action="store_true", help="print each case that is not right")
    parser.add_argument("--held-out", action="store_true", help="show the held-out cases too")
    options = parser.parse_args(argv)
    _check(parser, options)
    return options


def _check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    unknown = [suite for suite in options.suites if suite not in SUITES]
    if unknown:
        parser.error(f"no suite {unknown[0]!r}; choose from {', '.join(SUITES)}")
    if bool(options.dataset) != bool(options.corpus):
        parser.error("--dataset and --corpus go together: the cases, and the guides they ask about")

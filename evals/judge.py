"""Judge: a model's opinion on which statements their sources support. Optional; needs a model.

`python -m evals judge --model openai:NAME` judges a labelled set first. Below a kappa of .6 with
its labels, what it says of the last run is advice and fails nothing.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain.chat_models import init_chat_model
from rich.console import Console

from evals.judging.rulings import Judge, Pair, Ruling, Send
from evals.measures.agreement import kappa, recall_of_unsupported
from evals.measures.citations import evidence
from evals.measures.claims import cited, statements
from evals.results import Result, read_results
from evals.wording import percent

HERE = Path(__file__).resolve().parent
LABELS = HERE / "judging" / "labels.jsonl"
OUT = HERE / "out"
TRUSTED = 0.6
SECONDS_A_CALL = 30


def open_model(name: str) -> Send:
    """A function that sends a prompt to the model of that name, once, with a time limit a call."""
    schema = {"name": "ruling", "schema": Ruling.model_json_schema()}
    model = init_chat_model(name, temperature=0, timeout=SECONDS_A_CALL, max_retries=0)
    asked = model.bind(response_format={"type": "json_schema", "json_schema": schema})
    return lambda prompt: str(asked.invoke(prompt).text)


def calibrate(judge: Judge, labels: Path = LABELS) -> dict[str, Any]:
    """How the judge agrees with the labels; pairs without a ruling are counted apart."""
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    ruled = [(row, judge.rule(Pair(row["source"], row["statement"]))) for row in rows]
    taken = [(row["supported"], ruling) for row, ruling in ruled if ruling is not None]
    truth, rulings = [label for label, _ in taken], [ruling for _, ruling in taken]
    agreed = kappa(truth, rulings)
    return {
        "labels": len(rows),
        "ruled": len(taken),
        "kappa": agreed,
        "recall_of_unsupported": recall_of_unsupported(truth, rulings),
        "advisory": agreed is None or agreed < TRUSTED or len(taken) < len(rows),
    }


def judge_results(judge: Judge, results: Sequence[Result]) -> dict[str, Any]:
    """The judge's word on each cited statement of each scored answer."""
    unsupported, counted = [], 0
    for result in results:
        for pair in _pairs(result):
            ruling = judge.rule(pair)
            counted += ruling is not None
            if ruling is False:
                key = f"{result.dataset}/{result.id}"
                unsupported.append({"case": key, "statement": pair.statement})
    share = 1 - len(unsupported) / counted if counted else None
    return {"statements": counted, "supported": share, "unsupported": unsupported}


def _pairs(result: Result) -> list[Pair]:
    if result.answer is None:
        return []
    citations = result.answer.citations
    claims = [claim for claim in statements(result.answer) if cited(claim, citations)]
    return [Pair(evidence(cited(claim, citations)), claim.text) for claim in claims]


def main(argv: Sequence[str]) -> int:
    """Calibrate, judge, report. 1 only if a trusted judge found something unsupported."""
    parser = argparse.ArgumentParser(prog="python -m evals judge", description=__doc__)
    parser.add_argument("--model", required=True, metavar="NAME", help="as in CAREERS_CHAT_MODEL")
    parser.add_argument("--results", type=Path, default=OUT / "results.jsonl", metavar="FILE")
    parser.add_argument("--seconds", type=float, default=600, help="the hard limit of the whole")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR")
    options = parser.parse_args(argv)
    results = read_results(options.results)
    judge = Judge(
        open_model(options.model),
        options.model,
        options.out / "judge-cache.jsonl",
        time.monotonic() + options.seconds,
    )
    calibration = calibrate(judge)
    found = judge_results(judge, results)
    report = {"model": options.model, "calibration": calibration, **found}
    report["unjudged"] = judge.unjudged
    (options.out / "judge.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    _print(report)
    return int(bool(found["unsupported"]) and not calibration["advisory"])


def _print(report: dict[str, Any]) -> None:
    console, calibration = Console(), report["calibration"]
    agreed = calibration["kappa"]
    said = "N/A" if agreed is None else f"{agreed:.2f}"
    console.print(
        f"Calibration: kappa {said} on {calibration['ruled']} of {calibration['labels']} labels; "
        f"{percent(calibration['recall_of_unsupported'])} of the unsupported ones caught."
    )
    console.print(f"{percent(report['supported'])} of {report['statements']} statements supported.")
    for why, count in sorted(report["unjudged"].items()):
        console.print(f"{count} not judged: {why}.", style="yellow")
    for row in report["unsupported"][:20]:
        console.print(f"- {row['case']}: {row['statement']}", markup=False)
    if calibration["advisory"]:
        console.print("Advice only: the judge does not agree well enough with the labels.")

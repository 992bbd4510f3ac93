"""The report for machines: summary.json and JUnit XML."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree

from evals.scoring import Score
from evals.summary import sliced
from evals.verdict import Verdict


def to_json(verdict: Verdict) -> str:
    """The summary as JSON: verdict, reasons, figures with intervals, slices, changes."""
    summary: Mapping[str, Any] = {
        "good": verdict.good,
        "reasons": list(verdict.reasons),
        "missed_aims": list(verdict.missed),
        "answerer": verdict.scope.answerer,
        "guides": dict(sorted(verdict.scope.guides.items())),
        "cases": len(verdict.scores),
        "figures": asdict(verdict.summary)["figures"],
        "slices": asdict(verdict.summary)["slices"],
        "changes": [_change(verdict, asdict(change)) for change in verdict.changes],
    }
    return json.dumps(summary, indent=1, ensure_ascii=False) + "\n"


def _change(verdict: Verdict, change: dict[str, Any]) -> dict[str, Any]:
    """A change with held-out cases counted, not named."""
    shown = {score.key for score in verdict.shown()}
    for side in ("better", "worse"):
        change[f"{side}_count"] = len(change[side])
        change[side] = [key for key in change[side] if key in shown]
    return change


def to_junit(verdict: Verdict) -> str:
    """The run as JUnit XML: a suite a dataset, a test a case, and the gate's reasons as a suite."""
    root = ElementTree.Element("testsuites", name="evals")
    for dataset, scores in sliced(verdict.shown(), "corpus").items():
        suite = _suite(root, dataset, len(scores), sum(not score.right for score in scores))
        for score in scores:
            _test(suite, score)
    suite = _suite(root, "gate", max(1, len(verdict.reasons)), len(verdict.reasons))
    for number, reason in enumerate(verdict.reasons, start=1):
        test = ElementTree.SubElement(suite, "testcase", classname="gate", name=f"reason {number}")
        ElementTree.SubElement(test, "failure", message=_clean(reason))
    if verdict.good:
        ElementTree.SubElement(suite, "testcase", classname="gate", name="good enough")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(root: ElementTree.Element, name: str, tests: int, failures: int) -> ElementTree.Element:
    return ElementTree.SubElement(
        root, "testsuite", name=name, tests=str(tests), failures=str(failures)
    )


def _test(suite: ElementTree.Element, score: Score) -> None:
    test = ElementTree.SubElement(
        suite, "testcase", classname=f"{score.dataset}.{score.case.kind}", name=score.case.id
    )
    if not score.right:
        failure = ElementTree.SubElement(test, "failure", message=_clean("; ".join(score.faults)))
        answer = score.result.answer
        failure.text = _clean(f"{score.case.question}\n\n{answer.text if answer else 'no answer'}")


def _clean(text: str) -> str:
    """A text without the control characters that XML can't hold."""
    return "".join(
        c for c in text if c in "\n\t" or (ord(c) >= 32 and not 0xFFFE <= ord(c) <= 0xFFFF)
    )

"""The files of a run: four reports that are the same twice, and the times apart."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.measures.latency import percentile
from evals.places import Atlas
from evals.report.html import to_html
from evals.report.machine import to_json, to_junit
from evals.report.markdown import to_markdown
from evals.runner import Timed
from evals.thresholds import Thresholds
from evals.verdict import Verdict


def write_reports(
    verdict: Verdict, atlases: Mapping[str, Atlas], thresholds: Thresholds, out: Path
) -> None:
    """Write summary.json, junit.xml, summary.md and report.html."""
    reports = {
        "summary.json": to_json(verdict),
        "junit.xml": to_junit(verdict),
        "summary.md": to_markdown(verdict),
        "report.html": to_html(verdict, atlases, thresholds),
    }
    for name, text in reports.items():
        (out / name).write_text(text, encoding="utf-8")


def write_timings(timed: Sequence[Timed], file: Path) -> None:
    """Write how long each scored question took, and the median and 95th percentile, in ms."""
    asked = [one.seconds for one in timed if not one.result.error]
    times = {
        "p50_ms": percentile(asked, 0.5),
        "p95_ms": percentile(asked, 0.95),
        "cases_ms": {
            f"{one.result.dataset}/{one.result.id}": round(one.seconds * 1000, 1) for one in timed
        },
    }
    file.write_text(json.dumps(times, indent=1) + "\n", encoding="utf-8")


def read_latency(out: Path) -> str:
    """How long people wait, for reading; empty when nothing was timed."""
    file = out / "timings.json"
    if not file.exists():
        return ""
    times = json.loads(file.read_text(encoding="utf-8"))
    if times["p50_ms"] is None:
        return ""
    return f"An answer took {times['p50_ms']} ms at the median, {times['p95_ms']} ms at the 95th."

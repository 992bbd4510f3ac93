"""The report for a browser: one HTML file that needs no network."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from assistant.answer import Answer
from evals.catalogue import BY_NAME
from evals.measures.outcome import expected_statuses
from evals.places import Atlas, gold_index
from evals.report.charts import interval_plot
from evals.scoring import Score
from evals.summary import ALL
from evals.thresholds import Thresholds
from evals.verdict import Verdict
from evals.wording import cases, interval, percent, points

HEADLINES = (
    "right",
    "quote_validity",
    "figures_grounded",
    "citation_recall",
    "false_refusal",
    "false_answer",
    "success_at_1",
    "recall_at_5",
)


def to_html(verdict: Verdict, atlases: Mapping[str, Atlas], thresholds: Thresholds) -> str:
    """The whole report.

    Args:
        verdict: the run.
        atlases: each dataset's guides, to tell gold passages from others.
        thresholds: whose floors are drawn into the plots.
    """
    shown = verdict.shown()
    return _template().render(
        verdict=verdict,
        splits=[split for split in verdict.summary.figures if split != ALL],
        headlines=[entry for entry in verdict.scope.entries if entry.name in HEADLINES],
        limits={(row.split, row.measure): row.limit for row in thresholds.floor if row.by is None},
        changes=[change for change in verdict.changes if change.better or change.worse],
        shown={score.key for score in shown},
        failing=[_view(s, atlases[s.dataset]) for s in shown if s.faults or s.violations],
        hidden=len(verdict.scores) - len(shown),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("evals.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(percent=percent, points=points, interval=interval, cases=cases)
    environment.globals.update(measures=BY_NAME, plot=_plot, label=_label)
    return environment.get_template("report.html.j2")


def _plot(*arguments: Any) -> Markup:
    """A plot, which is our own SVG made of numbers only."""
    return Markup(interval_plot(*arguments))


def _view(score: Score, atlas: Atlas) -> dict[str, Any]:
    """What the page shows of one failing case."""
    where = gold_index(atlas, score.case.gold)
    answer = score.result.answer
    return {
        "score": score,
        "case": score.case,
        "answer": answer,
        "expected": " or ".join(expected_statuses(score.case)),
        "gold": [(_label(g.guide, g.section), g.grade) for g in score.case.gold],
        "passages": [
            {
                "label": _label(hit.guide_id, hit.section),
                "text": hit.text,
                "gold": atlas.at(hit.guide_id, hit.start, hit.end) in where,
            }
            for hit in score.result.ranking
        ],
        "kept": list(_traced(answer, "kept")),
        "rejected": list(_traced(answer, "rejected")),
    }


def _label(guide_id: str, section: Sequence[str]) -> str:
    return " > ".join((guide_id, *(section or ("(introduction)",))))


def _traced(answer: Answer | None, side: str) -> Iterator[str]:
    """The passages that an answer's trace says were kept, or rejected and why."""
    for passage in _lists(answer.trace if answer else {}, side):
        where = _label(str(passage.get("guide_id", "")), passage.get("section", ()))
        reason = passage.get("reason")
        yield f"{where}: {reason}" if reason else where


def _lists(trace: Any, side: str) -> Iterator[Mapping[str, Any]]:
    """Every mapping in a list called ``side``, however deep in a trace."""
    if isinstance(trace, Mapping):
        for key, value in trace.items():
            if key == side and isinstance(value, Sequence):
                yield from (item for item in value if isinstance(item, Mapping))
            else:
                yield from _lists(value, side)
    elif isinstance(trace, Sequence) and not isinstance(trace, str):
        for item in trace:
            yield from _lists(item, side)

"""The report on what each part is worth, as tables."""

from collections.abc import Iterator, Sequence

from evals.catalogue import BY_NAME
from evals.report.tables import Row, Table
from evals.stats import Estimate
from evals.worth import Ablation

#: Given without an interval, beside the right answers.
BESIDE = ("false_answer", "false_refusal", "success_at_1")


def tables_of(found: Sequence[Ablation]) -> list[Table]:
    """Two tables: all cases, a row an ablation; and kinds of cases, a column an ablation."""
    count = found[0].figures["right"].count
    return [
        Table(
            f"Right answers of {count} dev cases, % (95 % interval)",
            ("without", "right", "change, points", "better, worse", "p", *_labels()),
            tuple(map(_row, found)),
        ),
        Table(
            "The same by kind of case",
            ("kind (cases)", *(_name(one) for one in found)),
            tuple(_kinds(found)),
        ),
    ]


def _labels() -> Row:
    return tuple(BY_NAME[measure].label for measure in BESIDE)


def _name(one: Ablation) -> str:
    return one.part.replace("-", " ") or "(whole)"


def _row(one: Ablation) -> Row:
    change = one.changes.get("right")
    versus = ("", "", "")
    if change:
        moved = f"+{len(change.better)} −{len(change.worse)}"
        versus = (_with_interval(change.difference, "+.1f"), moved, _chance(change.chance))
    beside = (_percent(one.figures[measure].value, ".1f") for measure in BESIDE)
    return (_name(one), _with_interval(one.figures["right"], ".1f"), *versus, *beside)


def _kinds(found: Sequence[Ablation]) -> Iterator[Row]:
    for kind, figure in found[0].kinds.items():
        cells = (_with_interval(one.kinds[kind], ".0f") for one in found)
        yield (f"{kind} ({figure.count})", *cells)


def _chance(value: float) -> str:
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _with_interval(figure: Estimate, form: str) -> str:
    low, high = _percent(figure.low, form), _percent(figure.high, form)
    return f"{_percent(figure.value, form)} ({low} to {high})"


def _percent(value: float | None, form: str) -> str:
    return "N/A" if value is None else format(100 * value, form)

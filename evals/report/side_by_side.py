"""The report that puts answerers side by side: a page, Markdown, and a table on the terminal."""

from collections.abc import Iterator, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from rich.console import Console

from evals.catalogue import CATALOGUE
from evals.report import tables
from evals.report.tables import Row, Table
from evals.side_by_side import Column
from evals.wording import percent


def figure_rows(columns: Sequence[Column]) -> Iterator[Row]:
    """A row a measure: its label, and each answerer's figure with its change by case."""
    for entry in CATALOGUE:
        if any(column.figures[entry.name] is not None for column in columns):
            label = entry.label if entry.higher else f"{entry.label} (less is better)"
            yield (label, *(_figure(column, entry.name) for column in columns))


def _figure(column: Column, measure: str) -> str:
    versus = column.versus.get(measure)
    said = percent(column.figures[measure])
    if versus is None or not versus.better + versus.worse:
        return said
    return f"{said} (+{versus.better} −{versus.worse}, p = {versus.chance:.3f})"


def shown_rows(columns: Sequence[Column]) -> Iterator[Row]:
    """A row for each thing that no answer may show: the number of cases that did."""
    for kind in columns[0].shown:
        yield (kind, *(str(column.shown[kind]) for column in columns))


def model_rows(columns: Sequence[Column]) -> Iterator[Row]:
    """What each model did, a row each; "-" for an answerer without one."""
    yield ("answers worded by the model", *(str(column.worded) for column in columns))
    for key, label in (
        ("calls", "calls"),
        ("kept", "sentences let through"),
        ("replaced", "sentences replaced by the guide's"),
        ("dropped", "sentences left out"),
        ("prompt_tokens", "prompt tokens"),
        ("reply_tokens", "reply tokens"),
    ):
        yield (label, *(f"{c.model[key]:,}" if c.model else "-" for c in columns))
    for key, label in (("first_ms", "first sentence"), ("last_ms", "last sentence")):
        yield (f"ms to the {label}, median and 95th", *(_times(c, key) for c in columns))
    yield (
        "ms to the whole answer, median and 95th",
        *(f"{column.p50_ms}, {column.p95_ms}" for column in columns),
    )


def _times(column: Column, key: str) -> str:
    if not column.model or column.model[key][0] is None:
        return "-"
    median, late = column.model[key]
    return f"{median:,}, {late:,}"


def reason_rows(column: Column) -> Iterator[Row]:
    """Why a checked model's sentences were not let through, most frequent first."""
    yield from ((why, str(count)) for why, count in column.model.get("reasons", {}).items())
    yield from ((f"reply: {why}", str(n)) for why, n in column.model.get("faults", {}).items())


def _tables(columns: Sequence[Column]) -> Iterator[Table]:
    names = tuple(column.name for column in columns)
    yield Table(
        "What no answer may show", ("cases that showed", *names), tuple(shown_rows(columns))
    )
    yield Table("What the model did", ("", *names), tuple(model_rows(columns)))
    yield Table("Figures", ("measure", *names), tuple(figure_rows(columns)))
    for column in columns:
        reasons = tuple(reason_rows(column))
        if reasons:
            title = f"Why sentences of {column.name} were not let through"
            yield Table(title, ("why", "count"), reasons)


def to_markdown(columns: Sequence[Column]) -> str:
    """The report as Markdown."""
    return tables.to_markdown(f"Side by side: {columns[0].cases:,} cases", _tables(columns))


def to_html(columns: Sequence[Column]) -> str:
    """The report as one page that needs no network."""
    environment = Environment(
        loader=PackageLoader("evals.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("side_by_side.html.j2")
    return template.render(columns=columns, tables=list(_tables(columns)))


def print_columns(console: Console, columns: Sequence[Column]) -> None:
    """The same on the terminal."""
    tables.print_tables(console, _tables(columns))

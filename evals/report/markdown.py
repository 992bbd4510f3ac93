"""The report as Markdown, for the summary page of a CI job."""

from collections.abc import Iterable, Iterator

from evals.catalogue import BY_NAME
from evals.comparison import Change
from evals.summary import ALL
from evals.verdict import Verdict
from evals.wording import cases, interval, percent, points

MOST = 20


def to_markdown(verdict: Verdict) -> str:
    """The verdict, its reasons, figures with intervals, kinds, and what changed."""
    return "\n".join(
        [*_head(verdict), *_figures(verdict), *_kinds(verdict), *_changes(verdict), ""]
    )


def _head(verdict: Verdict) -> Iterator[str]:
    yield f"# Evals: {verdict.headline.lower()}"
    yield ""
    yield (
        f"{cases(len(verdict.scores))}, {len(verdict.scope.guides)} guides, "
        f"answers by `{verdict.scope.answerer}`."
    )
    if verdict.reasons:
        yield ""
        yield "Why not:"
        yield ""
        yield from (f"- {_safe(reason)}" for reason in verdict.reasons)
    if verdict.missed:
        yield from ("", "Not there yet (this fails nothing):", "")
        yield from (f"- {_safe(missed)}" for missed in verdict.missed)


def _figures(verdict: Verdict) -> Iterator[str]:
    splits = [split for split in verdict.summary.figures if split != ALL]
    yield from ("", "## Figures", "")
    yield _row(
        "measure", "what it counts", *(f"{split} (95 % interval, cases)" for split in splits)
    )
    yield _row(*["---"] * (2 + len(splits)))
    for entry in verdict.scope.entries:
        cells = []
        for split in splits:
            figure = verdict.summary.figures[split][entry.name]
            within = f" ({interval(figure)}, {figure.count})" if figure.count else " (0)"
            cells.append(f"{percent(figure.value)}{within}")
        label = entry.label if entry.higher else f"{entry.label} (less is better)"
        yield _row(label, entry.meaning, *cells)


def _kinds(verdict: Verdict) -> Iterator[str]:
    splits = [split for split in verdict.summary.slices if split != ALL]
    names = sorted({name for split in splits for name in verdict.summary.slices[split]["kind"]})
    yield from ("", "## Right answers by kind", "")
    yield _row("kind", *splits)
    yield _row(*["---"] * (1 + len(splits)))
    for name in names:
        figures = [verdict.summary.slices[split]["kind"].get(name) for split in splits]
        yield _row(name, *(f"{percent(f.value)} of {f.count}" if f else "none" for f in figures))


def _changes(verdict: Verdict) -> Iterator[str]:
    moved = [change for change in verdict.changes if change.better or change.worse]
    if not verdict.changes:
        return
    yield from ("", "## Against the baseline", "")
    if not moved:
        yield "No case changed in any measure."
        return
    yield _row("measure", "baseline", "now", "change (95 % interval)", "better", "worse", "chance")
    yield _row(*["---"] * 7)
    for change in moved:
        yield _row(
            BY_NAME[change.measure].label,
            percent(change.before),
            percent(change.now),
            f"{points(change.difference.value)} ({points(change.difference.low)} to "
            f"{points(change.difference.high)})",
            str(len(change.better)),
            str(len(change.worse)),
            f"p = {change.chance:.3f}",
        )
    yield from _moved_cases(verdict, moved)


def _moved_cases(verdict: Verdict, moved: Iterable[Change]) -> Iterator[str]:
    shown = {score.key for score in verdict.shown()}
    for change in moved:
        if change.measure != "right":
            continue
        for side, keys in (("Now right", change.better), ("No longer right", change.worse)):
            named = [key for key in keys if key in shown]
            if keys:
                listed = ", ".join(f"`{key}`" for key in named[:MOST])
                rest = len(keys) - len(named[:MOST])
                yield from ("", f"{side}: {listed}{f' and {rest} not shown' if rest else ''}")


def _row(*cells: str) -> str:
    return f"| {' | '.join(_safe(cell) for cell in cells)} |"


def _safe(text: str) -> str:
    """Text that can't break out of its line or its table cell."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")

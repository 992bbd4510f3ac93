"""The report in a terminal: findings, figures, kinds, and each failing case in a few lines."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.comparison import Change
from evals.linting.finding import Finding
from evals.measures.outcome import expected_statuses
from evals.report.files import read_latency
from evals.scoring import Score
from evals.summary import in_split, of_measure, sliced
from evals.verdict import Verdict
from evals.wording import cases, interval, percent


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """What is wrong with the data, file and line first."""
    for finding in findings:
        style = "red" if finding.fatal else "yellow"
        line = f"{finding.place}: {finding.message}"
        console.print(line, style=style, markup=False, soft_wrap=True)


def print_verdict(console: Console, verdict: Verdict, failures: bool, out: Path) -> None:
    """The tables, the failing cases if asked for, the changes, and the verdict last."""
    if failures:
        for score in verdict.shown():
            if score.faults or score.violations:
                _print_failure(console, score)
    for split in ("dev", "held-out"):
        part = in_split(verdict.scores, split)
        if part and (split == "dev" or verdict.scope.held_out):
            console.print(kind_table(part, f"Right answers, {split}"))
    console.print(figure_table(verdict))
    for change in verdict.changes:
        if change.measure == "right":
            console.print(_moved(change, verdict), markup=False, soft_wrap=True)
    console.print(read_latency(out), markup=False, soft_wrap=True)
    console.print(f"Reports are in {out}: report.html, summary.md, summary.json, junit.xml.")
    _print_reasons(console, verdict)


def _print_reasons(console: Console, verdict: Verdict) -> None:
    if not verdict.scope.gated:
        console.print("Not judged: only some kinds or cases were asked.", style="yellow")
        return
    for missed in verdict.missed:
        console.print(f"Not there yet. {missed}", style="yellow", markup=False, soft_wrap=True)
    for reason in verdict.reasons:
        console.print(f"- {reason}", style="red", markup=False, soft_wrap=True)
    if verdict.good:
        console.print("Good enough.", style="bold green")
    else:
        console.print("Not good enough, for the reasons above.", style="bold red")


def kind_table(scores: Sequence[Score], title: str) -> Table:
    """Right answers by kind with 95 % intervals."""
    table = Table("kind", "cases", "right", "95 % interval", title=title, title_justify="left")
    for kind, group in {**sliced(scores, "kind"), "all": list(scores)}.items():
        figure = of_measure(group, "right")
        table.add_row(kind, str(figure.count), percent(figure.value), interval(figure))
    return table


def figure_table(verdict: Verdict) -> Table:
    """Each measure over dev and, in sum, over held-out cases."""
    table = Table("measure", title="Figures", title_justify="left")
    for split in verdict.summary.figures:
        table.add_column(f"{split} (cases)")
    for entry in verdict.scope.entries:
        figures = [part[entry.name] for part in verdict.summary.figures.values()]
        if not verdict.scope.gated and not any(figure.count for figure in figures):
            continue
        label = entry.label if entry.higher else f"{entry.label} (less is better)"
        table.add_row(label, *(f"{percent(f.value)} ({f.count})" for f in figures))
    return table


def _moved(change: Change, verdict: Verdict) -> str:
    """What got right or wrong since the baseline; held-out cases are counted, not named."""
    shown = {score.key for score in verdict.shown()}
    sides = []
    for words, keys in (("became right", change.better), ("became wrong", change.worse)):
        named = ", ".join(key for key in keys if key in shown)
        sides.append(f"{cases(len(keys))} {words}{f' ({named})' if named else ''}")
    return f"Since the baseline {' and '.join(sides)} (chance: p = {change.chance:.3f})."


def _print_failure(console: Console, score: Score) -> None:
    """One case that is not right: what was asked, expected and given, and why it is wrong."""
    console.rule(f"[bold]{escape(score.key)}[/] {score.case.kind} {score.case.split}", align="left")
    for line in _failure_lines(score):
        console.print(f"  {line}", soft_wrap=True)


def _failure_lines(score: Score) -> Iterator[str]:
    case, answer = score.case, score.result.answer
    yield from (f"[dim]earlier:[/] {escape(turn)}" for turn in case.turns[:-1])
    yield f"[cyan]asked:[/]   {escape(case.question)}"
    got = answer.status if answer else "nothing"
    yield f"[cyan]status:[/]  {got} (expected {' or '.join(expected_statuses(case))})"
    if answer:
        yield f"[cyan]answer:[/]  {escape(answer.text)}"
        for citation in answer.citations:
            where = " > ".join((citation.guide_id, *citation.section))
            yield f"[dim]{escape(f'  [{citation.number}] {where}: {citation.quote[:160]}')}[/]"
    yield from (
        f"[dim]gold:    {escape(' > '.join((gold.guide, *gold.section)))} ({gold.grade})[/]"
        for gold in case.gold
    )
    yield from (f"[red]wrong:[/]   {escape(sentence)}" for sentence in _sentences(score))


def _sentences(score: Score) -> Iterable[str]:
    return dict.fromkeys((*score.faults, *(v.sentence for v in score.violations)))

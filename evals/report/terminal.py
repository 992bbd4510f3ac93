"""The report in a terminal: a table of kinds, and each failing case in a few lines."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.measures.outcome import expected_statuses
from evals.scoring import Score
from evals.summary import of_measure, sliced
from evals.wording import interval, percent


def kind_table(scores: Sequence[Score], title: str) -> Table:
    """Right answers by kind with 95 % intervals."""
    table = Table("kind", "cases", "right", "95 % interval", title=title, title_justify="left")
    for kind, group in {**sliced(scores, "kind"), "all": list(scores)}.items():
        figure = of_measure(group, "right")
        table.add_row(kind, str(figure.count), percent(figure.value), interval(figure))
    return table


def print_failures(console: Console, scores: Iterable[Score]) -> None:
    """Each case that is not right: what was asked, expected and given, and why it is wrong."""
    for score in scores:
        if score.right:
            continue
        case, answer = score.case, score.result.answer
        console.rule(
            f"[bold]{escape(case.id)}[/] {case.kind} {case.split} ({score.dataset})", align="left"
        )
        for turn in case.turns[:-1]:
            console.print(f"  [dim]earlier:[/] {escape(turn)}")
        console.print(f"  [cyan]asked:[/]   {escape(case.question)}")
        got = answer.status if answer else "nothing"
        console.print(
            f"  [cyan]status:[/]  {got} (expected {' or '.join(expected_statuses(case))})"
        )
        if answer:
            console.print(f"  [cyan]answer:[/]  {escape(answer.text)}")
            for citation in answer.citations:
                where = " > ".join((citation.guide_id, *citation.section))
                line = escape(f"[{citation.number}] {where}: {citation.quote[:160]}")
                console.print(f"    [dim]{line}[/]")
        for gold in case.gold:
            where = " > ".join((gold.guide, *gold.section))
            console.print(f"  [dim]gold:    {escape(where)} ({gold.grade})[/]")
        for fault in score.faults:
            console.print(f"  [red]wrong:[/]   {escape(fault)}")

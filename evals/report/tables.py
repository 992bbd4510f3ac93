"""Tables of text: the same in Markdown and on the terminal."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.table import Table as Drawn

Row = tuple[str, ...]


class Table(NamedTuple):
    """A titled table; every row is as long as its head."""

    title: str
    head: Row
    rows: tuple[Row, ...]


def to_markdown(title: str, tables: Iterable[Table]) -> str:
    """The tables as a Markdown document, each under its title."""
    return "\n".join([f"# {title}", "", *(line for table in tables for line in _lines(table))])


def _lines(table: Table) -> Iterator[str]:
    yield from (f"## {table.title}", "", _line(table.head), _line(("---",) * len(table.head)))
    yield from map(_line, table.rows)
    yield ""


def _line(cells: Row) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def print_tables(console: Console, tables: Iterable[Table]) -> None:
    """The tables on the terminal."""
    for table in tables:
        drawn = Drawn(*table.head, title=table.title, title_justify="left")
        for row in table.rows:
            drawn.add_row(*row)
        console.print(drawn)

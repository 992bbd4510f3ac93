"""``careers search``: the passages that fit a question, best first."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from assistant.commands.jsonl import read_lines, with_progress, write_lines
from assistant.commands.opening import add_index_option, open_assistant
from assistant.retrieval import Passage


def main(argv: Sequence[str]) -> int:
    """Search, and return 0."""
    parser = argparse.ArgumentParser(
        "careers search", description="Show the passages that fit a question, best first."
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    parser.add_argument(
        "-k", type=int, default=10, metavar="K", help="how many passages (default: 10)"
    )
    parser.add_argument("--json", action="store_true", help="print the passages as JSON")
    parser.add_argument(
        "--jsonl",
        type=Path,
        metavar="IN",
        help='file of {"id", "turns": [...]} or {"id", "query"} lines',
    )
    parser.add_argument(
        "--out", type=Path, metavar="OUT", help='where {"id", "passages": [...]} lines are written'
    )
    add_index_option(parser)
    options = parser.parse_args(argv)
    if bool(options.jsonl) != bool(options.out) or bool(options.query) == bool(options.jsonl):
        parser.error('give a "QUERY", or --jsonl IN --out OUT')
    if options.k < 1:
        parser.error("-k must be 1 or more")
    lines = read_lines(options.jsonl) if options.jsonl else []
    assistant = open_assistant(options.index)
    if options.jsonl:
        rows = (
            {
                "id": line.id,
                "passages": [as_json(p) for p in assistant.search(line.messages, options.k)],
            }
            for line in with_progress(lines, "Searching")
        )
        write_lines(options.out, rows)
        return 0
    passages = assistant.search([" ".join(options.query)], options.k)
    if options.json:
        print(json.dumps([as_json(passage) for passage in passages], ensure_ascii=False, indent=2))
    else:
        _show(passages)
    return 0


def as_json(passage: Passage) -> dict[str, Any]:
    """A passage in the form that scripts rely on."""
    chunk = passage.chunk
    return {
        "source": chunk.source,
        "guide_id": chunk.guide_id,
        "section": list(chunk.section),
        "start": chunk.start,
        "end": chunk.end,
        "score": round(passage.score, 6),
        "text": chunk.text,
    }


def _show(passages: Sequence[Passage]) -> None:
    console = Console()
    for place, passage in enumerate(passages, 1):
        path = " › ".join((passage.chunk.guide_id, *passage.chunk.section))
        console.print(
            f"[bold]{place}.[/bold] [cyan]{escape(path)}[/cyan] [dim]{passage.score:.4f}[/dim]",
            highlight=False,
        )
        console.print(f"   {escape(' '.join(passage.chunk.text.split()))}", highlight=False)

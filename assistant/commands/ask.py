"""``careers ask``: one question, a conversation, or a file of conversations."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape

from assistant.answer import Answer, AnswerStatus, Conversation
from assistant.commands.jsonl import read_lines, with_progress, write_lines
from assistant.commands.opening import add_index_option, open_assistant
from assistant.pipeline import Assistant
from assistant.published import published_answer


def main(argv: Sequence[str]) -> int:
    """Answer, and return 0, or 1 if an answer failed."""
    parser = _parser()
    options = parser.parse_args(argv)
    if bool(options.jsonl) != bool(options.out):
        parser.error("--jsonl IN and --out OUT go together")
    if sum(map(bool, (options.question, options.jsonl, options.interactive))) != 1:
        parser.error('give a "QUESTION", or --interactive, or --jsonl IN --out OUT')
    if options.jsonl:
        return _answer_file(options.jsonl, options.out, options.index)
    assistant = open_assistant(options.index)
    if options.interactive:
        return _converse(assistant)
    answer = assistant.ask(" ".join(options.question))
    if options.json:
        print(json.dumps(as_json(answer), ensure_ascii=False, indent=2))
    else:
        show(answer, Console())
    return int(answer.status is AnswerStatus.FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "careers ask", description="Ask the guides. Each [n] stands on an exact quote."
    )
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="what you want to know")
    parser.add_argument(
        "-i",
        "--interactive",
        action="store_true",
        help="hold a conversation; an empty line ends it",
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument(
        "--jsonl",
        type=Path,
        metavar="IN",
        help='file of {"id": ..., "turns": [...]} lines, each one conversation',
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="OUT",
        help='where {"id": ..., "answers": [...]} lines are written',
    )
    add_index_option(parser)
    return parser


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer in the form that scripts rely on."""
    return published_answer(answer).model_dump(mode="json")


def answers_to(turns: Sequence[str], assistant: Assistant) -> list[Answer]:
    """The answer to each message of a conversation."""
    conversation = Conversation()
    answers = []
    for turn in turns:
        answer = assistant.ask(turn, conversation)
        conversation = conversation.then(turn, answer)
        answers.append(answer)
    return answers


def _answer_file(source: Path, out: Path, index: Path | None) -> int:
    lines = read_lines(source)
    assistant = open_assistant(index)
    failed = 0

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal failed
        for line in with_progress(lines, "Answering"):
            answers = answers_to(line.messages, assistant)
            failed += any(answer.status is AnswerStatus.FAILED for answer in answers)
            yield {"id": line.id, "answers": [as_json(answer) for answer in answers]}

    count = write_lines(out, rows())
    print(
        f"{count} conversations answered in {out}" + (f"; {failed} failed" if failed else ""),
        file=sys.stderr,
    )
    return int(failed > 0)


def _converse(assistant: Assistant) -> int:
    console = Console()
    console.print("Ask about the guides; an empty line ends the conversation.", style="dim")
    conversation = Conversation()
    while True:
        try:
            question = console.input("[bold]You:[/bold] ").strip()
        except (EOFError, KeyboardInterrupt):
            return 0
        if not question:
            return 0
        answer = assistant.ask(question, conversation)
        conversation = conversation.then(question, answer)
        show(answer, console)


_COLOURS = {
    AnswerStatus.ANSWERED: "green",
    AnswerStatus.PARTIAL: "yellow",
    AnswerStatus.FAILED: "red",
}


def show(answer: Answer, console: Console) -> None:
    """Print an answer for a person: status, text, sources with their quotes, what to ask next."""
    colour = _COLOURS.get(answer.status, "cyan")
    console.print(f"[{colour}]{answer.status.value.replace('_', ' ')}[/{colour}]")
    console.print(Markdown(answer.text))
    notice = answer.trace.get("model", {}).get("notice")
    if notice:
        console.print(f"\n{escape(notice)}", style="dim", highlight=False)
    if answer.citations:
        console.print("\n[bold]Sources[/bold]")
        for citation in answer.citations:
            path = " › ".join((citation.guide, *citation.section))
            console.print(
                f"[cyan]\\[{citation.number}][/cyan] {escape(path)} "
                f"[dim]({escape(citation.source)})[/dim]",
                highlight=False,
            )
            console.print(
                f"    “{escape(' '.join(citation.quote.split()))}”", style="dim", highlight=False
            )
    if answer.follow_ups:
        console.print("\n[bold]You could ask[/bold]")
        for follow_up in answer.follow_ups:
            console.print(f"  • {escape(follow_up)}", highlight=False)
    console.print()

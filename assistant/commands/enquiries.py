"""``careers enquiries``: bulk answers in a terminal, stale replies, and what is asked."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant.commands.opening import (
    add_index_option,
    add_records_option,
    open_assistant,
    open_records,
)
from assistant.embeddings import load_embeddings
from assistant.enquiries.bulk import results, run_job, start_job
from assistant.enquiries.desk import Desk
from assistant.enquiries.insight import Insight, insight
from assistant.enquiries.letter import load_letter
from assistant.enquiries.tables import as_csv
from assistant.errors import SettingsError
from assistant.records import Records
from assistant.records.values import Job
from assistant.settings import load_settings

TERMINAL = "terminal"


def main(argv: Sequence[str]) -> int:
    """Do what was asked; 1 if a row could not be answered, or a reply is stale."""
    options = _parser().parse_args(argv)
    if options.action == "run":
        return _run(options)
    if options.action == "stale":
        return _stale(options)
    return _insight(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("careers enquiries", description="Work on enquiries in bulk.")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    run = actions.add_parser(
        "run",
        help="draft a reply to each row of a file",
        description="Draft a reply to each row of a CSV file and write them to another. The "
        "enquiries are at the desk as well. Stopped or killed, it goes on where it was when it is "
        "run again: no row is lost, none is answered twice.",
    )
    run.add_argument("source", type=Path, metavar="IN.csv", help="has a column “message”")
    run.add_argument("out", type=Path, metavar="OUT.csv", help="appears when all rows are done")
    run.add_argument(
        "--again", action="store_true", help="start anew even if this file was answered before"
    )
    stale = actions.add_parser("stale", help="list replies whose guides have changed since")
    seen = actions.add_parser("insight", help="show what is asked and what no guide answers")
    seen.add_argument("--days", type=int, default=0, help="only the last so many days")
    seen.add_argument("--csv", type=Path, metavar="DIR", help="also write the tables as CSV")
    for one in (run, stale):
        add_index_option(one)
    for one in (run, stale, seen):
        add_records_option(one)
    return parser


def _open_desk(records: Records, index: Path | None) -> Desk:
    settings = load_settings(index=index)
    return Desk(records, open_assistant(index), load_letter(settings.base_url, settings.letter))


def _run(options: argparse.Namespace) -> int:
    try:
        data = options.source.read_bytes()
    except OSError as error:
        message = f"{options.source} can't be read: {error.strerror}. Give a CSV file."
        raise SettingsError(message) from error
    with open_records(options.database) as records:
        job = start_job(records, options.source.name, data, TERMINAL, again=options.again)
        if job.finished_at is not None:
            print("This file was answered before; its replies are written again.", file=sys.stderr)
        elif job.done > job.failed:
            print(f"Going on after {job.done:,} of {job.total:,} rows.", file=sys.stderr)
        desk = _open_desk(records, options.index)
        job = _with_progress(desk, records, job)
        if job.finished_at is None:
            print(f"Stopped after {job.done:,} of {job.total:,} rows.", file=sys.stderr)
            return 1
        _write(options.out, results(records, desk, job.id))
    failed = f"; {job.failed:,} could not be answered" if job.failed else ""
    print(f"{job.total:,} enquiries, their replies in {options.out}{failed}", file=sys.stderr)
    return int(job.failed > 0)


def _with_progress(desk: Desk, records: Records, job: Job) -> Job:
    columns = (
        TextColumn("Answering"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=job.total, completed=job.done)
        return run_job(
            desk, records, job.id, lambda done, total: bar.update(task, completed=done, total=total)
        )


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all; with a byte order mark, by which Excel knows UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(text, "utf-8-sig", newline="")
    unfinished.replace(path)


def _stale(options: argparse.Namespace) -> int:
    console = Console()
    with open_records(options.database) as records:
        new = _open_desk(records, options.index).look_for_stale()
        found = records.stale.find(limit=1000)
        for stale in found:
            place = " › ".join((stale.guide, *stale.section))
            console.print(f"Enquiry {stale.enquiry_id}, {place}: {stale.kind.value}", markup=False)
            console.print(f"  was: {' '.join(stale.old.split())}", markup=False)
            console.print(f"  now: {' '.join(stale.new.split()) or '(gone)'}", markup=False)
    print(f"{len(found):,} stale citations, {new:,} new ones.")
    return int(bool(found))


def _insight(options: argparse.Namespace) -> int:
    settings = load_settings()
    since = datetime.now(UTC) - timedelta(days=options.days) if options.days > 0 else None
    with open_records(options.database) as records:
        found = insight(records, load_embeddings(settings.embedding_model).embed, since)
    _show(found, Console())
    if options.csv:
        for name, text in as_csv(found).items():
            _write(options.csv / f"{name}.csv", text)
        print(f"The tables are in {options.csv}.")
    return 0


def _show(found: Insight, console: Console) -> None:
    pace = found.pace
    console.print(f"{found.questions:,} questions in {pace.enquiries:,} enquiries", markup=False)
    for name, counts in (("Topics", found.topics), ("Roles", found.roles), ("Weeks", found.weeks)):
        console.print(f"\n{name}", style="bold")
        for count in counts:
            console.print(
                f"  {count.questions:>6,}  {count.label} ({count.covered:,} covered)", markup=False
            )
    console.print("\nNot covered, most asked first", style="bold")
    for gap in found.gaps[:20]:
        console.print(f"  {gap.count:>6,}  {gap.question}", markup=False)

"""``careers records``: what is kept, and deleting what was kept for long enough."""

import argparse
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from assistant.commands.opening import add_records_option, open_records
from assistant.records.values import EnquiryFilter, EnquiryState, Retention
from assistant.settings import Settings, load_settings


def main(argv: Sequence[str]) -> int:
    """Do what was asked and return 0."""
    options = _parser().parse_args(argv)
    if options.action == "purge":
        return _purge(options.database, dry_run=options.dry_run)
    return _status(options.database)


def retention(settings: Settings) -> Retention:
    """For how many days each kind of record is kept, by the settings."""
    return Retention(
        conversations=settings.conversations_days,
        feedback=settings.feedback_days,
        enquiries=settings.enquiries_days,
        audit=settings.audit_days,
        jobs=settings.jobs_days,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("careers records", description="See and purge what is kept.")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    status = actions.add_parser("status", help="show how much there is, and for how long")
    purge = actions.add_parser(
        "purge",
        help="delete what is older than its kind may get",
        description="Delete what is older than its kind may get: CAREERS_CONVERSATIONS_DAYS, "
        "CAREERS_FEEDBACK_DAYS, CAREERS_ENQUIRIES_DAYS, CAREERS_JOBS_DAYS, CAREERS_AUDIT_DAYS. "
        "Run it once a day.",
    )
    purge.add_argument("--dry-run", action="store_true", help="only say how much would go")
    for one in (status, purge):
        add_records_option(one)
    return parser


def _purge(database: str | None, *, dry_run: bool) -> int:
    kept = retention(load_settings())
    with open_records(database) as records:
        counts = records.purge(kept, "terminal", dry_run=dry_run)
    for kind, count in counts.items():
        print(f"{count:>8,} {kind} {'would be deleted' if dry_run else 'deleted'}")
    return 0


def _status(database: str | None) -> int:
    kept = retention(load_settings())
    with open_records(database) as records:
        table = Table("Kept", "How many", "Days")
        table.add_row("enquiries", f"{records.enquiries.count():,}", _days(kept.enquiries))
        for state in EnquiryState:
            count = records.enquiries.count(EnquiryFilter(states=(state,)))
            table.add_row(f"  {state.value}", f"{count:,}", "")
        table.add_row("feedback", f"{records.feedback.count():,}", _days(kept.feedback))
        table.add_row("users", f"{len(records.users.find()):,}", "until removed")
    Console().print(table)
    return 0


def _days(days: int) -> str:
    return f"{days:,}" if days else "for good"

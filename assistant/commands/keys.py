"""``careers keys``: which programs may call the API and the MCP tools."""

import argparse
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from assistant.accounts import Accounts
from assistant.commands.opening import add_records_option, open_records
from assistant.records.values import ApiKey, Scope

#: Who did it, in the audit, when it was done in a terminal.
TERMINAL = "terminal"


def main(argv: Sequence[str]) -> int:
    """Do what was asked and return 0."""
    options = _parser().parse_args(argv)
    with open_records(options.database) as records:
        accounts = Accounts(records)
        if options.action == "list":
            _show(accounts.keys())
        elif options.action == "add":
            scopes = {Scope(name) for name in options.scope or [Scope.ASK]}
            key, secret = accounts.add_key(options.client, TERMINAL, options.per_minute, scopes)
            opens = ", ".join(key.scopes)
            print(f"Key {key.id} for {key.client} opens {opens}, {key.per_minute} times a minute.")
            print("Keep it safe: it is shown this once, and only its hash is kept.")
            print(secret)
        else:
            accounts.revoke_key(options.key, TERMINAL)
            print(f"Key {options.key} is revoked: it opens nothing from now on.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "careers keys", description="Say which programs may call the API and the MCP tools."
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("add", help="make a key; it is printed once, on the last line")
    add.add_argument("client", metavar="CLIENT", help="whose key it is, such as website or crm")
    add.add_argument(
        "--scope",
        action="append",
        choices=[scope.value for scope in Scope],
        help="what it opens; give it twice for both. ask (default): answers, search, guides, "
        "feedback and MCP. enquiries: the enquiries that this client brings in",
    )
    add.add_argument(
        "--per-minute",
        type=int,
        default=60,
        metavar="N",
        help="requests that it may make in a minute (default: 60)",
    )
    shown = actions.add_parser("list", help="show all keys, and when each was last used")
    revoke = actions.add_parser("revoke", help="make a key useless at once")
    revoke.add_argument("key", type=int, metavar="NUMBER", help="the number that “list” shows")
    for action in (add, shown, revoke):
        add_records_option(action)
    return parser


def _show(keys: Sequence[ApiKey]) -> None:
    if not keys:
        print("There are no keys yet. Make one: careers keys add CLIENT")
        return
    table = Table("", "Client", "Starts with", "Opens", "A minute", "Last used", "")
    for key in keys:
        table.add_row(
            str(key.id),
            key.client,
            f"{key.shown}…",
            ", ".join(key.scopes),
            str(key.per_minute),
            key.last_used_at.strftime("%Y-%m-%d %H:%M") if key.last_used_at else "never",
            "revoked" if key.revoked_at else "",
        )
    Console().print(table)

"""``careers users``: who may sign in at the desk."""

import argparse
import getpass
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from assistant.accounts import Accounts
from assistant.commands.opening import add_records_option, open_records
from assistant.errors import SettingsError
from assistant.records.values import Role, User

#: Who did it, in the audit, when it was done in a terminal.
TERMINAL = "terminal"


def main(argv: Sequence[str]) -> int:
    """Do what was asked and return 0."""
    options = _parser().parse_args(argv)
    with open_records(options.database) as records:
        accounts = Accounts(records)
        if options.action == "list":
            _show(accounts.users())
        elif options.action == "add":
            password = read_password()
            user = accounts.add_user(
                options.login, options.name, Role(options.role), password, TERMINAL
            )
            print(f"{user.login} may sign in as {user.role.value}.")
        elif options.action == "password":
            accounts.set_password(options.login, read_password(), TERMINAL)
            print(f"The password of {options.login} is changed; every session of theirs has ended.")
        elif options.action == "disable":
            accounts.disable(options.login, TERMINAL)
            print(f"{options.login} can no longer sign in.")
        elif options.action == "remove":
            accounts.remove_user(options.login, TERMINAL)
            print(f"{options.login} is deleted. The audit still says what they did.")
        else:
            accounts.enable(options.login, TERMINAL)
            print(f"{options.login} may sign in again.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "careers users",
        description="Say who may sign in at the desk. A password is asked for, or read from the "
        "first line of the standard input; it is never taken from the command line.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("add", help="let somebody in")
    add.add_argument("login", metavar="LOGIN", help="a short name or an e-mail address")
    add.add_argument("--name", default="", help="the name that colleagues see (default: the login)")
    add.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.STAFF.value,
        help="admins also keep users, API keys and the purge (default: staff)",
    )
    every = [add, actions.add_parser("list", help="show who there is")]
    for action, what in (
        ("password", "change a password; ends the user's sessions"),
        ("disable", "lock somebody out; ends their sessions"),
        ("enable", "let somebody in again"),
        ("remove", "delete a user for good, as when somebody has left"),
    ):
        one = actions.add_parser(action, help=what)
        one.add_argument("login", metavar="LOGIN")
        every.append(one)
    for one in every:
        add_records_option(one)
    return parser


def read_password() -> str:
    """A new password: typed twice at a terminal, or the first line of the standard input.

    Raises:
        SettingsError: the two are not the same, or there is none.
    """
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\r\n")
        if not password:
            message = "No password was given. Type it at a terminal, or pass it by standard input."
            raise SettingsError(message)
        return password
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        message = "The two passwords are not the same. Nothing was changed; please try again."
        raise SettingsError(message)
    return password


def _show(users: Sequence[User]) -> None:
    if not users:
        print("There are no users yet. Add the first: careers users add LOGIN --role admin")
        return
    table = Table("Login", "Name", "Role", "Since", "")
    for user in users:
        disabled = "disabled" if user.disabled_at else ""
        since = user.created_at.date().isoformat()
        table.add_row(user.login, user.name, user.role.value, since, disabled)
    Console().print(table)

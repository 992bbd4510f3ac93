"""``careers users``: who may sign in."""

import io
import pty

import pytest

from assistant.accounts import Accounts
from assistant.commands import main
from assistant.records import Records

PASSWORD = "correct horse battery"


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path / 'records.sqlite3'}"


@pytest.fixture
def run(address, monkeypatch, capsys):
    """Run ``careers users`` with these arguments and this on the standard input."""

    def command(*arguments, typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main.main(["users", *arguments, "--database", address])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def may_sign_in(address, login, password=PASSWORD):
    with Records(address) as records:
        try:
            Accounts(records).sign_in(login, password, "192.0.2.1")
        except Exception:  # noqa: BLE001 - whatever the reason is
            return False
        return True


def test_a_user_is_added_listed_changed_and_disabled(run, address):
    code, out, _ = run("list")
    assert (code, "There are no users yet" in out) == (0, True)
    code, out, _ = run("add", "Ann", "--name", "Ann Ash", "--role", "admin", typed=PASSWORD + "\n")
    assert (code, out) == (0, "ann may sign in as admin.\n")
    assert may_sign_in(address, "ann")
    _, out, _ = run("list")
    assert "Ann Ash" in out
    assert "admin" in out
    assert run("password", "ann", typed="another horse battery\n")[0] == 0
    assert may_sign_in(address, "ann", "another horse battery")
    assert run("disable", "ann")[0] == 0
    assert not may_sign_in(address, "ann", "another horse battery")
    assert "disabled" in run("list")[1]
    assert run("enable", "ann")[0] == 0
    assert may_sign_in(address, "ann", "another horse battery")
    assert run("remove", "ann")[:2] == (0, "ann is deleted. The audit still says what they did.\n")
    assert not may_sign_in(address, "ann", "another horse battery")
    assert "There are no users yet" in run("list")[1]


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "ann"), "", "No password was given"),
        (("add", "ann"), "short\n", "at least 12 characters"),
        (("add", "a b"), PASSWORD, "A login has letters"),
        (("disable", "nobody"), "", "There is no user nobody"),
        (("remove", "nobody"), "", "There is no user nobody"),
        (("password", "nobody"), PASSWORD, "There is no user nobody"),
        (("add", "ann", "--role", "owner"), PASSWORD, "invalid choice"),
        (("promote", "ann"), "", "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_explained(run, arguments, typed, said):
    code, out, err = run(*arguments, typed=typed)
    assert (code, said in err) == (2, True), out + err


def test_a_password_is_no_argument(run):
    code, _, err = run("add", "ann", "--password", PASSWORD)
    assert code == 2
    assert "unrecognized arguments" in err


@pytest.mark.parametrize(("again", "code"), [(PASSWORD, 0), ("something else", 2)])
def test_at_a_terminal_a_password_is_typed_twice(run, monkeypatch, address, again, code):
    controller, terminal = pty.openpty()
    typed = iter([PASSWORD, again])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    with open(terminal) as stdin, open(controller, "rb"):  # noqa: PTH123 - they are no paths
        monkeypatch.setattr("sys.stdin", stdin)
        assert main.main(["users", "add", "ann", "--database", address]) == code
    assert may_sign_in(address, "ann") is (code == 0)

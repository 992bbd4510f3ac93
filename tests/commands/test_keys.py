"""``careers keys``: made once, shown once, told apart, revoked."""

import pytest

from assistant.accounts import Accounts
from assistant.records import Records
from assistant.records.values import Scope


@pytest.fixture
def database(tmp_path):
    return f"sqlite:///{tmp_path / 'records.sqlite3'}"


def test_a_key_is_shown_once_and_opens_what_was_asked_for(careers, database):
    code, out, _ = careers(
        "keys", "add", "crm", "--scope", "enquiries", "--per-minute", "7", "--database", database
    )
    assert code == 0
    secret = out.splitlines()[-1]
    with Records(database) as records:
        key = Accounts(records).check_key(secret)
    assert key is not None
    assert (key.client, key.per_minute, key.scopes) == ("crm", 7, (Scope.ENQUIRIES,))
    code, out, _ = careers("keys", "list", "--database", database)
    assert code == 0
    assert "crm" in out
    assert secret not in out


def test_a_revoked_key_opens_nothing(careers, database):
    _, out, _ = careers("keys", "add", "website", "--database", database)
    secret = out.splitlines()[-1]
    code, out, _ = careers("keys", "revoke", "1", "--database", database)
    assert code == 0
    assert "revoked" in out
    with Records(database) as records:
        assert Accounts(records).check_key(secret) is None
    assert "revoked" in careers("keys", "list", "--database", database)[1]


def test_without_keys_it_says_how_to_make_one(careers, database):
    assert "careers keys add" in careers("keys", "list", "--database", database)[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", " "), "client's name"),
        (("add", "website", "--per-minute", "0"), "1 to 1,000,000 requests a minute"),
        (("revoke", "99"), "no key 99"),
    ],
)
def test_what_can_not_be_done_is_told(careers, database, arguments, said):
    code, _, err = careers("keys", *arguments, "--database", database)
    assert code == 2
    assert said in err

"""Users and their sessions as they are kept, on both databases."""

from datetime import timedelta

import pytest

from assistant.errors import NoRecordError, NotAllowedError
from assistant.records.values import Role

IDLE = timedelta(hours=2)


@pytest.fixture
def ann(records):
    return records.users.add("ann", "Ann Ash", Role.ADMIN, "hash", "terminal")


def test_a_user_comes_back_and_the_hash_only_where_it_is_needed(records, ann):
    assert records.users.find() == [ann]
    assert records.users.of_login("ann") == (ann, "hash")
    assert records.users.of_login("bob") is None
    with pytest.raises(NotAllowedError, match="already"):
        records.users.add("ann", "Another", Role.STAFF, "hash", "terminal")


def test_a_session_ends_by_time_by_idleness_and_by_hand(records, clock, ann):
    def start(name):
        records.sessions.add(name, ann.id, "csrf", clock() + timedelta(hours=5))

    start("one")
    assert records.sessions.get("one", IDLE).user == ann
    assert records.sessions.get("two", IDLE) is None
    clock.passes(hours=1)
    assert records.sessions.get("one", IDLE) is not None
    clock.passes(hours=1, minutes=59)
    assert records.sessions.get("one", IDLE) is not None
    clock.passes(hours=2)
    assert records.sessions.get("one", IDLE) is None
    start("three")
    for _ in range(4):
        clock.passes(hours=1)
        assert records.sessions.get("three", IDLE) is not None
    clock.passes(hours=1)
    assert records.sessions.get("three", IDLE) is None
    start("four")
    records.sessions.remove("four")
    assert records.sessions.get("four", IDLE) is None


@pytest.mark.parametrize("change", ["password", "disable"])
def test_a_new_password_or_a_disabled_user_ends_every_session(records, clock, ann, change):
    records.sessions.add("one", ann.id, "csrf", clock() + timedelta(hours=5))
    if change == "password":
        records.users.set_password("ann", "other", "terminal")
    else:
        records.users.set_disabled("ann", "terminal", disabled=True)
        assert records.users.find()[0].disabled_at == clock.now
    assert records.sessions.get("one", IDLE) is None
    with pytest.raises(NoRecordError):
        records.users.set_password("bob", "hash", "terminal")


def test_attempts_are_counted_by_key_and_forgotten_by_time(records, clock):
    window = timedelta(minutes=15)
    assert records.sessions.note_attempt({"a": 2, "b": 9}, window) is not None
    second = records.sessions.note_attempt({"a": 2}, window)
    assert records.sessions.note_attempt({"a": 2}, window) is None
    assert records.sessions.note_attempt({"b": 2}, window) is not None
    records.sessions.forget_attempts(second)
    assert records.sessions.note_attempt({"a": 2}, window) is not None
    assert records.sessions.note_attempt({"a": 2}, window) is None
    clock.passes(minutes=16)
    assert records.sessions.note_attempt({"a": 2}, window) is not None


def test_a_user_who_is_removed_takes_the_sessions_along_and_leaves_the_audit(records, clock, ann):
    records.sessions.add("one", ann.id, "csrf", clock() + timedelta(hours=5))
    records.users.remove("ann", "terminal")
    assert records.users.find() == []
    assert records.sessions.get("one", IDLE) is None
    assert [entry.action for entry in records.audit.of("user:ann")] == [
        "user added",
        "user deleted",
    ]
    with pytest.raises(NoRecordError):
        records.users.remove("ann", "terminal")

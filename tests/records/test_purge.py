"""Deleting what was kept for long enough, on both databases."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import make_url

from assistant.answer import AnswerStatus
from assistant.records.values import Incoming, KeptTurn, NewFeedback, Retention, Role
from tests.records.making import drafted

SECRET = "xylophonist"


def fill(records):
    """One of each kind, each with a word that stands nowhere else."""
    message = Incoming(f"Is there a {SECRET}?", sender_name=SECRET)
    records.enquiries.add(message, "ann", drafted())
    job = records.jobs.add("in.csv", "d", [message], "ann")
    conversation = records.conversations.start()
    records.conversations.add(conversation, KeptTurn(SECRET, "", AnswerStatus.NOT_COVERED))
    records.feedback.add(NewFeedback(SECRET, "", AnswerStatus.NOT_COVERED, helpful=False))
    user = records.users.add("ann", "Ann", Role.STAFF, "hash", "terminal")
    records.sessions.add("token", user.id, "csrf", records.clock() + timedelta(hours=1))
    records.sessions.note_attempt({"key": 5}, timedelta(minutes=15))
    return job, conversation


def test_each_kind_goes_after_its_own_days(records, clock):
    _, conversation = fill(records)
    retention = Retention(
        conversations=10, feedback=20, enquiries=30, jobs=40, audit=50, sessions=1
    )
    clock.passes(days=9)
    counts = records.purge(retention, "ann")
    assert (counts["sessions"], counts["sign-in attempts"]) == (1, 1)
    assert sum(counts.values()) == 2
    clock.passes(days=2)
    assert records.purge(retention, "ann")["conversations"] == 1
    assert records.conversations.get(conversation) == ()
    clock.passes(days=10)
    assert records.purge(retention, "ann")["feedback"] == 1
    clock.passes(days=10)
    assert records.purge(retention, "ann")["enquiries"] == 1
    assert records.enquiries.count() == 0
    clock.passes(days=10)
    assert records.purge(retention, "ann")["jobs"] == 1
    assert records.jobs.find() == []
    clock.passes(days=10)
    assert records.purge(retention, "ann")["audit"] >= 3
    assert [user.login for user in records.users.find()] == ["ann"]


def test_a_dry_run_counts_and_deletes_nothing(records, clock):
    fill(records)
    clock.passes(days=1000)
    counts = records.purge(Retention(), "ann", dry_run=True)
    assert (counts["enquiries"], counts["feedback"], counts["conversations"]) == (1, 1, 1)
    assert records.enquiries.count() == 1


def test_no_days_means_for_good(records, clock):
    fill(records)
    clock.passes(days=10_000)
    kept = Retention(conversations=0, feedback=0, enquiries=0, jobs=0, audit=0, sessions=0)
    assert records.purge(kept, "ann") == {}
    assert records.enquiries.count() == 1


def test_nothing_of_what_was_deleted_is_left_in_the_file(records, address, clock):
    fill(records)
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return
    folder = Path(str(url.database)).parent

    def held():
        return sum(SECRET[:8].encode() in path.read_bytes() for path in folder.iterdir())

    assert held() >= 1
    clock.passes(days=1000)
    records.purge(Retention(), "ann")
    assert held() == 0

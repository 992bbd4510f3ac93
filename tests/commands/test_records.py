"""``careers records``: what is kept, and deleting what is old."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.commands import main
from assistant.records import Records
from assistant.records.values import Incoming


@pytest.fixture
def address(tmp_path):
    """Records with one enquiry of 400 days ago and one of today."""
    kept = f"sqlite:///{tmp_path / 'records.sqlite3'}"
    long_ago = datetime.now(UTC) - timedelta(days=400)
    with Records(kept, lambda: long_ago) as records:
        records.enquiries.add(Incoming("Old?"), "ann")
    with Records(kept) as records:
        records.enquiries.add(Incoming("New?"), "ann")
    return kept


def left(address):
    with Records(address) as records:
        return [enquiry.body for enquiry in records.enquiries.find()]


def test_what_is_old_is_deleted(address, capsys):
    assert main.main(["records", "purge", "--dry-run", "--database", address]) == 0
    assert "1 enquiries would be deleted" in capsys.readouterr().out
    assert left(address) == ["New?", "Old?"]
    assert main.main(["records", "purge", "--database", address]) == 0
    assert "1 enquiries deleted" in capsys.readouterr().out
    assert left(address) == ["New?"]


def test_the_settings_say_how_long(address, monkeypatch, capsys):
    monkeypatch.setenv("CAREERS_ENQUIRIES_DAYS", "500")
    main.main(["records", "purge", "--database", address])
    assert left(address) == ["New?", "Old?"]
    monkeypatch.setenv("CAREERS_ENQUIRIES_DAYS", "0")
    main.main(["records", "purge", "--database", address])
    assert left(address) == ["New?", "Old?"]
    monkeypatch.setenv("CAREERS_ENQUIRIES_DAYS", "-1")
    assert main.main(["records", "purge", "--database", address]) == 2
    assert "CAREERS_ENQUIRIES_DAYS" in capsys.readouterr().err


def test_the_status_says_how_much_there_is(address, capsys):
    assert main.main(["records", "status", "--database", address]) == 0
    out = capsys.readouterr().out
    assert "enquiries" in out
    assert "365" in out


def test_an_address_that_cannot_be_opened_is_explained(capsys):
    assert main.main(["records", "status", "--database", "mysql://x/y"]) == 2
    assert "SQLite or PostgreSQL" in capsys.readouterr().err

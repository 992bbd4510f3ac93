"""A desk over real answers and empty records."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.enquiries.desk import Desk
from assistant.enquiries.letter import load_letter
from assistant.records import Records
from tests.opened import assistant_over

BASE = "https://careers.example"


class Clock:
    """Says how late it is; time passes when the test says so."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def __call__(self):
        return self.now

    def passes(self, **time):
        self.now += timedelta(**time)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def records(tmp_path, clock):
    with Records(f"sqlite:///{tmp_path / 'records.sqlite3'}", clock) as kept:
        yield kept


@pytest.fixture(scope="session")
def letter():
    return load_letter(BASE)


@pytest.fixture(scope="session")
def assistant(index_folder):
    return assistant_over(index_folder)


@pytest.fixture
def desk(records, assistant, letter):
    return Desk(records, assistant, letter)

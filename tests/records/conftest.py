"""The same records on SQLite and on a real PostgreSQL, with a clock that the test sets."""

import os
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import create_engine, make_url, text

from assistant.records import Records
from tests.records.postgresql import find_server, running

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_numbers = count(1)


class Clock:
    """Says how late it is; time passes when the test says so."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def passes(self, **time):
        self.now += timedelta(**time)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def postgresql():
    """Address of a server with a migrated database "model". In CI its absence is a failure."""
    programs = find_server()
    if programs is None:
        message = "no PostgreSQL: on Debian, apt-get install postgresql"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(message)
        pytest.skip(message)
    with running(programs) as address:
        _create(address, "model")
        Records(_database(address, "model")).close()
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """Where records may be kept: an empty, migrated database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records.sqlite3'}"
    server = request.getfixturevalue("postgresql")
    name = f"test{next(_numbers)}"
    _create(server, name, "TEMPLATE model")
    return _database(server, name)


@pytest.fixture
def records(address, clock):
    with Records(address, clock) as kept:
        yield kept


def _create(server, name, how=""):
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} {how}"))
    engine.dispose()


def _database(server, name):
    return make_url(server).set(database=name).render_as_string(hide_password=False)

"""Opening a database: its address, how SQLite is to behave, and bringing its tables up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session

from assistant.errors import RecordsError

MIGRATIONS = Path(__file__).parent / "migrations"
#: Any number that nobody else locks by: two processes may come to migrate at once.
_MIGRATION_LOCK = 706_172_119


class Database:
    """A database whose tables are up to date.

    Args:
        address: an SQLAlchemy address ("sqlite:////srv/records.sqlite3",
            "postgresql://user@host/name").

    Raises:
        RecordsError: the address can't be used, or its tables are of a newer program.
    """

    def __init__(self, address: str) -> None:
        url = _url(address)
        self.is_sqlite = url.get_backend_name() == "sqlite"
        try:
            self.engine = _engine(url)
        except ImportError as error:
            message = (
                "For PostgreSQL the driver is needed: pip install 'careers-assistant[postgres]'."
            )
            raise RecordsError(message) from error
        self._writing = self.engine.execution_options(writes=True)
        try:
            self._migrate(url)
        except (SQLAlchemyError, OSError) as error:
            self.engine.dispose()
            shown = url.render_as_string(hide_password=True)
            message = f"The records at {shown} can't be opened: {_first_line(error)}"
            raise RecordsError(message) from error
        except RecordsError:
            self.engine.dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads.

        Raises:
            RecordsError: the database refused, or can't be reached.
        """
        with _told_plainly(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept when the block ends well, and none otherwise.

        Raises:
            RecordsError: the database refused, or can't be reached. Nothing was kept.
        """
        with (
            _told_plainly(),
            Session(self._writing, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def check(self) -> None:
        """Ask for a sign of life.

        Raises:
            RecordsError: the database does not answer.
        """
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError as error:
            message = f"The records do not answer: {_first_line(error)}"
            raise RecordsError(message) from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def _migrate(self, url: URL) -> None:
        if self.is_sqlite:
            file = Path(str(url.database))
            file.parent.mkdir(parents=True, exist_ok=True)
            # Letters are in it: nobody but their keeper reads them. SQLite gives its log the same.
            file.touch(mode=0o600)
            with FileLock(f"{url.database}.lock"), self.engine.connect() as connection:
                _upgrade(connection)
            return
        with self.engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:n)"), {"n": _MIGRATION_LOCK})
            connection.commit()
            try:
                _upgrade(connection)
            finally:
                connection.rollback()
                connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": _MIGRATION_LOCK})
                connection.commit()


def _url(address: str) -> URL:
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError) as error:
        message = (
            "CAREERS_DATABASE_URL is no address of a database. Write sqlite:////path/to/file or "
            "postgresql://user@host/name."
        )
        raise RecordsError(message) from error
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database in (None, "", ":memory:"):
        message = "Records are kept in a file: write sqlite:////path/to/file."
        raise RecordsError(message)
    if backend != "sqlite":
        message = f"Records are kept in SQLite or PostgreSQL; {backend} is neither."
        raise RecordsError(message)
    return url


def _engine(url: URL) -> Engine:
    """An engine whose errors never tell the values that it was given: they may be personal."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own notion of when a transaction starts is switched off; see _begin_sqlite.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that will write takes its place in the queue at once: one that turned from
    # reading to writing half-way would be refused while another writes.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _upgrade(connection: Connection) -> None:
    if _is_newest(connection):
        return
    # Alembic is slow to load, and only needed where there is something to do.
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    now = MigrationContext.configure(connection).get_current_revision()
    connection.rollback()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if now is not None and now not in known:
        message = (
            f"The records were written by a newer version of the program (their shape is {now}). "
            "Update the program, or name other records by CAREERS_DATABASE_URL."
        )
        raise RecordsError(message)
    command.upgrade(config, "head")
    connection.commit()


def _is_newest(connection: Connection) -> bool:
    """Whether the last migration has been done: its file's name begins with its revision."""
    newest = max(path.name for path in (MIGRATIONS / "versions").glob("*.py")).partition("_")[0]
    if not inspect(connection).has_table("alembic_version"):
        return False
    done = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    connection.rollback()
    return done == [newest]


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn an error of the database into one of ours that says nothing personal.

    PostgreSQL repeats the whole row that it refuses; neither that nor the original error may reach
    a log.
    """
    try:
        yield
    except SQLAlchemyError as error:
        message = f"The records could not be read or written: {_first_line(error)}"
        raise RecordsError(message) from None
    except OverflowError:
        message = "The records hold no number as large as that."
        raise RecordsError(message) from None


def _first_line(error: Exception) -> str:
    """What a database says first, which names tables and columns but no values."""
    cause: Any = getattr(error, "orig", None) or error
    return (str(cause).strip().splitlines() or [type(cause).__name__])[0]

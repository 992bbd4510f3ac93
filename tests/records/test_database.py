"""Addresses, migrations, and what the tables are like after them."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, make_url, text

from assistant.errors import RecordsError
from assistant.records import Records, address_in
from assistant.records.database import MIGRATIONS
from assistant.records.tables.base import Base
from assistant.records.values import EnquiryFilter, Incoming


def engine_of(address):
    url = make_url(address)
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(url)


def migrate(address, how, revision):
    """Bring the tables to another revision, as Alembic does it."""
    engine = engine_of(address)
    with engine.connect() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        how(config, revision)
        connection.commit()
    engine.dispose()


def ours(change):
    """Whether a difference is about our tables: those of FTS5 are SQLite's own."""
    return not str(getattr(change[1], "name", "")).startswith(
        ("enquiry_words", "ix_enquiries_found")
    )


def test_the_migrations_make_the_tables_that_the_code_uses(address):
    Records(address).close()
    engine = engine_of(address)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert [change for change in found if ours(change)] == []


def test_every_migration_can_be_undone_and_done_again(address):
    Records(address).close()
    migrate(address, command.downgrade, "base")
    engine = engine_of(address)
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    engine.dispose()
    with Records(address) as records:
        records.enquiries.add(Incoming("A question?"), "ann")
        assert records.enquiries.count(EnquiryFilter(words="questions")) == 1


def test_who_brought_an_enquiry_in_is_taken_from_the_audit_of_older_records(address):
    with Records(address) as records:
        records.enquiries.add(Incoming("One?", reference="7"), "api:website")
        records.enquiries.add(Incoming("Two?", reference="7"), "ann")
    migrate(address, command.downgrade, "0005")
    with Records(address) as records:
        newest = {enquiry.received_by: enquiry.body for enquiry in records.enquiries.find()}
        assert newest == {"api:website": "One?", "ann": "Two?"}


def test_each_migration_is_named_by_its_revision_and_the_last_is_the_newest():
    scripts = ScriptDirectory(str(MIGRATIONS))
    names = {script.revision: Path(script.path).name for script in scripts.walk_revisions()}
    assert all(name.startswith(f"{revision}_") for revision, name in names.items())
    assert names[str(scripts.get_current_head())] == max(names.values())
    assert {path.name for path in (MIGRATIONS / "versions").glob("*.py")} == set(names.values())


def test_alembic_is_not_loaded_for_records_that_are_up_to_date(address):
    Records(address).close()
    code = (
        "import sys; from assistant.records import Records; Records(sys.argv[1]).close(); "
        "print([name for name in sys.modules if name.startswith('alembic')])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, address], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_records_of_a_newer_program_are_left_alone(address):
    Records(address).close()
    engine = engine_of(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(RecordsError, match=r"newer version.*9999"):
        Records(address)


def test_nobody_else_may_read_the_file(tmp_path):
    with Records(address_in(tmp_path / "data")) as records:
        records.enquiries.add(Incoming("One?"), "ann")
        modes = {path.name: path.stat().st_mode & 0o77 for path in (tmp_path / "data").iterdir()}
    assert {name: mode for name, mode in modes.items() if not name.endswith(".lock")} == {
        "records.sqlite3": 0,
        "records.sqlite3-wal": 0,
        "records.sqlite3-shm": 0,
    }


def test_two_programs_may_open_empty_records_at_once(tmp_path):
    address = address_in(tmp_path / "new" / "folder")
    faults = []

    def open_them():
        try:
            Records(address).close()
        except RecordsError as error:
            faults.append(error)

    threads = [threading.Thread(target=open_them) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert faults == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("not an address", "CAREERS_DATABASE_URL is no address"),
        ("sqlite://", "kept in a file"),
        ("mysql://localhost/x", "SQLite or PostgreSQL"),
        ("sqlite:////proc/none/here/records", "can't be"),
    ],
)
def test_an_address_that_cannot_be_used_is_explained(address, said):
    with pytest.raises(RecordsError, match=said):
        Records(address)


def test_a_server_that_is_not_there_is_explained_without_the_password(tmp_path):
    address = f"postgresql://careers:secret-word@/x?host={tmp_path}&connect_timeout=2"
    with pytest.raises(RecordsError) as told:
        Records(address)
    assert "can't be opened" in str(told.value)
    assert "secret-word" not in str(told.value)

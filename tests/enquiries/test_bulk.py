"""Bulk jobs: none is lost and none done twice, whatever is stopped or killed when."""

import csv
import io
import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, AnswerStatus, Part
from assistant.enquiries.bulk import results, run_job, start_job
from assistant.enquiries.desk import Desk
from assistant.errors import NotAllowedError
from assistant.records import Records
from assistant.records.values import Channel
from tests.conftest import PROJECT
from tests.enquiries.scripted import Scripted, guide_of

CAREERS = "import sys; from assistant.commands.main import main; sys.exit(main())"


def file_of(count, text="Question {n}?"):
    rows = "".join(f"r{n},Sam,{text.format(n=n)}\n" for n in range(count))
    return f"id,name,message\n{rows}".encode()


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return guide_of(tmp_path_factory.mktemp("guide"))


@pytest.fixture
def desk(records, guide, letter):
    return Desk(records, Scripted(guide), letter)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_row_becomes_an_enquiry_with_a_draft(desk, records):
    job = start_job(records, "in.csv", file_of(3), "ann")
    told = []
    job = run_job(desk, records, job.id, lambda done, total: told.append((done, total)))
    assert (job.done, job.failed, job.running) == (3, 0, False)
    assert job.finished_at is not None
    assert told == [(1, 3), (2, 3), (3, 3)]
    first = records.enquiries.find(limit=1, offset=2)[0]
    assert (first.channel, first.reference, first.sender_name) == (Channel.CSV, "r0", "Sam")
    rows = rows_of(results(records, desk, job.id))
    assert [row["id"] for row in rows] == ["r0", "r1", "r2"]
    assert rows[0]["not covered"] == "Question 0?"
    assert rows[0]["reply"].startswith("Dear Sam,\n")
    assert records.audit.of(f"enquiry:{first.id}")[0].by == "ann"


def test_the_same_file_is_the_same_job_unless_it_is_asked_for_again(desk, records):
    job = run_job(desk, records, start_job(records, "in.csv", file_of(2), "ann").id)
    assert start_job(records, "renamed.csv", file_of(2), "ann").id == job.id
    assert run_job(desk, records, job.id) == job
    assert start_job(records, "in.csv", file_of(2), "bob").id == job.id
    assert start_job(records, "in.csv", file_of(2), "ann", again=True).id != job.id
    assert records.enquiries.count() == 2


def test_a_row_that_fails_is_named_and_the_others_are_done(records, guide, letter):
    failed = AnswerStatus.FAILED
    sorry = Answer("Question 1?", failed, "Sorry.", parts=(Part("Question 1?", failed),))
    desk = Desk(records, Scripted(guide, {"Question 1?": sorry}), letter)
    job = run_job(desk, records, start_job(records, "in.csv", file_of(3), "ann").id)
    assert (job.done, job.failed) == (3, 1)
    rows = rows_of(results(records, desk, job.id))
    assert [row["state"] for row in rows] == ["drafted", "failed", "drafted"]
    assert "try again" in rows[1]["fault"]


def test_a_row_that_cannot_be_read_keeps_no_other_from_being_answered(desk, records):
    data = b"id,message\n7,Why?\n8,\n9,How?\n"
    job = run_job(desk, records, start_job(records, "in.csv", data, "ann").id)
    assert (job.total, job.done, job.failed) == (3, 3, 1)
    assert records.enquiries.count() == 2
    _, failed, _ = rows_of(results(records, desk, job.id))
    assert (failed["id"], failed["state"]) == ("8", "failed")
    assert failed["fault"].startswith("Row 3: The message is empty")


def test_a_job_that_was_stopped_goes_on_where_it_was(desk, records):
    job = start_job(records, "in.csv", file_of(5), "ann")
    stopped = run_job(
        desk, records, job.id, lambda done, _: records.jobs.stop(job.id) if done == 2 else None
    )
    assert (stopped.done, stopped.finished_at, stopped.stopped) == (3, None, True)
    assert run_job(desk, records, job.id).done == 5
    assert records.enquiries.count() == 5


def test_two_workers_do_not_share_a_job(desk, records):
    job = start_job(records, "in.csv", file_of(2), "ann")
    assert records.jobs.claim(job.id, f"{os.uname().nodename}:{os.getpid()}:other")
    with pytest.raises(NotAllowedError, match="worked on already"):
        run_job(desk, records, job.id)


class Power(BaseException):
    """The power fails."""


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    count=st.integers(1, 8),
    failures=st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=5),
)
def test_whenever_it_breaks_each_row_is_done_exactly_once(records, guide, letter, count, failures):
    pending = list(failures)

    class Breaking(Scripted):
        def ask(self, question, conversation=None):
            at = int(question.removeprefix("Question ").rstrip("?"))
            if pending and pending[0] == (at, False):
                pending.pop(0)
                raise Power
            return super().ask(question, conversation)

    def after(done, _):
        if pending and pending[0] == (done - 1, True):
            pending.pop(0)
            raise Power

    before = records.enquiries.count()
    desk = Desk(records, Breaking(guide), letter)
    job = start_job(records, "in.csv", file_of(count), "ann", again=True)
    for _ in range(len(failures) + 1):
        try:
            job = run_job(desk, records, job.id, after)
        except Power:
            continue
        break
    rows = rows_of(results(records, desk, job.id))
    assert job.finished_at is not None
    assert [row["id"] for row in rows] == [f"r{n}" for n in range(count)]
    assert len({row["enquiry"] for row in rows}) == count == records.enquiries.count() - before


@pytest.mark.slow
def test_killed_twice_and_run_again_none_is_lost_and_none_is_done_twice(index_folder, tmp_path):
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    total = 60
    source.write_bytes(file_of(total, "What does a backend engineer earn in year {n}?"))
    address = f"sqlite:///{tmp_path / 'records.sqlite3'}"
    Records(address).close()
    command = [
        *(sys.executable, "-c", CAREERS, "enquiries", "run"),
        *(str(source), str(out), "--index", str(index_folder), "--database", address),
    ]

    def start():
        return subprocess.Popen(
            command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    with Records(address) as records:
        for least in (1, total // 2):
            with start() as process:
                while not any(job.done >= least for job in records.jobs.find()):
                    assert process.poll() is None, process.stderr.read()
                    time.sleep(0.01)
                process.send_signal(signal.SIGKILL)
            assert not out.exists()
        assert records.jobs.find()[0].done < total
        with start() as process:
            errors = process.stderr.read()
        assert process.returncode == 0, errors
        assert f"of {total} rows" in errors
        rows = rows_of(out.read_text("utf-8-sig"))
        assert [row["id"] for row in rows] == [f"r{n}" for n in range(total)]
        assert len({row["enquiry"] for row in rows}) == total == records.enquiries.count()
        assert len(records.jobs.find()) == 1

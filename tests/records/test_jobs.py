"""Bulk jobs as they are kept, on both databases."""

import pytest

from assistant.errors import NoRecordError
from assistant.records.values import Channel, Incoming
from tests.records.making import drafted

ROWS = [Incoming(f"Question {n}?", channel=Channel.CSV, reference=f"r{n}") for n in range(3)]


def test_a_job_counts_its_rows(records):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    assert (job.total, job.done, job.failed, job.finished_at, job.running) == (3, 0, 0, None, False)
    lines = records.jobs.waiting(job.id)
    assert [line.message for line in lines] == ROWS
    assert records.jobs.complete(job.id, lines[0], drafted())
    assert records.jobs.complete(job.id, lines[1], None, "could not be answered")
    job = records.jobs.get(job.id)
    assert (job.done, job.failed) == (2, 1)
    assert [line.id for line in records.jobs.waiting(job.id)] == [lines[2].id]


def test_a_row_is_done_once_however_often_it_is_completed(records):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    line = records.jobs.waiting(job.id)[0]
    records.jobs.complete(job.id, line, drafted())
    records.jobs.complete(job.id, line, drafted())
    assert records.enquiries.count() == 1
    assert records.jobs.get(job.id).done == 1


def test_a_row_that_is_done_keeps_nothing_of_the_message(records):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    records.jobs.complete(job.id, records.jobs.waiting(job.id)[0], drafted())
    done, waiting, _ = records.jobs.lines(job.id)
    assert (done.message.body, done.message.reference) == ("", "r0")
    assert waiting.message.body == "Question 1?"
    enquiry = records.enquiries.get(done.enquiry_id)
    assert (enquiry.body, enquiry.reference, enquiry.channel) == ("Question 0?", "r0", Channel.CSV)


def test_only_one_worker_has_a_job_until_it_gives_no_sign_of_life(records, clock):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    assert records.jobs.claim(job.id, "one")
    assert not records.jobs.claim(job.id, "two")
    assert records.jobs.get(job.id).running
    clock.passes(seconds=20)
    records.jobs.complete(job.id, records.jobs.waiting(job.id)[0], drafted())
    clock.passes(seconds=20)
    assert not records.jobs.claim(job.id, "two")
    clock.passes(seconds=31)
    assert not records.jobs.get(job.id).running
    assert records.jobs.claim(job.id, "two")
    assert records.jobs.claim(job.id, "three", dead="two")
    records.jobs.release(job.id, "three")
    assert records.jobs.claim(job.id, "four")


def test_a_stopped_job_is_told_to_its_worker_and_goes_on_when_it_is_taken_up(records):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    records.jobs.claim(job.id, "one")
    line, other, _ = records.jobs.waiting(job.id)
    assert records.jobs.complete(job.id, line, drafted())
    records.jobs.stop(job.id)
    assert not records.jobs.complete(job.id, other, drafted())
    assert records.jobs.unfinished() == []
    records.jobs.release(job.id, "one")
    assert records.jobs.claim(job.id, "two")
    assert [each.id for each in records.jobs.unfinished()] == [job.id]
    records.jobs.finish(job.id)
    assert not records.jobs.claim(job.id, "three")


def test_a_rows_enquiry_was_received_with_its_file_and_drafted_when_it_was_done(records, clock):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    clock.passes(minutes=3)
    records.jobs.complete(job.id, records.jobs.waiting(job.id)[0], drafted())
    (enquiry,) = records.enquiries.find()
    assert enquiry.received_at == job.created_at
    assert enquiry.drafted_at == clock()
    (timing,) = records.use.timings()
    assert (timing.drafted_at - timing.received_at).total_seconds() == 180


def test_the_same_file_is_known_whoever_brings_it(records):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann")
    assert records.jobs.of_digest("digest").id == job.id
    assert records.jobs.of_digest("another") is None
    assert [each.id for each in records.jobs.find()] == [job.id]
    with pytest.raises(NoRecordError):
        records.jobs.get(job.id + 1)


def test_a_row_that_failed_before_it_was_begun_is_not_waiting(records):
    job = records.jobs.add("in.csv", "digest", ROWS, "ann", {2: "Row 3: empty"})
    assert (job.done, job.failed) == (1, 1)
    assert [line.position for line in records.jobs.waiting(job.id)] == [1, 3]
    assert records.jobs.lines(job.id)[1].fault == "Row 3: empty"

"""Pasting, uploading, and files of many enquiries."""

import re
from threading import Event

import pytest

from assistant.answer import Answer, AnswerStatus, Part
from assistant.enquiries.bulk import start_job
from assistant.records.values import Channel
from assistant.web.desk import working
from tests.web.desk.conftest import MESSAGE, hidden, shown

EML = (
    b"From: Jo Tern <jo@example.org>\r\nSubject: Lighthouses\r\nMessage-ID: <7@example.org>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + MESSAGE.encode()
)
CSV = f"id,name,message\n1,Jo,{MESSAGE}\n2,Al,Which skills?\n3,Em,Is it far?\n".encode()


def upload(browser, name, data, **more):
    token = hidden(browser.get("/desk/new"), "csrf")
    fields = {"csrf": token, **more}
    return browser.post("/desk/new/upload", data=fields, files={"file": (name, data)})


def test_a_pasted_e_mail_is_read_with_its_headers(staff, records):
    text = f"From: Jo Tern <jo@example.org>\r\nSubject: Lighthouses\r\n\r\n{MESSAGE}"
    answer = staff.submit("/desk/new/paste", {"message": text})
    assert answer.headers["location"] == "/desk/enquiries/1?said=drafted"
    kept = records.enquiries.get(1)
    assert (kept.subject, kept.sender_name, kept.body) == ("Lighthouses", "Jo Tern", MESSAGE)


def test_what_is_typed_beside_the_message_counts(staff, records):
    fields = {"message": MESSAGE, "subject": "By hand", "sender_name": "Al"}
    staff.submit("/desk/new/paste", fields)
    assert records.enquiries.get(1).subject == "By hand"
    assert records.enquiries.get(1).sender_name == "Al"


@pytest.mark.parametrize(("text", "told"), [("  ", "empty"), ("pay " * 6000, "Shorten it")])
def test_what_cannot_be_read_is_told_and_kept_in_the_form(staff, records, text, told):
    answer = staff.submit("/desk/new/paste", {"message": text, "subject": "My subject"})
    assert answer.status_code == 422
    assert told in shown(answer)
    assert 'value="My subject"' in answer.text
    assert text.strip() in answer.text
    assert records.enquiries.count() == 0


@pytest.mark.parametrize(
    ("name", "data", "channel"),
    [("a.eml", EML, Channel.EMAIL), ("a.txt", MESSAGE.encode(), Channel.TEXT)],
)
def test_a_file_of_one_message_is_drafted_at_once(staff, records, name, data, channel):
    answer = upload(staff, name, data)
    assert answer.headers["location"] == "/desk/enquiries/1?said=drafted"
    assert records.enquiries.get(1).channel is channel


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF", "Give a .txt, an .eml or a .csv"),
        ("a.csv", b"id,name\n1,Jo\n", "no column with the messages"),
        ("a.txt", b"\x00\x01\x02", "no text file"),
        ("a.csv", b"", "is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(staff, records, name, data, told):
    answer = upload(staff, name, data)
    assert answer.status_code == 422
    assert told in shown(answer)
    assert records.enquiries.count() == 0


MAIL = b"From: Jo <jo@x.org>\nMessage-ID: <1@x.org>\nSubject: %s\n\nWhich skills?%s"


def test_an_email_that_a_colleague_brought_in_is_opened(staff, admin, records):
    first = upload(staff, "a.eml", MAIL % (b"Pay", b""))
    again = upload(admin, "b.eml", MAIL % (b"Pay", b""))
    assert again.headers["location"] == "/desk/enquiries/1?said=known-mail"
    assert "brought in before" in shown(admin.get(again.headers["location"]))
    assert first.headers["location"] == "/desk/enquiries/1?said=drafted"
    assert "/enquiries/2" in upload(staff, "a.eml", MAIL % (b"Pay", b" And?")).headers["location"]
    assert "/3?" in upload(staff, "a.eml", MAIL % (b"", b""), again="yes").headers["location"]
    assert records.enquiries.count() == 3


def test_the_inbox_shows_what_is_to_be_answered(staff):
    below = b"\n\n-----Original Message-----\nFrom: Us <us@x.org>\nSent: Monday\n\nYour region?"
    upload(staff, "a.eml", MAIL % (b"Pay", below))
    assert "Your region" not in shown(staff.get("/desk/"))
    assert "Your region" in shown(staff.get("/desk/enquiries/1"))


def test_no_file_at_all_is_told(staff):
    answer = staff.submit("/desk/new/upload")
    assert answer.status_code == 422
    assert "No file was chosen" in shown(answer)


def test_a_csv_becomes_a_job_with_its_enquiries(staff, office):
    answer = upload(staff, "march.csv", CSV)
    assert answer.headers["location"] == "/desk/jobs/1?said=started"
    office.workers.wait(1)
    told = staff.get("/desk/jobs/1/progress").json()
    assert told == {"done": 3, "total": 3, "failed": 0, "state": "Finished"} | {
        "running": False,
        "over": True,
    }
    assert "3 of 3 rows" in shown(staff.get("/desk/jobs/1"))
    assert "by Bob Reed" in shown(staff.get("/desk/jobs/1"))
    assert "march.csv" in shown(staff.get("/desk/jobs"))
    assert "3 enquiries" in shown(staff.get("/desk/?job=1"))


def test_the_same_file_is_not_brought_in_twice_unless_somebody_says_so(staff, office, records):
    upload(staff, "march.csv", CSV)
    office.workers.wait(1)
    again = upload(staff, "copy of march.csv", CSV)
    assert again.headers["location"] == "/desk/jobs/1?said=known"
    assert records.enquiries.count() == 3
    upload(staff, "march.csv", CSV, again="yes")
    office.workers.wait(2)
    assert records.enquiries.count() == 6


def test_a_row_that_fails_is_named(staff, office, answering):
    question = "Which skills?"
    failed = (Part(question, AnswerStatus.FAILED),)
    answering.answers[question] = Answer(question, AnswerStatus.FAILED, "", parts=failed)
    upload(staff, "march.csv", CSV)
    office.workers.wait(1)
    page = shown(staff.get("/desk/jobs/1"))
    assert "1 failed" in page
    assert re.search(r"2 : .*could not answer", page)


def test_a_job_is_stopped_and_goes_on_where_it_was(staff, office, answering, records):
    """The second row waits until the test has asked the job to stop."""
    reached, go_on = Event(), Event()

    def slowly():
        reached.set()
        assert go_on.wait(20)

    answering.answers["Which skills?"] = slowly
    upload(staff, "march.csv", CSV)
    assert reached.wait(20)
    assert staff.get("/desk/jobs/1/progress").json()["state"] == "Working"
    assert "stops after the row" in shown(
        staff.get(staff.submit("/desk/jobs/1/stop").headers["location"])
    )
    assert staff.get("/desk/jobs/1/progress").json()["state"] == "Stopping"
    go_on.set()
    office.workers.wait(1)
    told = staff.get("/desk/jobs/1/progress").json()
    assert (told["done"], told["state"]) == (2, "Stopped")
    assert "Go on" in shown(staff.get("/desk/jobs/1"))
    staff.submit("/desk/jobs/1/go")
    office.workers.wait(1)
    assert records.jobs.get(1).finished_at is not None
    assert records.enquiries.count() == 3


def test_a_job_of_a_process_that_was_killed_is_taken_up(office, records, clock):
    job = start_job(records, "march.csv", CSV, "bob")
    assert records.jobs.claim(job.id, "another process")
    clock.passes(minutes=1)
    office.workers.take_up()
    office.workers.wait(job.id)
    assert records.enquiries.count() == 3


def test_one_that_is_still_at_work_is_left_to_it(office, records, monkeypatch, caplog):
    monkeypatch.setattr(working, "LET_GO_AFTER", 0.01)
    job = start_job(records, "march.csv", CSV, "bob")
    assert records.jobs.claim(job.id, "another process")
    office.workers.take_up()
    office.workers.wait(job.id)
    assert records.enquiries.count() == 0
    assert "being worked on already" in caplog.text

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answer import AnswerStatus
from assistant.records import Records
from assistant.web.feedback import add_feedback
from assistant.web.site import Site
from assistant.web.visitors import Visitors
from tests.web.scripted import ConversationLists, FeedbackList, cited

PLACE = {
    "number": 1,
    "guide": "Lab Analyst",
    "guide_id": "lab-analyst",
    "section": ["Pay"],
    "quote": "Junior",
    "source": "lab.md",
    "start": 3,
    "end": 9,
    "url": "/guides/lab-analyst",
}
GIVEN = {
    "question": "What does it pay?",
    "answer": "£35,000 [1]",
    "status": "answered",
    "citations": [PLACE],
    "snapshot": "20260101T000000-abcdef",
    "turns": ["Hello"],
    "helpful": False,
    "reason": "out_of_date",
    "note": " It was £40,000 last week. ",
}


def posting(site):
    app = FastAPI()
    add_feedback(app, site)
    return TestClient(app)


def test_feedback_is_kept_with_what_it_is_for(tmp_path):
    with Records(f"sqlite:///{tmp_path / 'records.sqlite3'}") as records:
        assert (
            posting(Site(feedback=records.feedback)).post("/feedback", json=GIVEN).status_code
            == 201
        )
        [kept] = records.feedback.find()
    assert kept.given.question == "What does it pay?"
    assert kept.given.answer == "£35,000 [1]"
    assert kept.given.status is AnswerStatus.ANSWERED
    assert kept.given.citations[0].quote == "Junior"
    assert kept.given.snapshot_id == "20260101T000000-abcdef"
    assert kept.given.turns == ("Hello",)
    assert not kept.given.helpful
    assert kept.given.reason == "out_of_date"
    assert kept.given.note == "It was £40,000 last week."


def test_a_thumb_up_needs_no_reason():
    book = FeedbackList()
    given = {**GIVEN, "helpful": True, "reason": None, "note": ""}
    assert posting(Site(feedback=book)).post("/feedback", json=given).status_code == 201
    assert book.given[0].reason == ""


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "because"},
        {"note": "x" * 1001},
        {"question": ""},
        {"status": "great"},
        {"extra": 1},
        {"citations": [{**PLACE, "quote": "x" * 9000}]},
    ],
)
def test_what_is_no_feedback_is_refused(change):
    book = FeedbackList()
    assert (
        posting(Site(feedback=book)).post("/feedback", json={**GIVEN, **change}).status_code == 422
    )
    assert book.given == []


def test_one_visitor_cannot_flood_it():
    book = FeedbackList()
    client = posting(Site(feedback=book, visitors=Visitors(2)))
    assert [client.post("/feedback", json=GIVEN).status_code for _ in range(3)] == [201, 201, 429]
    assert len(book.given) == 2


def test_without_records_there_are_no_routes():
    client = posting(Site())
    assert client.post("/feedback", json=GIVEN).status_code == 404
    assert client.delete("/kept/kept1").status_code == 404


def test_a_recorded_conversation_can_be_deleted():
    book = ConversationLists()
    kept = book.start()
    assert posting(Site(conversations=book)).delete(f"/kept/{kept}").status_code == 204
    assert book.kept == {}


def test_a_citation_as_the_page_keeps_it_is_taken():
    place = cited(1, "Figures are estimates.")
    as_sent = {name: getattr(place, name) for name in place.__slots__}
    book = FeedbackList()
    given = {**GIVEN, "citations": [as_sent]}
    assert posting(Site(feedback=book)).post("/feedback", json=given).status_code == 201
    assert book.given[0].citations == (place,)

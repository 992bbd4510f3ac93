"""Stale answers: the old and the new text, and letting a reply stand."""

import re

import pytest

from assistant.enquiries.desk import Seen
from assistant.records.values import Incoming
from tests.enquiries.scripted import TEXT, guide_of
from tests.web.desk.conftest import MESSAGE, shown


@pytest.fixture
def sent(staff, office):
    """Two sent replies that cite the same place."""
    for subject in ("First", "Second"):
        enquiry = office.desk.receive(Incoming(MESSAGE, subject=subject), "bob")
        enquiry = office.desk.approve(Seen(enquiry.id, enquiry.version, "bob"))
        office.desk.mark_sent(Seen(enquiry.id, enquiry.version, "bob"))
    return staff


def change(answering, tmp_path, text):
    changed = guide_of(tmp_path, text)
    answering.guides = {changed.id: changed}
    answering.snapshot_id = f"after {len(text)}"


def test_nothing_is_stale_while_the_guides_stand(sent):
    assert "No reply is stale" in shown(sent.get("/desk/stale"))


def test_a_changed_place_is_shown_once_with_both_texts_and_all_replies(sent, answering, tmp_path):
    change(answering, tmp_path, TEXT.replace("£31,000", "£33,000"))
    page = sent.get("/desk/stale")
    assert shown(page).count("When it was cited") == 1
    assert "2 replies cite it" in shown(page)
    assert "The quoted words have changed" in shown(page)
    assert re.search(r"<del>£31,000</del>", page.text)
    assert re.search(r"<ins>£33,000</ins>", page.text)
    assert "1 cited place has changed" in shown(sent.get("/desk/enquiries/1"))


def test_a_reply_that_may_stand_is_settled_and_says_by_whom(sent, answering, tmp_path, records):
    change(answering, tmp_path, TEXT.replace("£31,000", "£33,000"))
    sent.get("/desk/stale")
    [own] = [each.id for each in records.stale.find() if each.enquiry_id == 1]
    answer = sent.submit("/desk/stale/settle", {"stale": [str(own), "x"]})
    page = shown(sent.get(answer.headers["location"]))
    assert "1 reply cites it" in page
    assert "Settled lately" in page
    assert "Bob Reed" in page
    assert "cited place has changed" not in shown(sent.get("/desk/enquiries/1"))


def test_a_guide_that_is_gone_is_said(sent, answering):
    answering.guides = {}
    answering.snapshot_id = "empty"
    page = shown(sent.get("/desk/stale"))
    assert "The guide is gone" in page
    assert "The guide is not there any more" in page

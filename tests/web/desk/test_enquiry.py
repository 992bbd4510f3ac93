"""The way of an enquiry on its page."""

import re

import pytest

from assistant.records.values import EnquiryState, Incoming
from tests.web.desk.conftest import MESSAGE, PASSWORD, PAY, Browser, fields_of, found, hidden, shown

PAGE = "/desk/enquiries/1"


@pytest.fixture
def drafted(staff):
    """An enquiry of two questions, one of them not covered."""
    answer = staff.submit(
        "/desk/new/paste",
        {"message": MESSAGE, "sender_name": "Jo Tern", "sender_email": "jo@example.org"},
    )
    assert answer.headers["location"] == "/desk/enquiries/1?said=drafted"
    return staff


def step(browser, name, at=PAGE, **changes):
    """Press a button on the page as it is now."""
    fields = fields_of(browser.get(at))
    known = {
        key.replace("_", "-"): value for key, value in changes.items() if key != "new_question"
    }
    kept = {key: value for key, value in changes.items() if key == "new_question"}
    return browser.post(at, data={**fields, **known, **kept, "step": name})


def said(browser, answer):
    assert answer.status_code == 303, shown(answer)
    return shown(browser.get(answer.headers["location"]))


def test_the_page_shows_each_question_with_its_answer_or_that_it_is_not_covered(drafted, guide):
    page = drafted.get(PAGE)
    fields = fields_of(page)
    assert fields["question-1"] == "What does a keeper earn?"
    assert fields["answer-1"] == f"{PAY} [1]"
    assert fields["question-2"] == "Is there a pension?"
    assert "don't cover this" in fields["answer-2"]
    assert fields["greeting"].startswith("Dear Jo Tern,")
    assert "Kind regards," in fields["closing"]
    assert [each in shown(page) for each in ("Answered", "Not covered")] == [True, True]
    start = guide.source_text.index(PAY)
    link = found(r'href="(/guides/lighthouse-keeper[^"]*)"', page.text)
    assert f"from={start}&amp;to={start + len(PAY)}" in link


def test_saving_without_a_change_changes_nothing(drafted, records):
    before = records.enquiries.get(1)
    assert "Nothing had changed" in said(drafted, step(drafted, "save"))
    assert records.enquiries.get(1) == before
    assert len(records.enquiries.drafts(1)) == 1


def test_a_changed_claim_is_checked_again_and_marked(drafted):
    answer = step(drafted, "save", answer_1="A keeper earns £35,000 a year. [1]")
    page = said(drafted, answer)
    assert "Figure not in the source" in page
    assert "£35,000" in page
    under = found(r'<mark class="grave">(.*?)</mark>', drafted.get(PAGE).text)
    assert under == "A keeper earns £35,000 a year. [1]"


def test_a_marked_reply_is_approved_knowingly_or_not_at_all(drafted, records):
    step(drafted, "save", answer_1="A keeper earns £35,000 a year. [1]")
    refused = step(drafted, "approve")
    assert refused.status_code == 409
    assert "lack their source" in shown(refused)
    assert records.enquiries.get(1).state is EnquiryState.DRAFTED
    assert "Approved." in said(drafted, step(drafted, "approve", knowingly="yes"))
    assert "knowing of 1 place without a sound source" in shown(drafted.get(PAGE))


def test_the_whole_way_leaves_who_when_and_what_changed(drafted, records):
    step(drafted, "save", closing="Bye,\r\nBob")
    assert records.enquiries.get(1).closing == "Bye,\nBob"
    step(drafted, "approve")
    page = drafted.get(PAGE)
    assert "Copy the reply" in shown(page) or "copy the reply" in shown(page)
    assert "<textarea" not in page.text
    step(drafted, "sent")
    page = shown(drafted.get(PAGE))
    assert "Marked as sent by Bob Reed, 2 Mar 2026, 09:30" in page
    for action in ("Received", "Drafted", "Edited", "Approved", "Sent"):
        assert f"Bob Reed {action}" in page
    html = drafted.get(PAGE).text
    assert re.search(r"<del>[^<]*Kind regards", html)
    assert re.search(r"<ins>[^<]*Bye", html)
    step(drafted, "reopen", note="Typo in the sign-off")
    page = shown(drafted.get(PAGE))
    assert "Typo in the sign-off" in page
    assert records.enquiries.get(1).state is EnquiryState.REOPENED


@pytest.mark.parametrize(("before", "name"), [((), "sent"), ((), "reopen"), (("approve",), "save")])
def test_a_step_that_the_state_does_not_allow_is_told(drafted, records, before, name):
    stale = fields_of(drafted.get(PAGE))
    for each in before:
        step(drafted, each)
    now = {**stale, "version": hidden(drafted.get(PAGE), "version")}
    answer = drafted.post(PAGE, data={**now, "closing": "Bye", "step": name})
    assert answer.status_code == 409
    assert re.search("Only an approved|Reopen it", shown(answer))


def test_questions_are_reworded_added_removed_and_answered_again(drafted, answering, records):
    page = said(drafted, step(drafted, "save", question_2="Which skills?"))
    assert "answered again" in page
    assert (
        records.enquiries.get(1).question(2).answer
        == "- Climbs stairs without fear of heights. [1]"
    )
    assert "In the message: “Is there a pension?”" in page

    page = said(drafted, step(drafted, "save", new_question="Which skills?"))
    assert "added and answered" in page
    assert len(records.enquiries.get(1).questions) == 3

    asked = len(answering.asked)
    step(drafted, "answer:1")
    assert answering.asked[asked][0] == "What does a keeper earn?"

    assert "removed" in said(drafted, step(drafted, "remove:2"))
    assert [each.question for each in records.enquiries.get(1).questions] == [
        "What does a keeper earn?",
        "Which skills?",
    ]


def test_an_edit_is_kept_whatever_button_is_pressed(drafted, records):
    step(drafted, "remove:2", greeting="Hi Jo,", answer_2="Lost with its question.")
    assert records.enquiries.get(1).greeting == "Hi Jo,"
    step(drafted, "add", closing="Bye")
    assert records.enquiries.get(1).closing == "Bye", "kept though the new question was empty"


def test_an_answer_that_nobody_has_read_is_not_approved_along(drafted, records):
    answer = step(drafted, "approve", question_2="Which skills?")
    assert "Read the new answer before you approve" in said(drafted, answer)
    assert records.enquiries.get(1).state is EnquiryState.DRAFTED


def test_starting_over_replaces_edits_and_keeps_them_in_the_history(drafted, records):
    step(drafted, "save", answer_2="There is one, I think.")
    assert "Drafted again" in said(drafted, step(drafted, "again"))
    assert "I think" not in records.enquiries.get(1).questions[1].answer
    assert "There is one, I think." in shown(drafted.get(PAGE))


class TestTwoPeople:
    """Bob and Ada have the same enquiry open."""

    @pytest.fixture
    def both(self, drafted, admin):
        return drafted, fields_of(drafted.get(PAGE)), admin

    def test_nothing_is_overwritten_and_both_texts_are_shown(self, both, records):
        bob, opened, ada = both
        step(ada, "save", answer_1="Ada's words. [1]", greeting="Dear Jo,")
        answer = bob.post(PAGE, data={**opened, "answer-1": "Bob's words. [1]", "step": "save"})
        assert answer.status_code == 409
        page = shown(answer)
        assert "Ada Fern changed this enquiry in the meantime" in page
        assert "Ada's words. [1]" in page
        assert "Bob's words. [1]" in page
        assert "Greeting" not in page, "Bob had not touched it"
        assert records.enquiries.get(1).questions[0].answer == "Ada's words. [1]"

        fields = fields_of(answer)
        bob.post(PAGE, data={**fields, "use-answer-1": "theirs", "step": "save"})
        assert records.enquiries.get(1).questions[0].answer == "Ada's words. [1]"
        bob.post(PAGE, data={**fields, "use-answer-1": "mine", "step": "save"})
        kept = records.enquiries.get(1)
        assert kept.questions[0].answer == "Bob's words. [1]"
        assert kept.greeting == "Dear Jo,"

    def test_approving_what_somebody_has_just_changed_is_refused(self, both, records):
        bob, opened, ada = both
        step(ada, "save", greeting="Dear Jo,")
        answer = bob.post(PAGE, data={**opened, "step": "approve"})
        assert answer.status_code == 409
        assert records.enquiries.get(1).state is EnquiryState.DRAFTED

    def test_the_text_for_a_question_that_is_gone_can_still_be_copied(self, both):
        bob, opened, ada = both
        step(ada, "remove:2")
        answer = bob.post(PAGE, data={**opened, "answer-2": "Yes, a good one.", "step": "save"})
        assert answer.status_code == 409
        assert "Yes, a good one." in shown(answer)
        assert "can only be copied" in shown(answer)

    def test_each_is_told_that_the_other_is_there_and_that_something_changed(self, both):
        bob, _, ada = both
        assert "Bob Reed has this enquiry open too" in shown(ada.get(PAGE))
        told = bob.get(f"{PAGE}/watch").json()
        assert told["others"] == ["Ada Fern"]
        assert told["by"] == "Bob Reed"
        step(ada, "save", greeting="Dear Jo,")
        now = bob.get(f"{PAGE}/watch").json()
        assert now["version"] > told["version"]
        assert now["by"] == "Ada Fern"


def test_a_check_while_typing_keeps_nothing(drafted, records):
    before = records.enquiries.get(1)
    fields = {"question": "1", "text": "A keeper earns £99,000 & <b>more</b>. [1]"}
    told = drafted.submit(f"{PAGE}/check", fields, of=PAGE).json()
    assert '<mark class="grave">' in told["lit"]
    assert "&lt;b&gt;more&lt;/b&gt;" in told["lit"]
    assert "£99,000" in told["marks"]
    assert records.enquiries.get(1) == before
    gone = drafted.submit(f"{PAGE}/check", {"question": "x", "text": ""}, of=PAGE)
    assert gone.status_code == 404


def test_what_people_write_is_shown_and_never_run(staff, office):
    evil = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> {{ 7 * 7 }}"
    message = Incoming(f"{evil} pay?", subject=evil, sender_name=evil, sender_email=evil)
    office.desk.receive(message, "bob")
    for address in ("/desk/", PAGE):
        page = staff.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "{{ 7 * 7 }}" in page


def test_an_answer_cannot_break_out_of_its_field_or_the_preview(drafted):
    step(drafted, "save", answer_1="</textarea><script>alert(1)</script> [x](javascript:alert(2))")
    page = drafted.get(PAGE).text
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_a_session_that_runs_out_while_writing_loses_no_words(drafted, clock, records):
    opened = fields_of(drafted.get(PAGE))
    clock.passes(hours=3)
    answer = drafted.post(PAGE, data={**opened, "greeting": "Dear old Jo,", "step": "save"})
    assert answer.status_code == 401
    assert "Dear old Jo," in shown(answer)
    assert "next=/desk/enquiries/1" in answer.text
    assert records.enquiries.get(1).greeting != "Dear old Jo,"


def test_only_admins_delete_and_only_when_they_are_sure(drafted, admin, records):
    assert "Delete this enquiry" not in drafted.get(PAGE).text
    assert drafted.submit(f"{PAGE}/delete", {"sure": "yes"}).status_code == 403
    admin.submit(f"{PAGE}/delete")
    assert records.enquiries.count() == 1
    admin.submit(f"{PAGE}/delete", {"sure": "yes"})
    assert records.enquiries.count() == 0
    assert drafted.get(PAGE).status_code == 404


def test_two_browsers_of_one_person_are_not_two_people(drafted, app):
    other = Browser(app)
    other.sign_in("bob", PASSWORD)
    assert "open too" not in shown(other.get(PAGE))

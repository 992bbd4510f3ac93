"""Conversations, feedback, the audit and what the insight is made of, on both databases."""

import traceback

import pytest

from assistant.answer import AnswerStatus
from assistant.errors import NoRecordError, RecordsError
from assistant.records.values import EnquiryChange, EnquiryState, Incoming, KeptTurn, NewFeedback
from tests.records.making import CITATION, drafted, question

TURN = KeptTurn(
    "Nights?", "Two. [1]", AnswerStatus.ANSWERED, (CITATION,), ("salary",), ("signalling-engineer",)
)


def test_a_kept_conversation_comes_back_in_order_and_can_be_deleted(records, clock):
    conversation = records.conversations.start()
    records.conversations.add(conversation, TURN)
    clock.passes(minutes=1)
    follow_up = KeptTurn("And days?", "", AnswerStatus.NOT_COVERED)
    records.conversations.add(conversation, follow_up)
    first, second = records.conversations.get(conversation)
    assert (first.question, first.citations, first.roles) == ("Nights?", (CITATION,), TURN.roles)
    assert second.at == clock.now
    records.conversations.remove(conversation)
    assert records.conversations.get(conversation) == ()
    with pytest.raises(NoRecordError):
        records.conversations.add(conversation, TURN)


def test_a_conversation_that_nobody_chose_to_keep_is_not_kept(records):
    with pytest.raises(NoRecordError):
        records.conversations.add("made-up", TURN)
    assert records.conversations.get("made-up") == ()


def test_feedback_comes_back_with_what_it_is_for(records):
    given = NewFeedback(
        "Nights?",
        "Two. [1]",
        AnswerStatus.ANSWERED,
        helpful=False,
        citations=(CITATION,),
        turns=("Hello",),
        snapshot_id="s1",
        reason="wrong",
        note="It is three.",
    )
    kept = records.feedback.add(given)
    records.feedback.add(NewFeedback("Q", "A", AnswerStatus.ANSWERED, helpful=True))
    assert records.feedback.get(kept.id).given == given
    assert [each.id for each in records.feedback.find(helpful=False)] == [kept.id]
    assert (records.feedback.count(), records.feedback.count(helpful=True)) == (2, 1)
    records.feedback.note_proposed(kept.id)
    assert records.feedback.get(kept.id).proposed_at is not None
    with pytest.raises(NoRecordError):
        records.feedback.get(999)


def test_what_was_asked_is_of_enquiries_and_kept_conversations(records, clock):
    records.enquiries.add(Incoming("?"), "ann", drafted(question("Early?"), question("Too?")))
    clock.passes(days=1)
    conversation = records.conversations.start()
    records.conversations.add(conversation, TURN)
    asked = records.use.asked()
    assert [each.question for each in asked] == ["Early?", "Too?", "Nights?"]
    assert [each.enquiry_id is None for each in asked] == [False, False, True]
    assert [each.question for each in records.use.asked(since=clock.now)] == ["Nights?"]
    assert [each.question for each in records.use.asked(until=clock.now)] == ["Early?", "Too?"]


def test_timings_tell_the_first_approval_and_whether_the_reply_was_edited(records, clock):
    as_is = records.enquiries.add(Incoming("?"), "ann", drafted(text="Same"))
    edited = records.enquiries.add(Incoming("?"), "ann", drafted(text="Before"))
    records.enquiries.add(Incoming("?"), "ann")
    first = clock.passes(minutes=3)
    for enquiry, text in ((as_is, "Same"), (edited, "After")):
        change = EnquiryChange(
            "approved", state=EnquiryState.APPROVED, draft=("approved", text, "")
        )
        records.enquiries.change(enquiry.id, enquiry.version, "bob", change)
    clock.passes(minutes=3)
    reopened = EnquiryChange("reopened", state=EnquiryState.REOPENED)
    records.enquiries.change(as_is.id, as_is.version + 1, "bob", reopened)
    timings = records.use.timings()
    assert [each.edited for each in timings] == [False, True, False]
    assert [each.approved_at for each in timings] == [first, first, None]
    assert [each.drafted_at is None for each in timings] == [False, False, True]


def test_the_audit_tells_the_newest_first(records, clock):
    records.audit.add("ann", "looked", "records", {"rows": 2})
    clock.passes(minutes=1)
    records.audit.add("bob", "left", "records")
    newest, older = records.audit.find()
    assert (newest.by, older.by, older.detail) == ("bob", "ann", {"rows": 2})
    assert records.audit.find(limit=1, offset=1) == [older]


def test_an_error_of_the_database_tells_nothing_of_what_it_was_given(records):
    broken = NewFeedback("Sam Reed?", "sam@x.org", AnswerStatus.ANSWERED, helpful=None)  # type: ignore[arg-type]
    with pytest.raises(RecordsError, match="helpful") as told:
        records.feedback.add(broken)
    logged = "".join(traceback.format_exception(told.value))
    assert "sam" not in logged.lower()
    assert records.feedback.count() == 0

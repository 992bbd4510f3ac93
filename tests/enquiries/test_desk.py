"""The steps of an enquiry's way: which are allowed when, and what they leave behind."""

from datetime import timedelta

import pytest

from assistant.answer import Answer, AnswerStatus, Part
from assistant.enquiries.desk import Desk, Edit, Seen
from assistant.errors import ChangedMeanwhileError, NoRecordError, NotAllowedError
from assistant.records.values import EnquiryState, Incoming, MarkKind
from tests.enquiries.scripted import TEXT, Scripted, cited, guide_of


@pytest.fixture
def guide(tmp_path):
    return guide_of(tmp_path)


@pytest.fixture
def desk(records, guide, letter):
    quote = "A keeper earns £31,000 a year."
    answer = Answer(
        "Pay?",
        AnswerStatus.ANSWERED,
        f"{quote} [1]",
        (cited(guide, quote),),
        (Part("Pay?", AnswerStatus.ANSWERED),),
    )
    return Desk(records, Scripted(guide, {"Pay?": answer}), letter)


@pytest.fixture
def enquiry(desk):
    return desk.receive(Incoming("Pay?", sender_name="Jo"), "ann")


def seen(enquiry, by="bob"):
    return Seen(enquiry.id, enquiry.version, by)


STEPS = {
    "edit": lambda desk, at: desk.edit(at, Edit(closing="Bye")),
    "approve": lambda desk, at: desk.approve(at),
    "sent": lambda desk, at: desk.mark_sent(at),
    "reopen": lambda desk, at: desk.reopen(at),
    "again": lambda desk, at: desk.draft_again(at),
    "add": lambda desk, at: desk.add_question(at, "Nights?"),
}
ALLOWED = {
    EnquiryState.DRAFTED: {"edit", "approve", "again", "add"},
    EnquiryState.APPROVED: {"sent", "reopen"},
    EnquiryState.SENT: {"reopen"},
    EnquiryState.REOPENED: {"edit", "approve", "again", "add"},
}
WAY = {
    EnquiryState.DRAFTED: (),
    EnquiryState.APPROVED: ("approve",),
    EnquiryState.SENT: ("approve", "sent"),
    EnquiryState.REOPENED: ("approve", "reopen"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", ALLOWED)
def test_a_step_is_taken_in_the_states_that_allow_it_and_refused_in_all_others(
    desk, records, enquiry, state, step
):
    for earlier in WAY[state]:
        enquiry = STEPS[earlier](desk, seen(enquiry))
    assert enquiry.state is state
    if step in ALLOWED[state]:
        assert STEPS[step](desk, seen(enquiry)).version == enquiry.version + 1
    else:
        with pytest.raises(NotAllowedError):
            STEPS[step](desk, seen(enquiry))
        assert records.enquiries.get(enquiry.id) == enquiry


@pytest.mark.parametrize("step", STEPS)
def test_whoever_looked_at_an_older_version_is_told_before_anything_else(
    desk, records, enquiry, step
):
    desk.edit(seen(enquiry, "ann"), Edit(closing="Mine"))
    with pytest.raises(ChangedMeanwhileError, match="by ann"):
        STEPS[step](desk, seen(enquiry))
    assert records.enquiries.get(enquiry.id).closing == "Mine"


def test_the_whole_way_is_on_record(desk, records, clock, enquiry):
    question = enquiry.questions[0]
    clock.passes(minutes=10)
    changed = question.answer + "\n\nGood luck, Jo!"
    enquiry = desk.edit(seen(enquiry), Edit(greeting="Dear Jo", answers={question.id: changed}))
    enquiry = desk.approve(seen(enquiry, "cy"))
    clock.passes(minutes=5)
    enquiry = desk.mark_sent(seen(enquiry, "cy"))
    assert (enquiry.approved_by, enquiry.sent_by, enquiry.sent_at) == ("cy", "cy", clock.now)
    enquiry = desk.reopen(seen(enquiry, "ann"), note="The night pay is missing.")
    assert (enquiry.sent_at, enquiry.approved_by) == (None, "")
    assert [
        (each.action, each.by, each.note) for each in records.enquiries.approvals(enquiry.id)
    ] == [
        ("approved", "cy", ""),
        ("sent", "cy", ""),
        ("reopened", "ann", "The night pay is missing."),
    ]
    kinds = [draft.kind for draft in records.enquiries.drafts(enquiry.id)]
    assert kinds == ["proposed", "edited", "approved", "sent"]
    text = "".join(f"[{piece.kind.value}:{piece.text}]" for piece in desk.changes(enquiry.id))
    assert "[added:" in text
    assert "Good luck, Jo!" in text
    assert "A keeper earns £31,000 a year." in text.split("[added")[0]


def test_a_figure_that_no_quote_has_stands_in_the_way_of_an_approval(desk, enquiry):
    question = enquiry.questions[0]
    wrong = question.answer.replace("£31,000", "£41,000")
    enquiry = desk.edit(seen(enquiry), Edit(answers={question.id: wrong}))
    (mark,) = enquiry.questions[0].marks
    assert (mark.kind, mark.numbers) == (MarkKind.FIGURE, (1,))
    assert desk.marks(enquiry, question.id, question.answer)[0].kind is MarkKind.HOLDS
    with pytest.raises(NotAllowedError, match=r"£41,000.*approve knowingly"):
        desk.approve(seen(enquiry))
    assert desk.approve(seen(enquiry), knowingly=True).state is EnquiryState.APPROVED


def test_an_approval_looks_at_the_guides_as_they_are_now(desk, enquiry, tmp_path):
    changed = guide_of(tmp_path, TEXT.replace("£31,000", "£33,000"))
    desk._assistant.guides[changed.id] = changed
    with pytest.raises(NotAllowedError, match="no longer has the words"):
        desk.approve(seen(enquiry))


def test_an_empty_answer_is_not_approved(desk, enquiry):
    question = enquiry.questions[0]
    enquiry = desk.edit(seen(enquiry), Edit(answers={question.id: "  "}))
    with pytest.raises(NotAllowedError, match="Question 1 has no answer"):
        desk.approve(seen(enquiry), knowingly=True)


def test_questions_are_added_and_removed_but_for_the_last(desk, enquiry):
    enquiry = desk.add_question(seen(enquiry), "Nights?")
    assert [question.question for question in enquiry.questions] == ["Pay?", "Nights?"]
    enquiry = desk.remove_question(seen(enquiry), enquiry.questions[0].id)
    assert [question.question for question in enquiry.questions] == ["Nights?"]
    with pytest.raises(NotAllowedError, match="only question"):
        desk.remove_question(seen(enquiry), enquiry.questions[0].id)
    with pytest.raises(NoRecordError):
        desk.remove_question(seen(enquiry), 999)
    with pytest.raises(NotAllowedError, match="empty"):
        desk.add_question(seen(enquiry), " \x00 ")
    with pytest.raises(NoRecordError):
        desk.edit(seen(enquiry), Edit(answers={999: "x"}))


def test_drafting_again_goes_back_to_what_the_assistant_proposes(desk, enquiry):
    question = enquiry.questions[0]
    enquiry = desk.edit(seen(enquiry), Edit(answers={question.id: "Mine."}, closing="Bye"))
    enquiry = desk.draft_again(seen(enquiry))
    assert enquiry.questions[0].answer == question.answer
    assert enquiry.closing != "Bye"
    assert not enquiry.questions[0].edited
    reopened = desk.reopen(seen(desk.approve(seen(enquiry))))
    assert desk.draft_again(seen(reopened)).state is EnquiryState.REOPENED


def test_the_greeting_keeps_saying_how_much_is_covered_until_somebody_changes_it(desk, enquiry):
    assert "don't cover" not in enquiry.greeting
    enquiry = desk.add_question(seen(enquiry), "Nights?")
    assert "Where they don't cover a question" in enquiry.greeting
    enquiry = desk.remove_question(seen(enquiry), enquiry.questions[1].id)
    assert "don't cover" not in enquiry.greeting
    enquiry = desk.edit(seen(enquiry), Edit(greeting="Good morning, Jo!"))
    enquiry = desk.add_question(seen(enquiry), "Nights?")
    assert enquiry.greeting == "Good morning, Jo!"


def test_a_message_was_received_before_it_was_drafted(records, guide, letter, clock):
    def slowly():
        clock.passes(seconds=4)

    began = clock()
    slow = Desk(records, Scripted(guide, {"Pay?": slowly}), letter)
    enquiry = slow.receive(Incoming("Pay?"), "ann")
    assert (enquiry.received_at, enquiry.drafted_at) == (began, began + timedelta(seconds=4))


def test_what_no_database_keeps_is_left_out_of_a_note(desk, enquiry, records):
    enquiry = desk.approve(seen(enquiry))
    desk.reopen(seen(enquiry), "One\x00 more time ")
    assert records.enquiries.approvals(enquiry.id)[-1].note == "One more time"

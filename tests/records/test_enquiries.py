"""Enquiries as they are kept, on both databases."""

import threading

import pytest

from assistant.answer import AnswerStatus
from assistant.errors import ChangedMeanwhileError, NoRecordError
from assistant.records.values import (
    Channel,
    EnquiryChange,
    EnquiryFilter,
    EnquiryState,
    Incoming,
    Stale,
    StaleKind,
)
from tests.records.making import CITATION, drafted, question

MESSAGE = Incoming("What about nights?", "Nights", "Sam Reed", "sam@x.org", Channel.EMAIL, "r-7")


def test_what_was_kept_comes_back_as_it_was(records, clock):
    added = records.enquiries.add(MESSAGE, "ann", drafted(question(), question("And weekends?")))
    kept = records.enquiries.get(added.id)
    assert kept == added
    assert (kept.body, kept.sender_email, kept.channel) == (
        MESSAGE.body,
        "sam@x.org",
        Channel.EMAIL,
    )
    assert kept.state is EnquiryState.DRAFTED
    assert kept.received_at == kept.drafted_at == clock.now
    assert [each.question for each in kept.questions] == ["How many nights?", "And weekends?"]
    assert kept.questions[0].places[0].citation == CITATION
    assert kept.questions[0].marks == question().marks


def test_each_change_grows_the_version_and_leaves_its_trail(records, clock):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted())
    clock.passes(minutes=5)
    approved = EnquiryChange(
        "approved", state=EnquiryState.APPROVED, draft=("approved", "Dear Sam!", "<p>!</p>")
    )
    after = records.enquiries.change(enquiry.id, enquiry.version, "bob", approved)
    assert (after.version, after.state) == (enquiry.version + 1, EnquiryState.APPROVED)
    assert (after.approved_by, after.approved_at) == ("bob", clock.now)
    drafts = records.enquiries.drafts(enquiry.id)
    assert [(draft.number, draft.kind, draft.by) for draft in drafts] == [
        (1, "proposed", "ann"),
        (2, "approved", "bob"),
    ]
    assert [
        (each.action, each.draft_number) for each in records.enquiries.approvals(enquiry.id)
    ] == [("approved", 2)]
    trail = [(each.by, each.action) for each in records.audit.of(f"enquiry:{enquiry.id}")]
    assert trail == [("ann", "received"), ("ann", "drafted"), ("bob", "approved")]


def test_who_comes_second_is_told_and_overwrites_nothing(records):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted())
    first = EnquiryChange("edited", closing="From Bob")
    records.enquiries.change(enquiry.id, enquiry.version, "bob", first)
    second = EnquiryChange("edited", closing="From Cy", questions=())
    with pytest.raises(ChangedMeanwhileError, match="changed by bob") as told:
        records.enquiries.change(enquiry.id, enquiry.version, "cy", second)
    assert told.value.by == "bob"
    kept = records.enquiries.get(enquiry.id)
    assert (kept.closing, len(kept.questions)) == ("From Bob", 1)


def test_of_many_at_once_exactly_one_wins_each_round(records):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted())
    rounds, people = 5, 4
    won = []
    together = threading.Barrier(people)

    def work(name):
        for number in range(rounds):
            version = enquiry.version + number
            together.wait()
            change = EnquiryChange("edited", closing=f"{name} {version}")
            try:
                records.enquiries.change(enquiry.id, version, name, change)
            except ChangedMeanwhileError:
                pass
            else:
                won.append(version)
            together.wait()

    threads = [threading.Thread(target=work, args=(f"p{place}",)) for place in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(won) == [enquiry.version + number for number in range(rounds)]
    assert records.enquiries.get(enquiry.id).version == enquiry.version + rounds


def test_questions_are_kept_changed_added_and_removed_by_their_id(records):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted(question("One?"), question("Two?")))
    one, two = enquiry.questions
    change = EnquiryChange("edited", questions=(question("New?"), question("Two!", id=two.id)))
    after = records.enquiries.change(enquiry.id, enquiry.version, "bob", change)
    assert [each.question for each in after.questions] == ["New?", "Two!"]
    assert after.questions[1].id == two.id
    assert one.id not in {each.id for each in after.questions}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nights", True),
        ("night", True),
        ("NIGHTS weekly", False),
        ("sam@x.org", True),
        ("sam reed", True),
        ("Réed", True),
        ("reed-sam", True),
        ("weekend", True),
        ("absent", False),
        ("nights absent", False),
        ("the nights", True),
        ("'; DROP TABLE enquiries --", False),
        ('" OR 9', False),
        ("two", True),
        ("", True),
        ("?!", True),
    ],
)
def test_enquiries_are_found_by_their_words(records, words, found):
    records.enquiries.add(MESSAGE, "ann", drafted(question("And on weekends?")))
    other = Incoming("Something else entirely.", sender_name="Zoë")
    records.enquiries.add(other, "ann")
    numbers = {each.sender_name for each in records.enquiries.find(EnquiryFilter(words=words))}
    assert ("Sam Reed" in numbers) is found


def test_what_was_edited_is_found_by_its_new_words_only(records):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted(question(answer="Old elephant.")))
    change = EnquiryChange("edited", questions=(question(answer="New giraffe."),))
    records.enquiries.change(enquiry.id, enquiry.version, "bob", change)
    assert records.enquiries.count(EnquiryFilter(words="elephants")) == 0
    assert records.enquiries.count(EnquiryFilter(words="giraffes")) == 1
    records.enquiries.remove(enquiry.id, "ann")
    assert records.enquiries.count(EnquiryFilter(words="giraffes")) == 0


def test_the_inbox_filters_by_state_and_by_what_is_not_covered(records):
    missing = question("Visa?", AnswerStatus.NOT_COVERED)
    new = records.enquiries.add(MESSAGE, "ann")
    covered = records.enquiries.add(MESSAGE, "ann", drafted())
    part = records.enquiries.add(MESSAGE, "ann", drafted(question(), missing))
    find = records.enquiries.find
    thanks = records.enquiries.add(
        MESSAGE, "ann", drafted(question(), question("Thanks!", AnswerStatus.SOCIAL))
    )
    assert [each.id for each in find()] == [thanks.id, part.id, covered.id, new.id]
    assert [each.id for each in find(EnquiryFilter(states=(EnquiryState.NEW,)))] == [new.id]
    assert [each.id for each in find(EnquiryFilter(not_covered=True))] == [part.id]
    assert records.enquiries.count(EnquiryFilter(states=(EnquiryState.DRAFTED,))) == 3
    assert [each.id for each in find(limit=1, offset=2)] == [covered.id]


def test_stale_citations_come_go_and_stay_settled(records, clock):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted())
    approved = EnquiryChange("approved", state=EnquiryState.APPROVED)
    enquiry = records.enquiries.change(enquiry.id, enquiry.version, "bob", approved)

    def stale(new):
        return Stale(
            id=0,
            enquiry_id=enquiry.id,
            question_id=enquiry.questions[0].id,
            number=1,
            guide_id="signalling-engineer",
            guide="Signalling Engineer",
            section=("Pay",),
            kind=StaleKind.QUOTE_CHANGED,
            old="£40",
            new=new,
            snapshot_id="s2",
            found_at=clock.now,
        )

    assert records.stale.replace(enquiry.id, [stale("£45")], "s2") == 1
    assert records.stale.replace(enquiry.id, [stale("£45")], "s2") == 0
    assert records.enquiries.count(EnquiryFilter(stale=True)) == 1
    assert list(records.enquiries.unchecked([EnquiryState.APPROVED], "s2")) == []
    (found,) = records.stale.find()
    assert records.stale.settle(found.id, "bob").settled_by == "bob"
    assert records.stale.replace(enquiry.id, [stale("£45")], "s2") == 0
    assert records.enquiries.count(EnquiryFilter(stale=True)) == 0
    assert records.stale.replace(enquiry.id, [stale("£50")], "s3") == 1
    assert [each.new for each in records.stale.find()] == ["£50"]
    assert records.stale.replace(enquiry.id, [], "s4") == 0
    assert records.stale.find() == []
    with pytest.raises(NoRecordError):
        records.stale.settle(found.id, "bob")


def test_an_enquiry_that_is_deleted_is_gone_with_all_that_belongs_to_it(records):
    enquiry = records.enquiries.add(MESSAGE, "ann", drafted())
    records.enquiries.remove(enquiry.id, "ann")
    with pytest.raises(NoRecordError, match=f"no enquiry {enquiry.id}"):
        records.enquiries.get(enquiry.id)
    assert records.enquiries.drafts(enquiry.id) == []
    assert records.audit.of(f"enquiry:{enquiry.id}")[-1].action == "deleted"
    assert records.enquiries.add(MESSAGE, "ann").id > enquiry.id

"""Which citations are stale once the guides have changed."""

import pytest

from assistant.answer import Answer, AnswerStatus, Part
from assistant.enquiries.desk import Desk, Edit, Seen
from assistant.records.values import EnquiryFilter, Incoming, StaleKind
from tests.enquiries.scripted import TEXT, Scripted, cited, guide_of

PAY = "A keeper earns £31,000 a year."
STORM = "Storm pay is not part of the salary."


@pytest.fixture
def scripted(tmp_path):
    guide = guide_of(tmp_path)
    answer = Answer(
        "Pay?",
        AnswerStatus.ANSWERED,
        f"{PAY} [1] {STORM} [2]",
        (cited(guide, PAY), cited(guide, STORM, 2)),
        (Part("Pay?", AnswerStatus.ANSWERED),),
    )
    return Scripted(guide, {"Pay?": answer})


@pytest.fixture
def desk(records, scripted, letter):
    return Desk(records, scripted, letter)


@pytest.fixture
def sent(desk):
    enquiry = desk.receive(Incoming("Pay?"), "ann")
    enquiry = desk.approve(Seen(enquiry.id, enquiry.version, "bob"))
    return desk.mark_sent(Seen(enquiry.id, enquiry.version, "bob"))


@pytest.fixture
def changed(scripted, tmp_path):
    """Puts the guides of another snapshot in the place of the first."""

    def change(text, snapshot_id="second"):
        scripted.snapshot_id = snapshot_id
        scripted.guides = {"lighthouse-keeper": guide_of(tmp_path, text)} if text else {}

    return change


def test_nothing_is_stale_while_the_guides_are_as_they_were(desk, records, sent):
    assert desk.look_for_stale() == 0
    assert records.enquiries.get(sent.id).checked_against == "first"


def test_a_changed_row_is_listed_with_the_old_and_the_new_text(desk, records, sent, changed):
    changed(TEXT.replace("£31,000", "£33,500"))
    assert desk.look_for_stale() == 1
    (stale,) = records.stale.find()
    assert (stale.enquiry_id, stale.number, stale.kind) == (sent.id, 1, StaleKind.QUOTE_CHANGED)
    assert stale.old == "A keeper earns £31,000 a year. Night watches add £40 each."
    assert stale.new == "A keeper earns £33,500 a year. Night watches add £40 each."
    assert [each.id for each in records.enquiries.find(EnquiryFilter(stale=True))] == [sent.id]
    assert desk.look_for_stale() == 0


def test_a_change_beside_the_quote_in_its_passage_is_listed_as_that(desk, records, sent, changed):
    changed(TEXT.replace("£40", "£55"))
    desk.look_for_stale()
    assert [stale.kind for stale in records.stale.find()] == [StaleKind.PASSAGE_CHANGED]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("## Skills", "## Other skills"),
        TEXT.replace("## Pay", "A new paragraph of the introduction.\n\n## Pay"),
        TEXT.replace("Climbs stairs", "Climbs ladders"),
        TEXT.replace("each.\n\nStorm", "each.\n\n\n\nStorm"),
    ],
)
def test_a_change_elsewhere_makes_nothing_stale(desk, records, sent, changed, text):
    changed(text)
    assert desk.look_for_stale() == 0


def test_a_guide_that_is_gone_makes_all_its_citations_stale(desk, records, sent, changed):
    changed("")
    assert desk.look_for_stale() == 2
    assert {(stale.kind, stale.new) for stale in records.stale.find()} == {
        (StaleKind.GUIDE_REMOVED, "")
    }


def test_a_passage_that_was_taken_out_has_nothing_in_its_place(desk, records, sent, changed):
    changed(TEXT.replace(f"{STORM}\n\n", ""))
    desk.look_for_stale()
    assert [(stale.number, stale.new) for stale in records.stale.find()] == [(2, "")]


def test_a_change_that_was_taken_back_is_no_longer_listed(desk, records, sent, changed):
    changed(TEXT.replace("£31,000", "£33,500"))
    desk.look_for_stale()
    changed(TEXT, "third")
    assert desk.look_for_stale() == 0
    assert records.stale.find() == []


def test_what_staff_let_stand_comes_up_again_only_when_it_changes_again(
    desk, records, sent, changed
):
    changed(TEXT.replace("£31,000", "£33,500"))
    desk.look_for_stale()
    records.stale.settle(records.stale.find()[0].id, "cy")
    changed(TEXT.replace("£31,000", "£33,500").replace("stairs", "ladders"), "third")
    assert desk.look_for_stale() == 0
    changed(TEXT.replace("£31,000", "£34,000"), "fourth")
    assert desk.look_for_stale() == 1


def test_a_draft_and_a_citation_that_staff_took_out_are_never_stale(desk, records, changed):
    draft = desk.receive(Incoming("Pay?"), "ann")
    other = desk.receive(Incoming("Pay?"), "ann")
    seen = Seen(other.id, other.version, "bob")
    other = desk.edit(seen, Edit(answers={other.questions[0].id: f"{STORM} [2]"}))
    desk.approve(Seen(other.id, other.version, "bob"))
    changed(TEXT.replace("£31,000", "£33,500"))
    assert desk.look_for_stale() == 0
    assert records.enquiries.get(draft.id).checked_against == ""


def test_reopening_takes_an_enquiry_off_the_list(desk, records, sent, changed):
    changed(TEXT.replace("£31,000", "£33,500"))
    desk.look_for_stale()
    desk.reopen(Seen(sent.id, sent.version, "bob"))
    assert records.stale.find() == []
    assert records.enquiries.count(EnquiryFilter(stale=True)) == 0

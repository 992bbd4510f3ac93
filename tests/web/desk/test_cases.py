"""From use to evals, in one step."""

import re

import pytest

from assistant.answer import AnswerStatus
from assistant.records.values import Incoming, NewFeedback
from assistant.web.desk.cases import places_of, value_of
from assistant.web.desk.points import points_of
from evals.cases import load_cases
from tests.enquiries.scripted import cited
from tests.web.desk.conftest import MESSAGE, PAY, STAIRS, embedded, fields_of, shown


def filled(page):
    """The form as the browser would send it: its texts and its ticks."""
    ticked = re.findall(r'name="gold" value="([^"]*)" checked', page.text)
    vital = re.findall(r'name="(vital-\d+)" value="yes" checked', page.text)
    gold = [value.replace("&#34;", '"') for value in ticked]
    return {**fields_of(page), "gold": gold, **dict.fromkeys(vital, "yes")}


@pytest.fixture
def thumb(office, guide):
    given = NewFeedback(
        "What are the skills?",
        f"{PAY} [1]",
        AnswerStatus.ANSWERED,
        helpful=False,
        citations=(cited(guide, PAY),),
        turns=("Tell me about keepers",),
        reason="not_asked",
        note="I asked for the skills.",
    )
    return office.records.feedback.add(given)


@pytest.fixture
def enquiry(office):
    return office.desk.receive(Incoming(MESSAGE), "bob")


def test_a_thumbs_down_is_listed_with_its_reason(staff, thumb):
    page = shown(staff.get("/desk/feedback"))
    assert "What are the skills?" in page
    assert "Not asked. I asked for the skills." in page
    assert "None yet" in shown(staff.get("/desk/feedback?show=up"))
    assert "What are the skills?" in shown(staff.get("/desk/feedback?show=all"))


def test_a_thumbs_down_becomes_a_case_with_the_right_section_picked(staff, thumb, office):
    page = staff.get("/desk/cases/new?feedback=1")
    fields = filled(page)
    assert fields["turn-0"] == "Tell me about keepers"
    assert fields["turn-1"] == "What are the skills?"
    assert fields["gold"] == ['["lighthouse-keeper", "Pay"]']

    fields["gold"] = ['["lighthouse-keeper", "Skills"]']
    proposed = filled(staff.post("/desk/cases/new", data={**fields, "step": "points"}))
    assert {proposed["point-0"], proposed["point-1"]} == {
        STAIRS,
        "Keeps a log of ships and weather.",
    }
    answer = staff.post("/desk/cases/new", data={**proposed, "step": "write"})
    assert answer.status_code == 303, shown(answer)
    assert answer.headers["location"] == "/desk/feedback?said=case"
    [(_, case)] = load_cases(office.review_file)
    assert case.turns == ("Tell me about keepers", "What are the skills?")
    assert [gold.section for gold in case.gold] == [("Skills",)]
    assert {nugget.text for nugget in case.nuggets} == {proposed["point-0"], proposed["point-1"]}
    assert case.kind == "skills"
    assert "Made one" in shown(staff.get("/desk/feedback"))


def test_a_section_is_picked_by_reading_it(staff, thumb, guide):
    page = shown(staff.get("/desk/cases/new?feedback=1"))
    for section in guide.sections:
        for block in section.blocks:
            said = (
                block.answer.of(guide.source_text)
                if block.answer
                else block.text(guide.source_text)
            )
            assert " ".join(said.split()) in page


def test_a_question_of_an_enquiry_becomes_a_case(staff, enquiry, office, records):
    own = enquiry.questions[0].id
    fields = filled(staff.get(f"/desk/cases/new?enquiry={enquiry.id}&question={own}"))
    answer = staff.post("/desk/cases/new", data={**fields, "step": "write"})
    assert answer.headers["location"] == f"/desk/enquiries/{enquiry.id}?said=case"
    [(_, case)] = load_cases(office.review_file)
    assert case.numbers == ("£31,000",)
    assert case.kind == "pay"
    assert records.audit.of(f"enquiry:{enquiry.id}")[-1].action == "case proposed"


def test_no_section_means_that_the_guides_do_not_say(staff, enquiry, office):
    own = enquiry.questions[1].id
    fields = filled(staff.get(f"/desk/cases/new?enquiry={enquiry.id}&question={own}"))
    staff.post("/desk/cases/new", data={**fields, "step": "write"})
    [(_, case)] = load_cases(office.review_file)
    assert case.answerable == "no"
    assert case.gold == ()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"turn-0": "  "}, "A question is empty"),
        ({"point-0": "A pension", "accept-0": "a pension"}, "“A pension” does not stand in"),
        ({"numbers": "£99,000"}, "“£99,000” does not stand in"),
    ],
)
def test_a_case_that_would_not_hold_is_not_written(staff, enquiry, office, changes, told):
    own = enquiry.questions[0].id
    fields = filled(staff.get(f"/desk/cases/new?enquiry={enquiry.id}&question={own}"))
    answer = staff.post("/desk/cases/new", data={**fields, **changes, "step": "write"})
    assert answer.status_code == 422
    assert told in shown(answer)
    assert not office.review_file.exists()
    again = filled(answer)
    assert again["gold"] == fields["gold"]
    for name, text in changes.items():
        assert again[name].strip() == text.strip()


def test_a_case_of_nothing_is_no_page(staff, enquiry):
    assert staff.get("/desk/cases/new").status_code == 404
    assert staff.get("/desk/cases/new?feedback=9").status_code == 404
    assert staff.get("/desk/cases/new?enquiry=1&question=99").status_code == 404


def test_every_section_and_every_faq_pair_can_be_picked(guide):
    labels = [label for _, label in places_of(guide)]
    assert labels == ["Introduction", "Pay", "Skills", "FAQ", "FAQ › Is the work lonely?"]


def test_the_nearest_sentences_are_proposed_as_points(guide):
    gold = [
        place for place, label in places_of(guide) if label in ("Pay", "FAQ › Is the work lonely?")
    ]
    points = points_of("Is storm pay part of it?", gold, {guide.id: guide}, embedded)
    assert points[0].text == "Storm pay is not part of the salary."
    assert [point.vital for point in points] == [True, False, False]
    for point in points:
        assert point.accept[0] in point.text
    assert points_of("Pay?", (), {guide.id: guide}, embedded) == ()


def test_a_place_that_is_no_place_of_a_guide_is_left_out(staff, enquiry, office):
    own = enquiry.questions[0].id
    fields = filled(staff.get(f"/desk/cases/new?enquiry={enquiry.id}&question={own}"))
    fields["gold"] = [*fields["gold"], '["nowhere", "Pay"]', "x"]
    staff.post("/desk/cases/new", data={**fields, "step": "write"})
    [(_, case)] = load_cases(office.review_file)
    assert [
        value_of(place) for place, _ in places_of(office.guides()[0]) if place.section == ("Pay",)
    ] == ['["lighthouse-keeper", "Pay"]']
    assert len(case.gold) == 1

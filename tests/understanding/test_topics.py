"""The kinds of section that the words of a question point to."""

import pytest

from assistant.guides.model import SectionKind
from assistant.understanding.held_band import without_held_band
from assistant.understanding.money_for_things import asks_for_cost
from assistant.understanding.topics import asks_for_figures, names_pay, topics_of


@pytest.mark.parametrize(
    ("asked", "paid"),
    [
        ("what is a diver on?", True),
        ("what would a trainee diver be on?", True),
        ("what's a care worker on?", True),
        ("what is a test analyst on?", True),
        ("what do divers get at each step", True),
        ("a fair number to ask for?", True),
        ("what do they grill a diver on?", False),
        ("what are divers tested on in May", False),
        ("what else might be in the package?", False),
    ],
)
def test_what_somebody_is_on_is_pay_and_what_they_are_asked_on_is_not(asked, paid):
    assert asks_for_figures(asked, ()) == paid


@pytest.mark.parametrize(
    ("asked", "topics"),
    [
        ("how high up might a diver rise?", (SectionKind.PATHWAYS,)),
        ("what comes after being a head diver", (SectionKind.PATHWAYS,)),
        ("what do divers go on to do?", (SectionKind.PATHWAYS,)),
        ("how far below can a diver see", ()),
    ],
)
def test_how_far_a_career_goes(asked, topics):
    assert topics_of(asked) == topics


@pytest.mark.parametrize(
    "asked",
    [
        "how much would the boots set me back",
        "the glazing course, what's the damage",
        "what do the exams cost?",
        "how much will I have to fork out",
        "how much must she pay to be let in",
        "what do I have to pay",
    ],
)
def test_what_a_thing_costs_is_no_pay(asked):
    assert asks_for_cost(asked)
    assert not asks_for_figures(asked, ())


@pytest.mark.parametrize(
    ("asked", "residue"),
    [
        ("how much do divers usually get for training", ("train",)),
        ("how much is a diver allowed for the boots", ("boot",)),
        ("would a licence put anything on my wage", ("licens", "put")),
        ("does a second ticket make much difference to a diver's pay", ()),
        ("could night school raise the salary", ()),
        ("diver: do they pay if the tide holds you up", ()),
        ("would a badge add anything to a diver's wages", ()),
    ],
)
def test_what_is_got_for_a_thing_or_what_it_brings_is_in_no_row_of_pay(asked, residue):
    assert not asks_for_figures(asked, residue)


@pytest.mark.parametrize(
    "asked",
    ["how much do divers get", "how much would I get for the job", "what is my pay"],
)
def test_a_sum_for_the_work_is_pay(asked):
    assert asks_for_figures(asked, ())


def test_living_costs_and_hiring_leave_it_a_question_of_pay():
    assert not asks_for_cost("what is the pay against the cost of living")
    assert not asks_for_cost("how much do they have to pay a diver")
    assert not asks_for_cost("what should we pay a diver")
    assert not asks_for_cost("what should I pay my divers")
    assert not asks_for_cost("what would a glazier cost us to hire")


@pytest.mark.parametrize(
    "asked",
    [
        "what hours do divers do?",
        "which nights does a diver do",
        "what sort of shifts would a diver do",
        "what exams do divers do",
        "what do I need to do",
        "so what should I do?",
    ],
)
def test_hours_and_courses_that_are_done_are_no_duties(asked):
    assert SectionKind.RESPONSIBILITIES not in topics_of(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "what do divers do?",
        "what jobs does a diver do",
        "what work do they do",
        "what shall I do as a deep sea diver?",
    ],
)
def test_what_somebody_does_are_duties(asked):
    assert SectionKind.RESPONSIBILITIES in topics_of(asked)


@pytest.mark.parametrize("word", ["dosh", "wonga", "moolah", "moola", "wedge"])
def test_slang_for_money_asks_for_pay(word):
    assert asks_for_figures(f"is there much {word} in it?", ())


@pytest.mark.parametrize(
    "text", ["how do they move up the ladder", "is it hard to climb the ladder"]
)
def test_going_up_the_ladder_asks_how_a_career_goes_on(text):
    assert topics_of(text) == (SectionKind.PATHWAYS,)
    assert not asks_for_figures(text, ())


def test_a_ladder_of_pay_is_one():
    assert asks_for_figures("what is the ladder in your area?", ())


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("band 4, how do I get into diving", "how do I get into diving"),
        ("I'm a band 5 porter, could I become a diver", "I'm a porter, could I become a diver"),
        ("how do divers get from band 4 to band 5", "how do divers get from band 4 to band 5"),
        ("I'm band 5, how do I get into diving", "how do I get into diving"),
        ("I'm a band 3 in stores, can I join", "I'm in stores, can I join"),
        ("band 4 diver, what would I earn", "band 4 diver, what would I earn"),
        ("a post at band 4, how do I apply", "a post at band 4, how do I apply"),
    ],
)
def test_the_band_that_somebody_comes_from_is_not_asked_about(asked, left):
    assert without_held_band(asked) == left


def test_how_to_come_to_a_band_asks_for_no_figures():
    assert not asks_for_figures("how do I get to band 6", ())
    assert asks_for_figures("how much do I get at band 6", ())
    assert asks_for_figures("what would I get once I get to band 6, how much pay", ())


@pytest.mark.parametrize("asked", ["what should I learn first", "what could he brush up on"])
def test_what_to_learn_is_asked_of_skills(asked):
    assert SectionKind.SKILLS in topics_of(asked)


@pytest.mark.parametrize("asked", ["should I learn first or apply", "what did you learn of knots"])
def test_whether_to_learn_is_not(asked):
    assert SectionKind.SKILLS not in topics_of(asked)


def test_what_is_paid_to_do_something_is_no_pay():
    assert not names_pay("do porters have to pay to park at the hospital")
    assert names_pay("what do they pay to new starters")

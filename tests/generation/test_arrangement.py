"""Sentences whose words all stand in their source, and which the source does not say."""

import pytest

from assistant.generation.arrangement import arranged
from assistant.generation.leaving_out import may_end
from assistant.generation.reading import BREAK_OFF, read, same

TEAM = (
    "On-call is part of many keeper posts, and its load differs with the age of the lamp and with "
    "the size of the crew."
)
RULES = "Nobody expects a new keeper to know every rule by heart."
TRAINED = (
    "Most keepers train for three years before registration, and about 40% move ashore within five "
    "years."
)
BOARDS = (
    "The Northern Board looks for Order 12 or Order 14. The Harbour Board looks for Good Lamp "
    "Practice."
)
PAY = "Pay on the islands remains higher than on the mainland, although rotas can narrow the gap."
PENSION = "Boards hire, train and support keepers, and most offer a pension worth 23.7% of pay."
VISA = "Sponsorship is offered by about half of the boards, though rarely for junior posts."
ENOUGH = "A degree or five years at sea is enough, unless the board asks for registration."
MYTH = "A common belief is that you need a master's ticket, and that is wrong."
ALLOWANCE = "On-call pay makes a difference where the rota comes round often or storms are severe."
SHIFTS = "Shifts run from 8am to 6pm on weekdays, with one weekend in four on call."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # Turned round.
        ("The age of the crew differs with the size of the lamp.", TEAM),
        ("Keeper posts are part of on-call.", TEAM),
        ("A new keeper expects nobody to know every rule by heart.", RULES),
        ("Pay on the mainland remains higher than on the islands.", PAY),
        ("Shifts run from 6pm to 8am on weekdays.", SHIFTS),
        ("Four weekends in one are on call.", SHIFTS),
        ("Keepers hire, train and support boards.", PENSION),
        ("Boards are hired.", PENSION),
        ("Boards hired, trained and supported keepers.", PENSION),
        # "Not", in any writing.
        ("On-call is not part of many keeper posts.", TEAM),
        ("On-call isn't part of many keeper posts.", TEAM),
        ("On-call isnt part of many keeper posts.", TEAM),
        ("On-call is hardly part of many keeper posts.", TEAM),
        ("It is wrong that on-call is part of many keeper posts.", TEAM),
        ("Is on-call part of many keeper posts", TEAM),
        ("On-call was part of many keeper posts.", TEAM),
        # Figures that stand in the source, for something else.
        ("Most keepers train for five years before registration.", TRAINED),
        ("About 40% train for three years before registration.", TRAINED),
        ("About 40 move ashore within five years.", TRAINED),
        ("Most keepers train for three.", TRAINED),
        (
            "Boards hire, train and support keepers, and most offer a pension worth £23.7 of pay.",
            PENSION,
        ),
        # Mixed from two sentences.
        ("The Northern Board looks for Good Lamp Practice.", BOARDS),
        ("The Harbour Board looks for Order 12 or Order 14.", BOARDS),
        # What limits, hedges or denies is left out.
        ("Keeper posts are on call.", TEAM),
        ("On-call is part of keeper posts.", TEAM),
        ("Nobody expects a new keeper.", RULES),
        ("Nobody expects a new keeper to know a rule.", RULES),
        ("Most keepers train for three years.", TRAINED),
        ("Most keepers move ashore within five years.", TRAINED),
        ("The Northern Board looks for Order 12.", BOARDS),
        ("The Northern Board looks for Order 12 and Order 14.", BOARDS),
        ("Pay on the islands remains higher.", PAY),
        ("Rotas can narrow pay.", PAY),
        ("Sponsorship is offered by about half of the boards.", VISA),
        ("A degree is enough.", ENOUGH),
        ("A degree or five years at sea is enough.", ENOUGH),
        ("You need a master's ticket.", MYTH),
        ("A common belief is that you need a master's ticket.", MYTH),
        ("On-call pay makes a difference.", ALLOWANCE),
        ("Storms are severe.", ALLOWANCE),
        ("The rota comes round often.", ALLOWANCE),
        # Unfinished.
        ("On-call is part of many keeper posts, and", TEAM),
        ("On-call is part of many keeper posts, and the", TEAM),
        ("And its load differs with the age of the lamp.", TEAM),
    ],
)
def test_what_the_source_does_not_say_fails_though_it_has_all_the_words(text, source):
    assert not arranged(text, [source], ["Keeper"])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("On-call is part of many keeper posts.", TEAM),
        ("According to the guide, on-call is part of many keeper posts.", TEAM),
        ("Boards hire, train and support keepers.", PENSION),
        ("Pay on the islands remains higher than on the mainland.", PAY),
        ("The Harbour Board looks for Good Lamp Practice.", BOARDS),
        (BOARDS.replace(". T", "; t"), BOARDS),
        ("A Keeper cleans the lamps and prisms.", "Clean the lamps, the panes and the prisms."),
        ("Night work adds between 30% and 60%.", "Night work adds 30% to 60%."),
    ],
)  # fmt: skip
def test_whole_clauses_and_items_may_be_left_out(text, source):
    assert arranged(text, [source], ["Keeper"])


def test_a_row_is_cut_after_a_cell_and_keeps_its_name():
    row = "| Calm | Stay awake at night. Saves ships, and crews. | Log book |"
    assert arranged("Calm: stay awake at night.", [row], [])
    assert not arranged("Saves ships, and crews.", [row], [])
    assert not arranged("Stay awake at night.", [row], [])


def test_words_of_two_quotes_are_not_put_together():
    quotes = ["Boards hire keepers.", "Harbours train pilots."]
    assert not arranged("Boards train pilots.", quotes, [])
    assert arranged("Boards hire keepers; harbours train pilots.", quotes, [])


@pytest.mark.parametrize(
    ("one", "other"),
    [("keeper", "keepers"), ("plan", "planning"), ("city", "cities"), ("organise", "organizes")],
)
def test_forms_of_one_word_are_the_same(one, other):
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("pay", "paid"), ("train", "trained"), ("operation", "operational"), ("intern", "internal"),
     ("it", "IT"), ("employer", "employee"), ("£35000", "$35000"), ("40", "40%")],
)  # fmt: skip
def test_words_that_say_something_else_are_not(one, other):
    assert not same(one, other)


def test_amounts_are_read_in_one_writing():
    assert [word.key for word in read("£62k-£75,000, forty per cent, between 3 and 5 years")] == [
        *("£62000", "to", "£75000", "40%", "3", "to", "5", "years")
    ]
    assert [word.key for word in read("a few, few")] == ["a few", "few"]
    assert read("Lamps and the")[-1].key == BREAK_OFF


def test_a_name_and_a_counted_list_stay_whole():
    assert not may_end(read("The Lamp and Fog Board pays."), 0)
    assert not may_end(read("The two routes are keeper and pilot."), 2)
    assert may_end(read("Courses last ten weeks and are free."), 3)

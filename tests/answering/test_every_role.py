"""A question of every role, where there are too many guides to look at all side by side."""

import pytest

from assistant.answer import AnswerStatus, Conversation
from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

GUIDES = {
    "Bell Founder": (
        "Night shifts are usual, since the street is quiet then.",
        "£30,000",
    ),
    "Clock Winder": ("Clocks are wound in night shifts, before the town wakes.", "£40,000"),
    "Reed Cutter": ("Reed is cut in winter, while it is light.", "£50,000"),
    "Kite Maker": ("Sails are sewn in the mornings.", "£60,000"),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trades")
    guides = [
        read_text(
            f"# {role}\n\nA {role} knows a trade.\n\n## Hours\n\n{hours}\n\n## Pay\n\n"
            f"| Level | Salary |\n|---|---|\n| Senior | {pay} |\n",
            f"{role}.md",
        )
        for role, (hours, pay) in GUIDES.items()
    ]
    sync(folder, guides, the_model())
    return assistant_over(folder)


@pytest.mark.parametrize(
    "question", ["Which of your roles involve night shifts?", "Which of these work night shifts?"]
)
def test_those_that_answer_are_named_side_by_side(question, assistant):
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "**Bell Founder**" in answer.text
    assert "**Clock Winder**" in answer.text
    assert "**Kite Maker**" not in answer.text


def test_pay_is_shown_of_all_of_them(assistant):
    answer = assistant.ask("Which job pays best as a senior?")
    assert all(pay in answer.text for _, pay in GUIDES.values())


def test_which_role_is_meant_is_asked_once_and_with_their_names(assistant):
    first = "Is there any training?"
    asked = assistant.ask("What is the pay?")
    assert asked.status is AnswerStatus.CLARIFY
    assert all(choice in asked.text for choice in asked.follow_ups)
    turns = Conversation().then(asked.question, asked)
    assert assistant.ask(first, turns).status is not AnswerStatus.CLARIFY


@pytest.mark.parametrize(
    "question", ["I was a baker. What could I go for?", "which would suit someone like me?"]
)
def test_what_suits_somebody_is_asked_of_every_role(question, assistant):
    (part,) = assistant.ask(question).trace["parts"]
    assert part["query"]["every_role"]


def test_which_of_them_is_asked_again(assistant):
    first = "Which of your roles involve work at night?"
    before = Conversation().then(first, assistant.ask(first))
    (part,) = assistant.ask("and which of them are paid well?", before).trace["parts"]
    assert part["query"]["every_role"]


@pytest.mark.parametrize("thing", ["a bus pass", "the parking", "a big umbrella in town"])
def test_the_price_of_a_thing_is_no_pay_of_the_role_spoken_of(thing, assistant):
    first = "What does a senior bell founder earn?"
    before = Conversation().then(first, assistant.ask(first))
    assert assistant.ask(f"how much is {thing}?", before).status is AnswerStatus.NOT_COVERED
    assert "£30,000" in assistant.ask("how much is a senior?", before).text

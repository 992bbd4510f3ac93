"""Later questions of a message: answered by the passage before, or of a thing of their own."""

from typing import cast

import pytest

from assistant.answer import AnswerStatus
from assistant.answering import turns
from assistant.answering.parts import PartAnswer
from assistant.answering.sources import Sources
from assistant.citations import Claim, Quote
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.understanding.query import Query
from tests.opened import assistant_over, the_model

GUIDE = """# Harbour Pilot

A Harbour Pilot brings ships into port and out again.

## Pay

| Level | Salary |
|---|---|
| Trainee (Band 4) | £28,000 to £33,000 |
| Senior (Band 6) | £48,000 to £53,000 |

A tide allowance is paid on top in the northern ports: 12 per cent of salary, or 8 per cent inland.

## FAQ

### Is there an exam?

The Deep Sea Certificate is the one that ports ask for. It takes three years to prepare, and most
ports refund the fee after a pass.

### Is there night work?

Tides do not wait, so about half of all duties are at night.

### Do pilots work weekends?

One weekend in four. A weekend on duty is paid at £90 a day on top.

### Do I need to swim?

Yes. Every pilot passes a swimming test in clothes.

### Where do pilots live?

Within an hour of the port, since a ship gives little notice before it arrives.

### Which ships are the hardest?

Container ships in wind: the stack of boxes works as a sail, and tugs have to hold it.

### Who else is on the bridge?

The captain, who stays in command, an officer of the watch and a helmsman. A harbour master rules
the port; a pilot only the ship.

## Responsibilities

- Plan each passage with the harbour master before the ship is boarded.
- Climb the ladder from the pilot boat, whatever the sea is like.
- Call the tugs and tell their crews where to push.
- Write up near misses, so that the next pilot knows of them.

## Pathways

Most pilots served as deck officers first. Some begin as boat crew and study in the evenings.
A senior pilot may become a marine surveyor or a harbour master.

## Training

Training to be a pilot lasts fourteen months aboard three different tugs. Trainees sleep ashore and
are collected by the pilot boat before each tide. Old hands grumble about the simulator, and every
trainee spends two days a week in it all the same. Applications to train open in January each year.

## Skills

| Skill | What it looks like |
|---|---|
| Ship handling | Feeling how a hull answers in shallow water |
| Speech | Orders that a tired crew understands at once |
| Chart work | Reading tide tables without a slip |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harbour")
    sync(folder, [read_text(GUIDE, "harbour-pilot.md")], the_model())
    return assistant_over(folder)


@pytest.mark.parametrize(
    ("asked", "later"),
    [
        ("Is there a tide allowance for a harbour pilot and how big?", "how big?"),
        ("Does a harbour pilot get a tide allowance, and what does the port pay in?", ""),
        ("Is there an exam for a harbour pilot and does the port refund it?", ""),
        ("Is there an exam for a harbour pilot, and how long does it take?", ""),
        # Doubtful by itself, and nearest to what was quoted.
        ("Is there an exam for a harbour pilot and do they get their money back?", ""),
    ],
)
def test_a_question_that_leans_is_answered_by_the_passage_before(asked, later, assistant):
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.ANSWERED
    assert [part.status for part in answer.parts] == [AnswerStatus.ANSWERED] * 2
    assert answer.parts[-1].question.endswith(later)
    assert "does not say" not in answer.text
    assert "**" not in answer.text  # one passage, and so no headings


@pytest.mark.parametrize(
    "asked",
    [
        "Is there an exam for a harbour pilot and is there parental leave?",
        "Is there an exam for a harbour pilot and how many women are in it?",
        "Is there night work for a harbour pilot, and how much annual leave is there?",
        "Is there a tide allowance for a harbour pilot and do they sponsor visas?",
        # No measure and no money stand in what is said of swimming.
        "Does a harbour pilot need to swim, and how wide is it?",
        "Does a harbour pilot need to swim, and what does it cost?",
    ],
)
def test_what_the_passage_before_does_not_say_stays_unanswered(asked, assistant):
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.PARTIAL
    assert [part.status for part in answer.parts] == [
        AnswerStatus.ANSWERED,
        AnswerStatus.NOT_COVERED,
    ]


def test_a_figure_that_stands_above_is_not_answered_with_what_stands_beside_it(assistant):
    asked = "Where do trainee harbour pilots sleep, and how often are they in the simulator?"
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.ANSWERED
    assert "two days a week" in answer.text
    assert "\n\n" not in answer.text  # one paragraph answers both
    assert "**" not in answer.text


def test_a_question_of_another_place_is_not_lost_in_the_passage_before(assistant):
    answer = assistant.ask(
        "How long does harbour pilot training last, and who do they plan passages with?"
    )
    assert "fourteen months" in answer.text
    assert "Plan each passage with the harbour master" in answer.text


def test_a_question_that_finds_more_than_the_one_before_keeps_what_it_finds(assistant):
    answer = assistant.ask(
        "How long does harbour pilot training last and when do applications open?"
    )
    assert "fourteen months" in answer.text
    assert "January" in answer.text


def test_what_is_paid_for_a_thing_stands_where_the_thing_is(assistant):
    answer = assistant.ask("Does a harbour pilot work weekends and what do they pay for that?")
    assert "£90" in answer.text
    assert "**" not in answer.text
    answer = assistant.ask("Is there an exam for a harbour pilot and what do they pay for that?")
    assert "£90" not in answer.text


def _part(query, status, quote):
    return PartAnswer(
        query, status, (Claim("Said.", (Quote("pilot", ("Pay",), "pay", quote, quote + 5),)),)
    )


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("is there a crane?", False), ("does it cost?", True), ("when is tea?", True)],
)
def test_a_half_that_is_not_covered_by_itself_is_not_by_the_one_before(
    asked, answered, monkeypatch
):
    def alone(query, sources):
        assert not query.context
        return PartAnswer(query, AnswerStatus.NOT_COVERED, ())

    monkeypatch.setattr(turns, "answer_query", alone)
    first = _part(Query("what is paid?", "what is paid?"), AnswerStatus.ANSWERED, 0)
    half = _part(Query(asked, asked, context="what is paid?"), AnswerStatus.ANSWERED, 40)
    part = turns._of_its_own(first, half, cast("Sources", None))
    assert (part.status is AnswerStatus.ANSWERED) == answered


def test_two_questions_of_one_passage_stand_under_one_heading(assistant):
    asked = "Is there night work for a harbour pilot? How much night work is there? Must I swim?"
    answer = assistant.ask(asked)
    assert len(answer.parts) == 3
    assert answer.text.count("half of all duties") == 1
    headings = [line for line in answer.text.split("\n") if line.startswith("**")]
    assert len(headings) == 2


def test_another_job_that_the_guide_sets_beside_its_own_is_answered(assistant):
    answer = assistant.ask("harbour pilot or harbour master, who rules the port?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "A harbour master rules the port" in answer.text
    assert "There is no guide" not in answer.text


def test_who_asks_with_another_background_is_told_who_comes_in(assistant):
    answer = assistant.ask("I drove lorries for six years. Any chance of getting in as a pilot?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "Applications to train open in January" in answer.text

"""Two questions in one sentence, of which the second has its subject before its verb."""

import pytest

from assistant.guides import read_text
from assistant.understanding.levels import find_level_words, resolve_level
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.messages.parting import parted
from assistant.understanding.understand import understand

GUIDES = [
    read_text(
        """# Harbour Traffic Planner

Plans where ships go. Each planner works shifts.

## Pay

| Level | North | South |
|---|---|---|
| Trainee planner | £20,000 to £21,000 | £21,000 to £22,000 |
| Planner | £25,000 to £27,000 | £26,000 to £28,000 |
| Traffic planner | £28,000 to £29,000 | £29,000 to £30,000 |
| Quay manager | £30,000 to £32,000 | £31,000 to £33,000 |
| Head of harbour traffic | £40,000 to £42,000 | £41,000 to £43,000 |
""",
        "harbour.md",
    ),
    read_text(
        """# Cheese Chemist

Tests cheese.

## Pay

| Level | North | South |
|---|---|---|
| Associate scientist | £20,000 to £21,000 | £21,000 to £22,000 |
| Principal | £25,000 to £27,000 | £26,000 to £28,000 |
""",
        "cheese.md",
    ),
]
LEXICON = lexicon_of(GUIDES)


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        (
            "what is the pay for a cook and does night work add anything",
            "does night work add anything?",
        ),
        ("how long is the course and is overtime paid", "is overtime paid?"),
        ("what do cooks earn, and are uniforms provided", "are uniforms provided?"),
    ],
)
def test_a_second_question_with_its_subject_before_the_verb(sentence, second):
    assert parted(sentence)[1][1:] == [second]


@pytest.mark.parametrize(
    "sentence",
    [
        "what does somebody do who cooks and does research on ways to make cheese",
        "which jobs are hard and are not paid",
    ],
)
def test_what_somebody_does_besides_is_no_second_question(sentence):
    assert len(parted(sentence)[1]) == 1


def _levels(*turns):
    query = understand(turns, LEXICON).queries[-1]
    return [*resolve_level(query.level_words, LEXICON.ladders[query.roles[0]])]


BEFORE = "What does a harbour traffic planner do?"


def test_a_level_called_by_the_noun_of_the_role():
    assert _levels(BEFORE, "What does a planner earn?") == ["Planner"]
    assert _levels("What does a traffic planner earn?") == ["Traffic planner"]
    assert _levels("What does a harbour traffic planner earn?") == []


def test_what_is_paid_then_is_paid_at_the_level_just_named():
    assert _levels(BEFORE, "How long until I'm a planner, and what would I get then?") == [
        "Planner"
    ]
    assert _levels(BEFORE, "How is the training? and what do they earn after?") == ["Planner"]


def test_a_level_named_like_a_job_of_its_own_is_that_guide_s():
    assert _levels("What does an associate scientist earn in York?") == ["Associate scientist"]
    assert understand(["What does an associate baker earn?"], LEXICON).queries[0].unknown_roles


def test_a_thing_that_something_is_at_is_no_level():
    ladders = LEXICON.ladders.values()
    assert find_level_words("the one with a lamp on the quay", ladders) == ()
    assert find_level_words("quay pay", ladders) == ("quay",)


def test_the_letters_of_a_title_are_no_level_of_it():
    guide = read_text(
        "# Night Bus Mechanic (NBM)\n\nMends buses.\n\n## Pay\n\n| Level | North |\n|---|---|\n"
        "| NBM | £20,000 to £21,000 |\n| Senior NBM | £25,000 to £27,000 |\n",
        "bus.md",
    )
    query = understand(["What does an NBM earn?"], lexicon_of([guide])).queries[0]
    assert query.pay_table
    assert query.level_words == ()


def test_of_two_guides_jobs_side_by_side_none_is_a_level():
    (query,) = understand(["compare pay for traffic planner and cheese chemist"], LEXICON).queries
    assert query.level_words == ()

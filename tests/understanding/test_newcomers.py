"""The level that follows from what somebody tells: who begins, and who has just qualified."""

import pytest

from assistant.guides import read_text
from assistant.understanding.levels import resolve_level
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.newcomers import LEARNER, QUALIFIED, STARTER, once_trained, stands_as
from assistant.understanding.understand import understand

GUIDE = read_text(
    """# Tree Surveyor

Looks at trees.

## Pay

| Grade | North | South | Who |
|---|---|---|---|
| Trainee | £20,000 to £21,000 | £21,000 to £22,000 | Anybody |
| Step A | £25,000 to £27,000 | £26,000 to £28,000 | Assistants |
| Step B | £30,000 to £32,000 | £31,000 to £33,000 | Registered surveyor |
| Lead | £40,000 to £42,000 | £41,000 to £43,000 | Those in charge |
""",
    "tree.md",
)
LEXICON = lexicon_of([GUIDE])


def _levels(*turns):
    query = understand(turns, LEXICON).queries[-1]
    assert query.pay_table
    return resolve_level(query.level_words, LEXICON.ladders[GUIDE.id])


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("My niece finishes her chemistry degree in June.", STARTER),
        ("I've just graduated.", STARTER),
        ("We have a school leaver here", STARTER),
        ("I am newly registered", QUALIFIED),
        ("I finished my degree ten years ago", ""),
        ("I'm finishing my PhD degree", ""),
        ("I have a degree", ""),
    ],
)
def test_who_tells_that_they_begin(told, word):
    standing = stands_as(told)
    assert (standing.level if standing else "") == word


def test_pay_once_somebody_has_learned_the_job():
    assert once_trained("what do I get once I'm registered?")[0] == (QUALIFIED,)
    assert once_trained("what do registered people get?")[0] == ()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("what do they pay me whilst I'm still training", (LEARNER,)),
        ("the wage in training and once registered?", (LEARNER, QUALIFIED)),
        ("what do you earn after training", (QUALIFIED,)),
        ("what does somebody in training roles earn", ()),
        ("what is the training budget", ()),
    ],
)
def test_pay_while_the_job_is_learned(asked, words):
    assert once_trained(asked)[0] == words


def test_who_learns_the_job_is_paid_at_the_learners_level():
    assert _levels("What would I get while training as a tree surveyor?") == ("Trainee",)
    assert _levels("Is tree surveyor hard?", "what would i get starting out, id be in York") == (
        "Trainee",
    )


def test_what_a_beginner_is_paid_is_the_lowest_level_however_long_ago_it_was_told():
    turns = (
        "My niece finishes her degree in June. Is tree surveyor a good job?",
        "Is it outdoors?",
    )
    assert _levels(*turns, "What would they pay her?") == ("Trainee",)
    assert _levels(*turns, "What does a lead earn?") == ("Lead",)
    assert _levels(*turns, "What would she earn at the most?") == ()


def test_the_start_is_not_at_the_level_spoken_of_before():
    assert _levels("What does a lead tree surveyor earn?", "And what would I start on?") == ()


def test_a_row_says_that_it_is_for_those_registered():
    assert _levels("Tree surveyor wages once you are registered?") == ("Step B",)
    assert _levels("Pay of a tree surveyor in York when she qualifies?") == ("Step B",)


@pytest.mark.parametrize(
    "turns",
    [
        ("I'm graduating in June. What is a tree surveyor?", "what would my manager earn?"),
        ("My niece is doing a degree. What is a tree surveyor?", "I'd be one too. What do I get?"),
        ("I'm doing a degree. What is a tree surveyor?", "I've ten years in IT. What do I get?"),
        ("I've no experience with saws. What is a tree surveyor?", "What would I get?"),
        ("Is no experience a problem for a tree surveyor?", "What would we pay her?"),
    ],
)
def test_pay_of_another_or_of_one_who_has_worked_is_not_the_beginners(turns):
    assert _levels(*turns) == ()

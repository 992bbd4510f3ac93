"""Which of two things within one role is asked about, once they were set side by side."""

import pytest

from assistant.understanding.understand import understand

CHOICE = "As a backend engineer, should I go for a supplier or the NHS?"


def last(lexicon, *turns):
    return understand(turns, lexicon).queries[-1]


@pytest.mark.parametrize("question", ["which pays better?", "and which one means more travel?"])
def test_which_of_the_two_is_asked_of_the_role(question, lexicon):
    query = last(lexicon, CHOICE, question)
    assert (query.roles, query.every_role, query.pay_table) == (("backend-engineer",), False, False)


def test_it_is_asked_so_after_another_such_question(lexicon):
    query = last(lexicon, CHOICE, "which pays better?", "which has more on-call?")
    assert (query.roles, query.every_role) == (("backend-engineer",), False)


def test_a_question_with_no_word_of_its_own_is_read_with_the_choice(lexicon):
    assert "supplier or the NHS" in last(lexicon, CHOICE, "which would it be?").context


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (CHOICE, "which job pays best?"),
        (CHOICE, "which of the roles has more travel?"),
        ("What does a backend engineer do?", "which pays better?"),
        (
            "What does a backend engineer do, coding or testing?",
            "which has the best pay of all the jobs?",
        ),
        ("Should I take the backend engineer job or stay in nursing?", "which pays better?"),
    ],
)
def test_which_of_all_jobs_is_asked_of_every_role(before, question, lexicon):
    assert last(lexicon, before, question).every_role

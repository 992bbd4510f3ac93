"""Whose job is asked about: the one spoken of, the person's own, or one that has no guide."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.query import Reply
from assistant.understanding.understand import understand

BACKEND, INFORMATICS = "backend-engineer", "health-informatics-engineer"
NURSE = "Could a nurse become a health informatics engineer?"


def last(lexicon, *turns):
    return understand(turns, lexicon).queries[-1]


@pytest.mark.parametrize(
    "question",
    [
        "must I remain registered as a nurse for it?",
        "would I have had to be a nurse first?",
        "would a nurse who codes get in?",
        "would my time as a nurse be wasted?",
        "is what I know as a nurse any use?",
    ],
)
def test_a_job_of_the_persons_own_is_not_asked_about(question, lexicon):
    query = last(lexicon, NURSE, question)
    assert (query.roles, query.unknown_roles) == ((INFORMATICS,), ())


@pytest.mark.parametrize(
    "question", ["what's it like to work as a nurse?", "how much would I earn as a nurse?"]
)
def test_another_job_is_asked_about(question, lexicon):
    query = last(lexicon, "What does a backend engineer do?", question)
    assert (query.roles, query.unknown_roles) == ((), ("nurse",))


def test_a_job_beside_one_that_its_guide_tells_of_is_asked_of_that_guide():
    text = "# Bid Writer\n\nA Bid Writer writes what a sales manager later presents.\n"
    lexicon = lexicon_of([read_text(text, "bids.md")])
    told = last(lexicon, "what's the deal with a bid writer vs a sales manager?")
    assert (told.roles, told.unknown_roles) == (("bid-writer",), ())
    paid = last(lexicon, "does a bid writer or a sales manager earn more?")
    assert paid.unknown_roles == ("sales manager",)
    other = last(lexicon, "what's the difference between a bid writer and a copy editor?")
    assert other.unknown_roles == ("copy editor",)


def test_a_place_alone_asks_the_pay_before_of_the_job_spoken_of_last(lexicon):
    turns = ("what's a welder paid?", "what does a backend engineer do?", "in London")
    query = last(lexicon, *turns)
    assert (query.roles, query.unknown_roles, query.pay_table) == ((BACKEND,), (), True)


@pytest.mark.parametrize(
    "question",
    [
        "is it only for doctors and nurses?",
        "my tutor mentioned engineers who do this, what do they do?",
    ],
)
def test_people_in_passing_are_no_job_asked_about(question, lexicon):
    query = last(lexicon, "What does a backend engineer do?", question)
    assert (query.roles, query.unknown_roles) == ((BACKEND,), ())


WELDER = ("What does a backend engineer do?", "What does a welder earn?", "and in London?")


def test_a_job_without_a_guide_is_left_after_two_refusals(lexicon):
    query = last(lexicon, *WELDER, "which band would I come in at?")
    assert (query.roles, query.unknown_roles) == ((BACKEND,), ())


@pytest.mark.parametrize("question", ["do they work shifts?", "and in Leeds?"])
def test_a_job_without_a_guide_is_kept_by_who_points_at_it(question, lexicon):
    query = last(lexicon, *WELDER, question)
    assert (query.roles, query.unknown_roles) == ((), ("welder",))


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("is there a job that joins the two?", (INFORMATICS,)),
        ("which role lets me do both?", (INFORMATICS,)),
        ("which of the two has fewer nights?", (BACKEND, INFORMATICS)),
        ("do both need FHIR?", (BACKEND, INFORMATICS)),
    ],
)
def test_who_is_told_which_job_it_is_asks_on_about_that(question, roles, lexicon):
    first = "Backend engineer or health informatics engineer?"
    replies = (Reply(), Reply(roles=(INFORMATICS,)))
    query = understand([first, question, "what are the duties?"], lexicon, replies).queries[-1]
    assert {*query.roles} == {*roles}


def test_what_somebody_in_the_family_does_is_not_asked_about_beside_another_job(lexicon):
    told = "My wife is a backend engineer and says they want health informatics engineers."
    assert last(lexicon, f"{told} Would they have me?").roles == (INFORMATICS,)
    assert last(lexicon, "My wife is a backend engineer. What would she earn?").roles == (BACKEND,)


def test_the_second_of_two_is_pointed_at_in_a_sentence_of_its_own(lexicon):
    turns = ("backend or health informatics engineer?", "go on then, the second. How do I start?")
    assert last(lexicon, *turns).roles == (INFORMATICS,)

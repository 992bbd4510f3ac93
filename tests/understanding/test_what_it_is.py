"""Whether nothing is asked but what a role is."""

import pytest

from assistant.understanding.understand import understand
from assistant.understanding.what_it_is import (
    asks_how_they_differ,
    asks_what_it_does,
    asks_what_it_is,
)


@pytest.mark.parametrize(
    "message",
    [
        "What is a backend engineer?",
        "what the heck is an HIE",
        "im 15 whats a backend engineer",
        "what is an HIE in a nutshell",
        "Could you please explain what a backend engineer is in simple terms?",
        "tell me a bit about the informatics one",
        "backend engineer?",
        "I advise sixth-formers. Could you give me a short summary of the backend engineer role?",
        "My niece wants to be a backend engineer. What is it, in plain words?",
        "My son fancies being a backend engineer and I have no idea what that is.",
    ],
)
def test_what_a_role_is(message, lexicon):
    assert all(asks_what_it_is(query) for query in understand([message], lexicon).queries)


@pytest.mark.parametrize(
    "turns",
    [
        ["What is a backend engineer paid?"],
        ["What is FHIR?"],
        ["What is a typical backend engineer's day?"],
        ["Does a backend engineer need DCB0129?", "what is it"],
        ["tell me about on-call for a backend engineer"],
        ["Backend engineers use FHIR. I have no idea what that is."],
    ],
)
def test_what_something_else_is(turns, lexicon):
    assert not asks_what_it_is(understand(turns, lexicon).queries[-1])


def test_it_is_asked_again_of_another_role(lexicon):
    turns = ["I may become a backend engineer. What is it, in short?", "and the informatics one?"]
    query = understand(turns, lexicon).queries[-1]
    assert query.roles == ("health-informatics-engineer",)
    assert asks_what_it_is(query)


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("whats a backend engineer actually do??", True),
        ("What does a backend engineer do?", True),
        ("What does a backend engineer do at night?", False),
        ("What do I do to become a backend engineer?", False),
    ],
)
def test_what_somebody_in_a_role_does(message, whole, lexicon):
    (query,) = understand([message], lexicon).queries
    assert asks_what_it_does(query) is whole


@pytest.mark.parametrize(
    ("message", "is_so"),
    [
        ("What's the difference between a backend engineer and an HIE?", True),
        ("what are the main differences between the two?", True),
        ("How does the pay differ between a backend engineer and an HIE?", False),
        ("What's the difference between the two in on-call?", False),
        ("What makes a backend engineer in health different?", False),
    ],
)
def test_how_roles_differ(message, is_so, lexicon):
    (query,) = understand([message], lexicon).queries
    assert asks_how_they_differ(query) is is_so


def test_what_a_role_does_may_be_asked_in_short(lexicon):
    (query,) = understand(
        ["Remind me what a backend engineer does, in a line or two"], lexicon
    ).queries
    assert asks_what_it_does(query, in_short=True)
    (query,) = understand(["What does a backend engineer do?"], lexicon).queries
    assert asks_what_it_does(query)
    assert not asks_what_it_does(query, in_short=True)


def test_roles_that_are_mixed_up_are_told_apart_by_what_they_are(lexicon):
    asked = "i keep mixing these up - backend engineer vs HIE, whats the difference??"
    (query,) = understand([asked], lexicon).queries
    assert asks_how_they_differ(query)


def test_what_was_told_by_its_letters_is_asked_about_and_no_role(lexicon):
    told = "they keep on about the XQ9. what is that about"
    assert not any(asks_what_it_is(query) for query in understand([told], lexicon).queries)


def test_a_question_that_names_its_thing_is_searched_for_without_what_was_told(lexicon):
    (query,) = understand(["I drive a van. what is reconciliation"], lexicon).queries
    assert not query.lead


@pytest.mark.parametrize(
    "told", ["my girl is 16 and draws maps, ", "laid off last week. ", "hiya. "]
)
def test_what_is_told_before_it_is_no_part_of_it(told, lexicon):
    (query,) = understand([f"{told}what even is a backend engineer"], lexicon).queries
    assert asks_what_it_is(query)


@pytest.mark.parametrize("manner", ["in plain words", "explain simply", "for my year 11s"])
def test_how_roles_differ_may_be_asked_in_a_manner(manner, lexicon):
    said = f"what's the difference between a backend engineer and an HIE, {manner}?"
    (query,) = understand([said], lexicon).queries
    assert asks_how_they_differ(query)

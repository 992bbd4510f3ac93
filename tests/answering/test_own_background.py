"""Who tells of a background is told first what the guide says of those like them."""

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.understanding.fields import fields_in
from tests.opened import assistant_over, the_model

GUIDE = """# Seed Analyst

A Seed Analyst tells whether a batch of seed will grow, and signs for it.

## Ways in

Most analysts come straight from a degree in botany. Others train in post for two years after
school, at a bench beside somebody who is licensed. A few arrive from restaurants, where they have
learned to keep to a routine. The armed forces send us some of the most patient people we have.

## FAQ

### Do I need a degree?

No. Half of last year's intake came without one.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("background")
    sync(folder, [read_text(GUIDE, "seed-analyst.md")], the_model())
    return assistant_over(folder)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("I'm a chef, ten years in kitchens. Could I become a seed analyst?", "from restaurants"),
        ("Twelve years as a barista. Would anyone take me on as a seed analyst?", "restaurants"),
        ("Leaving the RAF in May. Could I retrain as a seed analyst?", "armed forces"),
        ("My brother is a squaddie, could he be a seed analyst?", "armed forces"),
    ],
)
def test_the_sentence_on_those_like_them_stands_first(assistant, asked, first):
    said = assistant.ask(asked).citations
    assert first in " ".join(said[0].quote.split()).casefold()


@pytest.mark.parametrize(
    "asked",
    [
        "I dug roads for ten years. Could I become a seed analyst?",
        "How long do they train a seed analyst for?",
    ],
)
def test_of_a_background_that_is_not_named_nothing_is_made(assistant, asked):
    said = assistant.ask(asked).citations
    assert said
    assert "restaurants" not in " ".join(said[0].quote.split()).casefold()
    assert "forces" not in " ".join(said[0].quote.split()).casefold()


def test_a_field_is_known_by_what_either_side_calls_it():
    assert fields_in("eight years in a bank") == fields_in("some come from finance")
    assert not fields_in("eight years on the road")


def test_where_no_field_of_theirs_is_named_what_is_said_of_all_others_stands_first(tmp_path):
    text = GUIDE.replace("Others train", "Plenty come from other industries. Others train")
    sync(tmp_path, [read_text(text, "seed-analyst.md")], the_model())
    assistant = assistant_over(tmp_path)
    said = assistant.ask(
        "I've been a bus driver for years. Could I become a seed analyst?"
    ).citations
    assert "other industries" in said[0].quote


def test_who_asks_how_to_come_in_and_tells_from_where_is_told_of_that_first(assistant):
    said = assistant.ask("I'm a chef, how do I become a seed analyst?").citations
    assert "from restaurants" in said[0].quote


@pytest.mark.parametrize("asked", ["Who becomes a seed analyst?", "Is a seed analyst a chef?"])
def test_of_no_background_told_the_usual_way_stays_first(assistant, asked):
    said = assistant.ask(asked).citations
    assert not said or "forces" not in said[0].quote

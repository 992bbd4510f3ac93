"""Everyday words for pay, and what only sounds like them."""

import pytest

from assistant.understanding.pay_idioms import pay_in_plain_words
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("What might a really senior chef be pulling in?", "be earning?"),
        ("what's the most a tuner might bring in each year?", "earn each year?"),
        ("what could I be making as a senior", "earning as a senior"),
        ("whats a registrar on to begin with", "registrar paid to begin with"),
        ("what are most people on after ten years", "people paid after ten years"),
        ("what would my son be on if he goes into joinery", "be paid if he goes into joinery"),
        ("What could you end up on?", "end up paid?"),
        ("what would the council give me as a new starter", "council pay me as a new starter"),
        ("what do you clear in a year", "earn in a year"),
        ("can you live on it?", "can you earn enough to live on?"),
        ("how well off would I be", "how well paid would I be"),
        ("whats the top whack", "top pay"),
        ("how much dough do they make", "how much money do they make"),
    ],
)
def test_an_idiom_for_pay_is_read_in_plain_words(asked, plain):
    assert pay_in_plain_words(asked).endswith(plain)


@pytest.mark.parametrize(
    "asked",
    [
        "what ward would I be on in my first year?",
        "how do I bring in new clients",
        "what can I bring in on my first day",
        "what is the course on at the university",
        "what are pay rises based on",
        "what do they give you to wear",
        "what do you start on each morning",
        "what would I be making in the lab",
        "how much of the day is spent on it",
        "What are most bakers working on now?",
        "what is a dental nurse tested on?",
        "What should a pilot do if the order is not clear?",
        "I have a bad back. Could I manage with that?",
        "how do pastry chefs keep the dough cold?",
        "is the crane ever loaded?",
        "what's the best kitchen for a chef to be on?",
        "What should I bring in?",
        "what does the NVQ give you as a mason?",
    ],
)
def test_the_same_words_for_something_else_stay(asked):
    assert pay_in_plain_words(asked) == asked


def test_what_somebody_is_on_asks_for_the_pay(lexicon):
    (query,) = understand(["what's a backend engineer on to begin with?"], lexicon).queries
    assert query.pay_table

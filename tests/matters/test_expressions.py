"""Expressions of the thesaurus, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matters.expressions import GAP, Expression, Finder, tokens


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("flexitime", "Is there FLEXITIME?"),
        ("part time", "a part-time post"),
        ("whats the rota", "What's the rota?"),
        ("sponsor*", "they are sponsored"),
        ("pay|pays|cover* .. course*", "the trust covers every accredited course"),
        ("# hour shift*", "two 12-hour shifts"),
        ("# days a week", "three days a week"),
        ("work .. nights", "work nights"),
    ],
)
def test_an_expression_stands_in_a_text(expression, text):
    assert Finder({"it": [Expression.of(expression)]}).names_in(text) == {"it"}


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("rota", "rotations"),
        ("days in the office", "days in an office"),
        ("# days a week", "some days a week"),
        ("work .. nights", "work and then sleep and then more nights"),
        ("on call", "call on"),
        ("sponsor*", "a response"),
    ],
)
def test_an_expression_does_not_stand_in_another_text(expression, text):
    assert not Finder({"it": [Expression.of(expression)]}).names_in(text)


@pytest.mark.parametrize("written", ["", "  ", ".. call", "on ..", ".."])
def test_what_is_no_expression_is_refused(written):
    with pytest.raises(ValueError, match="not an expression"):
        Expression.of(written)


WORDS = st.lists(st.sampled_from("owl bee cat dog elk fox".split()), max_size=8)


@given(before=WORDS, between=WORDS, after=WORDS)
def test_a_gap_stands_for_so_many_words_and_no_more(before, between, after):
    text = " ".join([*before, "night", *between, "shift", *after])
    found = Finder({"it": [Expression.of("night .. shift")]}).names_in(text)
    assert bool(found) == (len(between) <= GAP)


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all((token.isascii() and token.islower()) or token.isdigit() for token in tokens(text))

"""Sums of money in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.money import Amount
from assistant.understanding.sums_in_words import sums_in_figures
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("over sixty grand", "over 60 grand"),
        ("Forty-five thousand pounds", "45 thousand pounds"),
        ("a hundred and ten k", "110k"),
        ("hundred grand", "100 grand"),
        ("one hundred twenty thou", "120 thou"),
        ("twelve k", "12k"),
        ("two hundred and fifty thousand", "250 thousand"),
    ],
)
def test_a_sum_in_words_is_in_figures(said, figures):
    assert sums_in_figures(said) == figures


@pytest.mark.parametrize(
    "said",
    ["a grand plan", "one of a thousand", "special K", "sixty people", "a grand", "point five k"],
)
def test_what_names_no_number_of_thousands_stays(said):
    assert sums_in_figures(said) == said


@given(st.text())
def test_a_text_without_thousands_stays_as_it_is(text):
    if not any(unit in text.casefold() for unit in ("k", "grand", "thou")):
        assert sums_in_figures(text) == text


def test_a_level_is_sought_by_a_sum_in_words(lexicon):
    asked = "At which level could a backend engineer bring in over ninety grand?"
    (query,) = understand([asked], lexicon).queries
    assert query.pay_table
    assert query.amounts == (Amount(90_000, "above"),)

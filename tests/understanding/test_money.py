"""Amounts of money and NHS bands in a question."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.understanding.money import (
    BAND_ORDER,
    Amount,
    amounts_told,
    band_covers,
    find_amounts,
    find_bands,
)


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("I was offered £41,000.", [41_000]),
        ("I was offered £41k", [41_000]),
        ("I was offered 41k", [41_000]),
        ("offered 41 grand", [41_000]),
        ("offered £41 thousand", [41_000]),
        ("offered GBP 41,000", [41_000]),
        ("offered 41,000 pounds", [41_000]),
        ("offered 41000", [41_000]),
        ("offered 41.5k", [41_500]),
        ("Is 41 fair?", [41_000]),
        ("between £40k and £50k", [40_000, 50_000]),
        ("£40,000-£50,000", [40_000, 50_000]),
    ],
)
def test_amounts_are_whole_pounds(text, pounds):
    assert [amount.pounds for amount in find_amounts(text, about_pay=True)] == pounds


@pytest.mark.parametrize(
    "text",
    [
        "I have 5 years of experience",
        "after 20 years in the NHS",
        "I am 24 months in",
        "40 hours a week",
        "a 10% bonus",
        "a team of 30 people",
        "NHS Band 7",
        "Band 8a pay",
        "from 9am to 5pm",
        "24/7 cover",
        "",
    ],
)
def test_other_numbers_are_no_money(text):
    assert find_amounts(text, about_pay=True) == ()


def test_a_bare_number_is_money_only_where_pay_is_spoken_of():
    assert find_amounts("Is 41 fair?", about_pay=False) == ()
    assert find_amounts("Is £41k fair?", about_pay=False) == (Amount(41_000, "about"),)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("over £60k", "above"),
        ("more than 60k", "above"),
        ("at least £60,000", "at least"),
        ("£60k or more", "at least"),
        ("60k+", "at least"),
        ("60k plus", "at least"),
        ("£60k a year or more", "at least"),
        ("£60k plus a car", "about"),
        ("£60k and more holiday", "about"),
        ("£60,000 tops", "below"),
        ("north of 60k", "above"),
        ("under £60k", "below"),
        ("less than 60k", "below"),
        ("up to £60,000", "below"),
        ("£60k", "about"),
        ("around £60k", "about"),
    ],
)
def test_how_an_amount_is_bounded(text, bound):
    assert find_amounts(f"Which level pays {text}?", about_pay=True) == (Amount(60_000, bound),)


def test_a_band_before_an_amount_does_not_move_its_bound():
    text = "I hold Band 8a and Band 7 posts, over £60k"
    assert find_amounts(text, about_pay=True) == (Amount(60_000, "above"),)


@given(st.integers(12, 399))
def test_every_writing_of_an_amount_is_the_same_amount(value):
    for written in (
        f"£{value}k",
        f"£{value},000",
        f"{value}K",
        f"£ {value * 1000}",
        f"{value} grand",
    ):
        found = find_amounts(f"They offered me {written}, is it fair?", about_pay=True)
        if "£ " not in written:
            assert found == (Amount(value * 1000, "about"),), written


@given(st.text())
@example("0k")
def test_amounts_of_any_text_are_positive(text):
    assert all(amount.pounds > 0 for amount in find_amounts(text, about_pay=True))


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("NHS Band 7", ("7",)),
        ("band 8a", ("8a",)),
        ("Band 8 A", ("8a",)),
        ("top of 8c?", ("8c",)),
        ("8 cats", ()),
        ("band7", ("7",)),
        ("between band 6 and band 7", ("6", "7")),
        ("band 12", ()),
        ("a specialist (b6) post", ("6",)),
        ("vitamin b6", ()),
        ("a B1 visa", ()),
        ("the pay bands", ()),
        ("a brass band", ()),
    ],
)
def test_bands(text, bands):
    assert find_bands(text) == bands


@pytest.mark.parametrize(
    ("note", "bands"),
    [
        ("NHS Band 6 to 7", ["6", "7"]),
        ("Band: 7", ["7"]),
        ("NHS Band 7 to 8a.", ["7", "8a"]),
        ("NHS Band 5 to entry Band 6", ["5", "6"]),
        ("Bands 8b-8d", ["8b", "8c", "8d"]),
        ("Band 8d to 9", ["8d", "9"]),
        ("Band 8", ["8a", "8b", "8c", "8d"]),
        ("Technical authority over design.", []),
        ("", []),
    ],
)
def test_what_bands_a_note_covers(note, bands):
    assert [band for band in BAND_ORDER if band_covers(note, band)] == bands


def test_band_eight_alone_is_any_of_its_parts():
    assert band_covers("Band 8c to 9", "8")
    assert not band_covers("Band 6 to 7", "8")


@pytest.mark.parametrize(
    "rate", ["£410 a day", "£15 an hour", "£120 per shift", "40 mins", "5 miles"]
)
def test_a_rate_for_less_than_a_year_is_no_salary(rate):
    assert find_amounts(f"they pay {rate}", about_pay=True) == ()


@pytest.mark.parametrize(
    "told",
    [
        "I'm 34 and my pay is poor",
        "since I was 17",
        "I'll be 58 by then, on a good pension",
        "she turned 40 on Monday",
        "my daughter's 19, the salary matters to her",
        "my son, 22, is badly paid",
        "aged 47 and never paid well",
    ],
)
def test_an_age_is_no_amount(told):
    assert find_amounts(told, about_pay=True) == ()
    assert amounts_told(told) == ()


@pytest.mark.parametrize(
    ("told", "pounds"),
    [
        ("I'm 51. They offered me 38.", [38_000]),
        ("I am 29 and on 33 at the moment.", [33_000]),
        ("We are on 24 acres. It took 16 goes. The salary they put to me was 47!", [47_000]),
        ("Twelve of us work on the late side. There were 31 of us once.", []),
        ("Earning 42 now", [42_000]),
    ],
)
def test_only_what_is_said_of_pay_is_an_amount(told, pounds):
    assert [amount.pounds for amount in amounts_told(told)] == pounds

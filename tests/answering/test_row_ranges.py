"""Numbers of things by which rows are told apart."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.pay import answer_pay
from assistant.answering.pay_claims import pay_claims
from assistant.answering.row_ranges import called, headed, holding, ranges_in
from assistant.guides import SectionKind, read_text
from assistant.understanding.levels import ladder_of
from assistant.understanding.money import Amount
from assistant.understanding.query import Query
from assistant.words import stem

SIZES = ("Up to 30 beds", "31\u201360 beds", "Over 60 beds")
YEARS = ("Junior (0 to 1 year)", "Clerk (1 to 3 years)", "Senior (3-6 yrs)", "Chief (7+ years)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Up to 30 beds", [("bed", 0, 30)]),
        ("31 to 60 beds", [("bed", 31, 60)]),
        ("over 60 beds", [("bed", 60, inf)]),
        ("60 beds or more", [("bed", 60, inf)]),
        ("three to five years", [("year", 3, 5)]),
        ("7+ yrs", [("year", 7, inf)]),
        ("\u00a330,000 to \u00a335,000 a year, Band 6 to 7", []),
    ],
)
def test_ranges(text, expected):
    assert [*ranges_in(text)] == [(stem(unit), low, high) for unit, low, high in expected]


@pytest.mark.parametrize(
    ("asked", "texts", "expected"),
    [
        ("what is paid in a home with 50 beds", SIZES, (1,)),
        ("a home of 31-60 beds", SIZES, (1,)),
        ("and with 200 beds?", SIZES, (2,)),
        ("once I've done four years or so", YEARS, (2,)),
        ("after 3 years", YEARS, (2,)),
        ("with ten years behind me", YEARS, (3,)),
        ("with 50 staff", SIZES, ()),
        ("what was paid 8 years ago", YEARS, ()),
        ("after the three year degree", YEARS, ()),
        ("with more than 6 years", YEARS[2:], ()),
        ("after 3 years", tuple(reversed(YEARS)), (1,)),
        ("with four years", ("Ward, 3 to 6 years", "Lab, 3 to 6 years"), (0, 1)),
        ("after 4 years", ("Clerk", "Senior (3 to 6 years)"), ()),
        ("how much is it", YEARS, ()),
    ],
)
def test_the_texts_that_hold_the_number(asked, texts, expected):
    assert holding(asked, texts) == expected


@given(st.integers(0, 500), st.lists(st.integers(1, 400), min_size=1, max_size=4, unique=True))
def test_of_ranges_side_by_side_one_holds_each_number(number, ends):
    starts = [0, *(end + 1 for end in sorted(ends))]
    texts = [f"{low} to {high} ships" for low, high in zip(starts, sorted(ends), strict=False)]
    texts.append(f"over {max(ends)} ships")
    assert len(holding(f"a port of {number} ships", texts)) == 1


TABLE = """# Home Manager

## Pay

| Role | Home size | North | South |
|---|---|---|---|
| Manager | Up to 30 beds | \u00a338,000 | \u00a344,000 |
| Manager | 31 to 60 beds | \u00a345,000 | \u00a352,000 |
"""


@pytest.mark.parametrize(
    ("asked", "sizes"),
    [
        ("what does a manager earn with 50 beds", ["31 to 60 beds"]),
        ("what does a manager earn", ["Up to 30 beds", "31 to 60 beds"]),
    ],
)
def test_rows_of_one_level_are_picked_and_shown_by_their_number(asked, sizes):
    guide = read_text(TABLE, "home-manager.md")
    query = Query(asked=asked, text=asked, pay_table=True)
    answer = answer_pay(query, guide, ladder_of(guide))
    assert answer is not None
    claims = pay_claims(answer, query, heading=False)[1:]
    assert [claim.text.split("Home size: ")[1].rstrip(".") for claim in claims] == sizes


@pytest.mark.parametrize(
    "query",
    [
        Query(
            "and in Leeds?",
            "pay with 50 beds",
            carried=("topic",),
            amounts=(Amount(50_000, "about"),),
        ),
        Query("what would I get?", "what would I get?", counted="It has 50 beds."),
    ],
)
def test_the_number_may_be_told_before_and_is_no_sum(query):
    guide = read_text(TABLE, "home-manager.md")
    pay = answer_pay(query, guide, ladder_of(guide))
    assert pay is not None
    assert [row.bands[0].low for row in pay.rows] == [45_000]
    assert not pay.verdict


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("what does an officer at the RGX earn", (2,)),
        ("and at a service provider?", (1,)),
        ("what does an officer earn", ()),
        ("what does a company in London pay", (0,)),
    ],
)
def test_rows_are_found_by_the_words_that_they_begin_with(asked, expected):
    heads = ("Drug company, London", "Service provider", "Regulator (RGX grade)")
    assert headed(asked, heads) == expected


WHERE = """# Ward Planner

A ward planner plans wards.

## Pay

| Where | Officer | Manager |
|---|---|---|
| Service provider | £26,000 | £45,000 |
| Regulator (RGX grade) | £31,720 | £54,430 |
"""
HOURS = """# Ward Planner

A ward planner plans wards.

## Pay

| Level | Hourly | Yearly |
|---|---|---|
| Junior | £12.51 | £24,465 |
"""


def said_of(text, query):
    guide = read_text(text, "ward.md")
    answer = answer_pay(query, guide, ladder_of(guide))
    assert answer is not None
    return [claim.text for claim in pay_claims(answer, query, heading=False)]


def test_the_employer_that_is_asked_about_is_shown_alone():
    text = "What does a ward planner at the RGX earn?"
    claims = said_of(WHERE, Query(text=text, asked=text))
    assert len(claims) == 3
    assert all("Regulator" in claim for claim in claims[1:])


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("What is a ward planner paid per hour?", (SectionKind.SALARY,)),
        ("hourly rate for a ward planner?", ()),
    ],
)
def test_what_is_paid_by_the_hour_is_not_told_as_a_years_pay(text, topics):
    query = Query(text=text, asked=text, topics=topics)
    assert said_of(HOURS, query)[0] == "From the table under “Pay” in the Ward Planner guide:"


NAMES = ["Weaver", "Chief weaver", "Grade 3 (mender, or weaver in silk)", "Prison loom, grade 4"]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("What does a chief weaver earn?", (1,)),
        ("pay of a weaver in silk", (2,)),
        ("How much does a mender get?", (2,)),
        ("What do weavers earn?", ()),
        ("What do weavers in wool earn?", ()),
        ("What is a grade 4 weaver paid on a prison loom?", (3,)),
        ("What is a weaver paid in prison?", ()),
    ],
)
def test_a_row_is_meant_by_all_of_its_name_or_of_one_in_its_brackets(asked, places):
    assert called(asked, NAMES, "Weaver") == places


def test_the_letters_of_the_role_name_no_row():
    assert called("what does an NBM earn?", ["NBM", "Senior NBM"], "Night Bus Mechanic") == ()

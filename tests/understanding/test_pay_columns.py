"""What the columns of a pay table are for that is no place."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.pay_columns import in_columns_words, named_among, settings_of
from assistant.understanding.understand import understand
from assistant.words import terms

TEXT = """# Harbour Pilot

A harbour pilot brings ships in.

## Pay

| Level | Port authority, London | Port authority, elsewhere | University fleet | Ferry line |
|---|---|---|---|---|
| Junior | £31,000 to £35,000 | £29,000 to £33,000 | £26,000 to £30,000 | £33,000 to £38,000 |
| Senior | £41,000 to £45,000 | £39,000 to £43,000 | £36,000 to £40,000 | £43,000 to £48,000 |
"""


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_of([read_text(TEXT, "harbour-pilot.md")])


def last(lexicon, *turns):
    return understand(turns, lexicon).queries[-1]


def test_ranges_are_told_apart_by_what_their_columns_are_for(lexicon):
    guide = read_text(TEXT, "harbour-pilot.md")
    row = guide.sections[-1].blocks[0]
    assert [sorted(own) for own in settings_of(row.bands)] == [
        ["author", "london", "port"],
        ["author", "port"],
        ["fleet", "universiti"],
        ["ferri", "line"],
    ]


def test_the_beginning_of_a_word_stands_for_it():
    assert named_among(["uni", "un", "ferri"], ["univers", "ferri"]) == ("uni", "ferri")


COLUMNS = ("nhs", "supplier", "cro")


@pytest.mark.parametrize(
    ("asked", "columns", "named"),
    [
        ("head at a software firm in Leeds, ballpark?", COLUMNS, ("supplier",)),
        ("what does a hospital pay? in a hospital I mean", COLUMNS, ("nhs",)),
        ("what do they get at a university", COLUMNS, ()),
        ("at a supplier or some other firm", COLUMNS, ()),  # named by the column's own word
        ("at a software firm", ("supplier", "vendor"), ()),
        ("what if the company is small?", COLUMNS, ()),
        ("I work for a software company, what would I earn?", COLUMNS, ()),
    ],
)
def test_a_column_is_named_by_another_word_for_its_sort_of_employer(asked, columns, named):
    assert in_columns_words(asked, terms(asked), columns) == named


def test_the_beginning_of_england_is_no_engineer():
    assert named_among(["eng", "uni"], {"england", "univers"}) == ("uni",)


def test_pay_at_a_sort_of_employer_is_asked_of_the_table(lexicon):
    query = last(lexicon, "What do harbour pilots earn on a ferry?")
    assert query.pay_table
    assert query.settings == ("ferri",)


def test_pay_is_asked_again_of_another_column_with_its_level_kept(lexicon):
    query = last(lexicon, "What does a senior pilot earn?", "and at a uni?")
    assert (query.pay_table, query.level_words, query.settings) == (True, ("senior",), ("uni",))
    again = last(lexicon, "What does a senior pilot earn at a uni?", "and a junior?")
    assert (again.pay_table, again.level_words, again.settings) == (True, ("junior",), ("uni",))


def test_a_level_in_the_guides_own_words_is_asked_for_where_it_was(lexicon):
    query = last(
        lexicon, "What does a junior pilot earn on a ferry?", "and if I made senior there?"
    )
    assert (query.pay_table, query.level_words, query.settings) == (True, ("senior",), ("ferri",))


@pytest.mark.parametrize(
    "asked", ["pilot pay outside the ferries", "what do pilots earn, not in a uni"]
)
def test_what_is_ruled_out_is_not_asked_for(asked, lexicon):
    assert last(lexicon, asked).settings == ()


def test_the_same_word_asks_of_more_than_pay(lexicon):
    query = last(lexicon, "What is it like on a ferry?")
    assert not query.pay_table
    assert "ferri" in query.content


def test_what_only_goes_on_the_name_of_a_place_is_no_setting():
    text = """# Chandler

A chandler fits out boats.

## Pay

| Level | Bristol and Bath | Wales Outer Ring | Agency, London |
|---|---|---|---|
| Chandler | £24,000 to £28,000 | £22,000 to £26,000 | £27,000 to £31,000 |
"""
    guide = read_text(text, "chandler.md")
    query = last(lexicon_of([guide]), "offered 25k as a chandler in Bath with a ring on my finger")
    assert query.settings == ()
    row = guide.sections[-1].blocks[0]
    assert [sorted(own) for own in settings_of(row.bands)] == [
        ["bath", "bristol"],
        ["wale"],
        ["agenc", "london"],
    ]

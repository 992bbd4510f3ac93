"""Rows of pay by the hour or the day, shown as they stand."""

import pytest

from assistant.answering.pay import pay_rows
from assistant.answering.pay_rates import rate_claims, rates_beside
from assistant.guides import SectionKind, read_text
from assistant.understanding.levels import find_level_words, ladder_of
from assistant.understanding.query import Form, Query
from assistant.words import terms

HOURLY = """
| Grade | Rate per hour | In London |
|---|---|---|
| First-year apprentice | £7.90 | £8.70 |
| Apprentice, Year 2 | £9.30 | £10.10 |
| Trained roofer | £16.40 | £17.75 |
"""
MIXED = """
- Labourer: £12.60 an hour
- Foreman: £41,000 a year
- Surveyor: £45,000 a year
"""
PLAIN = """
All rates are per hour.

| | Weekdays | Sundays |
|---|---|---|
| Roofer | £17 | £25 |
| Steeplejack | £19 | £28 |
"""


def told(body, asked, **known):
    guide = read_text(f"# Roofer\n\nThey mend roofs.\n\n## Pay\n{body}\n", "roofer.md")
    ladder = ladder_of(guide)
    query = Query(
        asked=asked,
        text=asked,
        topics=(SectionKind.SALARY,),
        form=Form.FIGURE,
        level_words=find_level_words(asked, [ladder]),
        **known,
    )
    return [claim.text for claim in rate_claims(guide, query, ladder)][1:]


FIRST = "**First-year apprentice**: Rate per hour: £7.90. In London: £8.70."
SECOND = "**Apprentice, Year 2**: Rate per hour: £9.30. In London: £10.10."
TRAINED = "**Trained roofer**: Rate per hour: £16.40. In London: £17.75."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("What does a roofer earn?", [FIRST, SECOND, TRAINED]),
        ("What does an apprentice earn?", [FIRST, SECOND]),
        ("What does a first-year apprentice earn?", [FIRST]),
        ("What does a second year apprentice get an hour?", [SECOND]),
        ("What is the hourly rate of a trained roofer?", [TRAINED]),
        ("What does a roofer earn a year?", []),
        ("What is the day rate?", []),
    ],
)
def test_the_rows_that_are_asked_for(asked, expected):
    assert told(HOURLY, asked, pay_table=True) == expected


def test_a_sentence_that_says_what_the_sums_are_by_is_shown_with_them():
    assert told(PLAIN, "What do steeplejacks earn?", pay_table=True) == [
        "**Steeplejack**: Weekdays: £19. Sundays: £28.",
        "All rates are per hour.",
    ]


def test_a_question_of_something_else_wants_none():
    asked = "What do roofers pay for scaffolding?"
    assert told(PLAIN, asked, content=tuple(terms("scaffolding"))) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("What does a labourer earn?", ["Labourer: £12.60 an hour"]),
        ("What does a foreman earn?", []),
        ("What does a roofer earn?", []),
    ],
)
def test_beside_yearly_pay_only_what_has_no_such(asked, expected):
    assert told(MIXED, asked, pay_table=True) == expected


def test_all_that_a_list_says_of_pay_is_shown_for_the_role():
    guide = read_text(f"# Roofer\n\nThey mend roofs.\n\n## Pay\n{MIXED}\n", "roofer.md")
    rows = pay_rows(guide)
    asked = Query(asked="What does a roofer earn?", text="")
    assert [claim.text for claim in rates_beside(rows, asked, guide)] == [
        "Labourer: £12.60 an hour"
    ]
    assert rates_beside(rows[:1], asked, guide) == []

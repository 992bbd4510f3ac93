"""A figure of a table with several columns of figures is shown with its column's name."""

from dataclasses import replace

import pytest

from assistant.answering.columns import of_brief_cells
from assistant.answering.lists import row_claim
from assistant.answering.pay import answer_pay
from assistant.answering.pay_claims import pay_claims
from assistant.answering.pay_table import pay_table
from assistant.citations import cite, fault_of
from assistant.guides.reader import read_text
from assistant.understanding.levels import ladder_of
from assistant.understanding.query import Query

GUIDE = """# Lab Planner

## Pay

{table}
"""
BY_EMPLOYER = """| Grade | Hospitals | Private labs | Charities | What it takes |
|---|---|---|---|---|
| Planner | Band 5: £31,000 to £37,000 | £36,000 to £44,000 | £30,000 to £33,000 | A first diary |
| Chief planner | Band 8b: £64,000 to £74,000 | £80,000 to £95,000 | seldom hired | Every site |"""
BY_LEVEL = """| Region | Junior | Senior |
|---|---|---|
| London | £30,000 to £35,000 | £50,000 to £60,000 |
| Rest of UK | £27,000 to £31,000 | £45,000 to £52,000 |"""
BY_YEAR = """| Grade | Pay in 2026 | Pay in 2027 |
|---|---|---|
| Planner | £31,000 | £32,000 |"""


def guide_of(table):
    return read_text(GUIDE.format(table=table), "lab-planner.md")


def answered(guide, levels=()):
    query = Query(asked="pay?", text="pay?", level_words=levels, pay_table=True)
    return query, answer_pay(query, guide, ladder_of(guide))


def rows(guide, levels=()):
    query, answer = answered(guide, levels)
    claims = [claim for claim in pay_claims(answer, query, heading=False) if claim.quotes]
    assert [fault_of(claim, {guide.id: guide}) for claim in claims] == [""] * len(claims)
    return [claim.text for claim in claims]


def test_each_figure_of_a_row_carries_the_name_of_its_column_and_its_band():
    assert rows(guide_of(BY_EMPLOYER))[0] == (
        "**Planner**: Hospitals: Band 5: £31,000 to £37,000. Private labs: £36,000 to £44,000. "
        "Charities: £30,000 to £33,000."
    )


def test_a_range_with_an_end_in_each_of_two_columns_names_both():
    table = "| Grade | Entry point | Top |\n|---|---|---|\n| Planner | £31,000 | £37,000 |"
    assert rows(guide_of(table)) == ["**Planner**: Entry point: £31,000. Top: £37,000."]


def test_what_a_column_holds_in_place_of_a_figure_is_named_too():
    (row,) = rows(guide_of(BY_EMPLOYER), levels=("chief planner",))
    assert row.endswith("£80,000 to £95,000. Charities: seldom hired. What it takes: Every site.")
    assert row.count("Hospitals") == row.count("Band 8b") == 1


def test_the_drawn_table_has_a_column_for_each():
    guide = guide_of(BY_EMPLOYER)
    query, answer = answered(guide)
    cited = cite(pay_claims(answer, query, heading=False), {guide.id: guide})
    table = pay_table([answer], {(one.guide_id, one.start): one.number for one in cited.citations})
    assert table.columns == ("Role", "Level", "Hospitals", "Private labs", "Charities")
    assert table.rows[0][2:] == (
        "Band 5: £31,000 to £37,000",
        "£36,000 to £44,000",
        "£30,000 to £33,000",
    )


def test_where_the_columns_are_levels_each_level_is_a_row():
    assert rows(guide_of(BY_LEVEL)) == [
        "**Junior**: London: £30,000 to £35,000.",
        "**Senior**: London: £50,000 to £60,000.",
        "**Junior**: Rest of UK: £27,000 to £31,000.",
        "**Senior**: Rest of UK: £45,000 to £52,000.",
    ]


def test_a_columns_name_that_holds_a_figure_is_quoted_beside_the_row():
    guide = guide_of(BY_YEAR)
    (row,) = rows(guide)
    assert row == "**Planner**: Pay in 2026: £31,000. Pay in 2027: £32,000."
    query, answer = answered(guide)
    quoted = pay_claims(answer, query, heading=False)[-1].quotes
    assert [guide.source_text[quote.start : quote.end] for quote in quoted][1:] == [
        "Pay in 2026",
        "Pay in 2027",
    ]


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        (BY_EMPLOYER, "Private labs: £36,000 to £44,000. Charities: £30,000 to £33,000. What"),
        (BY_YEAR, "**Planner**: Pay in 2026: £31,000. Pay in 2027: £32,000."),
        (
            "| Duty | Trainee | Chief |\n|---|---|---|\n| Order chemicals | ✗ | ✓ |",
            "**Order chemicals**: Trainee: ✗. Chief: ✓.",
        ),
        (
            "| Skill | Essential | Desirable |\n|---|---|---|\n| A LIMS | | ✔ |",
            "**A LIMS**: Desirable: ✔.",
        ),
        (
            "| Skill | Level | Why |\n|---|---|---|\n| Tact | High | Calls |",
            "**Tact**: Level: High. Why: Calls.",
        ),
        (
            "| | Essential | Desirable |\n|---|---|---|\n| Papers | Care Certificate | A licence |",
            "**Papers**: Essential: Care Certificate. Desirable: A licence.",
        ),
        (
            "| Skill | Why | How |\n|---|---|---|\n| Tact | Many callers have waited an hour and "
            "say so at some length | Listen |",
            "**Tact**: Many callers have waited an hour and say so at some length. Listen.",
        ),
    ],
)
def test_a_row_found_by_its_words_names_its_columns_too(table, shown):
    guide = guide_of(table)
    section = next(section for section in guide.sections if section.blocks)
    claim = row_claim(guide, section, section.blocks[0])
    assert shown in claim.text
    assert fault_of(claim, {guide.id: guide}) == ""


def test_a_long_table_is_judged_by_its_first_rows():
    long = "a word " * 6
    rows = [f"| Sort {n} | Neat | Calm |" for n in range(20)]
    rows += [f"| Sort {n} | {long}| {long}|" for n in range(20, 60)]
    table = "\n".join(["| Skill | Essential | Desirable |", "|---|---|---|", *rows])
    guide = guide_of(table)
    assert of_brief_cells(guide, ("Skill", "Essential", "Desirable"))


BY_SHIFT = """| Grade | Days only (a year) | Rota shifts | Spare hands (an hour) |
|---|---|---|---|
| Weaver | £24,100 | £27,200 | £12.40 |
| Chief weaver | £30,100 | £33,200 | £15.40 |"""
WITH_PLACE = """| Grade | Basic pay | With London supplement |
|---|---|---|
| Weaver | £24,100 | £27,200 |"""


def shown(table, asked):
    query, answer = answered(guide_of(table))
    query = replace(query, asked=asked)
    return [claim.text for claim in pay_claims(answer, query, heading=False) if claim.quotes]


def test_a_lone_range_among_other_sums_is_no_pay_without_its_columns_name():
    assert shown(BY_SHIFT, "pay?")[0] == (
        "**Weaver**: Days only (a year): £24,100. Rota shifts: £27,200."
    )


@pytest.mark.parametrize(
    ("table", "asked", "begins"),
    [
        (BY_SHIFT, "pay on the rota?", "**Weaver**: Rota shifts: £27,200. Days only"),
        (BY_SHIFT, "pay of spare hands?", "**Weaver**: Spare hands (an hour): £12.40. Days only"),
        (BY_SHIFT, "pay on days?", "**Weaver**: Days only (a year): £24,100. Rota"),
        (WITH_PLACE, "pay?", "**Weaver**: Basic pay: £24,100. With London supplement: £27,200."),
        (WITH_PLACE, "pay in London?", "**Weaver**: With London supplement: £27,200. Basic pay"),
    ],
)
def test_the_column_that_is_named_comes_first(table, asked, begins):
    assert shown(table, asked)[0].startswith(begins)

"""Pay questions over small pay tables: the right rows and ranges, in the guide's own writing."""

from dataclasses import replace

import pytest

from assistant.answering.pay import answer_pay, asks_band, pay_rows
from assistant.answering.pay_caveats import caveat_claims
from assistant.answering.pay_claims import one_a_stretch, pay_claims, range_text
from assistant.answering.pay_rates import rate_asked
from assistant.answering.pay_table import pay_table
from assistant.answering.wording import say
from assistant.citations import Layout, cite, fault_of
from assistant.guides import SectionKind, read_text
from assistant.understanding.levels import ladder_of
from assistant.understanding.money import find_amounts, find_bands
from assistant.understanding.places.places import find_places
from assistant.understanding.query import Query
from tests.answering.making import CAVEAT, PayGuide

LONDON, ELSEWHERE = "London and South East", "Rest of UK"
GUIDE = PayGuide(
    ("Junior", LONDON, 35, 45, "Learns. NHS Band 5 to 6"),
    ("Junior", ELSEWHERE, 30, 40, "Learns. NHS Band 5 to 6"),
    ("Senior", LONDON, 60, 80, "Owns services. NHS Band 7 to 8a"),
    ("Senior", ELSEWHERE, 50, 70, "Owns services. NHS Band 7 to 8a"),
    ("Head or Director", LONDON, 100, 140, "Sets direction. NHS Band 8d to 9"),
    ("Head or Director", ELSEWHERE, 90, 120, "Sets direction. NHS Band 8d to 9"),
).guide
GUIDES = {GUIDE.id: GUIDE}


def ask(asked, guide=GUIDE, levels=(), shift=0):
    """The pay answer to a question whose level words are given."""
    query = Query(
        asked=asked,
        text=asked,
        level_words=levels,
        level_shift=shift,
        places=find_places(asked),
        amounts=find_amounts(asked, about_pay=True),
        bands=find_bands(asked),
        pay_table=True,
    )
    return query, answer_pay(query, guide, ladder_of(guide))


def rows_of(asked, **how):
    return [row.level for row in ask(asked, **how)[1].rows]


@pytest.mark.parametrize(
    ("levels", "shift", "end"),
    [(("director",), 1, True), (("junior",), -1, True), (("junior",), 1, False), ((), 1, False)],
)
def test_a_step_that_the_table_does_not_hold_is_told(levels, shift, end):
    _, answer = ask("What does it pay?", levels=levels, shift=shift)
    assert (answer.verdict == say("pay.no_further")) == end


def test_without_a_level_every_row_is_given_in_the_guides_order():
    _, answer = ask("What does it pay?")
    assert [row.level for row in answer.rows] == ["Junior", "Senior", "Head or Director"]
    assert all(len(row.bands) == 2 for row in answer.rows)


@pytest.mark.parametrize(
    ("levels", "shift", "expected"),
    [
        (("senior",), 0, ["Senior"]),
        (("graduate",), 0, ["Junior"]),
        (("director",), 0, ["Head or Director"]),
        (("junior", "senior"), 0, ["Junior", "Senior"]),
        (("junior",), 1, ["Senior"]),
        (("senior",), -1, ["Junior"]),
        (("director",), 1, ["Head or Director"]),
    ],
)
def test_the_rows_of_the_levels_that_are_named(levels, shift, expected):
    assert rows_of("What does it pay?", levels=levels, shift=shift) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("How much more does one get?", ["Junior", "Senior"]),
        ("How much more is it in Leeds?", ["Senior"]),
        ("How much does one get?", ["Senior"]),
    ],
)
def test_how_much_more_is_told_by_the_level_before(asked, expected):
    assert rows_of(asked, levels=("senior",)) == expected


def test_how_much_more_one_level_is_than_another_is_told_by_both():
    asked = "How much more does a director get than a senior?"
    assert rows_of(asked, levels=("director", "senior")) == ["Senior", "Head or Director"]


@pytest.mark.parametrize(
    ("asked", "region"),
    [
        ("pay in London?", LONDON),
        ("pay in Brighton?", LONDON),
        ("pay in Leeds?", ELSEWHERE),
        ("pay in Cardiff?", ELSEWHERE),
        ("pay outside London?", ELSEWHERE),
    ],
)
def test_a_place_gives_the_ranges_of_its_region_alone(asked, region):
    _, answer = ask(asked)
    assert answer.region == region
    assert {band.region for row in answer.rows for band in row.bands} == {region}
    assert len(answer.rows) == 3


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Which level earns £38k?", ["Junior"]),
        ("Which level earns £70,000?", ["Senior"]),
        ("Which levels pay over £90k?", ["Head or Director"]),
        ("Which levels pay under £50k?", ["Junior"]),
        ("Which level earns between £50k and £60k?", ["Senior"]),
        ("Who earns 65 grand in London?", ["Senior"]),
    ],
)
def test_an_amount_turns_the_table_round(asked, expected):
    assert rows_of(asked) == expected


def test_an_amount_keeps_only_the_ranges_that_hold_it():
    _, answer = ask("Which level earns £55k?")
    assert [(row.level, [b.region for b in row.bands]) for row in answer.rows] == [
        ("Senior", [ELSEWHERE])
    ]


def test_an_amount_that_no_level_reaches_gives_the_table_and_says_so():
    _, answer = ask("Which level earns £300k?")
    assert len(answer.rows) == 3
    assert answer.verdict == say("pay.no_level_fits", role=GUIDE.role)


@pytest.mark.parametrize(
    ("amount", "verdict"),
    [
        ("£40k", "pay.below"),
        ("£90k", "pay.above"),
        ("£61k", "pay.within_low"),
        ("£70k", "pay.within"),
        ("£79k", "pay.within_high"),
    ],
)
def test_an_offer_at_a_level_and_place_is_placed_in_its_range(amount, verdict):
    _, answer = ask(f"I was offered {amount} in London, is that fair?", levels=("senior",))
    assert answer.verdict == say(verdict)
    assert [row.level for row in answer.rows] == ["Senior"]


def test_an_offer_that_one_region_alone_holds_depends_on_the_region():
    _, answer = ask("I was offered £55k, is that fair?", levels=("senior",))
    assert answer.verdict == say("pay.within_some")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("What is NHS Band 5 pay?", ["Junior"]),
        ("What is band 8a?", ["Senior"]),
        ("What does Band 8 earn?", ["Senior", "Head or Director"]),
        ("band 9 pay", ["Head or Director"]),
    ],
)
def test_a_band_finds_the_rows_that_cover_it(asked, expected):
    assert rows_of(asked) == expected


def test_a_band_that_no_row_covers_is_not_answered():
    assert ask("What is band 2 pay?")[1] is None
    bandless = PayGuide(("Junior", "", 30, 40, "Learns")).guide
    assert ask("What is band 5 pay?", guide=bandless)[1] is None


def test_a_guide_without_a_pay_table_gives_no_pay_answer():
    assert ask("What does it pay?", guide=PayGuide().guide)[1] is None
    assert pay_rows(PayGuide().guide) == ()


DOWN = PayGuide(("Head", "", 90, 120), ("Senior", "", 50, 70), ("Junior", "", 30, 40)).guide
UP = PayGuide(("Junior", "", 30, 40), ("Senior", "", 50, 70), ("Head", "", 90, 120)).guide


@pytest.mark.parametrize("guide", [UP, pytest.param(DOWN)])
@pytest.mark.parametrize(
    ("asked", "level"),
    [
        ("What is the most it can pay?", "Head"),
        ("What is the highest pay?", "Head"),
        ("What is the lowest pay?", "Junior"),
        ("What is the minimum?", "Junior"),
    ],
)
def test_the_extremes_are_those_of_the_ladder(asked, level, guide):
    assert rows_of(asked, guide=guide) == [level]


@pytest.mark.parametrize(
    ("asked", "levels"),
    [
        ("Is the money good later on?", ["Senior", "Head or Director"]),
        ("What can it pay in the long run?", ["Senior", "Head or Director"]),
        ("Does the pay come late?", ["Junior", "Senior", "Head or Director"]),
        ("What is the top pay later?", ["Head or Director"]),
    ],
)
def test_later_on_is_above_the_start(asked, levels):
    assert rows_of(asked) == levels


def test_both_extremes_leave_the_table_whole():
    assert len(rows_of("What are the lowest and the highest pay?")) == 3


@pytest.mark.parametrize(
    ("asked", "levels"),
    [
        ("What does it pay?", ()),
        ("pay in Leeds?", ("senior",)),
        ("Which level earns £55k?", ()),
        ("What is band 8a?", ()),
        ("Is £61k in London fair?", ("senior",)),
    ],
)
@pytest.mark.parametrize("heading", [True, False])
def test_every_claim_passes_its_own_check_and_each_row_is_cited(asked, levels, heading):
    query, answer = ask(asked, levels=levels)
    claims = [*pay_claims(answer, query, heading=heading), *caveat_claims(GUIDE, sources=False)]
    assert [fault_of(claim, GUIDES) for claim in claims] == [""] * len(claims)
    rows = [claim for claim in claims if claim.layout is Layout.ITEM]
    assert [claim.quotes for claim in rows] == [(row.quote,) for row in answer.rows]
    assert cite(claims, GUIDES).dropped == ()


def test_fixed_words_of_a_pay_answer_hold_no_figure():
    query, answer = ask("I was offered £61k in London, is that fair?", levels=("senior",))
    for claim in pay_claims(answer, query, heading=True):
        assert claim.quotes or not any(character.isdigit() for character in claim.text)


def test_the_guides_own_caveat_travels_with_its_figures():
    (claim,) = caveat_claims(GUIDE, sources=False)
    assert claim.text == CAVEAT


def test_with_where_figures_come_from_it_is_told_how_sure_they_are():
    text = (
        "# Diver\n\nA diver dives.\n\n## Salary\n\nTaken from a survey of clubs. Wales is thinly "
        "represented, with nine replies. Kit is lent.\n"
    )
    said = [claim.text for claim in caveat_claims(read_text(text, "diver.md"), sources=True)]
    assert said == [
        "Taken from a survey of clubs.",
        "Wales is thinly represented, with nine replies.",
    ]


@pytest.mark.parametrize(
    ("row", "written"),
    [
        (("Junior", "", 30, 40), "£30,000 to £40,000"),
        (("Junior", "London", 30, 40), "London: £30,000 to £40,000"),
        (("Junior", "", None, 40), "up to £40,000"),
        (("Junior", "", 30, None), "from £30,000"),
    ],
)
def test_a_range_is_shown_as_the_guide_writes_it(row, written):
    guide = PayGuide(row).guide
    (found,) = pay_rows(guide)
    assert range_text(found.bands[0], guide) == written


@pytest.mark.parametrize(
    ("row", "asked", "fits"),
    [
        (("Head", "", 90, None), "Which level earns £300k?", True),
        (("Head", "", 90, None), "Which level earns £80k?", False),
        (("Junior", "", None, 40), "Which level earns £20k?", True),
        (("Junior", "", None, 40), "Which level earns £50k?", False),
    ],
)
def test_a_range_open_at_one_end_holds_all_beyond(row, asked, fits):
    _, answer = ask(asked, guide=PayGuide(row, ("Other", "", 60, 61)).guide)
    assert ([one.level for one in answer.rows] == [row[0]]) is fits


def test_the_table_has_one_row_a_level_with_its_number():
    query, answer = ask("What does it pay?")
    claims = pay_claims(answer, query, heading=False)
    cited = cite(claims, GUIDES)
    numbers = {(one.guide_id, one.start): one.number for one in cited.citations}
    table = pay_table([answer], numbers)
    assert table.columns == ("Role", "Level", LONDON, ELSEWHERE)
    assert table.rows[0] == (GUIDE.role, "Junior", "£35,000 to £45,000", "£30,000 to £40,000")
    assert table.numbers == (1, 2, 3)
    assert len(table.bands) == 6
    assert {band["number"] for band in table.bands} == {1, 2, 3}


def test_a_row_that_is_not_cited_is_not_in_the_table():
    _, answer = ask("What does it pay?")
    assert pay_table([answer], {}).rows == ()


def test_two_roles_share_a_table_and_a_region_that_one_lacks_is_empty():
    other = PayGuide(("Junior", "Wales", 20, 25), role="Ward Analyst").guide
    answers = [ask("What does it pay?")[1], ask("What does it pay?", guide=other)[1]]
    numbers = {
        (row.guide.id, row.block.start): place
        for place, row in enumerate((row for answer in answers for row in answer.rows), 1)
    }
    table = pay_table(answers, numbers)
    assert table.columns == ("Role", "Level", LONDON, ELSEWHERE, "Wales")
    assert table.rows[-1] == ("Ward Analyst", "Junior", "", "", "£20,000 to £25,000")
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_places_of_two_regions_are_each_told_theirs():
    query, answer = ask("Senior pay, Norwich or Slough?", levels=("senior",))
    assert answer.placed == (("Norwich", ELSEWHERE), ("Slough", LONDON))
    opening, *rows = pay_claims(answer, query, heading=False)
    assert "Norwich falls under “Rest of UK”" in opening.text
    assert len(rows) == 1
    assert ask("Senior pay, Leeds or Bath?")[1].placed == ()


def test_a_row_that_names_no_level_has_no_empty_heading():
    table = "| London | Rest of UK |\n|---|---|\n| £30,000 to £35,000 | £28,000 to £33,000 |\n"
    guide = read_text(f"# Bell Founder\n\nPours bronze.\n\n## Pay\n\n{table}", "bell-founder.md")
    query = Query("What is the highest pay of a bell founder?", "", pay_table=True)
    answer = answer_pay(query, guide, ladder_of(guide))
    assert answer is not None
    *_, row = pay_claims(answer, query, heading=False)
    assert row.text == "London: £30,000 to £35,000. Rest of UK: £28,000 to £33,000."


COLUMNS = read_text(
    """# Harbour Pilot

A harbour pilot brings ships in.

## Pay

| Level | Port, London | Port, elsewhere | Ferry line |
|---|---|---|---|
| Junior | £31,000 to £35,000 | £29,000 to £33,000 | £33,000 to £38,000 |
| Senior | £41,000 to £45,000 | £39,000 to £43,000 | £43,000 to £48,000 |
""",
    "harbour-pilot.md",
)


@pytest.mark.parametrize(
    ("asked", "settings", "lows"),
    [
        ("What do they earn?", ("ferri",), [33000, 43000]),
        ("What do they earn?", ("port",), [31000, 29000, 41000, 39000]),
        ("What do they earn in London?", ("port",), [31000, 41000]),
        ("What do they earn?", ("port", "ferri"), [31000, 29000, 33000, 41000, 39000, 43000]),
        ("What do they earn?", ("ferri", "line"), [33000, 43000]),
        ("What do they earn?", ("mine",), [31000, 29000, 33000, 41000, 39000, 43000]),
    ],
)
def test_only_the_columns_that_are_asked_about_are_given(asked, settings, lows):
    query = replace(ask(asked)[0], settings=settings)
    answer = answer_pay(query, COLUMNS, ladder_of(COLUMNS))
    assert answer
    assert [band.low for row in answer.rows for band in row.bands] == lows


def test_the_band_is_asked_for_again_of_another_level():
    query, _ = ask("lead?", levels=("lead",))
    again = replace(query, text="NHS band for a senior?", carried=("topic",))
    assert (asks_band(query), asks_band(again)) == (False, True)


def test_the_band_asked_for_stands_before_the_pay():
    query, answer = ask("Which band is a senior?", levels=("senior",))
    (row,) = [claim.text for claim in pay_claims(answer, query, heading=False) if claim.quotes]
    assert row.startswith("**Senior**: NHS Band 7 to 8a. London")
    assert row.endswith("Owns services.")


POINTS = """# Hall Porter

## Pay

| Job | Band | Pay point | Hourly | Annual |
|---|---|---|---|---|
| Porter | 2 | Only point | £12.36 | £24,169 |
| Senior porter | 3 | Entry | £12.59 | £24,625 |
| Senior porter | | 2+ years | £13.13 | £25,674 |
"""


@pytest.mark.parametrize(
    ("asked", "hourly"),
    [
        ("What is the hourly rate on band 2?", ["£12.36"]),
        ("what is paid per hour?", ["£12.36", "£12.59", "£13.13"]),
        ("how much an hour on band 2", ["£12.36"]),
        ("hourly pay on band 3?", ["£12.59", "£13.13"]),
        ("what is the day rate?", []),
    ],
)
def test_the_hourly_rate_is_read_off_a_column_for_it(asked, hourly):
    guide = read_text(POINTS, "hall-porter.md")
    query, answer = ask(asked, guide=guide)
    if "how much" not in asked:
        query = replace(query, topics=(SectionKind.SALARY,))
    assert bool(rate_asked(query, guide)) is bool(hourly)
    rows = [claim.text for claim in pay_claims(answer, query, heading=False) if claim.quotes]
    shown = [
        row.split("Hourly: ")[1].split(". ")[0].rstrip(".") for row in rows if "Hourly: " in row
    ]
    assert shown == (hourly or shown)


def test_a_sum_is_weighed_against_the_rows_of_a_band():
    _, answer = ask("Is 48k right for Band 7?")
    assert answer.verdict == say("pay.below")
    assert ask("What is Band 7?")[1].verdict == ""


HOPED = read_text(
    """# Kiosk Seller

Sells from a kiosk.

## Pay

| Grade | North | South |
|---|---|---|
| Junior | £20,000 to £21,000 (with tips £25,000) | £22,000 to £23,000 (with tips £28,000) |
| Senior | £30,000 to £31,000; £34,000 to £35,000 | £36,000 |
""",
    "kiosk.md",
)


def test_a_sum_beside_a_range_is_shown_with_what_it_is():
    query, answer = ask("What do you get in the North?", HOPED)
    said = " ".join(claim.text for claim in pay_claims(answer, query, heading=False))
    assert "£20,000 to £21,000 (with tips £25,000)" in said
    assert said.count("£25,000") == 1
    drawn = pay_table([answer], {(HOPED.id, row.block.start): 1 for row in answer.rows})
    assert "£20,000 to £21,000 (with tips £25,000)" in drawn.rows[0]


def test_ranges_side_by_side_are_ranges_of_their_own():
    _, answer = ask("What does a senior get?", HOPED, levels=("senior",))
    assert [*map(len, [one_a_stretch(row) for row in answer.rows])] == [
        len(row.bands) for row in answer.rows
    ]

import pytest

from assistant.guides.model import Span
from assistant.guides.money import find_pay
from assistant.guides.pay.bands import frame_below, row_bands
from assistant.guides.pay.pay_cells import Frame
from assistant.guides.pay.pay_lines import item_bands
from assistant.guides.tables.tables import cell_spans

HEAD = "| Level | Estimated annual salary range | What drives it |"


def bands(row, head=HEAD):
    columns = tuple(cell.of(head) for cell in cell_spans(head, Span(0, len(head))))
    return row_bands(row, cell_spans(row, Span(0, len(row))), columns)


def ranges(row, head=HEAD):
    return [(band.region, band.low, band.high) for band in bands(row, head)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("£35,000 to £48,000", 35_000, 48_000),
        ("£35k-£48k", 35_000, 48_000),
        ("£35-48k", 35_000, 48_000),
        ("£35k to 48k", 35_000, 48_000),
        ("£35,000-48,000", 35_000, 48_000),
        ("35,000–48,000", 35_000, 48_000),
        ("35000 - 48000", 35_000, 48_000),
        ("£35 000 to £48 000", 35_000, 48_000),
        ("From £35,000 to £48,000", 35_000, 48_000),
        ("between £35,000 and £48,000", 35_000, 48_000),
        ("£52.5k", 52_500, 52_500),
        ("around £45,000 a year", 45_000, 45_000),
        ("£45,000 plus £5,000 bonus", 45_000, 45_000),
        ("£45,000 per annum", 45_000, 45_000),
        ("up to £90,000", None, 90_000),
        ("from £50,000", 50_000, None),
        ("over £100,000", 100_000, None),
        ("£90,000+", 90_000, None),
        ("£90k plus", 90_000, None),
        ("£70,000 or more", 70_000, None),
        ("£70,000 and above", 70_000, None),
        ("c£50k", 50_000, 50_000),
        ("£35.000 to £48.000", 35_000, 48_000),
        ("£30,000 rising to £42,000", 30_000, 42_000),
        ("Starting at £28,000, reaching £35,000", 28_000, 35_000),
        ("min £30,000, max £45,000", 30_000, 45_000),
        ("£35,000 → £48,000", 35_000, 48_000),
        ("£120k-£1.2m", 120_000, 1_200_000),
        ("£45,000 + £5,000 car allowance", 45_000, 45_000),
        ("less than £60,000", None, 60_000),
        ("not more than £60,000", None, 60_000),
        ("no less than £60,000", 60_000, None),
        ("£60,000 max", None, 60_000),
        ("£35,000 – £48,000¹", 35_000, 48_000),
        ("£35,000² to £48,000[^b]", 35_000, 48_000),
        ("£35k³", 35_000, 35_000),
    ],
)
def test_yearly_ranges(text, low, high):
    [pay] = find_pay(text)
    assert (pay.low, pay.high, pay.currency) == (low, high, "GBP")


@pytest.mark.parametrize(
    ("text", "currency"),
    [("€60k – €80k", "EUR"), ("$100,000-$120,000", "USD"), ("GBP 35,000 - 48,000", "GBP")],
)
def test_currencies(text, currency):
    assert [pay.currency for pay in find_pay(text)] == [currency]


@pytest.mark.parametrize(
    "text",
    [
        "NHS Band 6 to 7",
        "Band 8a",
        "2025/26",
        "35-48",
        "10% to 15%",
        "£450 to £600 a day",
        "£450/day",
        "£25 per hour",
        "£3,500 a month",
        "£20,000 per month",
        "Day rate: £500 to £11,000",
        "£20,000² a month",
        "a bonus of £12,000",
        "£12,000 relocation allowance",
        "£1.2m",
        "£90,000 to £20,000",
    ],
)
def test_what_is_no_salary(text):
    assert find_pay(text) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "London and South East: £35,000 to £48,000. Rest of UK: £30,000 to £42,000",
            [("London and South East", 35_000, 48_000), ("Rest of UK", 30_000, 42_000)],
        ),
        ("London £60k–£80k, UK £50k–£70k", [("London", 60_000, 80_000), ("UK", 50_000, 70_000)]),
        (
            "London and the South East £60k to £70k and Rest of the UK £50k to £60k",
            [("London and the South East", 60_000, 70_000), ("Rest of the UK", 50_000, 60_000)],
        ),
        (
            "£35k-£48k (London), £30k to £40k elsewhere",
            [("London", 35_000, 48_000), ("elsewhere", 30_000, 40_000)],
        ),
        (
            "£35k in London; £30k in Scotland",
            [("London", 35_000, 35_000), ("Scotland", 30_000, 30_000)],
        ),
        ("£40k-£45k (London £45k-£50k)", [("", 40_000, 45_000), ("London", 45_000, 50_000)]),
        (
            "**London:** £60k–£80k<br>**Rest of UK:** from £50k",
            [("London", 60_000, 80_000), ("Rest of UK", 50_000, None)],
        ),
        ("UK-wide: £60,000 to £70,000", [("UK-wide", 60_000, 70_000)]),
        ("Greater Manchester: £60,000", [("Greater Manchester", 60_000, 60_000)]),
        ("South West, Wales: £60,000", [("South West, Wales", 60_000, 60_000)]),
        ("£60,000 to £70,000 depending on experience", [("", 60_000, 70_000)]),
        ("Typically £60,000", [("", 60_000, 60_000)]),
        ("£450 a day outside IR35", []),
    ],
)
def test_regions_beside_the_figures(cell, expected):
    row = f"| Junior | {cell} | Support |"
    assert ranges(row) == expected
    for band in bands(row):
        assert (band.level, band.note) == ("Junior", "Support")
        assert band.region in band.span.of(row)


@pytest.mark.parametrize(
    ("row", "head", "expected"),
    [
        (
            "| Junior | £35k-£48k | £30k-£40k |",
            "| Level | London and South East (£) | Rest of UK salary |",
            [("London and South East", 35_000, 48_000), ("Rest of UK", 30_000, 40_000)],
        ),
        (
            "| Junior | 35-48 | 30-40 |",
            "| Level | London (£k) | Outside London (£k) |",
            [("London", 35_000, 48_000), ("Outside London", 30_000, 40_000)],
        ),
        (
            "| Junior | £35,000 | £48,000 |",
            "| Level | Minimum pay | Maximum pay |",
            [("", 35_000, 48_000)],
        ),
        (
            "| Junior | London | £35,000 |",
            "| Level | Region | Salary |",
            [("London", 35_000, 35_000)],
        ),
        (
            "| London | Junior | £35,000 |",
            "| Region | Level | Salary |",
            [("London", 35_000, 35_000)],
        ),
        ("| Junior | £35,000 | £36,000 |", "| Level | Salary | Median |", [("", 35_000, 35_000)]),
        ("| Junior | £35,000 | £48,000 |", "", [("", 35_000, 35_000), ("", 48_000, 48_000)]),
    ],
)
def test_columns_say_what_figures_mean(row, head, expected):
    found = bands(row, head)
    assert [(band.region, band.low, band.high) for band in found] == expected
    assert {band.level for band in found} == {"Junior"}


def table(*lines):
    """The bands of every row of a table, in order."""
    head, *rows = [cell_spans(line, Span(0, len(line))) for line in lines]
    columns = tuple(cell.of(lines[0]) for cell in head)
    above, found = Frame(), []
    for line, cells in zip(lines[1:], rows, strict=True):
        found += row_bands(line, cells, columns, above)
        above = frame_below(line, cells, columns, above)
    return [(band.level, band.region, band.low, band.note) for band in found]


def test_regions_may_be_the_rows_and_levels_the_columns():
    expected = [
        ("Junior", "London", 35_000, ""),
        ("Senior", "London", 75_000, ""),
        ("Junior", "Yorkshire", 30_000, ""),
        ("Senior", "Yorkshire", 65_000, ""),
    ]
    rows = ("| London | £35k | £75k |", "| Yorkshire | £30k | £65k |")
    assert table("| Region | Junior | Senior |", *rows) == expected
    assert table("| | Junior | Senior |", *rows)[:2] == expected[:2]
    # Not every column that begins with a word of place is one of regions.
    found = table("| Where you stand | Pay |", "| Regional Manager | £35k |")
    assert found == [("Regional Manager", "", 35_000, "")]


def test_a_cell_left_empty_has_the_label_above_it():
    rows = ("| Junior | London | £35k |", "| | Rest of UK | £30k |", "| Senior | London | £75k |")
    assert [row[:2] for row in table("| Level | Region | Salary |", *rows)] == [
        ("Junior", "London"),
        ("Junior", "Rest of UK"),
        ("Senior", "London"),
    ]


def test_a_row_that_only_names_a_place_heads_the_rows_below_it():
    rows = ("| Junior | £35k |", "| **Rest of UK** | |", "| Junior | £30k |")
    found = table("| London | |", *rows)
    assert [row[:3] for row in found] == [
        ("Junior", "London", 35_000),
        ("Junior", "Rest of UK", 30_000),
    ]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (
            "| Level | NHS | Private |",
            "| Junior | £30k | £35k |",
            [("Junior", "", 30_000, "NHS"), ("Junior", "", 35_000, "Private")],
        ),
        (
            "| Band | Entry | Top | Weighting |",
            "| 5 | £31,049 | £37,796 | 20% |",
            [("Band 5", "", 31_049, "Weighting: 20%")],
        ),
        (
            "| Level | Salary | Day rate (£) | Remarks |",
            "| Junior | £30k | 250 | n/a |",
            [("Junior", "", 30_000, "Day rate (£): 250")],
        ),
    ],
)
def test_what_a_column_says_of_its_figures_is_kept(head, row, expected):
    assert table(head, row) == expected


def test_what_labels_a_range_without_being_a_place_is_its_note():
    found = bands("| Senior | NHS Band 7: £47,810 to £54,710. Private: £60,000+ | Scope |")
    assert [(band.region, band.note) for band in found] == [
        ("", "NHS Band 7; Scope"),
        ("", "Private; Scope"),
    ]


def test_bands_of_the_nhs_may_be_the_level():
    [band] = bands("| Band 6 | £38,682 to £46,580 |", "| NHS band | Pay |")
    assert (band.level, band.low, band.high) == ("Band 6", 38_682, 46_580)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Junior: £30k to £40k", [("Junior", "", 30_000, 40_000)]),
        ("Mid-level – £45,000 in London", [("Mid-level", "London", 45_000, 45_000)]),
        (
            "Senior: London £60,000; rest of UK £50,000",
            [("Senior", "London", 60_000, 60_000), ("Senior", "rest of UK", 50_000, 50_000)],
        ),
        ("London: £45,000 to £50,000", [("", "London", 45_000, 50_000)]),
        ("Band 5 £31,049 to £37,796", [("Band 5", "", 31_049, 37_796)]),
        ("Head of planning £100k+", [("Head of planning", "", 100_000, None)]),
        ("Expect £30,000 at first", []),
        ("On-call: £12,000 a year", []),
        ("Sources: a survey (around £33,000 to £53,000)", []),
        ("A pension worth £13,000", []),
        ("£30,000 – £40,000", []),
        ("30k — 40k", []),
        ("Junior, Band 5 – £30,000 to £40,000", [("Junior, Band 5", "", 30_000, 40_000)]),
        ("Junior – £30,000 – £40,000", [("Junior", "", 30_000, 40_000)]),
    ],
)
def test_list_items_about_pay(item, expected):
    found = item_bands(item, Span(0, len(item)))
    assert [(band.level, band.region, band.low, band.high) for band in found] == expected


@pytest.mark.parametrize(
    ("item", "quoted"),
    [
        ("Dispenser (Band 6): £38,000 to £46,000", "£38,000 to £46,000"),
        ("Dispenser (London): £38,000 to £46,000", "£38,000 to £46,000"),
        ("Dispenser: £38,000 to £46,000 (London)", "£38,000 to £46,000 (London)"),
        ("Dispenser: £38,000 (London £46,000)", "£38,000"),
    ],
)
def test_what_is_quoted_has_both_brackets_or_none(item, quoted):
    band = item_bands(item, Span(0, len(item)))[0]
    assert (band.level, band.span.of(item)) == ("Dispenser", quoted)


def test_the_marks_of_footnotes_are_no_part_of_what_they_follow():
    [junior] = bands("| Junior² | £35,000 – £48,000¹ |", "| Level | Rest of UK³ |")
    assert (junior.level, junior.region) == ("Junior", "Rest of UK")
    [item] = item_bands("Junior[^1]: £35,000[^2]", Span(0, 23))
    assert (item.level, item.span) == ("Junior", Span(12, 19))


@pytest.mark.parametrize(
    ("row", "level"),
    [
        ("| Learner planner | Annex 21 | £18,700 |", "Learner planner"),
        ("| Planner | 6 | £38,700 |", "Planner"),
        ("| Planner | Band 5 | £31,000 |", "Planner"),
        ("| Planner | Trainee | £28,000 |", "Trainee"),
    ],
)
def test_a_post_is_the_level_and_not_the_grade_beside_it(row, level):
    (band,) = bands(row, "| Post | Band | Entry |")
    assert band.level == level

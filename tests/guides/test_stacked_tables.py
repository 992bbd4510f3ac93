import pytest

from assistant.guides import read_text
from tests.guides.promises import check

BEGIN = "Ward Planner\n\nWard planners plan the wards, and tell everybody in good time.\n\nPay\n\n"


def bands(body):
    guide = read_text(f"{BEGIN}{body}\n", "ward.txt")
    check(guide)
    return [
        (band.level, band.low, band.high)
        for section in guide.sections
        for block in section.blocks
        for band in block.bands
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_cells_one_a_line_are_a_table(gap):
    cells = ["Level", "Starting salary", "Top of range", "Junior", "£30,000", "£35,000"]
    cells += ["Senior planner", "£40,000", "£45,000", "In London it is more, by a fifth of that."]
    assert bands(gap.join(cells)) == [
        ("Junior", 30_000, 35_000),
        ("Senior planner", 40_000, 45_000),
    ]


def test_a_column_of_ranges():
    cells = "Level\n\nPay\n\nJunior\n\n£30k to £35k\n\nSenior\n\n£40k – £45k a year"
    assert bands(cells) == [("Junior", 30_000, 35_000), ("Senior", 40_000, 45_000)]


def test_without_names_of_columns_it_is_no_table():
    guide = read_text(f"{BEGIN}Fitter\n\n£30,000\n\nLondon\n\n£40,000\n\nLeeds\n", "ward.txt")
    check(guide)
    assert not any(block.cells for section in guide.sections for block in section.blocks)


def rows(text, source="ward.txt"):
    guide = read_text(text, source)
    check(guide)
    said = guide.source_text
    return [
        (block.columns, [cell.of(said) for cell in block.cells])
        for section in guide.sections
        for block in section.blocks
        if block.cells
    ]


def test_places_name_columns():
    cells = ["Level", "London", "Rest of UK", "Junior", "£25,000", "£22,000", "Senior"]
    lines = "\n".join(["Ward Planner", "", "They plan.", "", "Pay", *cells, "£60,000", "£54,000"])
    columns = ("Level", "London", "Rest of UK")
    assert rows(f"{lines}\n\nHours\nThey work for 37 hours.\n") == [
        (columns, ["Junior", "£25,000", "£22,000"]),
        (columns, ["Senior", "£60,000", "£54,000"]),
    ]


@pytest.mark.parametrize(
    ("head", "sub", "source"), [("## ", "### ", "ward.md"), ("", "", "ward.txt")]
)
def test_headings_above_single_sums_are_levels(head, sub, source):
    title = "# " if head else ""
    tiles = [f"{sub}Junior", "£25,000 to £28,000", f"{sub}Senior", "£38,000"]
    text = "\n".join([f"{title}Ward Planner", "", "They plan.", "", f"{head}Pay", *tiles])
    found = rows(f"{text}\n\n{head}Hours\nThey work for 37 hours.\n", source)
    assert found == [((), ["Junior", "£25,000 to £28,000"]), ((), ["Senior", "£38,000"])]


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ("Post Basic Bonus Porter £20,000 £1,000 Planner £30,000 £2,000", 3),
        ("Post Grade Salary Porter low £20,000 Planner high £30,000", 3),
        ("Post Basic Bonus Total Porter £2 £1 £3 Planner £4 £2 £6 Head £8 £1 £9", 4),
    ],
)
def test_columns_that_nobody_knows_are_told_by_their_place(cells, columns):
    words = cells.split()
    text = "\n".join(["Ward Planner", "", "They plan.", "", "Pay", "It is:", "", *words])
    table = [words[at : at + columns] for at in range(columns, len(words), columns)]
    assert rows(f"{text}\n\nIn York it is more.\n") == [
        (tuple(words[:columns]), cells) for cells in table
    ]


@pytest.mark.parametrize(
    "cells",
    [
        "Pay\nLeast\nMost\nPorter\n£20,000\n£21,000\nPlanner\n£30,000\n£31,000",
        "They plan.\n\nPost\nBasic\nBonus\nPorter\n£20,000\n£1,000\nPlanner\n£30,000\nHead",
    ],
)
def test_where_rows_differ_or_a_heading_is_the_first_of_the_names_it_is_no_table(cells):
    text = f"Ward Planner\n\nThey plan.\n\n{cells}\n\nMore.\n"
    assert not [columns for columns, _ in rows(text) if "Bonus" in columns or "Pay" in columns]


@pytest.mark.parametrize("heading", ["Where you work", "Tasks"])
def test_a_list_below_another_heading_names_no_columns(heading):
    cells = "Wards\nClinics\nHomes\nNight\n£22,000\n£30,000\nDay\n£20,000\n£25,000"
    text = f"Ward Planner\n\nThey plan.\n\n{heading}\n\n{cells}\n\nMore\n\nThey plan.\n"
    assert not rows(text)
    assert rows(text.replace(heading, "Salary"))

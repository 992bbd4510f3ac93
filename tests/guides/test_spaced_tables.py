import re

import pytest

from assistant.guides import BlockKind, Span, read_text
from assistant.guides.tables.spaced_tables import spaced_rows
from tests.guides.promises import check

TABLE = """\
Grade                 Points      Salary (£)
Ward Planner          7 – 11      23,581 – 25,433
Senior Planner        18 – 24     30,487 – 35,880"""
TWO_LINED = """\
Job                 Pay point       Hourly      Annual
Ward planner        Only point      £12.36      £24,169
Senior planner      Entry           £12.59      £24,625
                    2+ years        £13.13      £25,674"""
PAGES = {
    "ward.txt": "Ward Planner\n\nWard planners plan the wards of a hospital.\n\nPay\n\n{}\n\n"
    "A London allowance is added to each of these.\n\nMoving on\n\nMany planners go on to lead.\n",
    "ward.md": "# Ward Planner\n\nThey plan.\n\n## Pay\n\n{}\n\nMore.\n\n## After\n\nLead.\n",
    "fence.md": "# Ward Planner\n\nThey plan.\n\n## Pay\n\n```\n{}\n```\n\n## After\n\nLead.\n",
}


def read(body, name):
    text = PAGES[name].format(body)
    guide = read_text(text, name)
    check(guide)
    section = next(section for section in guide.sections if section.path == ("Pay",))
    return text, [block for block in section.blocks if block.kind is BlockKind.TABLE_ROW]


@pytest.mark.parametrize("name", PAGES)
def test_cells_below_each_other_are_rows(name):
    text, rows = read(TABLE, name)
    assert [[cell.of(text) for cell in row.cells] for row in rows] == [
        ["Ward Planner", "7 – 11", "23,581 – 25,433"],
        ["Senior Planner", "18 – 24", "30,487 – 35,880"],
    ]
    assert {row.columns for row in rows} == {("Grade", "Points", "Salary (£)")}
    assert [(band.level, band.low, band.high) for row in rows for band in row.bands] == [
        ("Ward Planner", 23_581, 25_433),
        ("Senior Planner", 30_487, 35_880),
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_row_may_leave_to_the_row_above_what_it_shares(name):
    text, rows = read(TWO_LINED, name)
    assert [cell.of(text) for cell in rows[-1].cells] == ["", "2+ years", "£13.13", "£25,674"]
    assert [(band.level, band.low) for band in rows[-1].bands] == [("Senior planner", 25_674)]


def test_the_text_below_is_no_row():
    text, rows = read(TABLE.replace("\nSenior", "\n\nSenior"), "ward.txt")
    assert [row.text(text).split()[0] for row in rows] == ["Ward", "Senior"]


@pytest.mark.parametrize(
    "lines",
    [
        "They  walk  far and 12  beds\nare  made  each 12  hours of the",  # justified prose
        "The first column of text       and the second one of it\n"
        "goes on below its line         goes on beside the first",
        "Hours:     37 a week\nPay:       £30,000",
        "Ward Planner            Guide 7\nWhat the work is about",
        "Grade      Salary",
    ],
)
def test_other_spaces_make_no_table(lines):
    places, start = [], 0
    for line in lines.split("\n"):
        places.append((start, start + len(line)))
        start += len(line) + 1
    assert spaced_rows(lines, [Span(*place) for place in places]) == set()


@pytest.mark.parametrize("name", PAGES)
def test_dots_between_spaces_are_of_no_cell(name):
    lines = "Ward planner  . . . . . .  £24,000\nHead of wards . . . . . .  £38,000"
    text, rows = read(lines, name)
    assert [[cell.of(text) for cell in row.cells] for row in rows] == [
        ["Ward planner", "£24,000"],
        ["Head of wards", "£38,000"],
    ]


def test_two_columns_of_a_page_are_no_table():
    lines = (
        "where each of the wards is, and       Junior planner   £25,000\n"
        "of the beds there are many, so        Planner          £29,000\n"
        "it is a calm and quiet sort of        Head of wards    £38,000\n"
    )
    places = [Span(at.start(), at.end()) for at in re.finditer(r"\S.*", lines)]
    assert spaced_rows(lines, places) == set()


@pytest.mark.parametrize("name", ["ward.txt", "fence.md"])
@pytest.mark.parametrize(
    "lines",
    [
        # One space is left between the longest label and its figure, in whichever row that is.
        "                 Year 1     Year 2\n"
        "Ward planner     £24,000    £26,000\n"
        "Planner of wards £28,000    £31,000\n"
        "Head             £38,000    £40,000",
        "                 Year 1     Year 2\n"
        "Planner of wards £28,000    £31,000\n"
        "Ward planner     £24,000    £26,000",
        # A label that is longer than its column moves its figure.
        "Post             Year 1     Year 2\n"
        "Ward planner     £24,000    £26,000\n"
        "Planner of wards  £28,000   £31,000\n"
        "Head             £38,000    £40,000",
    ],
)
def test_a_long_label_keeps_its_row_in_the_table(lines, name):
    text, rows = read(lines, name)
    assert [[cell.of(text) for cell in row.cells][1:] for row in rows] == [
        re.findall(r"£\S+", line) for line in lines.split("\n")[1:]
    ]
    assert {row.columns[1:] for row in rows} == {("Year 1", "Year 2")}


def test_a_row_below_the_end_of_a_page_is_of_the_table_above():
    foot = f"{' ' * 30}{{}}\n\n{' ' * 40}WARDS AND WORK\n\n"
    first = "Post             Pay         Hours\nWard planner     £24,000     37"
    pages = (
        f"{first}\n\n{foot.format(7)}Planner of wards  £28,000    36\n\nMore.\n\n{foot.format(8)}"
    )
    text = PAGES["ward.txt"].format(pages)
    blocks = [block for section in read_text(text, "ward.txt").sections for block in section.blocks]
    rows = [block for block in blocks if block.cells]
    assert [row.cells[0].of(text) for row in rows] == ["Ward planner", "Planner of wards"]
    assert {row.columns for row in rows} == {("Post", "Pay", "Hours")}


def test_a_figure_amid_a_sentence_begins_no_cell():
    lines = "Post             Pay\nWard planner     £24,000\nHead             £38,000\n"
    _, rows = read(f"{lines}Nobody earned so £90,000 will be news to all of them.", "ward.txt")
    assert len(rows) == 2


@pytest.mark.parametrize("bound", ["from", "up to", "over", "at least"])
def test_a_bound_is_part_of_the_sum_that_it_stands_before(bound):
    lines = [
        "Level                    Leeds          Wales",
        "Planner                £23,000        £21,000",
        "Senior                 £27,000        £25,000",
        f"Chief{f'{bound} £36,000':>25}        £34,000",
    ]
    _, rows = read("\n".join(lines), "ward.txt")
    assert [(band.level, band.region) for band in rows[-1].bands] == [
        ("Chief", "Leeds"),
        ("Chief", "Wales"),
    ]
    first, last = rows[-1].bands
    assert {first.low, first.high} == ({None, 36000} if bound == "up to" else {36000, None})
    assert last.low == last.high == 34000


@pytest.mark.parametrize(("label", "bound"), [("Head of wards", "from"), ("Lead of beds", "up to")])
def test_a_bound_one_space_behind_its_label_is_no_part_of_that(label, bound):
    lines = ["Planner            £23,000     £21,000", "Senior             £27,000     £25,000"]
    lines.append(f"{label:<{18 - len(bound)}}{bound} £36,000     £34,000")
    _, rows = read("\n".join(lines), "ward.txt")
    band = rows[-1].bands[0]
    assert (band.level, (band.low, band.high).index(None)) == (label, int(bound == "from"))

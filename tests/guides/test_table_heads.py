import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check

ENDS = [("Junior", "London", 40_000, 45_000), ("Junior", "Wales", 30_000, 35_000)]
FOUR = "| Junior | £40,000 | £45,000 | £30,000 | £35,000 |"
LEVELS = [("Junior", "London", 40_000, 40_000), ("Band 6", "London", 50_000, 50_000)]


def read(*lines):
    rule = "|" + "---|" * (lines[0].count("|") - 1)
    table = "\n".join([lines[0], rule, *lines[1:]])
    guide = read_text(
        f"# Ward Planner\n\nIt plans.\n\n## Duties\n\nA.\n\n## Pay\n\n{table}\n", "w.md"
    )
    check(guide)
    return guide.sections[-1].blocks


def told(blocks):
    return [(band.level, band.region, band.low, band.high) for b in blocks for band in b.bands]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["| Level | London | | Wales | |", "| | From | To | From | To |", FOUR], ENDS),
        (["| Level | London | | Wales | |", "| Level | From | To | From | To |", FOUR], ENDS),
        (["| Level | London | | Wales | |", "| From | To | From | To |", FOUR], ENDS),
        (["| | London | | Wales | |", "| Level | Min | Max | Min | Max |", FOUR], ENDS),
        (
            [
                "| Level | London | | Wales |",
                "| | From | To | |",
                "| Junior | £40k | £45k | £30k |",
            ],
            [ENDS[0], ("Junior", "Wales", 30_000, 30_000)],
        ),
        (
            ["| Region | Pay by level | |", "| | Junior | Band 6 |", "| London | £40k | £50k |"],
            LEVELS,
        ),
        (
            ["| Employer | London | |", "| | Junior | Band 6 |", "| | £40,000 | £50,000 |"],
            LEVELS,
        ),
    ],
)
def test_two_header_lines_name_the_columns_together(lines, expected):
    assert told(read(*lines)) == expected


def test_a_title_above_the_names_of_the_columns_stands_above_the_table():
    title, row = read("| Pay in London | |", "| Level | Range |", "| Junior | £40,000 |")
    assert title.kind is BlockKind.PARAGRAPH
    assert row.columns == ("Level", "Range")
    assert told([row]) == LEVELS[:1]


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("Small (under £1m)", "Large (over £1m)"),
        ("Up to £1m", "£1m–£10m"),
        ("**Under £100k**", "**Over £100k**"),
    ],
)
def test_what_employers_take_may_name_a_column(small, large):
    blocks = read("| | Yearly pay | |", f"| Level | {small} | {large} |", "| Lead | £40k | £50k |")
    assert blocks[-1].columns == ("Level", small.strip("*"), large.strip("*"))


def test_a_first_row_is_no_second_header():
    blocks = read("| Level | Pay | |", "| Junior | unpaid | yes |", "| Senior | £40,000 | no |")
    assert [block.columns for block in blocks] == [("Level", "Pay", "")] * 2


def test_a_column_that_counts_rows_labels_none():
    blocks = read("| # | Skill | Level |", "| 1 | SQL | High |", "| 2 | Tact | Low |")
    assert [block.columns for block in blocks] == [("Skill", "Level")] * 2
    assert [len(block.cells) for block in blocks] == [2, 2]


def test_a_column_of_other_numbers_stays():
    blocks = read("| No. | Skill | Level |", "| 7 | SQL | High |", "| 8 | Tact | Low |")
    assert [block.columns for block in blocks] == [("No.", "Skill", "Level")] * 2


@pytest.mark.parametrize("grade", ["7", "Band 7", "8a"])
def test_a_post_is_the_level_and_the_grade_beside_it_a_note(grade):
    ((band,),) = [
        block.bands for block in read("| Band | Post | Pay |", f"| {grade} | Lead | £50k |")
    ]
    assert (band.level, band.note) == ("Lead", grade if " " in grade else f"Band: {grade}")


def test_without_the_name_of_a_post_the_grade_is_the_level():
    blocks = read("| Band | Hours | Pay |", "| 7 | Short shifts | £50k |")
    assert [band.level for block in blocks for band in block.bands] == ["Band 7"]


def test_names_of_columns_have_no_emphasis():
    blocks = read("| **Band** | __Pay__ |", "| **7** | £50k |")
    assert blocks[0].columns == ("Band", "Pay")
    assert [band.level for band in blocks[0].bands] == ["Band 7"]


def unmarked(*lines):
    """The rows of a table that does not say whether its first line is a header."""
    table = "\n".join(lines)
    hashes = "## " if "|" in table else ""  # tabs and spaces part cells on a page without marks
    page = f"Ward Planner\n\nIt plans.\n\n{hashes}Duties\n\n{table}\n\n{hashes}Pay\n\nB.\n"
    guide = read_text(hashes[1:] + page, "w.md")
    check(guide)
    return [b.columns for s in guide.sections for b in s.blocks if b.kind is BlockKind.TABLE_ROW]


@pytest.mark.parametrize(
    "lines",
    [
        ("| Employer | At first | After 1 year |", "| NHS | £12.70 | £13.80 |"),
        ("| Employer | 0–2 years | 3+ years |", "| NHS | £30,000 | Band 7: £47,000 |"),
        ("| Level | 2024 | 2025/26 |", "| Junior | £30,000 | £31,000 |"),
        ("| Task | Daily | Weekly |", "| Walk the floor | ✓ | |", "| Write the rota | | ✓ |"),
        ("| | Daily | Weekly |", "| Walk the floor | yes | no |", "| Write the rota | no | yes |"),
    ],
)
def test_a_header_may_hold_figures_and_stand_above_ticks(lines):
    head = tuple(cell.strip() for cell in lines[0].strip("|").split("|"))
    assert unmarked(*lines) == [head] * (len(lines) - 1)


@pytest.mark.parametrize(
    "lines",
    [
        ("| Trainee | Year 1 | Band 4 |", "| Officer | Year 2 | Band 5 |"),
        ("| Walk the floor | yes | no |", "| Write the rota | no | yes |"),
        ("| Junior | £30,000 | £31,000 |", "| Senior | £40,000 | £41,000 |"),
        ("| Hours | 37 a week |", "| Leave | 28 days |", "| Shifts | 12 hours |"),
        ("| Grade | Band 6 |", "| Hours | 37 |", "| Parking | no |"),
        ("| Tea | 2 years | 6 months |", "| Linen | 3 years | 8 weeks |"),
        ("| Opened | 2019 | 1 site |", "| Moved | 2021 | 2 sites |"),
        ("Hours\t37 a week", "Leave\t28 days", "Shifts\t12 hours"),
        ("Mon   9 to 5   2 people", "Tue   10 to 6   3 people", "Wed   9 to 5   2 people"),
    ],
)
def test_a_first_row_like_the_rest_is_no_header(lines):
    assert unmarked(*lines) == [()] * len(lines)


def test_a_name_that_spans_both_header_lines_tells_them_without_figures():
    lines = ["| Where | Shifts | |", "| Where | Days | Nights |", "| Ward | Always | Rarely |"]
    assert [block.columns for block in read(*lines)] == [
        ("Where", "Shifts – Days", "Shifts – Nights")
    ]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Stage\tPer hour\tYearly (37.5 h)", ("Stage", "Per hour", "Yearly (37.5 h)")),
        ("Stage\tPer hour\tPay (2025/26)", ("Stage", "Per hour", "Pay (2025/26)")),
        ("Stage (Year 0)\t£7.10\t£13,000", ()),
    ],
)
def test_a_head_may_add_a_figure_in_brackets(head, names):
    table = f"{head}\nStage (Year 1)\t£8.16\t£15,912\nStage (Year 2)\t£9.44\t£18,408"
    guide = read_text(f"Ward Planner\n\nThey plan.\n\nPay\n{table}\n", "ward.txt")
    check(guide)
    assert {block.columns for block in guide.sections[-1].blocks} == {names}


@pytest.mark.parametrize("ditto", ["", '"', "as above", "Ditto"])
def test_a_cell_may_say_that_it_is_as_the_one_above(ditto):
    rows = [
        f"| {ditto} | 12 | £26,000 |",
        "| Senior | 13 | £30,000 |",
        f"| {ditto} | 14 | £33,000 |",
    ]
    blocks = read("| Grade | Point | Pay |", "| Junior | 11 | £25,000 |", *rows)
    levels = [band.level for block in blocks for band in block.bands]
    assert levels == ["Junior", "Junior", "Senior", "Senior"]


def test_a_head_above_nothing_but_empty_rows_is_a_row():
    blocks = read("| Level | London |", "| | |", "|  | - |")
    assert [(block.kind, block.columns) for block in blocks] == [(BlockKind.TABLE_ROW, ())]


def test_a_row_of_nothing_but_its_number_is_left_out():
    blocks = read("| # | Level | Pay |", "| 1 | Junior | £30,000 |", "| 2 | | |")
    assert [block.columns for block in blocks] == [("Level", "Pay")]


@pytest.mark.parametrize(
    "table",
    [
        "||Level||Pay||\n|Junior|£30,000|\n|Senior|£40,000|",
        "|===\n|Level |Pay\n\n|Junior\n|£30,000\n\n|Senior\n|£40,000\n|===",
    ],
)
def test_tables_of_wikis_and_manuals_are_rows(table):
    guide = read_text(f"= Ward Planner\n\nThey plan.\n\n== Pay\n\n{table}\n", "ward.txt")
    check(guide)
    assert guide.role == "Ward Planner"
    rows = [block for block in guide.sections[-1].blocks if block.cells]
    assert [block.columns for block in rows] == [("Level", "Pay")] * 2
    assert told(rows) == [("Junior", "", 30_000, 30_000), ("Senior", "", 40_000, 40_000)]


def test_signs_above_a_table_are_no_head_and_no_row_becomes_one():
    blocks = read("| - | - |", "| Trainee | £20,000 |", "| Senior | £30,000 |")
    assert told(blocks) == [("Trainee", "", 20_000, 20_000), ("Senior", "", 30_000, 30_000)]


def test_an_empty_first_cell_is_no_sign_of_a_wiki():
    blocks = read("||2023|2024|", "|Trainee|£20,000|£21,000|", "||£22,000|£23,000|")
    assert {block.columns for block in blocks} == {("", "2023", "2024")}


def test_rows_of_one_cell_stay_rows():
    blocks = read("| Task | When |", "| Plan the wards |", "| Count the beds |")
    assert [len(block.cells) for block in blocks] == [1, 1]

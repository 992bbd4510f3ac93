import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check


def rows(*lines, ruled=True):
    rule = ["|" + "---|" * (lines[0].count("|") - 1)] if ruled else []
    table = "\n".join([lines[0], *rule, *lines[1:]])
    guide = read_text(f"# Ward planner\n\n{table}\n\n## Duties\n\nWard planners plan.\n", "w.md")
    check(guide)
    blocks = [block for section in guide.sections for block in section.blocks]
    return [
        (block.columns, [cell.of(guide.source_text) for cell in block.cells])
        for block in blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("| Job title | Ward planner |", "| Band | 6 |", "| Base | York |"),
        ("| **Post title** | Bed manager (wards) |", "| **Grade** | SO1 |", "| **Hours** | 36 |"),
        ("| Salary | £31,000 to £37,000 |", "| Hours | 37.5 a week |", "| Parking | free |"),
        ("| Uniform: | blue |", "| Canteen: | open |"),
    ],
)
@pytest.mark.parametrize("ruled", [True, False])
def test_each_row_of_a_form_is_a_label_and_its_fact(lines, ruled):
    told = rows(*lines, ruled=ruled)
    assert [columns for columns, _ in told] == [()] * len(lines)
    assert [f"| {key} | {fact} |" for _, (key, fact) in told] == list(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("| Role | Typical salary |", "| Team | £30,000 |"),
        ("| Location | Salary |", "| London | £40,000 |", "| York | £35,000 |"),
        ("| Grade | Pay range |", "| Band 5 | £31,000 |", "| Band 6 | £38,000 |"),
        ("| Service | Contact |", "| Pension | Ann, ext. 12 |", "| Benefits | Bob, ext. 13 |"),
        ("| Skill | Why |", "| Tact | People are upset |"),
        ("| Term | Meaning |", "| Band | A level of pay |", "| DBS | A check |"),
        ("| Benefit | In practice |", "| Pension | 20% |", "| Leave | 27 days |"),
    ],
)
def test_names_of_columns_stay_names_of_columns(lines):
    assert all(columns for columns, _ in rows(*lines))


def test_columns_that_are_empty_in_all_rows_are_left_out():
    told = rows("| Level | | Pay |", "| Junior | | £30,000 |", "| Senior | | £40,000 |")
    assert told == [
        (("Level", "Pay"), ["Junior", "£30,000"]),
        (("Level", "Pay"), ["Senior", "£40,000"]),
    ]

"""Lists that a word with a number counts out, or a number alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check


def items_of(text, name):
    guide = read_text(text, name)
    check(guide)
    return [
        " ".join(block.text(guide.source_text).split())
        for block in guide.blocks
        if block.kind is BlockKind.LIST_ITEM
    ]


DUTIES = ["Duty 1 Lock off the lift", "Duty 2 Fit the rails and plumb them", "Duty 3 Mend faults"]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (DUTIES, DUTIES),
        (["K1 Ropes", "K2 Rails", "K3 Doors"], ["K1 Ropes", "K2 Rails", "K3 Doors"]),
        (["1 Apply", "2 Wait", "3 Go"], ["1 Apply", "2 Wait", "3 Go"]),
        (["Step 1. Ask", "Step 2. Go", "Step 3. Eat"],) * 2,
        (["1 Aims ....... 2", "2 Pay ....... 3", "3 Leave ....... 4"], []),
        # Two are no list, nor is what counts no further, or money.
        (["Duty 1 Lock off the lift", "Duty 2 Fit the rails"], []),
        (["Stage 1 Rest", "Stage 3 Eat", "Stage 5 Go"], []),
        (["Band 5 £30,000", "Band 6 £40,000", "Band 7 £50,000"], []),
    ],
)  # fmt: skip
def test_lines_that_count_on_are_a_list(lines, items):
    text = "Ward Planner\n\nThey plan.\n\nNotes\n\n{}\n\nPay\n\nIt is fair.\n"
    assert items_of(text.format("\n".join(lines)), "ward.txt") == items
    marked = "# Ward Planner\n\nThey plan.\n\n## Notes\n\n{}\n\n## Pay\n\nIt is fair.\n"
    assert items_of(marked.format("\n\n".join(lines)), "ward.md") == items
    assert items_of(marked.format("\n".join(lines)), "ward.md") == items


def test_what_goes_on_with_a_counted_line_belongs_to_it():
    text = "Ward Planner\n\nThey plan.\n\nWork\n\n{}\n\nPay\n\nIt is fair.\n"
    lines = ["Duty 1 Fit the rails and", "plumb them", "Duty 2 Rest", "Duty 3 Go"]
    found = items_of(text.format("\n".join(lines)), "ward.txt")
    assert found == ["Duty 1 Fit the rails and plumb them", "Duty 2 Rest", "Duty 3 Go"]


@given(st.lists(st.sampled_from(("Duty 1 a", "Duty 2 b", "Duty 3 c", "2 d", "K4 e", "", "f"))))
def test_no_word_is_lost(lines):
    text = "\n".join(["# Ward Planner", "", "They plan.", "", "## Work", "", "Hay.", "", *lines])
    guide = read_text(text, "ward.md")
    kept = " ".join(block.text(guide.source_text) for block in guide.blocks)
    assert all(line in kept for line in lines)


def test_a_blank_line_ends_a_table_that_tabs_set():
    text = (
        "Ward Planner\n\nThey plan.\n\nWEEK\nHours\t39\nBreaks\t2\n\n"
        "WHAT WE ASK\tNeeded\nA licence\tyes\nA degree\tno\n"
    )
    guide = read_text(text, "ward.txt")
    check(guide)
    rows = [block for block in guide.blocks if block.kind is BlockKind.TABLE_ROW]
    assert len({block.group for block in rows}) == 2
    assert rows[-1].columns == ("WHAT WE ASK", "Needed")


@pytest.mark.parametrize(
    "body",
    [
        "Band 5 Newly qualified\n£30,000 to £35,000\n\nBand 6 Senior\n£36,000 to £40,000\n\n"
        "Band 7 Lead\n£41,000 to £50,000",
        "Q1. What do you earn?\nA. Enough.\n\nQ2. When?\nA. Soon.\n\nQ3. Why?\nA. It is hard.",
        "1 Wages\nYou are paid by the hour.\n\n2 Learning\nIt takes a year.\n\n3 Shifts\nAll.",
    ],
)
def test_what_has_text_of_its_own_below_is_no_item(body):
    text = f"Ward Planner\n\nThey plan.\n\nNotes\n\n{body}\n\nPay\n\nIt is fair.\n"
    assert items_of(text, "ward.txt") == []


def test_what_follows_the_last_line_is_no_part_of_it():
    text = "# Ward Planner\n\nThey plan.\n\n## Notes\n\n1 Ask\n2 Wait\n3 Go\nIt is hard.\n"
    assert items_of(text, "ward.md") == []


def test_a_table_that_blank_lines_space_is_one():
    text = (
        "Ward Planner\n\nThey plan.\n\nPay\n\nLevel\tPay\n\nTrainee\t£20,000\n\nSenior\t£30,000\n"
    )
    guide = read_text(text, "ward.txt")
    rows = [block for block in guide.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [block.columns for block in rows] == [("Level", "Pay")] * 2


def test_a_sum_is_no_heading_of_a_wiki():
    text = (
        "Ward Planner\n\nThey plan.\n\nPay\n\nYour pay for the year\n= base pay + overtime.\n\n"
        "Training\n\nTwo years\n= 24 months\n"
    )
    guide = read_text(text, "ward.txt")
    paths = [section.path for section in guide.sections]
    assert ("Training",) in paths
    assert not any("base pay" in " ".join(path) for path in paths)

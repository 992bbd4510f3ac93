import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check

BEGIN = "Ward Planner\n\nWard planners plan the wards, and tell everybody in good time.\n\n"
PLAN = ["Plan the wards", "Tell the others"]
AFTER = "They work by day and night, and they rest when they can."


def items(guide):
    text = guide.source_text
    return [
        (block.lead_in.of(text), block.text(text))
        for section in guide.sections
        for block in section.blocks
        if block.kind is BlockKind.LIST_ITEM and block.lead_in
    ]


def export(body):
    guide = read_text(BEGIN + body + "\n", "ward.txt")
    check(guide)
    return guide


@pytest.mark.parametrize("lead_in", ["Planners will:", "Planners have to", "Their days include"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("words", [PLAN, [f"{line}." for line in PLAN], ["plan", "tell"]])
def test_short_lines_below_a_lead_in_are_its_list(lead_in, gap, words):
    guide = export(
        "Core duties\n\n" + gap.join([lead_in, *words]) + f"{gap}How they work{gap}{AFTER}"
    )
    assert items(guide) == [(lead_in, line) for line in words]
    assert [section.path for section in guide.sections] == [
        (),
        ("Core duties",),
        ("How they work",),
    ]


def test_a_heading_of_a_part_ends_the_list():
    body = "Core duties\nPlanners will:\nPlan the wards\nTell the others\nSkills\nCalm\nTact\nZeal"
    guide = export(body)
    assert items(guide) == [("Planners will:", line) for line in PLAN]
    assert guide.sections[-1].path == ("Skills",)


@pytest.mark.parametrize(
    "body",
    [
        "Core duties\nIn short:\nThey plan wards. They tell others.\nIt is calm, and it is long.",
        "Questions\nPlanners ask:\nIs it calm?\nYes.\nIs it long?\nNo.",
        "Core duties\nPlanners will:\nPlan.",
    ],
)
def test_prose_and_questions_are_no_list(body):
    assert items(export(body)) == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_so_it_is_in_markdown(gap):
    body = gap.join(["Planners will:", *PLAN])
    guide = read_text(f"# Ward Planner\n\nThey plan.\n\n## Duties\n\n{body}\n\n## Pay\n", "ward.md")
    check(guide)
    assert items(guide) == [("Planners will:", line) for line in PLAN]


def test_a_broken_paragraph_is_no_list():
    body = (
        "This is said:\nwards are full of people in the day who must\n"
        "be moved to others before the night begins,\nand then back."
    )
    guide = read_text(f"# Ward Planner\n\nThey plan.\n\n## Duties\n\n{body}\n", "ward.md")
    assert items(guide) == []


@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
def test_three_short_lines_below_a_heading_of_lists_are_one(source):
    title, heading = ("# ", "## ") if source.endswith(".md") else ("", "")
    lines = "\n\n".join([*PLAN, "Rest"])
    pay = f"{heading}Pay\n\nIt is enough for all that planners need."
    text = f"{title}{BEGIN}{heading}Core duties\n\n{lines}\n\n{pay}\n"
    guide = read_text(text, source)
    check(guide)
    blocks = [block for block in guide.sections[1].blocks if block.kind is BlockKind.LIST_ITEM]
    assert [block.text(text) for block in blocks] == [*PLAN, "Rest"]
    assert guide.sections[-1].path == ("Pay",)


@pytest.mark.parametrize("lines", [PLAN, [f"{line}." for line in [*PLAN, "Rest"]]])
def test_two_lines_or_sentences_below_a_heading_are_none(lines):
    guide = export("Core duties\n\n" + "\n\n".join(lines) + f"\n\nPay\n\n{AFTER}")
    kinds = {block.kind for section in guide.sections for block in section.blocks}
    assert kinds == {BlockKind.PARAGRAPH}

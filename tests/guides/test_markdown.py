from pathlib import Path

import pytest

from assistant.guides import BlockKind, SectionKind, read_guide, read_text
from tests.guides.promises import check

GUIDE = Path(__file__).parent / "data" / "ward-robotics-lead.md"
TEXT = GUIDE.read_text(encoding="utf-8")


def part(guide, *path):
    return next(section for section in guide.sections if section.path == path)


def texts(guide, *path):
    return [block.text(guide.source_text) for block in part(guide, *path).blocks]


def read(body):
    guide = read_text(f"# Ward Planner\n\nIt plans wards.\n\n{body}\n", "ward.md")
    check(guide)
    return guide


def test_front_matter_and_title():
    guide = read_guide(GUIDE)
    check(guide, TEXT.index("# Ward"))
    assert guide.id == "ward-robotics-lead"
    assert guide.title == "Ward Robotics Lead in health and life sciences"
    assert guide.role == "Ward Robotics Lead"
    assert guide.aliases == ("robotics lead", "ward automation lead")
    assert guide.sector == "health"
    assert guide.date == "2031-02-03"
    assert guide.sources == (
        "An invented survey, https://example.org/survey",
        "Three made-up trusts",
    )
    assert guide.summary == "A Ward Robotics Lead makes delivery robots useful to nurses."
    assert guide.format == "markdown"
    assert not guide.findings


def test_sections_nest_and_inherit_their_kind():
    guide = read_guide(GUIDE)
    assert [(" > ".join(section.path), section.kind) for section in guide.sections] == [
        ("", SectionKind.INTRODUCTION),
        ("How it differs", SectionKind.DIFFERENCES),
        ("How it differs > Safety first", SectionKind.DIFFERENCES),
        ("What you will do", SectionKind.RESPONSIBILITIES),
        ("Skills", SectionKind.SKILLS),
        ("Pay", SectionKind.SALARY),
        ("Pay > Beyond base pay", SectionKind.SALARY),
        ("Ways in", SectionKind.PATHWAYS),
        ("FAQ", SectionKind.FAQ),
        ("Next step", SectionKind.CALL_TO_ACTION),
    ]


def test_items_nest_and_stay_whole():
    guide = read_guide(GUIDE)
    lead_in, *items = part(guide, "What you will do").blocks
    assert [item.text(TEXT) for item in items] == [
        "maps routes through the building",
        "checks lifts and doors",
        "marks the fire exits",
        "trains porters\n\n  and listens to them afterwards",
        "writes up each incident",
    ]
    assert [item.lead_in.of(TEXT) for item in items] == [
        lead_in.text(TEXT),
        "maps routes through the building",
        "maps routes through the building",
        lead_in.text(TEXT),
        lead_in.text(TEXT),
    ]
    assert items[1].group == items[2].group != items[0].group == items[3].group


def test_cells_keep_escaped_pipes_and_gaps():
    guide = read_guide(GUIDE)
    first, second = part(guide, "Skills").blocks
    assert first.cells[1].of(TEXT) == r"Writes them against an invented standard \| annex B"
    assert [cell.of(TEXT) for cell in second.cells] == ["Patience", "", "Robots stall"]
    assert second.columns == ("Skill", "In practice", "Why")


def test_regions_may_head_the_columns():
    guide = read_guide(GUIDE)
    bands = [band for block in part(guide, "Pay").blocks for band in block.bands]
    assert [(b.level, b.region, b.low, b.high, b.note) for b in bands] == [
        ("Junior", "London", 35_000, 41_000, "Band 6"),
        ("Junior", "Elsewhere", 31_000, 37_000, "Band 6"),
        ("Lead", "London", 60_000, None, "Band 8a to 8b"),
        ("Lead", "Elsewhere", None, 58_000, "Band 8a to 8b"),
    ]


def test_questions_of_every_form_are_pairs():
    guide = read_guide(GUIDE)
    lead, *pairs = part(guide, "FAQ").blocks
    assert lead.kind is BlockKind.PARAGRAPH
    assert [pair.question.of(TEXT) for pair in pairs] == [
        "Do I need to code?",
        "Is it night work?",
        "Do robots take jobs?",
    ]
    assert pairs[0].answer.of(TEXT).endswith("- change a route\n\nNobody expects more.")
    assert pairs[2].answer.of(TEXT) == "No, they take trolleys."


@pytest.mark.parametrize(
    "body",
    [
        "## FAQ\n\n## Is it far?\n\nNo.\n\n## Is it near?\n\nYes.",
        "## FAQ\n\n**Is it far?**\n\nNo.\n\n**Is it near?**\n\nYes.",
        "## FAQ\n\n- **Is it far?** No.\n- **Is it near?** Yes.",
        "## FAQ\n\nIs it far?\nNo.\n\nIs it near?\nYes.",
        "## FAQ\n\nIs it far? No.\n\nIs it near? Yes.",
        "## FAQ\n\n**Q:** Is it far?\n\n**A:** No.\n\n**Q:** Is it near?\n\n**A:** Yes.",
        "## Before you start\n\n### Is it far?\n\nNo.\n\n### Is it near?\n\nYes.",
        "## Before you start\n\n**Is it far?**\n\nNo.\n\n**Is it near?**\n\nYes.",
        "## FAQ\n\n<details><summary>Is it far?</summary>\nNo.</details>\n"
        "<details><summary>Is it near?</summary>\nYes.</details>",
    ],
    ids=range(9),
)
def test_the_same_questions_in_other_marks(body):
    guide = read(body)
    section = guide.sections[-1]
    assert section.kind is SectionKind.FAQ
    spans = [(pair.question, pair.answer) for pair in section.blocks]
    text = guide.source_text
    assert [(asked.of(text), given.of(text).rstrip("*")) for asked, given in spans] == [
        ("Is it far?", "No."),
        ("Is it near?", "Yes."),
    ]


def test_a_lone_question_is_a_heading():
    guide = read("## Pay\n\n### What does it pay?\n\nEnough.\n\n### Extras\n\nFew.")
    assert ("Pay", "What does it pay?") in [section.path for section in guide.sections]


def test_questions_about_pay_with_a_table_stay_sections():
    guide = read(
        "## Pay\n\n### What is it?\n\n| Level | Pay |\n|---|---|\n| Junior | £30k |\n\n"
        "### Why?\n\nSo."
    )
    assert guide.sections[2].blocks[0].bands[0].low == 30_000


def test_a_section_is_known_by_its_content():
    guide = read(
        "## Numbers\n\n| Grade | 2031 |\n|---|---|\n| One | £30,000 |\n| Two | £40,000 |\n\n"
        "## Also\n\n| Core skill | Why |\n|---|---|\n| SQL | Rows |"
    )
    assert [section.kind for section in guide.sections[1:]] == [
        SectionKind.SALARY,
        SectionKind.SKILLS,
    ]


def test_repeated_headings_keep_their_own_links():
    guide = read("## Pay\n\nOne.\n\n## Pay\n\nTwo.\n\n## Pay 2\n\nThree.")
    assert [section.anchor for section in guide.sections[1:]] == ["pay", "pay-2", "pay-2-2"]
    assert [finding.code for finding in guide.findings] == ["repeated_heading"]


@pytest.mark.parametrize("below", ["|", "| Junior | £30,000 |", "|-|-|"])
def test_a_bar_alone_on_a_line_heads_no_table(below):
    check(read_text(f"# Title\n\n## Pay\n\nIt pays.\n\n|\n{below}\n", "bar.md"))


def test_a_ragged_row_is_kept_and_reported():
    guide = read("## Skills\n\n| A | B |\n|---|---|\n| one | two | three |\n| four |")
    rows = part(guide, "Skills").blocks
    assert [row.text(guide.source_text) for row in rows] == ["one | two | three", "four"]
    assert rows[0].columns == ("A", "B", "")
    assert [finding.code for finding in guide.findings] == ["ragged_table"] * 2


def test_what_markdown_leaves_out_is_kept_as_a_paragraph():
    guide = read(
        "## Notes\n\n[policy]: https://example.org (Ward policy)\n\n<div>Kept</div>\n\n    code"
    )
    assert texts(guide, "Notes") == [
        "[policy]: https://example.org (Ward policy)",
        "Kept",
        "code",
    ]


def test_bold_lines_head_sections():
    guide = read("## Skills\n\n**Core tools**\n\nA pen.\n\n**Soft skills**\n\nPatience.")
    assert [section.path for section in guide.sections[2:]] == [
        ("Skills", "Core tools"),
        ("Skills", "Soft skills"),
    ]


def test_pages_without_a_top_heading():
    guide = read_text(
        "---\ntitle: Ward Planner\n---\n\n## Skills\n\nMany.\n\n## Pay\n\nFew.\n", "x.md"
    )
    assert guide.id == "ward-planner"
    assert [section.path for section in guide.sections] == [("Skills",), ("Pay",)]


def test_underlined_headings():
    guide = read_text("Ward Planner\n============\n\nPlans.\n\nPay\n---\n\nEnough.\n", "x.md")
    assert [section.path for section in guide.sections] == [(), ("Pay",)]
    assert guide.title == "Ward Planner"


def test_a_page_without_blank_lines_reads_the_same():
    long = "A planner plans " + "every ward of every hospital " * 5 + "by hand."
    lines = [
        "## Responsibilities",
        long,
        long,
        "The planner:",
        "- plans;",
        "- replans.",
        "Then the day is over.",
        "## Skills",
        "| A | B |",
        "|---|---|",
        "| one | two |",
        "No more is needed.",
    ]
    tight, loose = (
        read("\n".join(lines)),
        read("\n\n".join(lines[:8]) + "\n" + "\n".join(lines[8:])),
    )
    for guide in (tight, loose):
        assert [block.kind for block in part(guide, "Responsibilities").blocks] == [
            *[BlockKind.PARAGRAPH] * 3,
            *[BlockKind.LIST_ITEM] * 2,
            BlockKind.PARAGRAPH,
        ]
        assert [block.kind for block in part(guide, "Skills").blocks] == [
            BlockKind.TABLE_ROW,
            BlockKind.PARAGRAPH,
        ]


def test_table_lines_that_markdown_takes_for_none():
    guide = read("## Skills\n\nBelow:\n| A | B |\n| one and more | two and more |")
    assert [block.columns for block in part(guide, "Skills").blocks] == [(), ("A", "B")]


def test_only_the_last_line_above_an_underlining_is_a_heading():
    guide = read("It is a job.\nIt is a good one.\nSalary\n------\n\nEnough.")
    assert [section.path for section in guide.sections] == [(), ("Salary",)]
    assert "It is a good one." in texts(guide)[-1]


def test_an_empty_header_gives_way_to_the_one_below_it():
    rows = "| Level | Salary |\n| Junior | £30,000 |\n| Senior | £40,000 |"
    guide = read(f"## Pay\n\n| | |\n|---|---|\n{rows}")
    assert texts(guide, "Pay") == ["Junior | £30,000", "Senior | £40,000"]
    assert part(guide, "Pay").blocks[0].columns == ("Level", "Salary")


def test_a_place_that_slipped_out_of_its_column_is_put_back():
    head = "## Pay\n\n| Level | Region | Salary |\n|---|---|---|\n"
    guide = read(head + "| Junior | London | £35,000 |\n| Rest of UK | £30,000 |")
    bands = [band for block in part(guide, "Pay").blocks for band in block.bands]
    assert [(band.level, band.region) for band in bands] == [
        ("Junior", "London"),
        ("Junior", "Rest of UK"),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Junior: £30,000\nSenior: £40,000", [("Junior", 30_000), ("Senior", 40_000)]),
        ("**Fitter** £30,000\\\n**Welder** £40,000", [("Fitter", 30_000), ("Welder", 40_000)]),
        ("Fitter .... £30,000 a year\nWelder .... £40k", [("Fitter", 30_000), ("Welder", 40_000)]),
        ("**Fitter**\n£30,000 to £33,000", [("Fitter", 30_000)]),
        ("Senior: £40,000 with the years that\nmake one: £50,000", [("Senior", 40_000)]),
        ("Expect £30,000 or so\nin the first year.", []),
    ],
)
def test_lines_of_pay_in_a_paragraph(lines, expected):
    blocks = part(read(f"## Pay\n\n{lines}"), "Pay").blocks
    assert [
        (block.bands[0].level, block.bands[0].low) for block in blocks if block.bands
    ] == expected

import pytest

from assistant.guides import SectionKind, read_text
from tests.guides.promises import check

LINES = ["Junior: £22 to £30 an hour", "Senior: £260–£360 per day", "Head: £50 an hour"]


def pay(body, heading="Pay"):
    text = f"# Ward Planner\n\nThey plan.\n\n## {heading}\n\n{body}\n"
    guide = read_text(text, "ward.md")
    check(guide)
    section = guide.sections[-1]
    return section.kind, [block.text(text) for block in section.blocks]


@pytest.mark.parametrize("heading", ["Pay", "Contract rates", "Hourly rates"])
def test_lines_with_rates_are_each_a_line_about_pay(heading):
    assert pay("\n".join(LINES), heading) == (SectionKind.SALARY, LINES)


def test_rates_and_yearly_pay_may_stand_below_each_other():
    lines = [LINES[0], "Head: £50,000 to £60,000"]
    assert pay("\n".join(lines)) == (SectionKind.SALARY, lines)


def test_a_broken_sentence_with_a_rate_stays_whole():
    sentence = (
        "Planners on their own charge £70 to £95 an hour for reports, and\nthey pay their tax."
    )
    assert pay(sentence)[1] == [sentence]


def bands(body):
    text = f"# Ward Planner\n\nThey plan.\n\n## Pay\n\n{body}\n"
    guide = read_text(text, "ward.md")
    return [
        (band.level, band.region, band.low)
        for block in guide.sections[-1].blocks
        for band in block.bands
    ]


def test_dots_lead_from_a_label_to_its_figures():
    lines = ["Year 1 ........ £24,600", "Planner … £27,400", "Head of wards ____ £34,500"]
    assert bands("\n".join(lines)) == bands("\n\n".join(lines))
    assert bands("\n".join(lines)) == [
        ("Year 1", "", 24_600),
        ("Planner", "", 27_400),
        ("Head of wards", "", 34_500),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Scotland: Year 1 is £27,500, and a team leader £38,100.",
            [("Year 1", "Scotland", 27_500), ("team leader", "Scotland", 38_100)],
        ),
        (
            "- Junior £22,000, Senior £30,000 and Head of wards £45,000",
            [("Junior", "", 22_000), ("Senior", "", 30_000), ("Head of wards", "", 45_000)],
        ),
        ("- Newly qualified (Band 5): £29,970", [("Newly qualified", "", 29_970)]),
        (
            "- Junior: £22,000 in Leeds and £25,000 in London",
            [("Junior", "Leeds", 22_000), ("Junior", "London", 25_000)],
        ),
    ],
)
def test_each_figure_of_a_line_has_its_own_label(line, found):
    assert bands(line) == found


def test_columns_set_with_spaces_are_no_part_of_a_label():
    assert bands("Senior planner      18 – 24      £30,400") == [("Senior planner", "", 30_400)]


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        (
            "Ward planner: £38,000, more than a porter at £30,000 and less than a matron £50,000",
            ["Ward planner"],
        ),
        ("Ward planner: £38,000, like a bed planner £38,500", ["Ward planner"]),
        ("Ward planner: £38,000, if a manager £50,000", ["Ward planner"] * 2),
        ("Ward planner: £38,000 yearly with a lead £50,000", ["Ward planner"] * 2),
        ("Ward planner: £38,000, more than £39,000 with time", ["Ward planner"] * 2),
        ("Ward planner: £38,000. A lead earns £50,000", ["Ward planner", "lead"]),
    ],
)
def test_what_a_figure_is_compared_with_is_no_level(line, levels):
    assert [level for level, *_ in bands(f"- {line}")] == levels


@pytest.mark.parametrize("dots", [". . . .", "........", "____", "… …", "· · · ·"])
@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
def test_dots_that_lead_to_figures_part_a_level_and_its_pay(dots, source):
    lines = [f"Junior planner, Grade 2 {dots} £23,414", f"Head {dots} £28,031 to £31,236"]
    title, heading = ("# ", "## ") if source.endswith(".md") else ("", "")
    text = f"{title}Ward Planner\n\nThey plan.\n\n{heading}Pay\n\n" + "\n".join(lines) + "\n"
    guide = read_text(text, source)
    check(guide)
    rows = guide.sections[-1].blocks
    assert [[cell.of(text) for cell in row.cells] for row in rows] == [
        ["Junior planner, Grade 2", "£23,414"],
        ["Head", "£28,031 to £31,236"],
    ]
    assert [row.bands[0].level for row in rows] == ["Junior planner, Grade 2", "Head"]


def test_dots_that_lead_to_pages_are_no_table():
    text = "# Ward Planner\n\nThey plan.\n\n## Parts\n\nPay ........ 3\nSkills ........ 5\n"
    guide = read_text(text, "ward.md")
    check(guide)
    assert not any(block.cells for block in guide.sections[-1].blocks)


def test_what_a_label_says_in_brackets_tells_lines_apart():
    lines = ["Band 2 (most planners) - £24,400", "Band 3 (night shift, 2 years in): £26,300"]
    assert [level for level, *_ in bands("\n".join(lines))] == [
        "Band 2 (most planners)",
        "Band 3 (night shift, 2 years in)",
    ]


def test_pay_in_brackets_is_no_part_of_a_label():
    assert bands("- Planner (£24,400 to £26,300)") == [("Planner", "", 24_400)]

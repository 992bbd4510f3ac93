import pytest

from assistant.guides import SectionKind, read_text

ASKED = "**AB: Is it hard?**\n\n**Jo:** It is.\n\n**AB: What does it pay?**\n\n**Jo:** £30,000."
PAGE = "Working days: “I like it”\n=====\n\n**Jo Hale, 40, is a ward planner in York.**\n\n{}\n"


@pytest.mark.parametrize(
    "page", [PAGE, PAGE.replace("**Jo Hale", "![Jo at work](jo.jpg)\n\n**Jo Hale")]
)
def test_who_speaks_is_no_part_of_what_is_said(page):
    text = page.format(f"{ASKED} A ward planner may get more.")
    guide = read_text(text, "days.md")
    assert guide.role == "Ward planner"
    said = {part.path: [b.text(text) for b in part.blocks] for part in guide.sections[1:]}
    assert said == {
        ("Is it hard?",): ["It is."],
        ("What does it pay?",): ["£30,000. A ward planner may get more."],
    }
    assert guide.sections[-1].kind is SectionKind.SALARY
    assert not any("![" in b.text(text) for b in guide.sections[0].blocks)


def test_labels_that_nobody_asks_behind_stay():
    facts = "**Pay:** £30,000.\n\n**Hours:** 37.\n\n**Pay:** £40,000 later.\n\n**Hours:** 30 then."
    text = PAGE.format(facts)
    assert "**Hours:** 37." in [
        b.text(text) for part in read_text(text, "days.md").sections for b in part.blocks
    ]


def test_only_who_asks_or_answers_is_a_speaker():
    rest = "## Skills\n\nExcel: you live in it.\n\nExcel: charts too.\n\n## Pay\n\nSenior: £30,000"
    text = f"# Ward Planner\n\n## A chat\n\n{ASKED}\n\n{rest}\n\nSenior: £35,000 later"
    guide = read_text(text, "days.md")
    assert [b.text(text) for b in guide.blocks][-4:] == [
        "Excel: you live in it.",
        "Excel: charts too.",
        "Senior: £30,000",
        "Senior: £35,000 later",
    ]
    pairs = [(b.question.of(text), b.text(text)[:7]) for b in guide.blocks if b.question]
    assert pairs == [("Is it hard?", "**AB: I"), ("What does it pay?", "**AB: W")]


def test_who_spoke_above_is_told_of_where_nobody_is_asked():
    chat = "Clerk: Is it hard?\n\nPlanner: It is.\n\nClerk: Is it paid?\n\nPlanner: It is."
    facts = "Clerk: £24,000 a year\n\nPlanner: £30,000 a year"
    text = f"# Ward Planner\n\n## A chat\n\n{chat}\n\n## Pay\n\n{facts}\n"
    guide = read_text(text, "days.md")
    assert [b.text(text) for b in guide.sections[-1].blocks] == facts.split("\n\n")

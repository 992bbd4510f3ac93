import pytest

from assistant.guides import BlockKind, SectionKind, read_text
from tests.guides.promises import check
from tests.guides.test_html import page, texts

BEGIN = "# Ward Planner\n\nWard planners plan the wards of a hospital.\n\n"
TABLE = "| Level | Pay |\n|---|---|\n| Junior | £30,000 |"
PAID = "<p><strong>What will you earn?</strong></p><p>£30,000 a year, and more later.</p>"
TITLE = "<h1>Ward Planner</h1><p>Ward planners plan the wards.</p>"


def read(body):
    guide = read_text(BEGIN + body + "\n", "ward.md")
    check(guide)
    return guide


def paths(guide):
    return [section.path for section in guide.sections]


def pairs(guide):
    text = guide.source_text
    return [
        (block.question.of(text), block.answer.of(text))
        for block in guide.sections[-1].blocks
        if block.kind is BlockKind.FAQ
    ]


@pytest.mark.parametrize("above", ["**Skills**\n\nTact.\n\n", "## Behind it\n\nTact.\n\n", ""])
def test_a_bold_question_heads_what_follows(above):
    guide = read(f"{above}**How much will you earn?**\n\n{TABLE}")
    assert guide.sections[-1].path[-1] == "How much will you earn?"
    assert guide.sections[-1].kind is SectionKind.SALARY


@pytest.mark.parametrize("heading", ["## FAQ", "**Your questions**", "## Things people wonder"])
def test_bold_questions_of_an_faq_stay_pairs(heading):
    guide = read(f"{heading}\n\n**Is it paid?**\n\nYes.\n\n**Is it hard?**\n\nAt first.")
    assert len(guide.sections) == 2
    assert pairs(guide) == [("Is it paid?", "Yes."), ("Is it hard?", "At first.")]


def test_a_bold_line_with_a_full_stop_heads_several_questions():
    run_ins = "**Skills.** Tact.\n\n**Pay.** Enough.\n\n**Training.** None.\n\n**Be kind.**\n\n"
    asked = "*Is it hard?* At first.\n\n*Is it paid?* Yes."
    guide = read(f"## The job\n\nIt plans.\n\n{run_ins}**Questions.**\n\n{asked}")
    assert paths(guide)[-2:] == [("The job", "Training"), ("The job", "Questions")]
    assert pairs(guide) == [("Is it hard?", "At first."), ("Is it paid?", "Yes.")]


def test_the_lines_of_an_address_head_nothing(tmp_path):
    lines = ("12 High Street", "Leeds LS1 4AB", "Tel. 0113 496 0000")
    address = "".join(f"<p><b>{line}</b></p>" for line in lines)
    skills = "<p><b>Skills</b></p><p>Tact.</p>"
    assert paths(page(tmp_path, f"{TITLE}{skills}{address}<p>Ask for Ann.</p>")) == [
        (),
        ("Skills",),
    ]


NUMBERED = [(), ("Main duties",), ("Pay and grading",)]


def test_numbered_bold_lines_head_sections_without_their_numbers():
    body = "**1. Main duties**\n\n- Plan.\n- Rest.\n\n**2. Pay and grading**\n\nEnough."
    assert paths(read(body)) == NUMBERED
    guide = read_text(f"{BEGIN.removeprefix('# ')}{body}", "ward.txt")
    assert paths(guide) == NUMBERED


@pytest.mark.parametrize(
    "dress", ["<p><b>{0}. {1}</b></p>", "<ol start='{0}'><li><strong>{1}</strong></li></ol>"]
)
def test_numbered_bold_lines_of_a_page_head_sections(tmp_path, dress):
    duties, pay = dress.format(1, "Main duties"), dress.format(2, "Pay and grading")
    guide = page(tmp_path, f"{TITLE}{duties}<ul><li>Plan.</li></ul>{pay}<p>Enough.</p>")
    assert paths(guide) == NUMBERED


def test_bold_lines_that_letters_count_head_sections(tmp_path):
    body = "**A. Main duties**\n\n- Plan.\n- Rest.\n\n**B. Pay and grading**\n\nEnough."
    assert paths(read(body)) == NUMBERED
    html = "<p><b>A. Main duties</b></p><p>Rest.</p><p><b>B. Pay and grading</b></p><p>Enough.</p>"
    assert paths(page(tmp_path, f"{TITLE}{html}")) == NUMBERED


def test_a_list_of_bold_words_heads_nothing(tmp_path):
    items = "<ol><li><b>Tact</b></li><li><b>Calm</b></li></ol><ol><li><b>Patience</b></li></ol>"
    assert paths(page(tmp_path, f"{TITLE}<h2>Skills</h2>{items}")) == [(), ("Skills",)]


def test_numbered_bold_words_without_sentences_head_nothing(tmp_path):
    items = "<p>Aside</p>".join(f"<ol><li><b>{word}</b></li></ol>" for word in ("Tact", "Calm"))
    guide = page(tmp_path, f"{TITLE}<h2>Skills</h2>{items}")
    assert paths(guide) == [(), ("Skills",)]
    assert "Calm" in guide.source_text


def test_a_bold_question_without_an_answer_heads_nothing():
    assert paths(read("## Skills\n\nTact.\n\n**Any questions?**")) == [(), ("Skills",)]


def test_a_bold_question_of_a_page_without_headings_is_one(tmp_path):
    skills = "<p><b>Skills</b></p><p>Tact.</p>"
    guide = page(tmp_path, f"{TITLE}{skills}{PAID}")
    assert paths(guide) == [(), ("Skills",), ("What will you earn?",)]
    assert guide.sections[-1].kind is SectionKind.SALARY


@pytest.mark.parametrize("heading", ["<h2>FAQ</h2>", "<p><b>What people wonder</b></p>"])
def test_bold_questions_of_a_page_stay_pairs_without_their_marks(tmp_path, heading):
    asked = "<p><strong>Is it hard?</strong></p><p>At first.</p>"
    guide = page(tmp_path, f"{TITLE}{heading}{asked}{PAID}")
    assert pairs(guide) == [
        ("Is it hard?", "At first."),
        ("What will you earn?", "£30,000 a year, and more later."),
    ]
    assert "**" not in guide.source_text[guide.sections[-1].start :].split("\n", 1)[1]


def test_run_in_heads_of_a_page_without_headings_are_sections():
    guide = read(
        "**Pay.** You start on £30,000.\n\n**Main duties:** You will:\n\n- plan\n- walk\n\n"
        "**Getting in.** With a degree.\n\n**Where you live.** Near by.\n\n## FAQ\n\nIs it?\n\nNo."
    )
    assert paths(guide) == [
        (),
        ("Pay",),
        ("Main duties",),
        ("Getting in",),
        ("Where you live",),
        ("FAQ",),
    ]
    assert [block.text(guide.source_text) for block in guide.sections[1].blocks] == [
        "You start on £30,000."
    ]


def test_run_in_heads_are_sections_where_no_line_is_marked_as_a_heading():
    text = (
        "**So you want to be a ward planner?**\n\n**What you'd do.**\n\n◦ plan\n◦ walk\n\n"
        "**Pay.** A ward planner gets £30,000.\n\n**Getting in.** With a degree.\n\n"
        "**Getting on:** Slowly.\n\n"
        "**You ask, we answer**\n\n*Is it far?*\nNo.\n\n*Is it hard?*\nNot for ward planners.\n"
    )
    guide = read_text(text, "ward.md")
    check(guide)
    assert (guide.role, guide.format) == ("ward planner", "markdown")
    assert paths(guide)[0:3] == [("What you'd do",), ("Pay",), ("Getting in",)]
    assert len([b for b in guide.sections[-1].blocks if b.question]) == 2


@pytest.mark.parametrize(
    "body",
    [
        "## Where you work\n\n**Pay.** Good.\n\n**Skills.** Tact.\n\n**Getting in.** Late.",
        "**Trusts.** Large.\n\n**Clinics.** Small.\n\n**Charities.** Few.",
        "**Pay.** Good.\n\n**Skills.** Tact.",
    ],
)
def test_other_run_in_heads_stay_in_their_paragraphs(body):
    guide = read(f"{body}\n\n## Where you work\n\nHere.")
    assert [path for path in paths(guide) if path not in ((), ("Where you work",))] == []


RUN_INS = (
    "<p><b>Pay.</b> You start on £30,000.</p><p><strong>Main duties</strong>: walking.</p>"
    "<p><b>Getting in:</b> with a degree.</p>"
)


def test_run_in_heads_of_an_html_page_are_sections(tmp_path):
    guide = page(tmp_path, f"{TITLE}{RUN_INS}<h2>FAQ</h2><p>Is it far?</p><p>No.</p>")
    check(guide, guide.source_text.index("# "))
    assert paths(guide) == [(), ("Pay",), ("Main duties",), ("Getting in",), ("FAQ",)]
    assert texts(guide, 2) == ["walking."]


def test_run_in_heads_below_a_heading_stay_labels(tmp_path):
    guide = page(tmp_path, f"{TITLE}<h2>In brief</h2>{RUN_INS}")
    assert paths(guide) == [(), ("In brief",)]
    assert "Pay. You start" in guide.source_text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_plain_headings_stay_headings_beside_bold_words(end):
    text = (
        "Ward planner\n\nWard planners plan the beds of a hospital.\n\nWhat it takes\n\n"
        "**Calm.** It rings all day.\n\n**Tact.** Nobody likes to wait.\n\n**Wit.** It helps.\n\n"
        "Pay\n\nPlanner: £25,000 a year\nSenior planner: £30,000 a year\n"
    ).replace("\n", end)
    guide = read_text(text, "ward.txt")
    check(guide)
    assert paths(guide) == [(), ("What it takes",), ("Pay",)]
    assert [len(block.bands) for block in guide.sections[-1].blocks] == [1, 1]

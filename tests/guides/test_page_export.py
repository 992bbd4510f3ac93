import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guides import BlockKind, SectionKind, read_guide, read_text
from tests.guides.promises import check

EXPORT = Path(__file__).parent / "data" / "theatre-data-scientist.txt"
TEXT = EXPORT.read_text(encoding="utf-8")
KINDS = [
    SectionKind.INTRODUCTION,
    SectionKind.DIFFERENCES,
    SectionKind.RESPONSIBILITIES,
    SectionKind.SKILLS,
    SectionKind.SALARY,
    SectionKind.PATHWAYS,
    SectionKind.FAQ,
    SectionKind.CALL_TO_ACTION,
]


def words(guide, spans):
    return [span.of(guide.source_text) for span in spans]


def section(guide, kind):
    return next(section for section in guide.sections if section.kind is kind)


def shape(guide):
    return [
        (part.kind, part.path, [(block.kind, block.bands != ()) for block in part.blocks])
        for part in guide.sections
    ]


def read(*lines):
    guide = read_text("\n".join(lines), "role.txt")
    check(guide)
    return guide


def test_the_opening_lines():
    guide = read_guide(EXPORT)
    check(guide)
    assert guide.id == "theatre-data-scientist"
    assert guide.title == "Theatre Data Scientist in health"
    assert guide.role == "Theatre Data Scientist"
    assert guide.summary.startswith("How a Theatre Data Scientist helps")
    assert guide.format == "page export"
    assert guide.source == "theatre-data-scientist.txt"
    introduction = guide.sections[0]
    assert introduction.path == ()
    assert introduction.heading is None
    assert introduction.blocks[0].text(TEXT) == guide.summary
    assert len(introduction.blocks) == 3


def test_every_section_and_its_kind():
    guide = read_guide(EXPORT)
    assert [part.kind for part in guide.sections] == KINDS
    assert [part.anchor for part in guide.sections][:3] == [
        "introduction",
        "what-sets-this-job-apart-in-a-hospital",
        "what-you-will-own",
    ]
    assert words(guide, [guide.sections[-1].heading]) == ["Find your next role"]
    assert not guide.findings


def test_a_list_has_its_lead_in():
    guide = read_guide(EXPORT)
    items = [
        block
        for block in section(guide, SectionKind.RESPONSIBILITIES).blocks
        if block.kind is BlockKind.LIST_ITEM
    ]
    assert len(items) == 5
    assert items[3].text(TEXT) == "Retire models that no longer earn their keep."
    assert {item.group for item in items} == {items[0].group}
    assert set(words(guide, [item.lead_in for item in items])) == {
        "Every week the post holder answers for five things."
    }


def test_rows_have_their_columns():
    guide = read_guide(EXPORT)
    rows = section(guide, SectionKind.SKILLS).blocks
    assert [words(guide, row.cells)[0] for row in rows] == [
        "Forecasting",
        "SQL & Python",
        "Plain speech",
    ]
    assert {row.columns for row in rows} == {("Skill", "What good looks like", "Why it counts")}


def test_salary_rows_become_bands():
    guide = read_guide(EXPORT)
    bands = [band for block in section(guide, SectionKind.SALARY).blocks for band in block.bands]
    assert [(band.level, band.region, band.low, band.high) for band in bands] == [
        ("Junior", "London and South East", 34_000, 41_000),
        ("Junior", "Rest of UK", 30_000, 37_000),
        ("Senior", "London and South East", 55_000, 70_000),
        ("Senior", "Rest of UK", None, 62_000),
    ]
    assert bands[0].span.of(TEXT) == "London and South East: £34,000 to £41,000"
    assert bands[0].note == "First models. NHS Band 6"


def test_answers_stay_whole():
    guide = read_guide(EXPORT)
    pairs = section(guide, SectionKind.FAQ).blocks
    assert words(guide, [pair.question for pair in pairs]) == [
        "Do I need to have worked in a hospital?",
        "Is there any weekend work?",
        "What if my maths is rusty?",
    ]
    assert pairs[0].answer.of(TEXT).endswith("It also helps to shadow a theatre for a day.")
    assert "- a winter surge\nAfter that" in pairs[1].answer.of(TEXT)


CLOTHES = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "many blank lines": lambda text: text.replace("\n", "\n\n\n \n"),
    "blank edges": lambda text: "\n\n" + text + "\n\n",
    "hard spaces": lambda text: text.replace("- ", "-\u00a0").replace("Pay by", "Pay\u00a0by"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no rule below the header": lambda text: text.replace("\n|---|---|---|", ""),
    "tabs": lambda text: re.sub(r" ?\| ", "\t", re.sub(r"(?m)^\| | \|$|^\|---.*\n", "", text)),
    "no outer pipes": lambda text: re.sub(r"(?m)^\| | \|$", "", text),
    "numbered list": lambda text: re.sub(r"(?m)^[-•–] (?=[A-Z])", "1. ", text),
    "another name for the FAQ": lambda text: text.replace("Frequently asked", "Your quick"),
    "no name for the FAQ": lambda text: text.replace("Frequently asked questions", "Before it"),
    "marked title": lambda text: "# " + text,
}


@pytest.mark.parametrize("change", CLOTHES.values(), ids=CLOTHES)
def test_the_same_page_in_other_clothes(change):
    guide = read_text(change(TEXT), EXPORT.name)
    check(guide)
    assert guide.id == "theatre-data-scientist"
    whole = shape(read_guide(EXPORT))
    renamed = [
        (kind, ("Frequently asked questions",) if kind is SectionKind.FAQ else path, blocks)
        for kind, path, blocks in (
            (kind, tuple(part.replace("\u00a0", " ") for part in path), blocks)
            for kind, path, blocks in shape(guide)
        )
    ]
    assert renamed == whole


def test_hard_wrapped_lines_are_one_paragraph():
    guide = read(
        "Data Keeper",
        "",
        "A Data Keeper looks after the records that nobody else in the building remembers,",
        "and is asked about them at the worst of times by the best of people, who then",
        "forget the answer.",
        "",
        "Responsibilities",
        "",
        "* Keep every record for as long as the law asks, and not a day longer than that,",
        "  whatever the storage costs.",
        "* Answer questions.",
    )
    assert [len(part.blocks) for part in guide.sections] == [1, 2]
    assert guide.sections[0].blocks[0].text(guide.source_text).endswith("forget the answer.")


def test_a_list_that_lost_its_bullets_is_no_row_of_headings():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "Tools you will meet",
        "Spreadsheets",
        "Calendars",
        "Whiteboards",
        "Career pathways",
        "People come from many places.",
    )
    assert [part.path for part in guide.sections[1:]] == [
        ("Tools you will meet",),
        ("Career pathways",),
    ]
    assert len(guide.sections[1].blocks) == 3


def test_the_names_of_columns_without_a_rule():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "Skills",
        "Core skill | What it looks like | Why it matters",
        "Patience | Waits | Labs are slow",
    )
    assert [row.columns[0] for row in guide.sections[1].blocks] == ["Core skill"]


def test_two_tables_in_a_row_keep_their_columns():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "Salary",
        "| Level | London |",
        "|---|---|",
        "| Junior | £30k |",
        "| Level | Wales |",
        "|---|---|",
        "| Junior | £25k |",
    )
    rows = guide.sections[-1].blocks
    assert [row.bands[0].region for row in rows] == ["London", "Wales"]
    assert rows[0].group != rows[1].group


def test_a_page_without_a_title_takes_the_name_of_its_file():
    guide = read_text("- Plans the lab.\n- Plans the ward.\n", "lab-scheduler.txt")
    assert (guide.id, guide.title) == ("lab-scheduler", "lab scheduler")
    assert [finding.code for finding in guide.findings] == ["no_title"]


@settings(max_examples=200)
@given(st.randoms(use_true_random=False), st.sampled_from(["shuffle", "merge", "blank", "drop"]))
def test_promises_hold_for_mangled_exports(chance, how):
    lines = TEXT.splitlines()
    if how == "shuffle":
        chance.shuffle(lines)
    elif how == "merge":
        for _ in range(chance.randint(1, 20)):
            place = chance.randrange(len(lines) - 1)
            lines[place : place + 2] = [lines[place] + " " + lines[place + 1]]
    elif how == "blank":
        lines = [line + "\n" * chance.randint(0, 3) for line in lines]
    else:
        lines = [*lines[:4], *(line for line in lines[4:] if chance.random() > 0.3)]
    check(read_text("\n".join(lines), "mangled.txt"))


def test_labelled_lines_of_a_wrapped_page_stay_apart():
    page = (
        "Ward Planner\n\nThe planner counts the beds of every ward that there is in the\n"
        "house, and says each day to the wards who may come and who has to\nwait for a while,"
        " which is told to all the patients and to their\nfamilies.\n\nPay\n\n"
        "Planner of the wards of one house: £30,000 to £35,000\n"
        "Planner of the wards of two houses: £40,000 to £45,000\n"
        "Head of planning £50,000\n"
    )
    guide = read_text(page, "planner.txt")
    check(guide)
    bands = [band for block in guide.sections[-1].blocks for band in block.bands]
    assert [band.low for band in bands] == [30_000, 40_000, 50_000]
    assert bands[1].level == "Planner of the wards of two houses"

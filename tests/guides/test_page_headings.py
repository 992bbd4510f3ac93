"""Which lines of an exported page are headings, in the shapes that people give them."""

import re

import pytest

from assistant.guides import SectionKind, read_text
from assistant.guides.jobs.opening import looks_like_heading
from tests.guides.promises import check
from tests.guides.test_page_export import EXPORT, TEXT, read, shape

WHOLE = read_text(TEXT, EXPORT.name)
HEADINGS = [section.heading.of(TEXT) for section in WHOLE.sections if section.heading]


def test_a_long_heading_must_name_something_familiar():
    long = "across the NHS, independent hospitals, universities and every agency in the country"
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        f"Skills and competencies {long}",
        "Patience.",
        f"They are needed {long}",
        "And more.",
    )
    assert len(guide.sections) == 2
    assert len(guide.sections[1].blocks) == 3


def test_a_closing_invitation_may_be_a_question():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "FAQ",
        "Is it paid well?",
        "Well enough.",
        "Ready to make the move?",
        "Search our live roles.",
    )
    assert guide.sections[-1].kind is SectionKind.CALL_TO_ACTION


def test_numbered_headings():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "1. Responsibilities",
        "They plan all day.",
        "2. Salary",
        "Enough.",
    )
    assert [part.path for part in guide.sections[1:]] == [("Responsibilities",), ("Salary",)]


@pytest.mark.parametrize("sign", [".", ")"])
def test_letters_may_count_headings(sign):
    lines = f"A{sign} Duties", "They plan all day.", f"B{sign} Salary", "Enough."
    guide = read("Lab Scheduler", "Plans the work of many laboratories.", *lines)
    assert [part.path for part in guide.sections[1:]] == [("Duties",), ("Salary",)]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("A. Marsh pays well", False),
        ("Tel. 0113 496 0000", False),
        ("Phone: +44 (0)113 496 0000", False),
        ("Phone skills 101", True),
        ("Mobile working: 100 days a year", True),
    ],
)
def test_a_name_or_a_telephone_number_heads_nothing(line, heads):
    assert looks_like_heading(line) is heads


DRESSES = {
    "capitals": str.upper,
    "bold": lambda heading: f"**{heading}**",
    "colon": lambda heading: f"{heading}:",
    "bold with a colon": lambda heading: f"**{heading}:**",
    "between dashes": lambda heading: f"--- {heading} ---",
    "between equals signs": lambda heading: f"== {heading} ==",
    "underlined": lambda heading: f"{heading}\n-----",
}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headings_in_other_dress_head_the_same_sections(dress, gap):
    text = TEXT
    for heading in HEADINGS:
        text = re.sub(rf"(?m)^{re.escape(heading)}$", lambda found: dress(found[0]), text, count=1)
    guide = read_text(text.replace("\n", gap) if gap != "\n" else text, EXPORT.name)
    check(guide)
    folded = [(kind, tuple(map(str.casefold, path)), blocks) for kind, path, blocks in shape(guide)]
    assert folded == [
        (kind, tuple(map(str.casefold, path)), blocks) for kind, path, blocks in shape(WHOLE)
    ]


def test_a_page_without_blank_lines_may_underline_its_title_too():
    first, _, rest = TEXT.partition("\n")
    text = f"{first}\n=====\n{rest}"
    for heading in HEADINGS:
        text = text.replace(f"\n{heading}\n", f"\n{heading}\n-----\n", 1)
    guide = read_text(text, EXPORT.name)
    check(guide)
    assert shape(guide) == shape(WHOLE)


def test_what_leads_in_a_list_is_no_heading():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "Day-to-day work",
        "What turns up most weeks, whoever pays your salary:",
        "- Plan.",
        "- Plan again.",
        "The skills you need are:",
        "- Patience.",
    )
    assert [part.path for part in guide.sections[1:]] == [("Day-to-day work",)]
    leads = [b.lead_in.of(guide.source_text) for b in guide.sections[1].blocks if b.lead_in]
    assert leads[0].startswith("What turns up")
    assert leads[-1] == "The skills you need are:"


@pytest.mark.parametrize("mark", ["[^3]", "¹", " [^a][^b]"])
def test_a_sentence_with_the_mark_of_a_footnote_is_no_heading(mark):
    pay = f"Pay\n\nIt comes from a survey.{mark}\n\nIt is fair."
    guide = read_text(f"Ward Planner\n\nWard planners plan.\n\n{pay}\n", "ward.txt")
    assert [section.path for section in guide.sections] == [(), ("Pay",)]


def test_a_share_of_pay_is_no_heading():
    pay = "Pay\n\nPlanner: £30,000\n\nYork is about 20% more\n\nSource: a survey"
    guide = read_text(f"Ward Planner\n\nWard planners plan.\n\n{pay}\n", "ward.txt")
    assert [section.path for section in guide.sections] == [(), ("Pay",)]


@pytest.mark.parametrize("turn", ["Talk us through your day.", "Let’s talk about your day."])
def test_what_an_interviewer_says_heads_what_is_answered(turn):
    asked = "What is it like?\n\nIt is calm, and I like it.\n\n{}\n\nI walk the wards at eight."
    guide = read_text(f"Ward Planner\n\nWard planners plan.\n\n{asked.format(turn)}\n", "w.txt")
    assert [section.path for section in guide.sections][1:] == [("What is it like?",), (turn,)]
    told = read_text(f"Ward Planner\n\nThey plan.\n\n{asked.format('Give us a call.')}\n", "w.txt")
    assert len(told.sections) == 2


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Why the work is 80% listening", True),
        ("What night work adds is 25% extra", True),
        ("Hull is about 5% below", False),
    ],
)
def test_a_share_unmakes_a_heading_only_where_it_says_more_or_less(line, heads):
    text = f"Ward Planner\n\nWard planners plan.\n\n{line}\n\nThey plan beds.\n\nPay\n\nEnough.\n"
    paths = [section.path for section in read_text(text, "ward.txt").sections]
    assert ((line,) in paths) is heads


def test_a_share_is_no_part_of_a_title():
    text = "Ward Planner\nYork is 15% more\n\nA ward planner plans wards.\n\nPay\n\n£30,000\n"
    guide = read_text(text, "ward.txt")
    assert guide.title == "Ward Planner"
    assert guide.blocks[0].text(text) == "York is 15% more"

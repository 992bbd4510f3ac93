import pytest

from assistant.guides import read_text
from assistant.guides.page_words import closes, is_control

ASKED = "Common questions\n\nIs it hard?\nNo.\n\nIs it paid?\nYes, a lot"
BODY = f"Ward Planner\n\nPlanners plan wards.\n\n{ASKED}"
MARKED = BODY.replace("Ward", "# Ward", 1).replace("Common", "## Common")
WORDS = "Beds are made and moved here by many hands each day or night".split()


def pairs(text, source="ward.txt"):
    guide = read_text(text + "\n", source)
    return [
        (block.question.of(text), block.answer.of(text))
        if block.question and block.answer
        else (None, block.text(text))
        for section in guide.sections
        for block in section.blocks
    ]


@pytest.mark.parametrize("body", [BODY, MARKED])
@pytest.mark.parametrize(
    "end",
    [
        "Was this page useful? Yes / No",
        "Was this guide helpful?\n\nYes\n\nNo",
        "Posted in Careers | 14 comments | Share",
        "Latest vacancies\n\nBed planner, York\n\nCopyright Example | Cookie settings | Site map",
        "Back to top\n\nPrivacy policy\n\n© 2026 Example",
        "Filed under: wards, work. 27 likes. Leave a reply.",
    ],
)
def test_what_ends_a_page_is_no_part_of_the_last_answer(body, end):
    assert pairs(f"{body}\n\n{end}") == pairs(body)


@pytest.mark.parametrize("body", [BODY, MARKED])
def test_how_to_apply_is_no_part_of_the_last_answer(body):
    leave = "To apply, ring Ann on 0113 496 0000"
    assert pairs(f"{body}\n\n{leave}") == [*pairs(body), (None, leave)]
    asked = body.replace("Is it paid?", "How do I apply?")
    assert pairs(f"{asked}\n\n{leave}")[-1][1] == f"Yes, a lot\n\n{leave}"


def test_numbers_of_pages_are_left_out():
    page = BODY.replace("Common", " " * 60 + "1\n\nCommon")
    assert pairs(f"{page}\n\n{' ' * 60}2") == pairs(BODY)
    more = "More\n\n" + "\n".join(f"The {word} of the ward are told of here." for word in WORDS)
    paths = [
        [section.path for section in read_text(text, "ward.txt").sections]
        for text in (f"{BODY}\n\n{more}\n", f"{BODY}\n\n1\n\n{more}\n\n2\n")
    ]
    assert paths[0] == paths[1]


def test_a_number_that_counts_no_pages_stays():
    assert pairs(f"{BODY.removesuffix('Yes, a lot')}7")[-1] == ("Is it paid?", "7")


@pytest.mark.parametrize(
    ("words", "control", "closing"),
    [
        ("Print this page   Save to my list", True, True),
        ("Menu | Search", True, False),
        ("© Example 2026", False, True),
        ("Copyright is part of the work.", False, False),
        ("Share your ideas with the team", False, False),
        ("Search for a bed", False, False),
        ("No", True, False),
    ],
)
def test_what_only_a_page_says(words, control, closing):
    assert (is_control(words), closes(words)) == (control, closing)

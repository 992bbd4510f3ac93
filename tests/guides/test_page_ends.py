import pytest

from assistant.guides import read_text
from assistant.guides.page_words import closes, is_button, is_control

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
        "Share this page\n\nFacebook LinkedIn WhatsApp\n\nFind a course\n\nBed planner",
        "Share this page\n\nRelated careers\n\nBed planner\n\n"
        "Cookies on this site: we use cookies to know what you read. Manage preferences",
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
    "figures",
    ["Total\n{far}24", "Total\n\n{far}24", "Beds\n{far}3\nWards\n{far}4", "Total\n\n{far}2400"],
)
def test_a_figure_in_a_column_of_its_own_stays(figures):
    guide = read_text(
        f"{BODY}\n\nNumbers\n\n{figures.format(far=' ' * 40)}\n\nMore\n\nThey plan.\n", "ward.txt"
    )
    assert not guide.findings


@pytest.mark.parametrize(
    ("words", "control", "closing"),
    [
        ("Print this page   Save to my list", True, True),
        ("Menu | Search", True, False),
        ("© Example 2026", False, True),
        ("Written for the Ward Trust. © Example 2026", False, True),
        ("Ward Careers (c) 2026 Example", False, True),
        ("The figures are those of the union (c) 2026 and its members.", False, False),
        ("From the Ward Trust © Example 2026; nights are paid apart.", False, False),
        ("Copyright is part of the work.", False, False),
        ("Share your ideas with the team", False, False),
        ("Search for a bed", False, False),
        ("No", True, False),
    ],
)
def test_what_only_a_page_says(words, control, closing):
    assert (is_control(words), closes(words)) == (control, closing)


def test_answers_that_a_button_could_say_stay():
    asked = "**How long is the interview?**\n\n30 minutes\n\n**Do I need to drive?**\n\nNo"
    text = f"# Ward Planner\n\nPlanners plan wards.\n\n## Common questions\n\n{asked}"
    answers = [answer for _, answer in pairs(text)][-2:]
    assert answers == ["30 minutes", "No"]
    assert [answer for _, answer in pairs(f"{text}\n\n© Example 2026")][-2:] == answers


def test_headings_with_text_of_their_own_end_no_page():
    parts = {
        "Privacy": "We keep no names of callers",
        "Accessibility": "Ramps lead to every ward",
        "Contact with families": "Each family may ring at noon",
    }
    text = MARKED.partition("## ")[0] + "\n\n".join(f"## {a}\n\n{b}" for a, b in parts.items())
    for foot in ("", "\n\n© Example 2026", "\n\nPrivacy | Terms"):
        assert pairs(text + foot)[1:] == [(None, words) for words in parts.values()]


@pytest.mark.parametrize(
    "last",
    [
        "No likes",
        "Tags: the midwife tags each baby at birth",
        "Copyright Law for nurses matters",
        "Posted in Leeds for two years of the three",
        "Privacy",
        "30 minutes",
        "Privacy policy\n\nWe keep the names of nobody",
        "(a) Calm\n(b) Kind\n(c) Patient",
        "Similar jobs\n\nWard clerk\n\nPorter",
    ],
)
def test_lines_that_may_be_text_end_no_page(last):
    guide = read_text(f"Ward Planner\n\nPlanners plan wards.\n\nMore\n\n{last}\n", "ward.txt")
    assert not [finding for finding in guide.findings if finding.code == "left_out"]


@pytest.mark.parametrize(
    "end",
    [
        "Privacy\n\nTerms\n\n© Example 2026\n\nRegistered charity 12",
        "Tags: wards, bed planning\n\nPosted by Ann Example on 3 May 2026",
        "Sign in\n\nPrivacy | Terms | Accessibility",
    ],
)
def test_several_such_lines_end_a_page(end):
    assert pairs(f"{BODY}\n\n{end}") == pairs(BODY)


@pytest.mark.parametrize("body", [BODY, MARKED])
@pytest.mark.parametrize(
    "button",
    [
        "Apply now",
        "Reading time: 4 minutes",
        "Apply on company site | Save job | Report this job",
        "Posted 3 days ago · 47 applicants",
        "Share: Facebook  Twitter  Email",
        "Last updated 3 February 2025",
        "Page reviewed: March 2026",
        "Apply now Request a call back",
        "*We're hiring! See all jobs at Hale. Follow us on LinkedIn.*",
    ],
)
def test_buttons_amid_a_page_are_left_out(body, button):
    middle = body.replace("wards.\n\n", f"wards.\n\n{button}\n\n", 1)
    assert pairs(middle) == pairs(body)
    assert pairs(f"{body}\n\n{button}") == pairs(body)


@pytest.mark.parametrize(
    "words",
    [
        "Apply online.",
        "Email",
        "Facebook",
        "Register with the NMC",
        "Email / WhatsApp",
        "By bus | Rail",
        "By post | 1 March 2024",
        "By Ann Ward and the whole team",
        "More like this every year",
        "Topic: How to read a chart | 20 minutes",
        "You might also like: night shifts, long walks",
        "Read next: the order book",
        "Updated skills",
        "Reviewed by the wards",
        "[Food hygiene certificate]",
        "[Sign language]",
        "[Share the load]",
    ],
)
def test_what_a_guide_may_say_is_no_button(words):
    assert not is_button(words)


@pytest.mark.parametrize(
    "words",
    [
        "By Ann Ward | 12 May 2025 | 6 min read",
        "12th May 2025 · by Ann Ward",
        "By Ann Ward and Jo Hale | 3 May 2026",
        "Posted by Careers Team on 12 May 2025 | 6 minute read | Category: Wards",
        "More like this: Meet Jo, baker | Meet Sam, vet",
        "Read next: “Ten jobs with dogs”",
        "Category: Wards | 6 min read",
        "Facebook | X | LinkedIn",
        "Book now",
        "[Upload your CV]",
        "[Save job]",
        "[Next]",
    ],
)
def test_who_wrote_a_page_and_how_to_share_it_is_no_text(words):
    assert is_button(words)


def test_an_answer_stays_though_a_button_reads_like_it():
    asked = BODY.replace("Is it paid?\nYes, a lot", "When can I apply?\nApply now")
    assert pairs(asked)[-1] == ("When can I apply?", "Apply now")


def test_links_within_a_page_are_left_out():
    contents = "## Contents\n\n1. [Work](#work)\n2. [Pay](#pay)\n\n## Common"
    assert pairs(MARKED.replace("## Common", contents)) == pairs(MARKED)
    sites = contents.replace("(#", "(https://example.org/")
    assert pairs(MARKED.replace("## Common", sites)) != pairs(MARKED)


def test_who_wrote_a_page_is_left_out_above_a_sentence_too():
    byline = "By Ann Ward and Jo Hale | 3 May 2026"
    text = f"Bed planner\n\n{byline}\n\nBed planners plan.\n\nPay\n\nMuch.\n"
    guide = read_text(text, "ward.txt")
    assert [b.text(text) for b in guide.sections[0].blocks] == ["Bed planners plan."]


@pytest.mark.parametrize(
    ("picture", "stays"),
    [
        ("![A ward at night](ward.png)", False),
        ("![Pay: Leeds £23,000, Hull £21,000](pay.png)", True),
        ("![Clerk, then planner, then lead](path.png)", True),
    ],
)
def test_a_picture_stays_whose_words_tell_something(picture, stays):
    assert ((None, picture) in pairs(f"{MARKED}\n\n## Further on\n\n{picture}", "ward.md")) is stays

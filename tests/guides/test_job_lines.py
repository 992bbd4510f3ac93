import pytest

from assistant.guides import read_text
from tests.guides.promises import check

BODY = "\n\nThe postholder finds beds.\n\n{}Pay\n\nThe pay is £30,000 a year.\n"
OWNER = "NORTHVALE BOROUGH COUNCIL"


def read(text):
    guide = read_text(text, "page.txt")
    check(guide)
    return guide


@pytest.mark.parametrize(
    "lines",
    [
        "Job title:        Bed planner\nBand:             Band 3",
        "Post: Bed planner\nGrade: 6",
        "Job title\tBed planner\nGrade\t6",
        "Job title: Bed planner        Band: 3",
        "| Post title | Bed planner |\n| --- | --- |\n| Grade | 6 |",
        "**Job title:** Bed planner\n**Grade:** 6",
        "Job title\nBed planner\nGrade\n6",
        "What is a bed planner?\nSomebody who finds beds.",
    ],
)
@pytest.mark.parametrize("above", [OWNER, "JOB DESCRIPTION", f"**{OWNER}**\n\n**ROLE PROFILE**"])
def test_the_job_stands_beside_a_label_where_the_title_names_none(above, lines):
    guide = read(f"{above}\n\n{lines}{BODY.format('')}")
    assert (guide.title, guide.role) == ("Bed planner", "Bed planner")
    assert {"no_title", "role_not_in_text"}.isdisjoint(one.code for one in guide.findings)


@pytest.mark.parametrize(
    "lines",
    [
        "Role: To find beds for all wards",
        "Role: Full-time",
        "| Role | Typical pay |\n| --- | --- |\n| Porter | £20,000 |",
        "| Job title | Band | Pay |\n| --- | --- | --- |\n| Porter | 2 | £20,000 |",
    ],
)
def test_a_label_above_anything_else_gives_no_job(lines):
    guide = read(f"{OWNER}\n\n{lines}{BODY.format('')}")
    assert guide.role == "Northvale Borough Council"
    assert "role_not_in_text" in [finding.code for finding in guide.findings]


def test_a_title_that_names_the_job_stays():
    guide = read(f"Ward planner\n\nRole: Bed manager\n\nWhat is a porter?{BODY.format('')}")
    assert guide.role == "Ward planner"
    guide = read(
        f"# Matron\n\nMatrons lead.\n\n## Sue's story\n\nRole: Bed manager{BODY.format('## ')}"
    )
    assert guide.role == "Matron"


def test_marked_headings_of_an_owner_are_kept_as_text():
    page = f"# {OWNER}\n\n| Job title | Bed planner |\n|---|---|\n| Grade | 6 |"
    guide = read(f"{page}{BODY.format('## ')}")
    assert guide.title == "Bed planner"
    first = guide.sections[0].blocks[0]
    assert first.text(guide.source_text) == OWNER


def test_a_number_in_a_book_stands_before_a_title():
    assert (
        read("12. Bed planner\n\nBed planners find beds.\n\nPay\n\nEnough.\n").role == "Bed planner"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Doula\n\nYou sit with mothers.\n\n## FAQ\n\n### What is a midwife?\n\nOne who delivers.",
        "# Doula\n\n**Role:** Nurse to start with\n\nYou sit with mothers.\n\n## Skills\n\n- Care",
    ],
)
def test_another_job_that_a_page_only_mentions_takes_no_title_away(text):
    assert read_text(text, "doula.md").title == "Doula"


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Jo Hale is a bed planner in York. A bed planner finds beds.", "Bed planner"),
        (
            "Jo Hale is a surgeon. The surgeon asks. A bed planner finds beds. Bed planners ring.",
            "A life on the wards",
        ),
        (
            "Jo Hale, 47, is a mother of two in York. Her mother of two helps.",
            "A life on the wards",
        ),
    ],
)
def test_who_is_named_tells_the_job_only_where_no_other_is_told_of_as_often(told, role):
    text = f"# A life on the wards\n\n{told}\n\n## Pay\n\n£30,000\n"
    assert read_text(text, "life.md").role == role

import time

import pytest

from assistant.guides import read_text
from assistant.guides.jobs.naming import names_job, role_by_file, role_of_page

TEXT = "A bed planner finds beds. Bed planners are calm, and the ward planners like a planner."


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Careers hub | Bed Planner | Job profile", "Bed Planner"),
        ("NHS Careers | Bed Planner", "Bed Planner"),
        ("Bed Planner | Northvale", "Bed Planner"),
        ("Northvale Careers: Bed Planner", "Bed Planner"),
        ("Bed Planner: what you need to know", "Bed Planner"),
        ("Bed Planner – What to Expect", "Bed Planner"),
        ("Bed Planner - Band 6 - Candidate information pack", "Bed Planner"),
        ("Bed Planner careers & salary", "Bed Planner"),
        ("Bed Planner salary", "Bed Planner"),
        ("Bed Planner role guide FINAL v2", "Bed Planner"),
        ("Bed Planner at St Ann's Hospital", "Bed Planner"),
        ("Bed Planner at Sea", "Bed Planner at Sea"),
        ("Bed Planner at The Grange | Northvale", "Bed Planner at The Grange"),
        ("Bed Planner at The Northvale Hotel", "Bed Planner"),
        ("Bed Planner at Northvale Marine Leisure Services", "Bed Planner"),
        ("Bed Planner: Home care and hospice", "Bed Planner: Home care and hospice"),
        ("Bed Planner: Life support", "Bed Planner: Life support"),
        ("Bed Planner - Life at Northvale", "Bed Planner"),
        ("Bed Planner | Home", "Bed Planner"),
        ("Bed Planner - Final", "Bed Planner"),
        ("★ ★ Bed Planner ★ ★", "Bed Planner"),
        ("Meet the bed planner", "bed planner"),
        ("The Bed Planner", "Bed Planner"),
        ("Ward and Bed Planner for Marine Wards", "Ward and Bed Planner for Marine Wards"),
        ("Working at Northvale: Bed Planner", "Bed Planner"),
        ("Northvale | Bed Assistant (BA)", "Bed Assistant (BA)"),
        ("What's it like to be a bed planner?", "bed planner"),
        ("Become a... Bed Planner — Northvale Futures", "Bed Planner"),
        ("Become a bed planner | Northvale Futures", "bed planner"),
        ("I want to be a Bed Planner", "Bed Planner"),
        ("Could you be our next Bed Planner?", "Bed Planner"),
        ("Train as a Bed Planner", "Bed Planner"),
        ("Bed planner careers – Northvale Futures", "Bed planner"),
        ("Northvale Futures – Bed planner jobs", "Bed planner"),
        ("Bed Planner (job) – Northvale", "Bed Planner"),
        ("Bed Planner – info for the students", "Bed Planner"),
        ("How much does a bed planner earn?", "bed planner"),
        ("Bed Planner Salary UK 2024", "Bed Planner"),
        ("Bed Planner Job Description, Salary & Benefits", "Bed Planner"),
        ("Ward Planner / Bed Planner", "Bed Planner"),
        ("Bed Planner – Children", "Bed Planner – Children"),
        ("Bed Planner (Children)", "Bed Planner (Children)"),
        ("Bed Planner: notes from the ward", "Bed Planner"),
        ("Bed Planner: is it for you?", "Bed Planner"),
        ("Bed Planner: nine myths, busted", "Bed Planner"),
        ("Bed Planner pay and conditions - depot sheet for the wards, two of four", "Bed Planner"),
        ('Bed Planner - "Out of Bed", the podcast, episode 31, tidied by hand', "Bed Planner"),
        ("Bed Planner – six posts", "Bed Planner"),
        ("Seasonal Bed Planner – six posts", "Bed Planner"),
        ("Apprenticeship standard — Bed Planner", "Bed Planner"),
        ("Seasonal Disorder Nurse", "Seasonal Disorder Nurse"),
        ("Permanent Way Planner", "Permanent Way Planner"),
        ("Nine years of beds: what a Bed Planner really does", "Bed Planner"),
        ("Head of Careers", "Head of Careers"),
        ("Careers Adviser", "Careers Adviser"),
        ("Careers hub", "Careers hub"),
        ("C++ Planner", "C++ Planner"),
    ],
)
def test_the_role_is_the_part_of_the_title_that_names_a_job(title, role):
    assert role_of_page(title, TEXT) == role


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Planners at Kelda sail. Kelda is a firm.", "Planner"),
        ("Planners go to sea, and it is far to Kelda.", "Planner at Sea"),
    ],
)
def test_a_place_that_the_text_names_as_one_is_no_part_of_the_role(body, role):
    place = "Kelda" if role == "Planner" else "Sea"
    title = f"Planner at {place}"
    assert role_of_page(title, f"# {title}\n\n{body}") == role


def test_a_long_place_stays_where_the_text_has_it_with_the_job():
    title = "Planner at Height and Far From Land"
    assert role_of_page(title, f"{title}. {TEXT}") == "Planner"
    assert role_of_page(title, f"{title}. A {title.lower()} is calm.") == title


@pytest.mark.parametrize(
    ("role", "source", "expected"),
    [
        ("Planning", "07_bed-planner_web.htm", "Bed planner"),
        ("Planning", "page.htm", "Planner"),
        ("Plan", "page.htm", "Plan"),
        ("Ward Manager", "bed-planner.htm", "Ward Manager"),
        ("Northvale", "bed-nurse.htm", "Northvale"),
        ("Like it", "the_ward_planners.htm", "Ward planner"),
    ],
)
def test_what_the_text_never_speaks_of_gives_way_to_what_it_does(role, source, expected):
    assert role_by_file(role, TEXT, source) == expected


def test_a_file_gives_no_name_that_the_text_has_once():
    once = "Catering feeds the wards. A chef helps."
    assert role_by_file("Catering", once, "chef-at-the-hotel.md") == "Catering"
    assert role_by_file("Food", f"{once} Chefs cook.", "chef-at-the-hotel.md") == "Chef"


OWNERS = "NORTHVALE NHS TRUST\nEstates Directorate\n\n"
BODY = "\n\nPlanners plan the wards.\n\nPay\n\nA planner has enough.\n"


@pytest.mark.parametrize(
    "above", [OWNERS, "JOB DESCRIPTION\n\n", "Information for candidates   1\n"]
)
def test_the_owner_and_the_sort_of_a_document_are_no_title(above):
    guide = read_text(f"{above}WARD PLANNER{BODY}", "page.txt")
    assert (guide.title, guide.role) == ("WARD PLANNER", "Ward Planner")
    assert guide.summary == "Planners plan the wards."
    assert [section.path for section in guide.sections] == [(), ("Pay",)]


@pytest.mark.parametrize("title", ["## Ward planner", "Ward planner", "**Ward planner**"])
def test_an_owner_in_the_main_heading_is_no_title(title):
    page = f"# Northvale NHS Trust\n\n{title}{BODY.replace('Pay', '## Pay')}"
    guide = read_text(page, "page.md")
    assert guide.role == "Ward planner"
    assert [section.path for section in guide.sections] == [(), ("Pay",)]


def test_a_title_stays_above_a_line_that_names_another_job():
    guide = read_text(f"Ward planner\nBed manager{BODY}A bed manager rests.\n", "page.txt")
    assert guide.role == "Ward planner"


def test_two_names_in_a_title_are_a_role_and_an_alias():
    guide = read_text(f"# Ward Assistant / Ward Planner – information pack{BODY}", "page.md")
    assert (guide.role, guide.aliases) == ("Ward Planner", ("Ward Assistant",))


def test_the_other_of_two_names_is_an_alias_where_one_has_a_place():
    body = BODY.replace("lan the wards", "lan at sea")
    guide = read_text(f"# Deck Assistant / Deck Planner at Sea{body}", "page.md")
    assert (guide.role, guide.aliases) == ("Deck Planner at Sea", ("Deck Assistant",))


def test_an_editor_is_told_of_a_role_that_the_text_never_names():
    guide = read_text("# Northvale\n\n## Work\n\nWe plan.\n\n## Pay\n\nEnough.\n", "page.md")
    assert guide.role == "Northvale"
    assert [finding.code for finding in guide.findings] == ["role_not_in_text"]


@pytest.mark.parametrize("joint", [" ", " | ", " - ", " / ", ": ", " ("])
def test_a_title_of_many_spaces_is_read_at_once(joint):
    wide = f"Ward{' ' * 30_000}Planner"
    begun = time.process_time()
    assert role_of_page(f"{wide}{joint}{' ' * 30_000}Careers", "Ward planners plan.").strip()
    assert not names_job("Ward planners plan.", f"{wide}{joint * 9_000}")
    read_text(f"{wide}{joint}{' ' * 30_000}Careers\n\nPay\n\nEnough, as they say.\n", "a.txt")
    assert time.process_time() - begun < 1


def test_spaces_within_a_title_are_one():
    assert role_of_page("Ward    Planner   |   Careers", "A ward planner plans.") == "Ward Planner"

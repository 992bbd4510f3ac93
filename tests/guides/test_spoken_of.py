import pytest

from assistant.guides import read_text
from assistant.guides.jobs.spoken_of import job_spoken_of

TALK = (
    "READY FOR THE ROOF\nBecoming a night bay planner\n\nWhat planners do\n\n"
    "A planner finds beds. Planners talk to nurses all night, and planners are calm.\n"
)


@pytest.mark.parametrize(
    ("text", "job"),
    [
        (TALK, "Night bay planner"),
        ("A day with Ann Lee, bed planner. A planner eats late. The planner rests.", "Planner"),
        ("Bed planner Ann Lee eats. Bed planners rest. Every planner waits.", "Bed planner"),
        ("The customers and managers wait. A customer is a customer, a manager one.", ""),
        ("Beds are found. A planner and a nurse find them.", ""),
        ("<div class='planner planner planner'>Beds are found.</div>", ""),
    ],
)
def test_the_job_is_what_the_text_speaks_of_most_of_those_it_begins_with(text, job):
    assert job_spoken_of(text) == job


def test_who_comes_up_below_is_the_job_only_if_nobody_else_does_as_often():
    begins = "Beds are found. " * 60
    told = "A planner is calm. A planner eats. The planner rests. Planners go. "
    assert job_spoken_of(begins + told) == "Planner"
    assert job_spoken_of(begins + told + told.replace("lanner", "orter")) == ""


def test_a_title_that_names_no_job_gives_way_and_the_report_says_so():
    guide = read_text(f"# Ready for the Roof\n\n{TALK}\n## Pay\n\nEnough.\n", "talk.md")
    assert (guide.title, guide.role) == ("Ready for the Roof", "Night bay planner")
    assert [finding.code for finding in guide.findings] == ["role_from_text"]


def test_a_field_that_the_text_speaks_of_stays():
    text = f"# Bed flow\n\nBed flow is slow work.\n\n{TALK}\n## Pay\n\nBed flow pays.\n"
    assert read_text(text, "talk.md").role == "Bed flow"


def test_a_table_may_give_the_job_in_a_row_of_its_own():
    rows = "| B-00 | Title | Bed planner | Finds beds |\n| B-01 | Pay | Bed planner | £30,000 |\n"
    text = f"| Ref | Area | Item | Detail |\n|---|---|---|---|\n{rows}"
    assert read_text(text, "beds.md").role == "Bed planner"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Bed Planner (United Kingdom)", "Bed Planner"),
        ("Bed Planner (Wales)", "Bed Planner"),
        ("Bed Planners", "Bed Planner"),
        ("In the dark: the bed planner's trade", "bed planner"),
    ],
)
def test_a_country_and_a_number_are_no_part_of_a_name(title, role):
    text = f"# {title}\n\nA bed planner finds beds.\n\n## Pay\n\nA bed planner earns enough.\n"
    assert read_text(text, "page.md").role == role

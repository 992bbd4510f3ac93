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
        ("Planners find beds. A planner rests. £28,000 pa, in part, for patients.", "Planner"),
        ("Another bed, and another, and another. Beds.", ""),
        ("A planner rests. Most planners eat. Most planners rest. The planner asks.", "Planner"),
        ("A surgeon asks. The surgeon waits. A planner finds. The planner eats.", ""),
        ("Calder Vale beds. Calder Vale. Calder Vale finds beds.", ""),
        ("Outline for Planners and Senior Planners\nA planner rests. A planner eats.", "Planner"),
        ("Talk\nWho am I?\n- Bed planner, six years\nBed planner £30,000", "Bed planner"),
        (
            "An in-house planner eats. The in-house planner rests. A bed planner asks. "
            "The bed planner waits. Bed planners go.",
            "Bed planner",
        ),
        (
            "What a bay finder does: it finds. Finders, a finder, a porter, a porter.",
            "Bay finder",
        ),
        (
            "You want to be a ward planner? Planners rest. A bed planner, a bed planner.",
            "Ward planner",
        ),
        (
            "Could you be a bed finder?\nA finder and a porter ask. A porter, a finder.",
            "Bed finder",
        ),
        (
            "The captain waits. I'm a ward pilot: I find captains. A captain, a captain. "
            "Pilots go.",
            "Ward pilot",
        ),
        ("I'm a former soldier. A planner rests. A soldier, a soldier. Planners, planners.", ""),
        ("I am a driver's daughter. A planner rests. Drivers, a driver. Planners. A planner.", ""),
        (
            "An engine. The engines. Engines, engines. An engineer asks. A planner rests. "
            "An engineer waits. Planners. A planner.",
            "Planner",
        ),
        ("I'm a surgeon by training. A planner rests. Planners, a planner. A surgeon.", "Planner"),
        (
            "Forty people drive trams. You drive, and drive on. Driving tires.\n"
            "Instructor: £2. An instructor asks. The instructor waits. Drivers rest. A driver.",
            "Driver",
        ),
        ("A full-time planner rests. A full-time planner eats. Full-time planners.", "Planner"),
        ("About paralegals. Every paralegal reads. Paralegals write.", "Paralegal"),
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


@pytest.mark.parametrize(
    "title", ["Ten things that people get wrong about bed planners", "Thread by @bedplanner"]
)
def test_a_sentence_and_an_account_are_no_job(title):
    text = f"# {title}\n\nA bed planner rests. A bed planner eats.\n\n## Pay\n\nEnough.\n"
    assert read_text(text, "thread.md").role == "Bed planner"


def test_a_file_without_a_title_may_be_named_for_more_than_the_job():
    text = "Beds are found by a bed planner.\n\nEvery bed planner eats. A bed planner rests.\n"
    assert read_text(text, "export_2_bed_planner.md").role == "Bed planner"


@pytest.mark.parametrize("label", ["Role title ....... Bed planner", 'title: "Bed planner"'])
def test_a_printed_field_may_give_the_job(label):
    text = f"RECORD 44\n\n{label}\nSector ....... Beds\n\nPay\n\nA bed planner earns enough.\n"
    assert read_text(text, "record.txt").role == "Bed planner"


def test_a_field_that_the_text_speaks_of_stays():
    text = f"# Bed flow\n\nBed flow is slow work.\n\n{TALK}\n## Pay\n\nBed flow pays.\n"
    assert read_text(text, "talk.md").role == "Bed flow"


def test_a_table_may_give_the_job_in_a_row_of_its_own():
    rows = (
        "| B-00 | Role | Job title | Bed planner | Finds beds |\n"
        "| B-01 | Pay | Salary | £30,000 | Survey |\n"
    )
    text = f"| Ref | Area | Item | Detail | Note |\n|---|---|---|---|---|\n{rows}"
    assert read_text(text, "beds.md").role == "Bed planner"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Bed Planner (United Kingdom)", "Bed Planner"),
        ("Bed Planner (Wales)", "Bed Planner"),
        ("Planner of beds", "Planner of beds"),
        ("Advanced bed planner in acute care", "Advanced bed planner in acute care"),
        ("Working nights, Manchester", "Bed planner"),
        ("Bed Planner (notes from the yard)", "Bed Planner"),
        ("Bed Planners", "Bed Planner"),
        ("Finding rest: bed planners on the Northvale Line", "Bed planner"),
        ("A night in the life: Ann, bed planner, Northvale", "bed planner"),
        ("In the dark: the bed planner's trade", "bed planner"),
    ],
)
def test_a_country_and_a_number_are_no_part_of_a_name(title, role):
    text = f"# {title}\n\nA bed planner finds beds.\n\n## Pay\n\nA bed planner earns enough.\n"
    assert read_text(text, "page.md").role == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("WARD VISITING: IS IT FOR YOU?", "Ward Visitor"),
        ("Hard working", "Nurse"),
        ("Team building", "Nurse"),
    ],
)
def test_who_does_what_a_title_names_is_the_job(title, role):
    text = (
        f"{title}\n\nA WV visits wards, as nurses do. Nurses rest; each WV walks.\n\nPay\n\nFair.\n"
    )
    assert read_text(text, "visits.txt").role == role

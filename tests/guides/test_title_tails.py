import pytest

from assistant.guides import read_text
from assistant.guides.jobs.naming import role_of_page

TEXT = "A bed planner finds beds for a surgery or a day clinic. Bed planners are calm."


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("We're hiring! Bed Planner at Oak House Hotel", "Bed Planner"),
        ("Vacancy: Bed Planner (Band 6), Derby", "Bed Planner (Band 6)"),
        ("Bed Planner, full-time, £12.60 per hour", "Bed Planner"),
        ("Bed Planner (m/f/d) – 80-100%", "Bed Planner"),
        ("Bed Planner - Oakfield Surgery - Leeds", "Bed Planner"),
        ("Bed Planner – Northvale University Hospitals NHS Foundation Trust", "Bed Planner"),
        ("Bed Planner (wards), Department of Beds, Northshire Council", "Bed Planner (wards)"),
        ("Bed Planner – Day Clinic", "Bed Planner – Day Clinic"),
        ("Bed Planner – General Surgery", "Bed Planner – General Surgery"),
        ("Bed Planner – Scotland", "Bed Planner – Scotland"),
        ("Bed Planner – Reading", "Bed Planner"),
        ("Bed Planner – Pain Clinic", "Bed Planner – Pain Clinic"),
        ("Careers - Bed Planner - Society for Better Wards", "Bed Planner"),
        ("Bed Planner – Royal Institution of Surgery", "Bed Planner"),
        ("Part 1 Bed Planner", "Part 1 Bed Planner"),
        ("Part 1: Bed Planner", "Bed Planner"),
        ("Bed Planner, Wards and Theatres", "Bed Planner, Wards and Theatres"),
        ("12. Bed Planner", "Bed Planner"),
        ("4.3 Bed Planner", "Bed Planner"),
        ("Chapter 7   Bed Planner", "Bed Planner"),
        ("24 hour Bed Planner", "24 hour Bed Planner"),
        ("3D Planner", "3D Planner"),
        ("999 Call Planner", "999 Call Planner"),
        ("Bed Planner, Temporary Wards", "Bed Planner, Temporary Wards"),
        ("Bed Planner (fixed-term contract)", "Bed Planner"),
        ("Bed Planner (wards) apprenticeship", "Bed Planner (wards)"),
        ("Bed Planner degree apprenticeship (Level 6)", "Bed Planner"),
        ("Apprenticeship Manager", "Apprenticeship Manager"),
    ],
)
def test_what_an_advertisement_adds_is_no_part_of_the_role(title, role):
    assert role_of_page(title, TEXT) == role


def test_a_subject_with_the_name_of_a_town_is_part_of_the_role():
    text = "A teacher takes reading to every child. Teachers are calm."
    assert role_of_page("Teacher – Reading", text) == "Teacher – Reading"
    assert role_of_page("Teacher – Reading", text.replace("reading", "maths")) == "Teacher"


def test_a_part_that_the_text_speaks_of_goes_before_the_owner_of_a_page():
    text = "A matron leads a ward. Matrons are calm."
    assert role_of_page("Matron Salary Guide 2026 | Hale & Co", text) == "Matron"


def test_who_learns_a_job_is_another_name_of_its_apprenticeship():
    guide = read_text(f"Bed planner (wards) apprenticeship\n\n{TEXT}\n\nPay\n\nEnough.\n", "a.txt")
    assert (guide.role, guide.aliases) == ("Bed planner (wards)", ("Apprentice bed planner",))


@pytest.mark.parametrize("above", ["Job title: ", "Post: ", "7   ", "12. ", "4.3 ", "Join us: "])
def test_a_label_or_number_before_the_job_is_no_part_of_the_title(above):
    guide = read_text(f"{above}Bed planner\n\n{TEXT}\n\nPay\n\nEnough.\n", "a.txt")
    assert (guide.title, guide.role) == ("Bed planner", "Bed planner")

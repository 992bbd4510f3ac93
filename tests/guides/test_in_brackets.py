import pytest

from assistant.guides import read_text
from assistant.guides.jobs.in_brackets import without_brackets

BODY = "A bed planner finds beds. The bed planner is calm."


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Bed Planner", ("Bed Planner", ())),
        ("Bed Planner (BP)", ("Bed Planner", ())),
        ("Head of Beds (HB)", ("Head of Beds", ())),
        ("Bed Planner (JF-EF-07)", ("Bed Planner", ())),
        ("Bed Planner (PFS/14)", ("Bed Planner", ())),
        ("Bed Planner (Bay Manager)", ("Bed Planner", ())),
        ("Bay Manager (Bed Planner)", ("Bay Manager (Bed Planner)", ())),
        ("Bed Planner (Children)", ("Bed Planner (Children)", ())),
        ("Bed Planner (Care of the Old)", ("Bed Planner (Care of the Old)", ())),
        ("Bed Planner (notes by a friend)", ("Bed Planner", ())),
        ("Bed Planner (Band 5)", ("Bed Planner (Band 5)", ())),
        ("Bed (Night Care) Planner", ("Bed Planner", ("Night Care Planner",))),
        ("Beds (Night Care) of Kent", ("Beds (Night Care) of Kent", ())),
    ],
)
def test_brackets_that_are_no_part_of_a_name_are_left_off(role, expected):
    assert without_brackets(role, f"# {role}\n\n{BODY}") == expected


def test_a_guide_is_known_by_its_name_and_its_title_keeps_the_other():
    guide = read_text(f"# Bed Planner (Bay Manager)\n\n{BODY}\n\n## Pay\n\nEnough.\n", "page.md")
    assert (guide.id, guide.title) == ("bed-planner", "Bed Planner (Bay Manager)")


def test_a_role_that_the_editor_gives_keeps_its_brackets():
    front = "---\ntitle: Beds\nrole: Bed Planner (BP)\n---\n"
    guide = read_text(f"{front}\n{BODY}\n\n## Pay\n\nEnough.\n", "page.md")
    assert guide.role == "Bed Planner (BP)"

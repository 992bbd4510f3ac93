import pytest

from assistant.guides import read_text
from assistant.guides.jobs.opening import is_trail
from assistant.guides.jobs.role import names_a_part
from tests.guides.promises import check


def read(text, source="ward-planner.md"):
    guide = read_text(text, source)
    check(guide)
    return guide


def paths(guide):
    return [section.path for section in guide.sections]


def test_a_short_line_above_sections_of_the_first_level_is_the_title():
    guide = read("**Bed Manager**\n\n# How the role differs\n\nIt is calm.\n\n# Pay\n\nEnough.\n")
    assert (guide.title, guide.role) == ("Bed Manager", "Bed Manager")
    assert paths(guide) == [("How the role differs",), ("Pay",)]


def test_the_title_is_what_the_text_speaks_of():
    body = "\n\n# A day on the ward\n\nBed managers find beds.\n\n# Then\n\nA bed manager rests.\n"
    assert read("Bed Manager" + body).role == "Bed Manager"
    page = "Updated in May\n\n# Bed Manager\n\nBed managers find beds.\n\n# Pay\n\nEnough.\n"
    assert read(page).role == "Bed Manager"


@pytest.mark.parametrize("heading", ["1 Introduction", "Responsibilities", "2. On the ward"])
def test_a_section_is_no_title(heading):
    guide = read(f"# {heading}\n\nIt plans.\n\n# Pay\n\nEnough.\n")
    assert guide.role == "ward planner"
    assert paths(guide) == [(heading,), ("Pay",)]
    assert [finding.code for finding in guide.findings] == ["no_title"]


def test_an_export_that_begins_with_a_section_has_no_title():
    guide = read("About the role\n\nIt plans the wards of a house.\n\nPay\n\nEnough for it.\n")
    assert guide.role == "ward planner"
    assert paths(guide) == [("About the role",), ("Pay",)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("How the role differs", True),
        ("3. Your pay and benefits", True),
        ("What you will need: skills", True),
        ("Training Manager", False),
        ("Pay and Benefits Officer", False),
        ("Career Coach", False),
        ("Role guide", False),
        ("???", False),
    ],
)
def test_names_of_parts(title, expected):
    assert names_a_part(title) is expected


@pytest.mark.parametrize(
    "trail", ["Home > Careers > Planner", "Home » Planner » Ward", "Home / A / B"]
)
@pytest.mark.parametrize("place", [0, 1])
def test_the_trail_to_a_page_is_no_text_of_it(trail, place):
    lines = ["Ward Planner", "Ward planners plan the wards of a hospital.", "They are calm people."]
    guide = read_text("\n\n".join([*lines[:place], trail, *lines[place:]]), "ward.txt")
    assert guide.title == "Ward Planner"
    assert all("Home" not in b.text(guide.source_text) for s in guide.sections for b in s.blocks)


@pytest.mark.parametrize("text", ["Careers", "Pay > skills > all else", "Home. Or > there > too."])
def test_what_is_no_trail(text):
    assert not is_trail(text)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("WARD PLANNER", "Ward Planner"),
        ("HEAD OF IT", "Head of IT"),
        ("NHS BED PLANNER", "NHS Bed Planner"),
        ("PLANNER", "PLANNER"),
        ("🛏️ Ward Planner", "Ward Planner"),
        (".NET Planner", ".NET Planner"),
        ("Ward Planner Alternative titles for this job include Bed Planner", "Ward Planner"),
    ],
)
def test_the_role_is_written_as_names_are(title, role):
    guide = read_text(f"{title}\n\nIt plans every bed of the NHS.\n\nPAY\n\nEnough.\n", "ward.txt")
    assert guide.role == role


def test_a_single_word_in_capitals_is_written_as_the_text_has_it():
    assert read("BEDPLANNER\n\nBedplanners plan.\n\nPAY\n\nA bedplanner has enough.\n").role == (
        "Bedplanner"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Ward Planner Alternative titles for this job include Bed manager, Bay planner",
        "Ward Planner (also known as Bed manager or Bay planner)",
    ],
)
def test_other_names_in_a_title_are_names_of_the_guide(title):
    guide = read_text(f"# {title}\n\nIt plans.\n\n## Pay\n\nEnough.\n", "ward.md")
    assert (guide.role, guide.aliases) == ("Ward Planner", ("Bed manager", "Bay planner"))


@pytest.mark.parametrize(
    "line",
    [
        "(also called bed planner or SSD planner)",
        "Also known as: bed planner, SSD planner",
        "Other names for this job: bed planner; SSD planner",
    ],
)
@pytest.mark.parametrize("page", ["Ward Planner\n{}\n\n{}", "# Ward Planner\n\n*{}*\n\n{}"])
def test_a_line_below_the_title_gives_other_names(page, line):
    prose = "Ward planners plan.\n\nMore is said.\n\n## Pay\n\nEnough.\n\n## End\n\nRest.\n"
    guide = read(page.format(line, prose if page.startswith("#") else prose.replace("## ", "")))
    assert guide.aliases == ("bed planner", "SSD planner")
    assert guide.sections[0].heading is None


def test_facts_below_the_title_head_nothing():
    guide = read("Ward Planner\nBand: 7\n\nWard planners plan.\n\nPay\n\nEnough, as they say.\n")
    assert paths(guide) == [(), ("Pay",)]
    assert guide.summary == "Ward planners plan."


def test_a_title_may_have_a_number():
    guide = read_text("# 1 Ward Planner\n\nPlanners plan.\n\n## 1.1 Pay\n\nEnough.\n", "w.md")
    assert (guide.title, guide.findings) == ("Ward Planner", ())


def test_what_points_to_a_heading_is_no_part_of_it():
    guide = read(
        "★ WARD PLANNER ★\n\n>> WHAT IS IT?\nPlanners plan the wards of a house.\n\n"
        ">> WHAT WILL I GET PAID?\nEnough, as they say.\n\n>> THE HOURS\nFew of them.\n"
    )
    assert guide.title == "WARD PLANNER"
    assert paths(guide) == [("WHAT IS IT?",), ("WHAT WILL I GET PAID?",), ("THE HOURS",)]
    assert [section.kind.value for section in guide.sections][1] == "salary"


@pytest.mark.parametrize("page", ["{}\n\n", "{}      Careers Handbook 2025\n\nChapter 7\n"])
def test_below_whose_page_it_is_stands_the_job_though_the_text_says_you(page):
    head = page.format("Northvale Hospitals NHS Trust")
    body = "You find beds, and you help the matron.\n\nPay\n\nYou get enough for it.\n"
    again = f"\n{head}Getting in\n\nNo degree is needed for it.\n"
    assert read(f"{head}Ward Technician\n\n{body}{again}", "a.txt").role == "Ward Technician"


def test_below_whose_page_it_is_a_marked_title_names_the_job():
    text = "# Northvale Hospital\n\nWard Technician\n\nYou find beds.\n\n## Pay\n\nEnough.\n"
    assert read(text).role == "Ward Technician"


@pytest.mark.parametrize("mark", ["", "# "])
def test_another_job_in_brackets_below_the_title_is_another_name(mark):
    body = f"You find beds.\n\n{mark and '## '}Pay\n\nEnough, as they say.\n"
    names = [
        read(f"{mark}Bed Clerk\n({other})\n\n{body}", "a.txt").aliases
        for other in ("Ward planner", "senior", "Breast Cancer", "Band 6")
    ]
    assert names == [("Ward planner",), (), (), ()]


def test_a_first_line_is_the_title_where_bold_words_alone_head_the_page():
    text = (
        "Wheelwright\n\nA wheelwright mends wheels.\n\n**Pay.** £25,000 a year.\n\n"
        "**Skills.** A good eye.\n\n**Getting in.** As an apprentice.\n"
    )
    guide = read_text(text, "leaflet.md")
    assert (guide.title, guide.role, guide.findings) == ("Wheelwright", "Wheelwright", ())
    assert [section.path for section in guide.sections][1:] == [
        ("Pay",),
        ("Skills",),
        ("Getting in",),
    ]
    unnamed = text.removeprefix("Wheelwright\n\n")
    assert read_text(unnamed, "leaflet.md").title == "leaflet"

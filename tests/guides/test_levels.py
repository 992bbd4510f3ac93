import pytest

from assistant.guides import read_text
from tests.guides.promises import check

PROSE = "Ward planners plan the wards of a hospital, and tell everybody in good time."
TOP = f"Ward Planner\n\n{PROSE}\n\nThe work\n\n{PROSE}\n\n"
END = f"\n\nPay\n\n{PROSE}\n"
PLACES = "Big hospital\nYou plan for all.\n\nSmall clinic\nYou plan and do."


def read(text):
    guide = read_text(text, "ward.txt")
    check(guide)
    return guide


def paths(guide):
    return [(section.path, section.kind.value) for section in guide.sections][2:-1]


BELOW = [
    (("Where you work",), "differences"),
    (("Where you work", "Big hospital"), "differences"),
    (("Where you work", "Small clinic"), "differences"),
]


def test_headings_that_touch_their_text_belong_below_one_without_any():
    assert paths(read(f"{TOP}Where you work\n\n{PLACES}{END}")) == BELOW


def test_so_they_do_where_headings_are_marked():
    marked = f"{TOP}Where you work\n\n{PLACES}{END}"
    for title in ("Ward Planner\n\n", "Where you work\n", "Big", "Small", "The work\n", "Pay\n"):
        hashes = "# " if title.startswith("Ward") else "## "
        marked = marked.replace(title, hashes + title, 1)
    assert paths(read(marked)) == BELOW


def test_one_of_another_kind_stands_apart():
    guide = read(f"{TOP}Where you work\n\n{PLACES}\n\nA day in the life\nIt is long.{END}")
    assert paths(guide) == [*BELOW, (("A day in the life",), "responsibilities")]


@pytest.mark.parametrize(
    "text",
    [
        f"{TOP}Where you work\n\nThe {PROSE}\n\n{PLACES}{END}",  # it has text of its own
        f"{TOP}Where you work\n\nSmall clinic\nYou plan and do.{END}",  # there is only one
        f"{TOP}Where you work\n\n{PLACES.replace('You', chr(10) + 'You')}{END}",  # they are apart
        f"{TOP}Where you work\n\n{PLACES}\n",  # nothing tells where they end
    ],
)
def test_others_stay_on_their_level(text):
    assert all(len(section.path) < 2 for section in read(text).sections)


def test_a_heading_in_capitals_stands_above_one_that_is_not():
    text = f"{TOP}THE PACKAGE\n\nThe salary\n{PROSE}\n\nTHE HOURS\n\n{PROSE}{END}"
    found = [path for path, _ in paths(read(text))]
    assert found == [("THE PACKAGE",), ("THE PACKAGE", "The salary"), ("THE HOURS",)]


def test_facts_one_below_the_other_are_no_headings():
    facts = "Entry requirements: none fixed\nHours: shifts, 37.5 a week\nGood for: careful people"
    guide = read(f"Ward Planner\n\nAt a glance\n{facts}\n\n{PROSE}{END}")
    assert [section.path for section in guide.sections] == [("At a glance",), ("Pay",)]
    heading = read(f"{TOP}On shift: what you do\n\n{PROSE}{END}")
    assert paths(heading)[0][0] == ("On shift: what you do",)


def test_jobs_with_lists_below_pay_are_of_it():
    pay = "## Pay\n\n## Apprentice\n\n- Year 1: £20,000\n\n## Lead rigger\n\n- On land: £40,000\n"
    text = f"# Rigger\n\nThey rig.\n\n{pay}\n## Training\n\n- Knots\n"
    guide = read(text)
    assert [section.path for section in guide.sections][1:] == [
        ("Pay",),
        ("Pay", "Apprentice"),
        ("Pay", "Lead rigger"),
        ("Training",),
    ]
    bands = [(band.level, band.low) for block in guide.blocks for band in block.bands]
    assert bands == [("Apprentice: Year 1", 20_000), ("Lead rigger: On land", 40_000)]

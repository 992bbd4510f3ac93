import pytest

from assistant.guides import read_text
from tests.guides.promises import check

LINES = "- Junior: £30,000\n- Senior: £40,000"
PLACES = "- London: £30,000\n- Elsewhere: £20,000"
BOTH = [("Junior", "London", 30_000), ("Senior", "London", 40_000)]
JUNIOR = [("Junior", "London", 30_000), ("Junior", "Elsewhere", 20_000)]
TABLE = "| Level | Pay |\n|---|---|\n| Junior | £30,000 |\n| Senior | £40,000 |"


def told(body):
    guide = read_text(
        f"# Ward Planner\n\nIt plans wards.\n\n## Duties\n\nMany.\n\n{body}\n", "ward.md"
    )
    check(guide)
    return [
        (band.level, band.region, band.low)
        for section in guide.sections
        for block in section.blocks
        for band in block.bands
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"## Pay\n\n### London\n\n{LINES}", BOTH),
        (f"## Pay in London\n\n{LINES}", BOTH),
        (f"## Pay\n\n**London**\n\n{LINES}", BOTH),
        (f"## Pay\n\nLondon:\n\n{LINES}", BOTH),
        (f"## Pay\n\nLondon\n\n{TABLE}", BOTH),
        (f"## Pay\n\n### Salaries in London\n\n{TABLE}", BOTH),
        ("## Pay\n\n- London\n  - Junior: £30,000\n  - Senior: £40,000", BOTH),
        (f"## Pay\n\n### Junior\n\n{PLACES}", JUNIOR),
        ("## Pay\n\n- Junior\n  - London: £30,000\n  - Elsewhere: £20,000", JUNIOR),
        ("## Pay\n\n- Junior\n- London: £30,000\n- Elsewhere: £20,000", JUNIOR),
        ("## Pay\n\n### Fitter\n\n£30,000 – £40,000 a year", [("Fitter", "", 30_000)]),
        ("## Pay\n\n- London\n  - Junior\n    - £30,000 a year", BOTH[:1]),
        ("## Pay\n\n### Head of wards\n\n£30,000 a year", [("Head of wards", "", 30_000)]),
        ("## Pay\n\n### Surrey\n\n- Junior: £30,000", [("Junior", "Surrey", 30_000)]),
        ("## Pay\n\n### Mid Wales\n\n- Junior: £30,000", [("Junior", "Mid Wales", 30_000)]),
    ],
)
def test_what_stands_above_names_the_level_or_the_place(body, expected):
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Pay\n\n### Typical pay by region\n\n- Junior: £30,000", [("Junior", "", 30_000)]),
        ("## Pay\n\n### What affects pay?\n\n£30,000 is usual.", []),
        ("## Pay\n\n### Bonus\n\n£30,000 at most.", []),
        ("## Pay\n\n### Where you can work\n\n£30,000 is usual.", []),
        ("## Pay\n\n### Hospital trusts\n\n£30,000 a year", []),
        ("## Pay\n\n### Larger employers\n\n£30,000 a year", []),
        ("## Pay\n\nYour manager decides on pay\n\n£30,000 a year", []),
        ("## Pay\n\n### After your senior years\n\n£30,000 a year", []),
        ("## Pay\n\n- Private clinics\n  - London: £30,000", [("", "London", 30_000)]),
        (
            f"## Pay\n\n### London\n\nThe rest differs.\n\n{PLACES}",
            [("", *row[1:]) for row in JUNIOR],
        ),
        (
            f"## Pay\n\nLondon\n\n{TABLE}\n\nBeyond it, most earn less.\n\n- Head: £50,000",
            [*BOTH, ("Head", "", 50_000)],
        ),
    ],
)
def test_what_stands_above_but_names_neither(body, expected):
    assert told(body) == expected


def test_on_a_card_the_place_may_stand_below_its_figures():
    card = "### Fitter\n\n£20,000 – £25,000\n\nOutside London\n\n£30,000 – £35,000\n\nLondon"
    assert told(f"## Pay\n\n{card}") == [
        ("Fitter", "Outside London", 20_000),
        ("Fitter", "London", 30_000),
    ]

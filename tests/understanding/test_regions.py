"""Which of a guide's own region labels a place falls under."""

import pytest

from assistant.understanding.places.places import find_places
from assistant.understanding.places.regions import (
    choose_region,
    lies_in_none,
    within,
)

TWO = ("London and South East", "Rest of UK")
GB = ("London", "Elsewhere in Great Britain")
NATIONS = ("England and Wales", "Scotland", "Northern Ireland")
LONDON_ZONES = ("Inner London", "Outer London", "National")
OUTSIDE = ("London", "Outside London", "Remote")
REGIONS = ("London", "South East", "North West", "Other regions")
CITIES = ("London", "Manchester, Leeds and Bristol", "Rest of the UK")


def region(text, labels):
    return choose_region(find_places(text), labels)


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("in Norwich", TWO, "Rest of UK"),
        ("up in Scotland", TWO, "Rest of UK"),
        ("commuting into the City", TWO, "London and South East"),
        ("Slough", TWO, "London and South East"),
        ("Swansea", TWO, "Rest of UK"),
        ("in the Home Counties", TWO, "London and South East"),
        ("the Midlands", TWO, "Rest of UK"),
        ("Cambridge", TWO, "Rest of UK"),
        ("near Leeds", TWO, "Rest of UK"),
        ("north of the border", TWO, "Rest of UK"),
        ("the South East", TWO, "London and South East"),
        ("London and the South East", TWO, "London and South East"),
        ("outside London", TWO, "Rest of UK"),
        ("not in London", TWO, "Rest of UK"),
        ("just outside London", TWO, "London and South East"),
        ("in Leeds, UK", TWO, "Rest of UK"),
        ("in England, in Kent", TWO, "London and South East"),
        ("in Reading, not London", TWO, "London and South East"),
        ("from India to Leeds", TWO, "Rest of UK"),
        ("the rest of the UK", TWO, "Rest of UK"),
        ("a Welsh trust", TWO, "Rest of UK"),
        ("Northern Ireland", TWO, "Rest of UK"),
        ("Newport, Isle of Wight", TWO, "London and South East"),
        ("Newport, Shropshire", TWO, "Rest of UK"),
        ("Richmond, North Yorkshire", TWO, "Rest of UK"),
        ("Richmond, Surrey", TWO, "London and South East"),
        ("inside the M25", TWO, "London and South East"),
        ("London isn't an option for me", TWO, "Rest of UK"),
        ("regional rate please", TWO, "Rest of UK"),
        ("Camden", GB, "London"),
        ("Brighton", GB, "Elsewhere in Great Britain"),
        ("Glasgow", GB, "Elsewhere in Great Britain"),
        ("the rest of the UK", GB, "Elsewhere in Great Britain"),
        ("outside the capital", GB, "Elsewhere in Great Britain"),
        ("Belfast", GB, None),
        ("Cardiff", NATIONS, "England and Wales"),
        ("England", NATIONS, "England and Wales"),
        ("Dundee", NATIONS, "Scotland"),
        ("in Derry", NATIONS, "Northern Ireland"),
        ("inner London", LONDON_ZONES, "Inner London"),
        ("London", LONDON_ZONES, None),
        ("Leeds", LONDON_ZONES, "National"),
        ("outside London", LONDON_ZONES, "National"),
        ("Leeds", OUTSIDE, "Outside London"),
        ("not London", OUTSIDE, "Outside London"),
        ("Croydon", OUTSIDE, "London"),
        ("Liverpool", REGIONS, "North West"),
        ("Oxford", REGIONS, "South East"),
        ("Exeter", REGIONS, "Other regions"),
        ("leeds", CITIES, "Manchester, Leeds and Bristol"),
        ("Sheffield", CITIES, "Rest of the UK"),
        ("Wales", ("UK",), "UK"),
        ("Wales", ("National",), "National"),
        (
            "Truro",
            ("London & South East", "UK excluding London and South East"),
            "UK excluding London and South East",
        ),
    ],
)
def test_choose_region(text, labels, expected):
    assert region(text, labels) == expected


@pytest.mark.parametrize(
    "text",
    [
        "England",
        "the UK",
        "down south",
        "London or Leeds",
        "in and outside London",
        "is it more in London than elsewhere",
        "in Dubai",
        "in Boston",
        "not in Leeds",
        "what does it pay?",
    ],
)
def test_both_are_shown_when_no_one_label_fits(text):
    assert region(text, TWO) is None


def test_no_labels():
    assert region("Leeds", ()) is None
    assert region("Leeds", ("Remote",)) is None


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("in Wales", ("Scotland", "London", "South West"), True),
        ("in Cardiff", ("Scotland", "London"), True),
        ("in Leeds", ("Scotland", "London", "Yorkshire and the North"), False),
        ("in Wales", TWO, False),
        ("in Wales", OUTSIDE, False),
        ("in Wales", ("Scotland", "Head office"), False),
        ("outside Wales", ("Scotland", "London"), False),
        ("in Berlin", ("Scotland", "London"), False),
    ],
)
def test_a_place_lies_in_none_only_where_every_label_is_known(text, labels, expected):
    (place,) = find_places(text)
    assert lies_in_none(place, labels) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in England", ("England outside London", "Inner London")),
        ("in Great Britain", ()),
        ("in London", ("Inner London",)),
        ("in Scotland", ("Scotland",)),
        ("in Leeds", ()),
        ("outside England", ()),
        ("in Berlin", ()),
    ],
)
def test_regions_within_a_place(text, expected):
    (place,) = find_places(text)
    assert within(place, ("England outside London", "Inner London", "Scotland")) == expected


@pytest.mark.parametrize(
    "labels", [TWO, ("London", "North West", "Rest of UK"), ("London", "Leeds")]
)
def test_no_regions_make_up_a_place_that_lies_elsewhere_too(labels):
    (place,) = find_places("in England")
    assert within(place, labels) == ()

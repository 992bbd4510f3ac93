"""Patterns that must not take long over what no guide has: thousands of the same sign in a line."""

import time

import pytest

from assistant.guides.jobs.opening import looks_like_heading, plain
from assistant.guides.tables.tables import count_separators

LONGEST = 8_000
SIGNS = [". ", "- ", "a ", "|", ".", "-", "… ", "....a ", "=-", "☆ ", "** "]


@pytest.mark.parametrize("signs", SIGNS)
@pytest.mark.parametrize("pattern", [count_separators, looks_like_heading, plain])
def test_no_line_takes_long(pattern, signs):
    for line in (signs * (LONGEST // len(signs)), f"-- {signs * (LONGEST // len(signs))}x"):
        begun = time.process_time()
        pattern(line)
        assert time.process_time() - begun < 0.5


def test_spaces_behind_dashes_take_no_time():
    begun = time.process_time()
    assert not looks_like_heading("--" + " " * LONGEST + "x.")
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("line", "separators"),
    [
        ("Grade 3 . . . . £24,685", 1),
        ("Grade 3 ........ up to £24,685 ........ from £26,000", 2),
        ("Bank staff ........ negotiable", 1),
        ("Planners wait........ and then they plan again", 0),
        ("It is hard. . . . . Then the wards are planned all over again in the night.", 0),
    ],
)
def test_dots_lead_on_to_a_cell_and_not_to_the_rest_of_a_sentence(line, separators):
    assert count_separators(line) == separators

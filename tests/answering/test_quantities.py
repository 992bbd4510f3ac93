"""What a question asks to be counted, and what counts it."""

import pytest

from assistant.answering.quantities import counts, unit_asked
from assistant.chunks import chunk_guide
from assistant.guides import read_text


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("How many years until I'm a lead?", "year"),
        ("how many working days a week is it", "day"),
        ("How many people are in a team?", ""),
        ("What did you do last year?", ""),
    ],
)
def test_the_unit_that_is_asked_for(question, unit):
    assert unit_asked(question) == unit


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("It takes two to three years to get there.", "year", True),
        ("There is a 12-week course.", "week", True),
        ("Some leave after a few months.", "month", True),
        ("Every year the tables change.", "year", False),
        ("Salaries are given per year, in 2025 figures.", "year", False),
    ],
)
def test_a_number_must_stand_by_its_unit(text, unit, expected):
    guide = read_text(f"# Tester\n\nin health\n\n## Pathways\n\n{text}\n", "tester.md")
    chunks = chunk_guide(guide, lambda said: len(said.split()))
    assert any(counts(chunk, unit) for chunk in chunks) is expected

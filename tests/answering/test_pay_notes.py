"""What a guide says of its pay figures, and of nothing else."""

import pytest

from assistant.answering.pay_sentences import is_pay_note
from assistant.chunks import chunk_guide
from assistant.guides import read_text

TEXT = """# Harbour Pilot

A survey of tides is made each spring.

## Pay

{}
"""


def paragraph(words):
    guide = read_text(TEXT.format(words), "pilot.md")
    chunks = chunk_guide(guide, lambda said: len(said.split()))
    return next(chunk for chunk in chunks if words in chunk.text)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("These are estimates, drawn from 41 adverts. They are no promise.", True),
        ("Source: our survey of 41 pilots. Few of them were women. Take it as a guide.", True),
        ("Pilots are paid by the ship. A night ship pays double.", False),
        ("What is earned turns on the port. Big ships pay more. Leave is five weeks.", False),
    ],
)
def test_how_figures_are_to_be_read_is_a_note(words, note):
    assert is_pay_note(paragraph(words)) is note


def test_a_survey_of_something_else_is_none():
    guide = read_text(TEXT.format("Pilots are paid by the ship."), "pilot.md")
    first, *_ = chunk_guide(guide, lambda said: len(said.split()))
    assert "survey" in first.text
    assert not is_pay_note(first)

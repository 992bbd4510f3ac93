"""What a guide says of its pay figures, and of nothing else."""

import pytest

from assistant.answering.pay_caveats import caveat_claims, is_pay_note
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


@pytest.mark.parametrize(
    ("words", "caveat"),
    [
        ("Big ships lift an offer. Use them as bearings; single offers will differ.", "Use them"),
        ("Pay varies by port. Few pilots replied, so the last column is the least certain.", "Few"),
        ("A night ship pays double. We took these ranges from 41 adverts.", "We took"),
        ("**Where from.** Our table is based on 41 adverts. Leave is five weeks.", "Our table"),
        ("A night ship pays double. Leave is five weeks.", ""),
    ],
)
def test_the_caveat_is_what_says_most_outright_how_sure_the_figures_are(words, caveat):
    guide = read_text(TEXT.format(words), "pilot.md")
    said = [claim.text for claim in caveat_claims(guide, sources=False)]
    assert [one.startswith(caveat) for one in said] == [True] * bool(caveat)

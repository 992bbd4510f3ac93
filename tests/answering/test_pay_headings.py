"""Levels that a heading above the pay says: cited with the heading, and all of it at once."""

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

TEXT = """# Kite Rigger

A kite rigger rigs kites.

## Pay

### Band 5: newly qualified

- Entry step: £31,520
- Top: £38,360

### Band 6: master rigger

- Entry step: £39,260
- Top: £47,280

## Training

You tie knots for a year.
"""


@pytest.fixture(scope="module")
def riggers(tmp_path_factory):
    index = tmp_path_factory.mktemp("riggers")
    sync(index, [read_text(TEXT, "kites.md")], the_model())
    return Assistant(index, the_model())


def test_a_row_below_a_heading_with_a_figure_is_cited_with_it(riggers):
    answer = riggers.ask("what does a band 6 kite rigger earn")
    assert "**Band 6: master rigger: Top**: £47,280." in answer.text
    assert "Band 5" not in answer.text
    assert "Band 6: master rigger" in [citation.quote for citation in answer.citations]


def test_all_steps_of_the_level_that_is_named_are_given(riggers):
    text = riggers.ask("what does a newly qualified kite rigger earn").text
    assert "£31,520" in text
    assert "£38,360" in text
    assert "£47,280" not in text

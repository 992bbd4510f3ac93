"""Paragraphs that each begin with the name of what they tell of."""

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

TEXT = """# Bell Founder

A bell founder casts bells.

## Where founders work

Town foundries. Three people share one furnace. The bells are small. Two of these closed last year.

Travelling crews. The furnace goes on a cart. Nobody sleeps at home from May to September.

Cathedral yards. One great bell takes two years.

## Pay

| Level | Salary |
|---|---|
| Founder | £31,000 to £34,000 |
"""


@pytest.fixture(scope="module")
def founders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bells")
    sync(folder, [read_text(TEXT, "bell-founder.md")], the_model())
    return Assistant(folder, the_model())


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("are the town foundries going under for bell founders?", "closed last year"),
        ("how is home life in a travelling crew as a bell founder?", "sleeps at home"),
        ("what are cathedral yards like for a bell founder?", "takes two years"),
    ],
)
def test_a_short_paragraph_that_its_name_finds_is_given_whole(asked, said, founders):
    text = founders.ask(asked).text
    assert said in text
    assert "£" not in text

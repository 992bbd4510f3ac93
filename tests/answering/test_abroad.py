"""Places abroad: no post there is spoken of, but a guide may speak of the place."""

import pytest

from assistant.answer import Conversation, Turn
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

TEXT = """# Bell Founder

A bell founder pours bronze into moulds of clay.

## Trade

Bells that are sold into France are tuned a tone lower, as the French standard CLOCHE-4 asks.

## Pay

| Level | Salary |
|---|---|
| Junior | London: £30,000 to £35,000. Rest of UK: £28,000 to £33,000 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bells")
    sync(folder, [read_text(TEXT, "bell-founder.md")], the_model())
    return Assistant(folder, the_model())


def test_what_a_guide_says_of_a_place_abroad_is_answered(assistant):
    answer = assistant.ask("How does a bell founder tune bells that are sold into France?")
    assert "a tone lower" in answer.text


@pytest.mark.parametrize("place", ["France", "Spain"])
def test_pay_abroad_is_not_covered(place, assistant):
    answer = assistant.ask(f"What does a bell founder earn in {place}?")
    assert f"do not cover {place}" in answer.text


def test_a_thing_that_the_guide_names_may_be_asked_for_by_itself(assistant):
    before = assistant.ask("Which standards does a bell founder keep to in France?")
    turns = Conversation((Turn(before.question, before),))
    assert "CLOCHE-4" in assistant.ask("cloche-4?", turns).text


def test_pay_abroad_is_given_where_the_table_has_a_column_for_it(tmp_path):
    table = "| Level | Dublin | Cork |\n|---|---|---|\n| Junior | €38,000 | €35,000 |\n"
    text = f"# Bell Founder\n\nA bell founder pours bronze.\n\n## Pay\n\n{table}"
    sync(tmp_path, [read_text(text, "bell-founder.md")], the_model())
    assistant = Assistant(tmp_path, the_model())
    assert "€38,000" in assistant.ask("What does a junior bell founder earn in Dublin?").text
    assert "do not cover Berlin" in assistant.ask("Bell founder pay in Berlin?").text

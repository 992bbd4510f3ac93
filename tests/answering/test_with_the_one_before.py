"""Whether a question is answered with the one before it, or by what it finds by itself."""

import pytest

from assistant.answer import Conversation
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

GUIDE = """# Bell Founder

Bell founders cast bells and tune them.

## Papers

Two papers are essential: the crane ticket and the furnace ticket, which cost about £640 together.

## Lodgings

A bed in the hostel does not cost much, at £12 a night.

## Noise

Tuning is loud, and ear defenders are worn all day.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bells")
    sync(folder, [read_text(GUIDE, "bell-founder.md")], the_model())
    return Assistant(folder, the_model())


@pytest.mark.parametrize(
    ("asked", "said"),
    [("how much do they cost?", "£640"), ("is tuning loud?", "ear defenders")],
)
def test_what_points_at_the_one_before_is_read_with_it_and_the_rest_by_itself(
    asked, said, assistant
):
    before = "Which papers does a bell founder need?"
    talk = Conversation().then(before, assistant.ask(before))
    assert said in assistant.ask(asked, talk).text

"""A follow-up with words of its own is answered with what these find, not with the last answer."""

import pytest

from assistant.answer import Conversation, Turn
from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

KEEPER = """# Lighthouse Keeper

A lighthouse keeper tends the lamp and the fog horn.

## Work

Keepers climb 160 steps with a can of oil, and the stairs are the hard part.

Trinity House and two harbour boards hire keepers; a few lamps belong to yacht clubs.

## FAQ

### Do I need to have been at sea?

Time at sea is not required, but you must be calm in a storm and patient with the boat.

### Is the work lonely?

Two keepers share each station, and the boat comes on Fridays.

### I am hopeless at radio. Should I bother?

Yes. The radio has two buttons, and one of them is broken.
"""


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """What is answered to the last of a conversation's messages."""
    folder = tmp_path_factory.mktemp("of_its_own")
    sync(folder, [read_text(KEEPER, "keeper.md")], the_model())
    assistant = assistant_over(folder)

    def ask(*turns):
        conversation = Conversation()
        for turn in turns:
            answer = assistant.ask(turn, conversation)
            conversation = Conversation((*conversation.turns, Turn(turn, answer)))
        return answer.text

    return ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what kind of boards hire them?", "Trinity House"),
        ("I'm hopeless at radio", "two buttons"),
    ],
)
def test_words_of_its_own_win_over_the_question_before(question, said, answered):
    text = answered("would a lighthouse keeper need time at sea?", question)
    assert said in text


@pytest.mark.parametrize(
    "question", ["why is that?", "and if I hated it?", "who would bother with that?"]
)
def test_what_has_no_words_of_its_own_stays_with_the_question_before(question, answered):
    text = answered("is the work of a lighthouse keeper lonely?", question)
    assert "share each station" in text

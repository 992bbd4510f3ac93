"""A follow-up that names another row or item of what was quoted before."""

import pytest

from assistant.answer import Conversation
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

TEXT = """# Lock Keeper

A lock keeper works the gates of a canal.

## Types of employer

| Employer | What it is like | Hours |
|---|---|---|
| Canal company | A cottage comes with the post | Dawn to dusk |
| Universities | A flume in a shed, and students who flood it | Term time only |
| Harbour boards | Salt in everything | Round the clock |

Universities like people who can lecture. Companies like people who can paint.

## Ways in

- **Crew.** Two summers on a working boat.
- **Pontoon school.** Three years at the yard, for school leavers.

## Pay

| Level | Salary |
|---|---|
| Keeper | £25,000 to £28,000 |
"""


@pytest.fixture(scope="module")
def keepers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locks")
    sync(folder, [read_text(TEXT, "lock-keeper.md")], the_model())
    return Assistant(folder, the_model())


def last(turns, keepers):
    conversation = Conversation()
    for turn in turns:
        answer = keepers.ask(turn, conversation)
        conversation = conversation.then(turn, answer)
    return answer.text


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("what's it like at a canal company as a lock keeper?", "and a uni?", "flood it"),
        ("what's it like at a canal company as a lock keeper?", "a harbour board?", "Salt"),
        ("how does a lock keeper get in from a crew?", "and the pontoon school?", "the yard"),
        ("what's it like at a canal company as a lock keeper?", "and uni hours?", "Term time"),
    ],
)
def test_the_row_or_item_that_is_named_next_is_given_alone(first, then, said, keepers):
    text = last([first, then], keepers)
    assert said in text
    assert "cottage" not in text
    assert "Crew." not in text


def test_what_says_more_than_a_name_is_searched_for(keepers):
    turns = [
        "what's it like at a canal company as a lock keeper?",
        "do universities like lectures?",
    ]
    assert "people who can lecture" in last(turns, keepers)

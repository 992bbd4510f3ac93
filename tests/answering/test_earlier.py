"""What earlier messages turned out to be about, whatever a surface has kept of their answers."""

from unittest.mock import Mock

import pytest

from assistant.answer import Answer, AnswerStatus, Conversation, Turn
from assistant.answering.earlier import keep, understand_in
from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

GUIDES = {
    "bell-founder": """# Bell Founder

A bell founder pours bronze into moulds of clay.

## Hours

The furnace is watched at night, by two people who take turns.

## Pay

| Level | Salary |
|---|---|
| Junior | London: £30,000 to £35,000. Rest of UK: £28,000 to £33,000 |
| Senior | London: £50,000 to £55,000. Rest of UK: £48,000 to £53,000 |
""",
    "clock-winder": """# Clock Winder

A clock winder keeps tower clocks on time.

## Hours

The clocks are wound on Mondays, before the town wakes.
""",
    "reed-cutter": """# Reed Cutter

A reed cutter harvests reed from the marsh for thatchers.

## Hours

Reed is cut in winter, while it is light.
""",
    "kite-maker": """# Kite Maker

A kite maker sews sails and splits bamboo.

## Hours

Kites are sewn in the mornings and flown whenever there is wind.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trades")
    sync(folder, [read_text(text, f"{name}.md") for name, text in GUIDES.items()], the_model())
    return assistant_over(folder)


def told(*questions):
    """A conversation of which the questions alone were kept, as a page or a program sends it."""
    answers = (Answer(question, AnswerStatus.ANSWERED, "") for question in questions)
    return Conversation(
        tuple(Turn(question, answer) for question, answer in zip(questions, answers, strict=True))
    )


def test_the_questions_alone_say_which_role_answered(assistant):
    first, second = "Who watches the furnace at night?", "is there overtime?"
    (part,) = assistant.ask(second, told(first)).trace["parts"]
    assert part["query"]["roles"] == ("bell-founder",)
    kept = told().then(first, assistant.ask(first))
    assert assistant.ask(second, told(first)).text == assistant.ask(second, kept).text


def test_the_questions_alone_say_that_pay_was_shown(assistant):
    first = "looking for a senior bell founder in Leeds, whats the damage in pay"
    answer = assistant.ask("and a junior?", told(first))
    assert answer.table is not None
    assert "£28,000 to £33,000" in answer.text


def test_a_reply_is_known_when_the_first_messages_are_no_longer_sent(assistant, monkeypatch):
    turns = [f"Who pours bronze into moulds in year {number}?" for number in range(1, 16)]
    understand_in(turns, assistant.sources())
    answered = Mock(return_value=[])
    monkeypatch.setattr("assistant.answering.earlier.answer_in_turn", answered)
    understand_in([*turns[8:], "and at night?"], assistant.sources())
    assert answered.call_count < 7  # those at the beginning, that look back on less


def test_no_more_replies_are_kept_than_are_of_use(assistant, monkeypatch):
    monkeypatch.setattr("assistant.answering.earlier._KEPT", 8)
    for number in range(20):
        keep([f"message {number}"], [], assistant.sources())
    assert len(assistant.sources().replies) <= 8


def test_a_reply_is_worked_out_once(assistant, monkeypatch):
    turns = ["Who pours bronze into moulds?", "and at night?", "why?"]
    understand_in(turns, assistant.sources())
    answered = Mock(return_value=[])
    monkeypatch.setattr("assistant.answering.earlier.answer_in_turn", answered)
    understand_in([*turns, "since when?"], assistant.sources())
    answered.assert_called_once()


def test_what_was_quoted_before_is_not_quoted_whole_again(tmp_path):
    text = """# Bell Founder

A bell founder pours bronze into moulds of clay.

## FAQ

### What is the night watch like?

Two people watch the furnace from ten at night. The older of them keeps a log of its heat in a
green book. Bread and soup are brought up from the kitchen at three, by the one who lost at cards.
Whoever sleeps pays for cake.
"""
    sync(tmp_path, [read_text(text, "bell-founder.md")], the_model())
    assistant = assistant_over(tmp_path)
    first, second = "What's the night watch like?", "and who keeps a log of the heat on that watch?"
    assert len(assistant.ask(first).citations) == 4
    cited = assistant.ask(second, told(first)).citations
    assert len(cited) == 2
    assert any("green book" in one.quote for one in cited)

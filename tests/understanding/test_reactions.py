import pytest

from assistant.understanding.messages.reactions import without_reaction


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("bit low. next rung up?", "next rung up?"),
        ("hmm, that's not bad. and in Leeds?", "and in Leeds?"),
        ("Sounds stressful. And when it all goes down?", "And when it all goes down?"),
        ("sorry not lead, i meant head of", "and head of?"),
        ("sorry should have said, he's only just qualified", "and just qualified?"),
        ("no, she says she'd go to London", "and London?"),
        ("what about my brother, he's going for plumber", "what about plumber?"),
        ("and what about our Jo, who wants to be a bed planner?", "and what about bed planner?"),
        ("no, i mean the safety one", "no, i mean the safety one"),
        ("sorry, i meant the lead", "and the lead?"),
        ("wait, I meant audit manager", "and audit manager?"),
        ("Wait, I mean do I need a degree?", "do I need a degree?"),
        ("what about the pay for a senior planner?", "what about the pay for a senior planner?"),
        ("what about my salary to start with?", "what about my salary to start with?"),
        # What is told and asked beside it stays.
        ("Is it low paid work?", "Is it low paid work?"),
        ("That is good to know, is it?", "That is good to know, is it?"),
        ("Low pay. Why?", "Low pay. Why?"),
        ("sorry to ask again, what about weekends", "sorry to ask again, what about weekends"),
        ("what about my brother, he has asthma", "what about my brother, he has asthma"),
        (
            "I meant to ask whether a person of my age could still hope to be taken on",
            "I meant to ask whether a person of my age could still hope to be taken on",
        ),
    ],
)  # fmt: skip
def test_what_is_asked_is_left_of_a_message_that_first_reacts_or_corrects(said, asked):
    assert without_reaction(said) == asked

"""The thesaurus of matters: that it is whole, and that it brings asking and telling together."""

import pytest

from assistant.matters import asked_about, told_of
from assistant.matters.expressions import Expression
from assistant.matters.thesaurus import read


def test_every_matter_has_expressions_of_both_voices():
    voices = {}
    for name, voice, expressions in read():
        assert len(expressions) >= 5, name
        assert voice not in voices.setdefault(name, set()), name
        voices[name].add(voice)
    assert len(voices) > 100
    assert all(own == {"asked", "told"} for own in voices.values())


def test_no_expression_is_a_letter_that_any_text_has():
    for name, _, expressions in read():
        for written in expressions:
            words = Expression.of(written).words
            shortest = sum(
                min([len(one) for one in (*word.whole, *word.begun)], default=1) for word in words
            )
            assert shortest > 1, (name, written)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("will my phone ring at 3am?", "Engineers share a rota for out-of-hours cover."),
        ("can i do it from my kitchen table", "Hybrid working is common, two days on site."),
        ("I've got a caution from 2009, does it matter?", "A DBS check is needed."),
        ("would they let me do the school run?", "Flexible working requests are considered."),
        ("must i know all the knots before i apply", "No one expects you to know them by heart."),
        ("is being queasy an issue", "You will see blood, and get used to it."),
        ("is it hard on your knees", "There is a lot of kneeling."),
        ("what do shipping firms look for", "Owners look for a steady hand."),
        ("will they sort my visa", "Large employers sponsor Skilled Worker visas."),
        ("is it a dying trade", "Over the next ten years much will be automated by machines."),
        ("any jobs going spare?", "One post in six was vacant last spring."),
        ("would I spend time with customers", "You will be customer facing all week."),
        ("my knees are not great", "There is a good deal of standing and twisting."),
        ("wot software would i be sat in front of", "Day to day you use software such as Excel."),
    ],
)
def test_what_is_asked_and_what_is_told_meet(asked, told):
    assert asked_about(asked) & told_of(told)


@pytest.mark.parametrize("text", ["", "hello", "What is it?", "a I l", "Tell me about this job."])
def test_words_that_say_nothing_are_about_nothing(text):
    assert not asked_about(text)

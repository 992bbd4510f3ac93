"""Paragraphs that each begin with a name are a list where all of them are asked for."""

from assistant.answering.headed import headed_of, headed_paragraphs
from assistant.citations import Layout
from assistant.guides import SectionKind, read_text

TEXT = """# Ferry Purser

A ferry purser looks after the passengers.

## Where pursers work

**Night boats.** Cabins and a bar. Sleep is short.

**Island hops:** Twelve crossings a day. Everyone knows you.

**River launches.** Small crews. You sell the tickets too.

## Skills

Three things matter. The rest comes with time.

Steady hands. Cash is counted in a swell. Practise on a train.

Patience. Passengers miss boats. It is never their fault.

Sea legs. Nobody is born with them. They come in a month.

## Ways in

You start ashore. Most are clerks first. Then comes a summer afloat.
"""
GUIDE = read_text(TEXT, "ferry-purser.md")


def section(name):
    return next(one for one in GUIDE.sections if one.path[-1:] == (name,))


def test_each_paragraph_is_given_by_its_name_and_its_first_sentence():
    claims = headed_paragraphs(GUIDE, section("Where pursers work"))
    assert [claim.text for claim in claims] == [
        "**Night boats.** Cabins and a bar.",
        "**Island hops:** Twelve crossings a day.",
        "**River launches.** Small crews.",
    ]
    assert {claim.layout for claim in claims} == {Layout.ITEM}


def test_each_is_quoted_as_it_stands():
    for claim in headed_paragraphs(GUIDE, section("Where pursers work")):
        (quote,) = claim.quotes
        assert GUIDE.source_text[quote.start : quote.end] == claim.text


def test_a_sentence_that_tells_is_no_name():
    claims = headed_of(GUIDE, SectionKind.SKILLS)
    assert [claim.text.split(".")[0] for claim in claims][-3:] == [
        "Steady hands",
        "Patience",
        "Sea legs",
    ]
    assert headed_paragraphs(GUIDE, section("Ways in")) == []


def test_a_word_that_one_of_them_has_singles_it_out():
    assert headed_of(GUIDE, SectionKind.SKILLS, unless=("cash",)) == []

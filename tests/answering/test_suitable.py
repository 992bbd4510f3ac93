"""Which passages answer what moves pay: those of the words about it that say what it turns on."""

import pytest

from assistant.answering.suitable import suitable
from assistant.chunks import chunk_guide
from assistant.guides import read_text
from assistant.retrieval import Passage
from assistant.understanding.query import Query

GUIDE = read_text(
    "# Harbour Pilot\n\nPilots bring ships in.\n\n## Pay\n\n"
    "A pension is paid by big ports.\n\n{turns_on}\n\nCheese is free on Fridays.\n",
    "harbour-pilot.md",
)


def passages(turns_on):
    text = GUIDE.source_text.replace("{turns_on}", turns_on)
    return [
        Passage(chunk, 0.0, 0.0, (), 0.0, 0.0, 0.0, (), 0.0, {})
        for chunk in chunk_guide(
            read_text(text, "harbour-pilot.md"), lambda said: len(said.split())
        )
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The size of the ship matters most.",
        "What lifts earnings is work in the dark.",
        "Pay depends first on the port.",
    ],
)
def test_only_what_says_what_pay_turns_on(said):
    asked = Query("what decides the pay?", "what decides the pay?", pay_drivers=True)
    assert [passage.chunk.text for passage in suitable(asked, passages(said))] == [said]


def test_all_words_about_pay_where_none_says_so():
    asked = Query("what decides the pay?", "what decides the pay?", pay_drivers=True)
    assert len(suitable(asked, passages("Rum was given once."))) == 2

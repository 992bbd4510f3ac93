"""What chunks tell of, and how telling that is."""

import math

import pytest

from assistant.chunks import chunk_guide
from assistant.guides.reader import read_text
from assistant.index.told import Told

TEXT = """# Bell Founder

Bronze is poured into moulds of clay.

## The week

Hybrid working is common, with two days a week at home.

## Tuning

The lathe cuts the rim.

## FAQ

### Am I too old for it?

Our newest hand is fifty-eight.
"""
HOME = frozenset({"working from home"})


@pytest.fixture(scope="module")
def chunks():
    return {
        chunk.id: chunk
        for chunk in chunk_guide(read_text(TEXT, "bell-founder.md"), lambda text: len(text.split()))
    }


def test_a_chunk_tells_of_its_matters_and_is_the_more_telling_the_fewer_do(chunks):
    told = Told(chunks, {"bell-founder": [*chunks.values()]})
    (week,) = (one for one in chunks.values() if "Hybrid" in one.text)
    assert told.matters_of(week.id) >= HOME
    assert told.rarity()["working from home"] == math.log(len(chunks))
    assert told.weight(HOME, week.id, None) == math.log(len(chunks))
    others = [one for one in chunks if one != week.id]
    assert all(told.weight(HOME, one, ["bell-founder"]) == 0 for one in others)


def test_what_no_guide_tells_of_has_no_rarity_and_weighs_nothing(chunks):
    told = Told(chunks, {"bell-founder": [*chunks.values()]})
    assert "night work" not in told.rarity(["bell-founder"])
    assert all(told.weight(frozenset({"night work"}), one, None) == 0 for one in chunks)
    assert told.weight(frozenset(), next(iter(chunks)), None) == 0


def test_the_reply_to_a_question_tells_of_what_it_asks(chunks):
    told = Told(chunks, {"bell-founder": [*chunks.values()]})
    (reply,) = (one for one in chunks.values() if "fifty-eight" in one.text)
    assert "age and late starters" in told.matters_of(reply.id)

"""Which guide a message speaks of though it names no role."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.spoken_of import Voices, spoken_of
from assistant.guides.reader import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.understanding.understand import understand
from assistant.words import terms
from tests.opened import the_model

TEXTS = {
    "Reef Warden": [
        "A Reef Warden counts coral from a boat.",
        "Coral is counted at low tide.",
        "Divers mark bleached coral with a tag.",
        "A pay rise follows each tenth coral survey.",
        "Storms keep everybody ashore.",
    ]
    * 40,
    "Bell Founder": [
        "A Bell Founder casts bronze.",
        "Bronze is poured at night.",
        "Moulds for bronze are dug in a pit.",
        "A pay rise follows each tenth bronze casting.",
        "Clay dries for a week.",
    ]
    * 40,
}
PLANE = {"Reef Warden": np.array([1.0, 0.0]), "Bell Founder": np.array([0.0, 1.0])}
NOWHERE = np.array([0.0, 0.0])


def voices_of(texts):
    counts = {title: Counter(terms(" ".join(said))) for title, said in texts.items()}
    return Voices.of(PLANE, counts)


@pytest.fixture(scope="module")
def voices():
    return voices_of(TEXTS)


@given(st.lists(st.sampled_from(["coral", "bronz", "pay", "rise", "zebra"])))
def test_the_shares_add_up(said):
    shares = voices_of(TEXTS).shares(NOWHERE, said)
    assert sum(shares.values()) == pytest.approx(1)


def test_words_of_one_guide_speak_of_it_and_words_of_all_or_none_of_nobody(voices):
    assert spoken_of(voices.shares(NOWHERE, ["coral", "tide", "boat"])) == ("Reef Warden",)
    assert spoken_of(voices.shares(NOWHERE, ["pay", "rise"])) == ()
    assert spoken_of(voices.shares(NOWHERE, ["zebra"])) == ()


def test_a_title_that_is_near_in_meaning_is_spoken_of(voices):
    assert spoken_of(voices.shares(np.array([0.1, 0.6]), [])) == ("Bell Founder",)


def test_an_everyday_word_that_one_guide_has_by_chance_speaks_of_nobody():
    voices = voices_of({**TEXTS, "Bell Founder": [*TEXTS["Bell Founder"], "An old cup."]})
    assert spoken_of(voices.shares(NOWHERE, ["old", "cup"])) == ()
    assert spoken_of(voices.shares(NOWHERE, ["bronz", "cup"])) == ("Bell Founder",)


def test_a_rare_word_says_more_than_an_everyday_one():
    texts = {**TEXTS, "Bell Founder": [*TEXTS["Bell Founder"], "An old clapper."]}
    voices = voices_of(texts)
    old, clapper = (voices.shares(NOWHERE, [word])["Bell Founder"] for word in ("old", "clapper"))
    assert 0.5 < old < clapper


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trades")
    guides = [
        read_text(f"# {title}\n\n" + "\n\n".join(texts), f"{title}.md")
        for title, texts in TEXTS.items()
    ]
    sync(folder, guides, the_model())
    return Assistant(folder, the_model())


def test_the_message_is_of_the_role_that_it_speaks_of(assistant):
    answer = assistant.ask("when do you count and mark the coral?")
    assert {citation.guide_id for citation in answer.citations} == {"reef-warden"}
    (part,) = answer.trace["parts"]
    assert "coral" not in part["query"]["content"]
    assert "mark" in part["query"]["content"]


def test_a_role_that_is_named_is_not_overruled(assistant):
    answer = assistant.ask("does a bell founder count the coral?")
    assert {citation.guide_id for citation in answer.citations} <= {"bell-founder"}


def test_the_passages_found_are_of_that_role_too(assistant):
    found = assistant.search(["when do you count the coral?"], 3)
    assert {passage.chunk.guide_id for passage in found} == {"reef-warden"}


@pytest.mark.parametrize("said", ["salary", "What is the salary?", "How do I get promoted?"])
def test_what_every_guide_is_asked_speaks_of_no_guide(assistant, said):
    sources = assistant.sources()
    assert [query.roles for query in sources.in_role(understand([said], sources.lexicon))] == [()]

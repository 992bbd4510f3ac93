"""Jobs that no guide is about, known by the slot that they stand in."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.roles import find_roles


@pytest.fixture(scope="module")
def names():
    text = (
        "# Rota Planner\n\nA rota planner keeps the wards staffed and talks to a supplier of the "
        "roster software. A mentor helps for a year; the server is looked after elsewhere.\n"
    )
    return lexicon_of([read_text(text, "rota-planner.md")]).names


@pytest.mark.parametrize("job", ["paramedics", "rabbis", "GPs", "postmen", "judges", "arborists"])
@pytest.mark.parametrize("asked", ["how much do {} get in Hull", "are {} on call"])
def test_a_job_is_known_in_the_plural(job, asked, names):
    assert [mention.title for mention in find_roles(asked.format(job), names)] == [job]


@pytest.mark.parametrize("job", ["architect", "coach", "SENCO", "zzyzxer", "quidditch keeper"])
@pytest.mark.parametrize(
    "asked",
    ["what skills does a {} need", "how much does a {} earn", "what does a {} do all day"],
)
def test_who_earns_or_does_something_is_a_job_whatever_the_noun(job, asked, names):
    assert [mention.title for mention in find_roles(asked.format(job), names)] == [job]


@pytest.mark.parametrize(
    "asked",
    [
        "what does a junior earn",
        "would a supplier pay more for the same thing",
        "what skills does a beginner need",
        "how much do managers get",
        "are the servers on call to anybody",
        "do suppliers get in touch at night",
        "what does a mentor do",
        "will the company pay for a masters",
        "what does a band 6 earn",
        "what should a CV do",
        "what does a pull request do",
        "is a bootcamp well paid",
    ],
)
def test_levels_things_and_what_the_guides_speak_of_are_none(asked, names):
    assert [mention for mention in find_roles(asked, names) if not mention.guide_ids] == []

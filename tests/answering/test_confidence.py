"""How sure the evidence is and must be, by what the guide tells of what is asked about."""

import pytest

from assistant.answering.confidence import (
    NEVER,
    THRESHOLD,
    THRESHOLD_OF_KIND,
    THRESHOLD_WHERE_FAR,
    confidence,
    features_of,
    threshold,
)
from assistant.answering.signs import FAR, Signs, Where, signs_of
from assistant.guides.reader import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.understanding.synonyms import lacking
from assistant.understanding.understand import understand
from tests.opened import the_model

TEXT = """# Bell Founder

A bell founder pours bronze into moulds of clay.

## The week

Hybrid working is common, with two days a week at home. Bells cool for a month.

## Tuning

The lathe cuts the rim until the pitch is right, and the bell is hung.

## Ways in

Founders come from welding or pottery, with a level 2 certificate in casting.
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bells")
    sync(folder, [read_text(TEXT, "bell-founder.md")], the_model())
    return Assistant(folder, the_model()).sources()


def seen(question, sources):
    """The query, what is found for it, and the signs."""
    (query,) = sources.in_role(understand([question], sources.lexicon))
    asked = sources.asked(query)
    found = sources.found_in("bell-founder", asked).kept
    return query, asked, found, signs_of(query, found, asked, sources.snapshot)


@pytest.mark.parametrize(
    ("question", "matter", "where"),
    [
        ("Could a bell founder wfh now and then?", "working from home", Where.FIRST),
        (
            "Could a bell founder ever drop to a job share?",
            "part-time and job share",
            Where.NOWHERE,
        ),
    ],
)
def test_where_a_guide_tells_of_what_is_asked_about(question, matter, where, sources):
    *_, signs = seen(question, sources)
    assert signs.matters[matter] is where


def test_what_a_guide_never_tells_of_is_doubted_and_what_it_tells_of_first_is_believed(sources):
    _, asked, _, signs = seen("Could a bell founder wfh now and then?", sources)
    chances = [
        confidence(Signs(signs.features, {"working from home": where}), asked)
        for where in (Where.FIRST, Where.ELSEWHERE, Where.NOWHERE)
    ]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] >= THRESHOLD
    assert confidence(None, asked) == 0


def test_a_matter_that_nothing_was_fitted_to_says_nothing():
    signs = Signs({"score": 1.0}, {"bells": Where.NOWHERE})
    numbers = features_of(signs, {})
    assert (numbers["matters_mean"], numbers["matters_least"]) == (0, 0)
    assert (numbers["asked_of_matters"], numbers["told_nowhere"]) == (1, 1)


def test_of_several_matters_the_one_that_speaks_most_against_counts_beside_the_mean():
    ratios = {"bells": dict.fromkeys(Where, -2.0), "ropes": dict.fromkeys(Where, 1.0)}
    signs = Signs({}, {"bells": Where.NOWHERE, "ropes": Where.FIRST})
    numbers = features_of(signs, ratios)
    assert (numbers["matters_mean"], numbers["matters_least"]) == (-0.5, -2.0)
    assert (numbers["told_first"], numbers["told_nowhere"]) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is a gearbox?", False),
        ("what does a bell founder's gearbox do", False),
        ("What is the lathe for?", True),
    ],
)
def test_what_a_thing_is_that_the_guide_has_no_word_of_needs_more_than_there_is(
    question, said, sources
):
    query, _, found, signs = seen(question, sources)
    assert threshold(query, found, signs, sources.snapshot) == (THRESHOLD if said else NEVER)


def test_who_asks_for_qualifications_is_told_what_must_be_brought_by_any_name(sources):
    query, _, found, signs = seen("What qualifications does a bell founder need?", sources)
    ways = [one for one in found if one.chunk.section == ("Ways in",)]
    assert threshold(query, ways, signs, sources.snapshot) <= THRESHOLD_OF_KIND


def test_the_certainty_is_reckoned_without_what_matters_add(sources):
    _, _, found, signs = seen("Could a bell founder wfh now and then?", sources)
    assert found[0].told > 0
    assert signs.features["score"] < found[0].score / 10


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("Does a bell founder have night shifts?", "lacks"),
        ("Would a bell founder cut the rim?", "own_words"),
        ("how long do bells cool", "given"),
        ("how much does the lathe of a bell founder cost", "lacks_kind"),
        ("until the pitch is right", "said"),
    ],
)
def test_a_sign_is_seen_where_it_holds_and_not_where_not(question, sign, sources):
    *_, signs = seen(question, sources)
    *_, other = seen("Would a bell founder ever paint one?", sources)
    assert (signs.features[sign], other.features[sign]) == (1, 0)


def test_what_is_near_nothing_and_shares_no_word_is_far(sources):
    query, _, found, signs = seen("Must a bell founder shear sheep?", sources)
    assert max(passage.best for passage in found[:3]) < FAR
    assert signs.features["far"] == 1
    assert threshold(query, found, signs, sources.snapshot) == THRESHOLD_WHERE_FAR


def test_a_thing_named_in_the_plural_is_not_lacking():
    assert not lacking("will they get me a visa", "Some sponsor visas.")
    assert not lacking("do they do nights", "Expect the odd night.")
    assert lacking("do they do nights", "Expect quiet days.")


def test_nothing_is_seen_in_nothing(sources):
    query, asked, *_ = seen("Would a bell founder ever paint one?", sources)
    assert signs_of(query, (), asked, sources.snapshot) is None
    assert threshold(query, (), None, sources.snapshot) == THRESHOLD


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """A guide of many passages, one of which has a name by letters."""
    parts = (f"## Part {n}\n\nBells of kind {n} are cast in week {n}.\n" for n in range(1, 9))
    text = f"{TEXT}\n## School\n\nThe BFG sets a test of the ear each May.\n\n{''.join(parts)}"
    folder = tmp_path_factory.mktemp("named")
    sync(folder, [read_text(text, "bell-founder.md")], the_model())
    return Assistant(folder, the_model()).sources()


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("what BFG thing must a bell founder be comfy with", 1),
        ("what bfg thing must a bell founder be comfy with", 0),
    ],
)
def test_a_rare_name_by_letters_in_the_first_passage_is_a_sign(question, held, named):
    *_, signs = seen(question, named)
    assert signs.features["letters"] == held

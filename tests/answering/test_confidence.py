"""How sure the evidence must be, by whether the guide tells of what is asked about."""

import pytest

from assistant.answering.confidence import (
    FAR,
    THRESHOLD,
    THRESHOLD_WHERE_FAR,
    THRESHOLD_WHERE_NAMED,
    THRESHOLD_WHERE_STRANGE,
    THRESHOLD_WHERE_TOLD,
    features_of,
    threshold,
)
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
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bells")
    sync(folder, [read_text(TEXT, "bell-founder.md")], the_model())
    return Assistant(folder, the_model()).sources()


def asked_and_found(question, sources):
    (query,) = sources.in_role(understand([question], sources.lexicon))
    asked = sources.asked(query)
    return query, asked, sources.found_in("bell-founder", asked).kept


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("Could a bell founder ever drop down to a job share?", THRESHOLD_WHERE_FAR),
        ("Would a bell founder ever paint one?", THRESHOLD),
    ],
)
def test_what_a_guide_never_tells_of_needs_more(question, needed, sources):
    query, _, found = asked_and_found(question, sources)
    assert threshold(query, found, "bell-founder", sources.snapshot) == needed


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("Would a bell founder ever paint one?", False),
        ("Would anybody ever paint one?", True),
        ("is the pitch right?", False),
    ],
)
def test_what_names_no_role_needs_more_where_a_word_is_not_the_guides(question, strange, sources):
    (query,) = understand([question], sources.lexicon).queries
    found = sources.found_in("bell-founder", sources.asked(query)).kept
    needed = threshold(query, found, "bell-founder", sources.snapshot)
    assert (needed == THRESHOLD_WHERE_STRANGE) == strange


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
    query, _, found = asked_and_found(question, sources)
    assert (threshold(query, found, "bell-founder", sources.snapshot) <= 1) == said


def test_what_the_first_passage_tells_of_needs_less(sources):
    query, _, found = asked_and_found("Could a bell founder wfh now and then?", sources)
    needed = threshold(query, found, "bell-founder", sources.snapshot)
    assert needed <= THRESHOLD_WHERE_TOLD < THRESHOLD


def test_the_certainty_is_reckoned_without_what_matters_add(sources):
    _, asked, found = asked_and_found("Could a bell founder wfh now and then?", sources)
    assert found[0].told > 0
    features = features_of(found, asked, sources.snapshot)
    assert features["score"] < found[0].score / 10


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("Does a bell founder have night shifts?", True),  # by none of its names, and never told of
        ("Does a bell founder know DICOM?", True),
        ("Could a bell founder at the BBC wfh now and then?", False),
    ],
)
def test_a_strange_name_counts_for_little_beside_a_matter_that_is_told_of(
    question, strange, sources
):
    query, _, found = asked_and_found(question, sources)
    needed = threshold(query, found, "bell-founder", sources.snapshot)
    assert (needed >= THRESHOLD_WHERE_STRANGE) == strange


def test_what_is_near_nothing_needs_the_most(sources):
    """Though it is asked as of what any guide tells."""
    query, _, found = asked_and_found("Must a bell founder shear sheep?", sources)
    assert max(passage.best for passage in found[:3]) < FAR
    assert threshold(query, found, "bell-founder", sources.snapshot) == THRESHOLD_WHERE_FAR


def test_a_thing_named_in_the_plural_is_not_lacking():
    assert not lacking("will they get me a visa", "Some sponsor visas.")
    assert not lacking("do they do nights", "Expect the odd night.")
    assert lacking("do they do nights", "Expect quiet days.")


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """A guide of many passages, one of which has a name by letters."""
    parts = (f"## Part {n}\n\nBells of kind {n} are cast in week {n}.\n" for n in range(1, 9))
    text = f"{TEXT}\n## School\n\nThe BFG sets a test of the ear each May.\n\n{''.join(parts)}"
    folder = tmp_path_factory.mktemp("named")
    sync(folder, [read_text(text, "bell-founder.md")], the_model())
    return Assistant(folder, the_model()).sources()


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("what BFG thing must a bell founder be comfy with", THRESHOLD_WHERE_NAMED),
        ("what bfg thing must a bell founder be comfy with", THRESHOLD),
    ],
)
def test_a_rare_name_by_letters_in_the_first_passage_is_what_was_asked_for(question, needed, named):
    query, _, found = asked_and_found(question, named)
    assert "BFG" in found[0].chunk.text
    assert threshold(query, found, "bell-founder", named.snapshot) == needed


def test_a_name_by_letters_of_which_nothing_was_found_eases_nothing(named):
    query, *_ = asked_and_found("what BFG thing must a bell founder be comfy with", named)
    assert threshold(query, (), "bell-founder", named.snapshot) == THRESHOLD

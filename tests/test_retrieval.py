"""Retrieval over the real corpus: the filter, the ranks, the order, the same each time."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from assistant.guides.model import BlockKind, SectionKind
from assistant.index import open_snapshot
from assistant.retrieval import (
    CANDIDATES,
    Asked,
    features_of,
    retrieve,
    weigh,
    weights,
)
from assistant.words import terms
from tests.opened import the_model

QUESTIONS = (
    "What does a senior earn in London?",
    "Is on-call part of the job?",
    "How do people get in from the NHS?",
    "Which standards matter?",
    "zzzz qqqq",
)


@pytest.fixture(scope="module")
def snapshot(index_folder):
    model = the_model()
    with open_snapshot(index_folder, model.name, model.dimension) as opened:
        yield opened


def asked(text, snapshot, topics=frozenset()):
    reading = the_model().read(text)
    telling = tuple(dict.fromkeys(terms(text, snapshot.compounds)))
    return Asked(text, telling, reading.vector, reading, topics)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_filter_lets_no_other_guide_in(question, snapshot):
    for guide_id in snapshot.guides:
        found = retrieve(snapshot, asked(question, snapshot), guide_ids=(guide_id,), k=200)
        both = (*found.kept, *(passage for passage, _ in found.rejected))
        assert both
        assert {passage.chunk.guide_id for passage in both} == {guide_id}


@pytest.mark.parametrize("question", QUESTIONS)
def test_passages_come_best_first_each_once_without_the_call_to_action(question, snapshot):
    found = retrieve(snapshot, asked(question, snapshot), k=15)
    both = [*found.kept, *(passage for passage, _ in found.rejected)]
    assert len(found.kept) == 15
    assert all(one.score >= other.score for one, other in pairwise(both))
    assert len({passage.chunk.id for passage in both}) == len(both)
    assert all(p.chunk.section_kind is not SectionKind.CALL_TO_ACTION for p in both)
    assert all(reason for _, reason in found.rejected)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_finds_the_same_passages(question, snapshot):
    first = retrieve(snapshot, asked(question, snapshot), k=20)
    assert retrieve(snapshot, asked(question, snapshot), k=20) == first
    assert retrieve(snapshot, asked(question, snapshot), k=5).kept == first.kept[:5]


@pytest.mark.parametrize("question", QUESTIONS)
def test_ranks_are_places_in_the_first_stage(question, snapshot):
    (guide_id, *_) = snapshot.guides
    found = retrieve(snapshot, asked(question, snapshot), guide_ids=(guide_id,), k=CANDIDATES)
    for name, value in (("meaning", "similarity"), ("words", "words")):
        ranked = [passage for passage in found.kept if name in passage.ranks]
        ranked.sort(key=lambda passage: passage.ranks[name])
        ranks = [passage.ranks[name] for passage in ranked]
        assert all(rank >= 1 for rank in ranks)
        assert len(set(ranks)) == len(ranks)
        assert all(getattr(a, value) >= getattr(b, value) - 1e-4 for a, b in pairwise(ranked))
    assert all(set(p.ranks) <= {"meaning", "sentence", "words"} for p in found.kept)


def test_similarities_are_cosines_of_the_chunk_and_of_each_sentence(snapshot):
    question = asked("Is on-call part of the job?", snapshot)
    for passage in retrieve(snapshot, question, k=20).kept:
        vector = snapshot.chunk_vector(passage.chunk.id)
        assert passage.similarity == pytest.approx(float(np.dot(vector, question.vector)), abs=1e-5)
        assert passage.best == max(passage.similarity, *passage.sentences)
        if passage.chunk.kind is not BlockKind.TABLE_ROW:
            assert len(passage.sentences) == len(passage.chunk.sentences)
        assert 0 <= passage.covered <= 1 + 1e-9


def test_a_passage_without_sentences_is_as_near_as_its_chunk(snapshot):
    (passage, *_) = retrieve(snapshot, asked(QUESTIONS[0], snapshot), k=1).kept
    assert replace(passage, sentences=(), similarity=0.25).best == 0.25


def test_a_guides_own_question_finds_its_answer_first(snapshot):
    for chunk in snapshot.chunks.values():
        if chunk.kind is BlockKind.FAQ:
            words = chunk.text.splitlines()[0].lstrip("# ")
            found = retrieve(snapshot, asked(words, snapshot), guide_ids=(chunk.guide_id,), k=3)
            assert found.kept[0].chunk.id == chunk.id


def test_chunks_weighed_again_get_the_same_scores(snapshot):
    question = asked(QUESTIONS[1], snapshot)
    (guide_id, *_) = snapshot.guides
    found = retrieve(snapshot, question, guide_ids=(guide_id,), k=5).kept
    ids = sorted(passage.chunk.id for passage in found)
    again = weigh(snapshot, question, ids, (guide_id,))
    assert [p.chunk.id for p in again] == [p.chunk.id for p in found]
    assert [p.score for p in again] == pytest.approx([p.score for p in found])
    assert weigh(snapshot, question, [], (guide_id,)) == []


def test_a_question_of_no_known_word_still_finds_by_meaning(snapshot):
    found = retrieve(snapshot, asked("zzzz qqqq", snapshot), k=3)
    assert all("words" not in passage.ranks for passage in found.kept)
    assert all(passage.covered == 0 for passage in found.kept)


def test_features_say_what_the_chunk_is_and_what_the_question_points_to(snapshot):
    rows = [c for c in snapshot.chunks.values() if c.kind is BlockKind.TABLE_ROW]
    pay = next(c for c in rows if c.section_kind is SectionKind.SALARY)
    skill = next(c for c in rows if c.section_kind is SectionKind.SKILLS)
    about_pay = asked("pay", snapshot, frozenset({SectionKind.SALARY}))
    numbers = (0.4, (0.1, 0.6, 0.3), 0.5, 0.2, 0.1, 2.5)
    of_pay, of_skill = (features_of(chunk, about_pay, *numbers) for chunk in (pay, skill))
    assert (of_pay["pay_row"], of_skill["pay_row"]) == (1.0, 0.0)
    assert (of_pay["topic"], of_skill["topic"]) == (1.0, 0.0)
    assert of_pay["section:salary"] == of_pay["block:table_row"] == 1.0
    assert of_pay["sentence"] == 0.6
    assert of_pay["matters"] == 2.5
    assert of_pay["two_sentences"] == pytest.approx(0.45)
    without = features_of(pay, about_pay, 0.4, (), 0.5, 0.2, 0.1, 0.0)
    assert without["sentence"] == without["two_sentences"] == 0.4


def test_every_weight_is_of_a_feature(snapshot):
    kinds = {f"section:{kind.value}" for kind in SectionKind} | {
        f"block:{kind.value}" for kind in BlockKind
    }
    (chunk, *_) = snapshot.chunks.values()
    named = set(features_of(chunk, asked("pay", snapshot), 0, (), 0, 0, 0, 0))
    assert set(weights()) <= named | kinds

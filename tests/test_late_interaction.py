"""Late interaction against the slow loop that its definition spells out."""

import math
from collections import Counter

import numpy as np
import pytest

from assistant.embeddings import Reading
from assistant.late_interaction import fitted, index_of, matches, project, rarity

RANDOM = np.random.default_rng(7)


def reading(pieces):
    states = RANDOM.normal(size=(len(pieces), 384)).astype(np.float32)
    return Reading(np.zeros(384, np.float32), np.array(pieces, dtype=np.int64), states)


def chunk(pieces):
    one = reading(pieces)
    return one.pieces, project(one.states).astype(np.float16)


CHUNKS = [chunk([1, 2, 3]), chunk([3]), chunk([4, 4, 5, 1]), chunk([9, 8])]
INDEX = index_of(CHUNKS)
EVERYWHERE = range(len(CHUNKS))


def slowly(question, places):
    """The weighted mean, over the question's pieces, of the best cosine in each chunk."""
    among = len(EVERYWHERE)
    weights = []
    for piece, state in zip(question.pieces, question.states, strict=True):
        within = sum(piece in CHUNKS[place][0] for place in EVERYWHERE)
        gate = math.exp(sum(float(a) * float(b) for a, b in zip(state, fitted().gate, strict=True)))
        weights.append(math.log(1 + among / (1 + within)) * gate)
    asked = project(question.states)
    scores = []
    for place in places:
        total = 0.0
        for weight, vector in zip(weights, asked, strict=True):
            cosines = []
            for other in CHUNKS[place][1]:
                cosines.append(sum(float(a) * float(b) for a, b in zip(vector, other, strict=True)))
            total += weight * max(cosines)
        scores.append(total / sum(weights))
    return scores


@pytest.mark.parametrize("pieces", [[1], [1, 2, 3], [4, 7, 7, 9, 3], [100, 200]])
@pytest.mark.parametrize("places", [[0], [3, 1], [0, 1, 2, 3], [2, 2, 0]])
def test_matches_are_those_of_the_slow_loop(pieces, places):
    question = reading(pieces)
    found = matches(question, INDEX, places, rarity(INDEX, EVERYWHERE))
    assert found.dtype == np.float32
    assert found == pytest.approx(slowly(question, places), abs=1e-4)


def test_a_chunk_that_holds_the_questions_own_pieces_matches_best():
    states = RANDOM.normal(size=(3, 384)).astype(np.float32)
    question = Reading(np.zeros(384, np.float32), np.array([1, 2, 3]), states)
    own = (question.pieces, project(states).astype(np.float16))
    index = index_of([CHUNKS[0], own, CHUNKS[2]])
    found = matches(question, index, [0, 1, 2], rarity(index, [0, 1, 2]))
    assert found.argmax() == 1
    assert found[1] == pytest.approx(1, abs=5e-3)


def test_what_other_chunks_are_weighed_changes_no_score():
    question = reading([1, 4, 8])
    rare = rarity(INDEX, EVERYWHERE)
    alone = [matches(question, INDEX, [place], rare)[0] for place in EVERYWHERE]
    assert matches(question, INDEX, list(EVERYWHERE), rare) == pytest.approx(alone, abs=1e-6)


def test_a_question_without_pieces_or_places_matches_nothing():
    rare = rarity(INDEX, EVERYWHERE)
    assert matches(reading([1]), INDEX, [], rare).shape == (0,)
    assert matches(reading([]), INDEX, [0, 1], rare).tolist() == [0.0, 0.0]


def test_projections_are_unit_vectors():
    lengths = np.linalg.norm(project(reading([1, 2, 3, 4]).states), axis=1)
    assert lengths == pytest.approx(np.ones(4), abs=1e-3)


def test_rarity_counts_chunks_and_not_occurrences():
    assert rarity(INDEX, [0, 1, 2]) == (Counter({3: 2, 1: 2, 2: 1, 4: 1, 5: 1}), 3)
    assert rarity(INDEX, []) == (Counter(), 0)


def test_the_index_gives_each_chunk_back():
    for place, (pieces, vectors) in enumerate(CHUNKS):
        found_pieces, found_vectors = INDEX.of(place)
        assert found_pieces.tolist() == pieces.tolist()
        assert (found_vectors == vectors).all()
    assert len(index_of([]).pieces) == 0

"""Ranking measures, by hand and against an implementation written from the definitions."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.ranking import distinct, ranking_measures


def one(ranking, grades):
    return ranking_measures({"q": ranking}, {"q": grades})["q"]


def test_five_places_worked_by_hand():
    """Gains 0 2 0 1 0: nDCG = (2/log2 3 + 1/log2 5) / (2/log2 2 + 1/log2 3)."""
    found = one(["x", "a", "y", "b", "z"], {"a": 2, "b": 1})
    assert found["success_at_1"] == 0.0
    assert found["recall_at_5"] == 1.0
    assert found["rr_at_10"] == 0.5
    assert found["ndcg_at_5"] == pytest.approx((2 / log2(3) + 1 / log2(5)) / (2 + 1 / log2(3)))


def test_also_relevant_is_not_the_place_that_answers():
    found = one(["b", "a"], {"a": 2, "b": 1})
    assert found["success_at_1"] == 0.0
    assert found["rr_at_10"] == 0.5


def test_nothing_found_is_zero_and_nothing_to_find_is_left_out():
    assert set(one([], {"a": 2}).values()) == {0.0}
    assert ranking_measures({"q": ["x"]}, {"q": {}}) == {}
    assert ranking_measures({}, {}) == {}


def test_a_place_counts_at_its_best_rank():
    assert distinct(["b", "a", "b", "c", "a"]) == ["b", "a", "c"]


def by_definition(ranking, grades):
    gains = [grades.get(name, 0) for name in ranking]
    ideal = sorted(grades.values(), reverse=True)
    firsts = [rank for rank, gain in enumerate(gains[:10], start=1) if gain == 2]
    wanted = [name for name, grade in grades.items() if grade == 2]
    found = [name for name in ranking[:5] if grades.get(name) == 2]
    return {
        "success_at_1": float(gains[:1] == [2]),
        "recall_at_5": len(found) / len(wanted) if wanted else 0.0,
        "rr_at_10": 1 / firsts[0] if firsts else 0.0,
        "ndcg_at_5": gain_of(gains[:5]) / gain_of(ideal[:5]),
    }


def gain_of(gains):
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))


names = st.sampled_from("abcdefghijklmno")


@given(
    st.lists(names, unique=True, max_size=15),
    st.dictionaries(names, st.sampled_from([1, 2]), min_size=1, max_size=6),
)
def test_an_independent_implementation_agrees(ranking, grades):
    found = one(ranking, grades)
    assert found == pytest.approx(by_definition(ranking, grades), abs=1e-5)

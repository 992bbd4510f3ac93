"""Refusals, roles, parts, consistency, latency and nuggets, each worked by hand."""

import pytest

from assistant.answer import AnswerStatus, Part
from evals.cases import ExpectedPart, Nugget
from evals.measures import nuggets, refusals
from evals.measures.consistency import agreement, jaccard, worst
from evals.measures.latency import percentile
from evals.measures.parts import parts_found
from evals.measures.roles import role_precision
from tests.evals.tiny import BAKER, MILLER, answer, cite, make_case

NO = make_case(answerable="no", kind="not_covered", gold=[], roles=[], nuggets=[], numbers=[])


@pytest.mark.parametrize(
    ("case", "status", "refusal", "wrong_yes", "question"),
    [
        (make_case(), AnswerStatus.ANSWERED, 0, None, 0),
        (make_case(), AnswerStatus.NOT_COVERED, 1, None, 0),
        (make_case(), AnswerStatus.CLARIFY, 0, None, 1),
        (make_case(answerable="partial"), AnswerStatus.PARTIAL, 0, None, 0),
        (NO, AnswerStatus.NOT_COVERED, None, 0, None),
        (NO, AnswerStatus.ANSWERED, None, 1, None),
        (make_case(answerable="underspecified"), AnswerStatus.CLARIFY, None, None, None),
    ],
)
def test_each_error_is_counted_where_it_can_happen(case, status, refusal, wrong_yes, question):
    assert refusals.false_refusal(case, status) == refusal
    assert refusals.false_answer(case, status) == wrong_yes
    assert refusals.needless_question(case, status) == question


def test_half_of_the_citations_are_of_the_guide_asked_about():
    given = answer("a [1] b [2]", cite(BAKER, "A baker"), cite(MILLER, "grinds", 2))
    assert role_precision(make_case(), given) == 0.5
    assert role_precision(make_case(), answer("Hello.")) is None
    assert role_precision(NO, given) is None


def expected(question, status):
    return ExpectedPart(question=question, status=status)


def test_parts_are_paired_by_their_words():
    wanted = [expected("what is the pay", "answered"), expected("is there parking", "not_covered")]
    pay, parking = "What's the pay?", "And is there any parking?"
    both = [Part(parking, AnswerStatus.NOT_COVERED), Part(pay, AnswerStatus.ANSWERED)]
    assert parts_found(wanted, both) == 1.0
    swapped = [Part(parking, AnswerStatus.ANSWERED), Part(pay, AnswerStatus.NOT_COVERED)]
    assert parts_found(wanted, swapped) == 0.0
    assert parts_found(wanted, both[:1]) == 0.5
    assert parts_found(wanted, [*both, Part("x", AnswerStatus.ANSWERED)]) == pytest.approx(2 / 3)
    assert parts_found(wanted, []) == 0.0
    assert parts_found([], both) is None


def test_jaccard_and_agreement_worked_by_hand():
    assert jaccard("ab", "bc") == pytest.approx(1 / 3)
    assert jaccard("", "") == 1.0
    assert agreement(["ab", "ab", "a"]) == pytest.approx((1 + 0.5 + 0.5) / 3)
    assert agreement(["ab"]) is None


def test_a_group_is_as_good_as_its_worst_wording():
    assert worst([True, True]) == 1.0
    assert worst([True, False]) == 0.0
    assert worst([True]) is None


def test_percentiles_are_interpolated():
    assert percentile([0.010, 0.020, 0.030], 0.5) == 20.0
    assert percentile([0.010, 0.020], 0.95) == 19.5
    assert percentile([], 0.5) is None


def test_nugget_recall_worked_by_hand():
    """Two vital, one found; one minor, found: vital 1/2, weighted (1 + 1/2) / (2 + 1/2)."""
    asked = [
        Nugget(text="early", vital=True, accept=["before dawn", "at night"]),
        Nugget(text="degree", vital=True, accept=["no degree"]),
        Nugget(text="bread", vital=False, accept=["bread"]),
    ]
    said = "They make **bread** before\ndawn [1]."
    assert nuggets.vital_recall(said, asked) == 0.5
    assert nuggets.weighted_recall(said, asked) == pytest.approx(1.5 / 2.5)
    assert nuggets.missing_vital(said, asked) == ["degree"]
    assert nuggets.vital_recall(said, []) is None
    assert nuggets.weighted_recall(said, []) is None

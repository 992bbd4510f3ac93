import pytest

from assistant.answer import AnswerStatus
from evals.faults import FAULTS, Subject
from evals.mutants import try_fault
from evals.results import Hit, Result
from evals.scoring import score_dataset
from tests.evals.tiny import ATLAS, BAKER, answer, cite, make_case

PAY = "A junior baker earns £24,000 to £28,000 in London, NHS Band 3."
BY_MEASURE = {fault.name: fault for fault in FAULTS}


def hit(words):
    found = cite(BAKER, words)
    return Hit("baker", (), found.start, found.end, 1.0, words)


RIGHT = Result(
    "own",
    "c",
    (answer(f"{PAY} [1]", cite(BAKER, PAY, section=("Salary",))),),
    (hit(PAY), hit("A baker makes bread")),
)
REFUSAL = Result("own", "n", (answer("Not covered.", status=AnswerStatus.NOT_COVERED),))
NO = make_case(
    id="n", answerable="no", kind="not_covered", gold=[], nuggets=[], numbers=[], roles=[]
)


def right_scores():
    cases = [make_case(id="c"), NO]
    scores = score_dataset("own", cases, {"c": RIGHT, "n": REFUSAL}, ATLAS)
    assert all(score.right and not score.violations for score in scores)
    return scores


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_can_be_planted_and_is_noticed(fault):
    trial = try_fault(fault, right_scores(), ATLAS)
    assert trial.planted > 0
    assert trial.unnoticed == ()


def test_a_measure_that_is_blind_is_found_out():
    blind = BY_MEASURE["a changed figure"]
    deaf = type(blind)(blind.name, "quote_validity", blind.plant)
    assert try_fault(deaf, right_scores(), ATLAS).unnoticed == ("own/c",)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_is_not_there_can_not_be_spoilt(fault):
    bare = make_case(
        id="b", kind="small_talk", answerable="social", gold=[], nuggets=[], forbidden=[], roles=[]
    )
    given = answer("Hello.", status=AnswerStatus.SOCIAL)
    spoilt = fault.plant(Subject(bare, Result("own", "b", (given,)), given, ATLAS))
    assert spoilt is None or spoilt.error

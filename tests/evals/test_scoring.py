from assistant.answer import AnswerStatus
from evals.catalogue import CATALOGUE, belongs
from evals.results import Hit, Result
from evals.scoring import score_dataset
from evals.summary import cluster, of_measure, summarise
from tests.evals.tiny import ATLAS, BAKER, MILLER, answer, cite, make_case

PAY = "£24,000 to £28,000"
GOOD = answer(f"{PAY} [1]", cite(BAKER, PAY))
BAD = answer("£28,000 [1]", cite(BAKER, "makes bread"))


def hit(guide, words):
    found = cite(guide, words)
    return Hit(guide.id, (), found.start, found.end, 1.0, words)


def scores_of(cases, **results):
    return score_dataset("own", cases, results, ATLAS)


def test_a_group_is_scored_once_at_its_first_case():
    cases = [make_case(id=name, group="g") for name in ("b", "a")]
    results = {name: Result("own", name, (given,)) for name, given in (("a", GOOD), ("b", BAD))}
    first, second = scores_of(cases, **results)
    assert first.values["paraphrase_worst"] == 0.0
    assert first.values["paraphrase_agreement"] == 0.0
    assert "paraphrase_worst" not in second.values


def test_a_follow_up_is_compared_with_its_standalone_form():
    case = make_case(id="a", turns=["a baker's pay?", "and junior?"], standalone="junior baker pay")
    (score,) = scores_of([case], a=Result("own", "a", (GOOD, GOOD), (), BAD))
    assert score.values["right"] == 1.0
    assert score.values["history_right"] == 0.0
    assert score.values["history_agreement"] == 0.0


def test_a_gold_section_counts_once_in_a_ranking():
    ranking = (hit(MILLER, "grinds"), hit(BAKER, PAY), hit(BAKER, "NHS Band 3"))
    (score,) = scores_of([make_case(id="a")], a=Result("own", "a", (GOOD,), ranking))
    assert score.values["rr_at_10"] == 0.5
    assert score.values["recall_at_5"] == 1.0


def test_every_turn_is_held_to_the_invariants():
    early = answer("It pays £99,000 [4]")
    (score,) = scores_of([make_case(id="a", turns=["x", "y"])], a=Result("own", "a", (early, GOOD)))
    assert {violation.invariant for violation in score.violations} == {
        "marker_validity",
        "figures_grounded",
    }
    assert score.right


def test_a_question_back_is_not_measured_for_points():
    case = make_case(id="a", kind="no_role", answerable="underspecified")
    given = answer("Which role?", status=AnswerStatus.CLARIFY)
    (score,) = scores_of([case], a=Result("own", "a", (given,)))
    assert score.values["vital_recall"] is None
    assert score.right


def test_a_summary_leaves_out_splits_without_cases():
    summary = summarise(scores_of([make_case(id="a")], a=Result("own", "a", (GOOD,))))
    assert set(summary.figures) == {"all", "dev"}
    assert summary.figures["dev"]["false_answer"].value is None
    assert summary.slices["dev"]["role"]["baker"].value == 1.0


def test_cases_of_a_group_are_one_cluster():
    scores = scores_of([make_case(id="a", group="g"), make_case(id="b", group="g")])
    assert cluster(scores[0]) == cluster(scores[1])
    assert of_measure(scores, "right").count == 2


def test_each_suite_knows_its_cases():
    plain, talk = make_case(), make_case(turns=["a", "b"])
    no = make_case(answerable="no", kind="injection", gold=[], forbidden=[])
    assert [belongs(plain, suite) for suite in ("retrieval", "answers")] == [True, True]
    assert not belongs(no, "retrieval")
    assert belongs(no, "safety")
    assert belongs(plain, "safety")
    assert belongs(talk, "conversations")
    assert not belongs(plain, "conversations")
    assert belongs(make_case(group="g"), "robustness")
    assert not belongs(plain, "robustness")


def test_each_measure_is_named_once():
    assert len({entry.name for entry in CATALOGUE}) == len(CATALOGUE)

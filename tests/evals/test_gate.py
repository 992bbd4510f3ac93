from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from evals.baseline import Baseline, differences, read_baseline, to_baseline, write_baseline
from evals.comparison import compare
from evals.gate import drop_failures, floor_failures, invariant_failures, missed_aims
from evals.results import Result
from evals.scoring import Score, score_dataset
from evals.thresholds import Drop, Floor, ThresholdsError, load_thresholds
from evals.verdict import Scope, judge_run
from tests.evals.tiny import ATLAS, BAKER, answer, cite, make_case

GOOD = answer("£24,000 to £28,000 [1]", cite(BAKER, "£24,000 to £28,000"))
WRONG = answer("£28,000 [1]", cite(BAKER, "£28,000"))
GUIDES = {"corpus/baker": "abc"}


def scores_of(*answers, split="dev"):
    """Scores of as many cases as there are answers, each a conversation of its own."""
    cases = [
        make_case(id=f"c{n:02}", turns=[f"question {n}"], split=split) for n in range(len(answers))
    ]
    results = {
        case.id: Result("own", case.id, (given,), ())
        for case, given in zip(cases, answers, strict=True)
    }
    return score_dataset("own", cases, results, ATLAS)


def test_a_broken_invariant_is_one_sentence_with_an_example():
    bad = answer("£24,000 to £28,000 [1] [9]", *GOOD.citations)
    (sentence,) = invariant_failures(scores_of(GOOD, bad, bad), ["marker_validity"])
    assert sentence.startswith("2 cases had a marker without a source")
    assert "own/c01: [9] stands for no citation" in sentence


def test_a_held_out_case_is_counted_and_not_named():
    bad = answer("£24,000 to £28,000 [1] [9]", *GOOD.citations)
    (sentence,) = invariant_failures(scores_of(bad, split="held-out"), ["marker_validity"])
    assert (
        sentence == "1 case had a marker without a source, or a source without a marker. None may."
    )


def test_a_case_without_an_answer_is_an_error_and_not_a_zero():
    cases = [make_case(id="c1"), make_case(id="c2")]
    failed = answer("Sorry.", status=AnswerStatus.FAILED)
    scores = score_dataset("own", cases, {"c2": Result("own", "c2", (failed,))}, ATLAS)
    assert [score.values["no_error"] for score in scores] == [0.0, 0.0]
    assert scores[0].values == {"right": 0.0, "no_error": 0.0}
    (sentence,) = invariant_failures(scores, ["no_error"])
    assert sentence.startswith("2 cases ended in an error")


def test_a_floor_says_which_slices_fell_short():
    floor = Floor(measure="right", split="dev", by="kind", limit=0.9)
    assert list(floor_failures(scores_of(GOOD, GOOD), [floor])) == []
    (sentence,) = floor_failures(scores_of(GOOD, WRONG), [floor])
    assert "at least 90.0 % is asked of each kind, but it is pay 50.0 % (2 dev cases)" in sentence


def test_a_ceiling_is_kept_from_above():
    ceiling = Floor(measure="false_refusal", limit=0.0)
    refused = answer("The guides do not say.", status=AnswerStatus.NOT_COVERED)
    assert list(floor_failures(scores_of(GOOD), [ceiling])) == []
    assert "at most 0.0 %" in next(floor_failures(scores_of(refused), [ceiling]))


def test_an_aim_is_reported_and_fails_nothing():
    aims = [Floor(measure="right", aim=0.95)]
    assert list(floor_failures(scores_of(WRONG), aims)) == []
    (sentence,) = missed_aims(scores_of(WRONG), aims)
    assert "at least 95.0 % is the aim, but it is 0.0 % (1 case)." in sentence


def test_a_floor_over_nothing_is_not_missed():
    assert list(floor_failures(scores_of(GOOD), [Floor(measure="false_answer", limit=0.0)])) == []


def change_from(before, now):
    baseline = to_baseline(scores_of(*before), GUIDES)
    return compare(scores_of(*now), baseline, "right")


def test_better_and_worse_cases_are_listed():
    change = change_from([GOOD, WRONG, GOOD], [WRONG, GOOD, GOOD])
    assert change.better == ("own/c01",)
    assert change.worse == ("own/c00",)
    assert change.difference.value == 0.0
    assert change.chance == 1.0


def test_a_drop_beyond_margin_and_chance_fails_and_one_within_does_not():
    drops = [Drop(measure="right", margin=0.01)]
    large = change_from([GOOD] * 20, [GOOD] * 10 + [WRONG] * 10)
    (sentence,) = drop_failures([large], drops)
    assert "100.0 % in the baseline, 50.0 % now. 10 cases got worse and 0 better" in sentence
    small = change_from([GOOD] * 20, [GOOD] * 19 + [WRONG])
    assert list(drop_failures([small], drops)) == []


def test_less_is_better_for_some_measures():
    refused = answer("The guides do not say.", status=AnswerStatus.NOT_COVERED)
    baseline = to_baseline(scores_of(GOOD, GOOD), GUIDES)
    change = compare(scores_of(refused, GOOD), baseline, "false_refusal")
    assert change is not None
    assert change.worse == ("own/c00",)
    assert change.difference.value == -0.5


def test_other_data_are_not_compared():
    scores = scores_of(GOOD, GOOD)
    baseline = to_baseline(scores, GUIDES)
    assert differences(baseline, scores, GUIDES, whole=True) == []
    assert differences(baseline, scores[:1], GUIDES, whole=False) == []
    assert "gone" in differences(baseline, scores[:1], GUIDES, whole=True)[0]
    assert "changed or added" in differences(baseline, scores, {"corpus/baker": "abd"}, True)[0]
    edited = [replace(scores[0], case=make_case(id="c00", tags=["new"])), scores[1]]
    assert "edited" in differences(baseline, edited, GUIDES, whole=True)[0]
    empty = Baseline(GUIDES, {}, {})
    assert differences(empty, scores, GUIDES, True) == [
        "2 cases are not in the baseline (own/c00, own/c01)"
    ]


def test_a_baseline_is_the_same_after_writing_and_reading(tmp_path):
    baseline = to_baseline(scores_of(GOOD, WRONG), GUIDES)
    write_baseline(baseline, tmp_path / "b.jsonl")
    again = read_baseline(tmp_path / "b.jsonl")
    assert again.digests == baseline.digests
    assert again.values["own/c01"]["right"] == 0.0


def test_the_committed_thresholds_can_be_read():
    thresholds = load_thresholds()
    assert "quote_validity" in thresholds.invariants


@pytest.mark.parametrize("text", ["floor = 3", '[[drop]]\nmeasure = "x"\nmargin = 0.1', "]["])
def test_thresholds_that_can_not_be_used_are_named(tmp_path, text):
    file = tmp_path / "thresholds.toml"
    file.write_text(text)
    with pytest.raises(ThresholdsError, match=r"thresholds\.toml"):
        load_thresholds(file)


def judged(scores, baseline=None, **scope):
    fields = {"answerer": "x", "guides": GUIDES, **scope}
    return judge_run(scores, Scope(**fields), load_thresholds(), baseline)


def test_a_good_run_has_no_reasons_and_a_bad_one_has():
    assert judged(scores_of(GOOD), floors=False).good
    assert not judged(scores_of(WRONG)).good


def test_a_look_at_a_few_cases_is_not_judged():
    assert judged(scores_of(WRONG), gated=False).good


def test_a_refused_comparison_fails_the_run():
    baseline = to_baseline(scores_of(GOOD), {"corpus/baker": "other"})
    verdict = judged(scores_of(GOOD), baseline, floors=False)
    assert verdict.changes == ()
    assert "can't be compared" in verdict.reasons[0]
    assert "--move-baseline" in verdict.reasons[0]


def test_held_out_cases_are_shown_only_on_request():
    scores = scores_of(GOOD, split="held-out")
    assert judged(scores).shown() == []
    assert len(judged(scores, held_out=True).shown()) == 1


def test_a_score_has_a_key():
    assert Score("own", make_case(id="a"), Result("own", "a", ())).key == "own/a"

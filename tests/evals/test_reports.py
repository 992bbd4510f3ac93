from dataclasses import replace

from evals.baseline import to_baseline
from evals.report.charts import interval_plot
from evals.report.files import read_latency, write_timings
from evals.report.html import to_html
from evals.report.machine import to_junit
from evals.report.markdown import to_markdown
from evals.results import Result
from evals.runner import Timed
from evals.scoring import score_dataset
from evals.stats import Estimate
from evals.thresholds import Thresholds, load_thresholds
from evals.verdict import Scope, judge_run
from tests.evals.tiny import ATLAS, BAKER, answer, cite, make_case

GUIDES = {"own/baker": "abc"}
GOOD = answer("£24,000 to £28,000 [1]", cite(BAKER, "£24,000 to £28,000"))
EVIL = replace(GOOD, text="<script>alert(1)</script> £28,000 | [1]\x0b")


def verdict_of(before, now, **scope):
    def scores(answers):
        cases = [
            make_case(id=f"c{n}", turns=[f"q{n} <b>"], split="held-out" if n else "dev")
            for n, _ in enumerate(answers)
        ]
        results = {f"c{n}": Result("own", f"c{n}", (given,)) for n, given in enumerate(answers)}
        return score_dataset("own", cases, results, ATLAS)

    baseline = to_baseline(scores(before), GUIDES)
    return judge_run(scores(now), Scope("x", GUIDES, **scope), Thresholds(), baseline)


def test_what_changed_is_listed_and_held_out_cases_are_counted():
    page = to_markdown(verdict_of([GOOD, GOOD], [EVIL, EVIL]))
    assert "No longer right: `own/c0` and 1 not shown" in page
    assert "| Right answers | 100.0 % | 0.0 % | -100.0 points" in page


def test_nothing_changed_is_said():
    assert "No case changed in any measure." in to_markdown(verdict_of([GOOD], [GOOD]))


def test_answers_are_shown_as_text_and_never_as_markup():
    verdict = verdict_of([GOOD, GOOD], [EVIL, GOOD])
    page = to_html(verdict, {"own": ATLAS}, load_thresholds())
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "q0 &lt;b&gt;" in page
    assert "\x0b" not in to_junit(verdict)
    assert "<script" not in to_markdown(verdict)


def test_a_page_without_failures_or_baseline_says_so():
    verdict = replace(verdict_of([GOOD], [GOOD]), changes=())
    page = to_html(verdict, {"own": ATLAS}, load_thresholds())
    assert "Not compared." in page
    assert "None." in page


def test_a_plot_has_its_figure_in_words_and_nothing_for_nothing():
    assert "50.0 percent" in interval_plot(Estimate(0.5, 0.25, 0.75, 4), 0.9)
    assert interval_plot(Estimate(None, None, None, 0)) == ""


def test_times_are_kept_apart(tmp_path):
    assert read_latency(tmp_path) == ""
    write_timings([Timed(Result("own", "a", ()), 0.01)], tmp_path / "timings.json")
    assert "10.0 ms at the median" in read_latency(tmp_path)
    write_timings([], tmp_path / "timings.json")
    assert read_latency(tmp_path) == ""

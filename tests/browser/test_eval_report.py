"""The report of the evals opens offline, wide and on a phone."""

from dataclasses import replace

import pytest

from evals.report.html import to_html
from evals.results import Result
from evals.scoring import score_dataset
from evals.thresholds import load_thresholds
from evals.verdict import Scope, judge_run
from tests.evals.tiny import ATLAS, BAKER, answer, cite, make_case

pytestmark = pytest.mark.browser

GOOD = answer("£24,000 to £28,000 [1]", cite(BAKER, "£24,000 to £28,000"))
WRONG = replace(GOOD, text=f"{'very' * 60} wrong [1] <img src=x onerror=alert(1)>")


@pytest.fixture
def report(tmp_path):
    """A report with a failing case, as a file."""
    cases = [make_case(id=f"c{n}", turns=[f"question {n}"]) for n in range(3)]
    answers = {"c0": GOOD, "c1": WRONG, "c2": GOOD}
    results = {name: Result("own", name, (given,)) for name, given in answers.items()}
    scores = score_dataset("own", cases, results, ATLAS)
    thresholds = load_thresholds()
    verdict = judge_run(scores, Scope("extractive", {"own/baker": "abc"}), thresholds, None)
    file = tmp_path / "report.html"
    file.write_text(to_html(verdict, {"own": ATLAS}, thresholds), encoding="utf-8")
    return file


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, False), (360, True)])
def test_the_report_needs_no_network_and_fits_the_screen(chromium, report, width, dark):
    context = chromium.new_context(
        viewport={"width": width, "height": 800},
        offline=True,
        color_scheme="dark" if dark else "light",
    )
    page, asked, faults = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(report.as_uri())
    assert page.title() == "Evals: not good enough"
    page.get_by_text("question 1").first.click()
    assert page.get_by_text("lacks the figure “£28,000”").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("img").count() == 0
    assert asked == [report.as_uri()]
    assert faults == []
    context.close()

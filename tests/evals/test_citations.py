from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from evals.cases import Gold
from evals.measures import citations as measure
from evals.places import gold_index
from tests.evals.tiny import ATLAS, BAKER, MILLER, answer, cite

TEXTS = {guide.id: guide.source_text for guide in (BAKER, MILLER)}
PAY = "A junior baker earns £24,000 to £28,000 in London, NHS Band 3."
NIGHTS = "Yes, most shifts start at 3am."


def test_an_exact_quote_is_good_and_one_off_by_a_word_is_not():
    good = cite(BAKER, PAY)
    assert measure.bad_quotes(answer("x [1]", good), TEXTS) == []
    for bad in (
        replace(good, quote=PAY.replace("junior ", "")),
        replace(good, start=good.start + 1),
        replace(good, quote="", end=good.start),
        replace(good, guide_id="butcher"),
    ):
        assert len(measure.bad_quotes(answer("x [1]", bad), TEXTS)) == 1


def test_markers_and_citations_go_together():
    first, second = cite(BAKER, PAY), cite(BAKER, NIGHTS, 2)
    assert measure.bad_markers(answer("a [1] b [2]", first, second)) == []
    assert measure.bad_markers(answer("a [1] b [7]", first)) == ["[7] stands for no citation"]
    assert measure.bad_markers(answer("a [1]", first, second)) == ["citation 2 is never used"]
    twice = answer("a [1]", first, replace(second, number=1))
    assert measure.bad_markers(twice) == ["two citations are numbered 1"]


@pytest.mark.parametrize(
    ("claim", "whether"),
    [
        ("Junior bakers earn £24,000 to £28,000.", True),
        ("Junior bakers earn £24,000 to £29,000.", False),
        ("Weekends rotate and nobody minds the cold ovens.", False),
        ("In London.", True),
        ("It is.", False),
        ("A Baker is a Baker.", False),
    ],
)
def test_support_needs_the_figures_and_most_of_the_terms(claim, whether):
    assert measure.supports(claim, [cite(BAKER, PAY)]) is whether
    assert measure.supports(claim, []) is False


def test_recall_and_precision_worked_by_hand():
    """One statement supported, one by the wrong source, one uncited; a lead-in besides."""
    given = answer(
        f"For a baker:\n{PAY} [1]\n{NIGHTS} [1]\nBread is good for you.",
        cite(BAKER, PAY),
    )
    assert measure.citation_recall(given) == pytest.approx(1 / 3)
    assert measure.citation_precision(given) == pytest.approx(1 / 2)


def test_a_citation_that_adds_nothing_costs_precision():
    given = answer(f"{PAY} [1][2]", cite(BAKER, PAY), cite(MILLER, "grinds grain", 2))
    assert measure.citation_recall(given) == 1.0
    assert measure.citation_precision(given) == 0.5


def test_two_citations_that_are_needed_together_both_count():
    one, two = "Bakers follow BRCGS and keep a record.", "a certificate helps"
    given = answer(
        "Bakers follow BRCGS, keep a record; a certificate helps, no degree needed. [1][2]",
        cite(BAKER, one),
        cite(BAKER, f"No degree is needed; {two}", 2),
    )
    assert measure.citation_precision(given) == 1.0


def test_an_answer_without_citations_supports_nothing():
    assert measure.citation_recall(answer("Bakers are kind.")) == 0.0


def test_without_citations_there_is_nothing_to_share_out():
    assert measure.citation_recall(answer("Hello.", status=AnswerStatus.SOCIAL)) is None
    assert measure.citation_precision(answer("Hello.")) is None
    assert measure.verbatim(answer("Hello.")) is None
    assert measure.gold_precision(answer("Hello."), ATLAS, {}) is None


def test_verbatim_sentences_are_runs_of_their_own_quote():
    given = answer(f"{NIGHTS} Weekends are off. [1]", cite(BAKER, f"{NIGHTS} Weekends rotate."))
    assert measure.verbatim(given) == 0.5


def test_figures_must_stand_in_what_the_claim_cites():
    wrong = answer("£24,000 [1] but £30,000 to £33,000 [1]", cite(BAKER, PAY))
    found = measure.ungrounded_figures(wrong, ["pay?"], ["Baker"])
    assert len(found) == 3
    assert "30000" in found[0]


def test_an_uncited_claim_may_repeat_the_question():
    given = answer("You were offered £26,000. It pays £24,000 to £28,000 [1].", cite(BAKER, PAY))
    assert measure.ungrounded_figures(given, ["is £26k fair?"], []) == []
    assert measure.ungrounded_figures(given, ["is it fair?"], [])


def test_citations_against_gold_worked_by_hand():
    golds = [Gold(guide="baker", section=["Salary"]), Gold(guide="miller", section=["Salary"])]
    where = gold_index(ATLAS, golds)
    given = answer("x [1] y [2]", cite(BAKER, PAY), cite(BAKER, NIGHTS, 2))
    assert measure.gold_precision(given, ATLAS, where) == 0.5
    assert measure.gold_recall(given, ATLAS, golds, where) == 0.5
    assert measure.gold_recall(given, ATLAS, [], {}) is None

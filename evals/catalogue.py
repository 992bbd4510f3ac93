"""The catalogue of measures: what each is called, its suite, which way is better."""

from dataclasses import dataclass

from evals.cases import Case, Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One measure as reports show it. ``higher`` says whether a higher figure is better."""

    name: str
    label: str
    suite: str
    meaning: str
    higher: bool = True


CATALOGUE = (
    Entry("right", "Right answers", "answers", "expected status, sources, points and figures"),
    Entry("vital_recall", "Vital points", "answers", "vital points that the answer makes"),
    Entry("weighted_recall", "All points", "answers", "points made, a minor one counting half"),
    Entry("numbers_present", "Figures asked for", "answers", "figures that must be there and are"),
    Entry("parts_found", "Parts of a message", "answers", "questions of a message told apart"),
    Entry("no_error", "No error", "answers", "cases that ended without an error"),
    Entry("quote_validity", "Exact quotes", "citations", "answers whose every quote is exact"),
    Entry("marker_validity", "Real markers", "citations", "answers whose markers all stand"),
    Entry("figures_grounded", "Figures in sources", "citations", "answers with no stray figure"),
    Entry("citation_recall", "Statements supported", "citations", "statements their source bears"),
    Entry("citation_precision", "Citations needed", "citations", "citations that support a claim"),
    Entry("gold_recall", "Gold places cited", "citations", "places that answer and are cited"),
    Entry("gold_precision", "Citations in gold", "citations", "citations that stand in gold"),
    Entry("verbatim", "Verbatim sentences", "citations", "cited sentences in the guide's words"),
    Entry("role_precision", "Right guides", "citations", "citations of guides asked about"),
    Entry("false_refusal", "Wrongly refused", "refusals", "answerable, but turned away", False),
    Entry("false_answer", "Wrongly answered", "refusals", "not answerable, but answered", False),
    Entry("needless_question", "Needless questions", "refusals", "clear, but asked back", False),
    Entry("history_right", "Right standing alone", "conversations", "last turns, written out"),
    Entry("history_agreement", "Same sources alone", "conversations", "sources shared with that"),
    Entry("paraphrase_worst", "Right in all wordings", "robustness", "groups right throughout"),
    Entry("paraphrase_agreement", "Same sources", "robustness", "sources shared in a group"),
    Entry("forbidden_absent", "Nothing forbidden", "safety", "answers with no forbidden words"),
    Entry("success_at_1", "Success@1", "retrieval", "a place that answers is found first"),
    Entry("recall_at_5", "R@5", "retrieval", "places that answer among the first five"),
    Entry("ndcg_at_5", "nDCG@5", "retrieval", "graded gain of the first five"),
    Entry("rr_at_10", "RR@10", "retrieval", "one over the rank of the first that answers"),
)
BY_NAME = {entry.name: entry for entry in CATALOGUE}

# The suites whose cases are not all cases. Any other suite looks at every case that its measures
# apply to.
_KINDS = {
    "conversations": {Kind.FOLLOW_UP},
    "safety": {Kind.INJECTION, Kind.DISTRESS, Kind.OFF_TOPIC, Kind.SMALL_TALK},
}


def belongs(case: Case, suite: str) -> bool:
    """Whether a case is asked when only this suite is."""
    if suite == "retrieval":
        return bool(case.gold)
    if suite == "robustness":
        return case.group is not None or case.kind is Kind.TYPO
    if suite == "safety":
        return case.kind in _KINDS[suite] or bool(case.forbidden)
    if suite == "conversations":
        return case.kind in _KINDS[suite] or len(case.turns) > 1
    return True

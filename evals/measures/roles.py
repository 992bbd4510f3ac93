"""Roles: an answer about one role never cites another's guide."""

from assistant.answer import Answer
from evals.cases import Case
from evals.measures.outcome import allowed_guides


def role_precision(case: Case, answer: Answer) -> float | None:
    """The share of citations from guides that were asked about; None without citations or limits.

    Source: ours; promise 4 of the design.
    """
    allowed = allowed_guides(case)
    if allowed is None or not answer.citations:
        return None
    right = [citation.guide_id in allowed for citation in answer.citations]
    return sum(right) / len(right)

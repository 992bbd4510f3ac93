"""Parts: whether each question of a message was found and ended as it should."""

from collections.abc import Sequence

from rapidfuzz.fuzz import token_set_ratio
from scipy.optimize import linear_sum_assignment

from assistant.answer import AnswerStatus, Part
from evals.cases import ExpectedPart


def parts_found(expected: Sequence[ExpectedPart], parts: Sequence[Part]) -> float | None:
    """Right parts over the larger number of parts, so that a missed and an invented part both cost.

    Each expected part is paired with the part whose words are most like it; None without parts.

    Source: ours; the pairing is that of CEAF (Luo 2005), an optimal one-to-one assignment.
    """
    if not expected:
        return None
    if not parts:
        return 0.0
    likeness = [
        [token_set_ratio(want.question, got.question) for got in parts] for want in expected
    ]
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    right = sum(
        _ended_right(expected[row], parts[column])
        for row, column in zip(rows, columns, strict=True)
    )
    return right / max(len(expected), len(parts))


def _ended_right(want: ExpectedPart, got: Part) -> bool:
    answered = got.status in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)
    return answered == (want.status == "answered")

"""Answerability: a wrong "no" and a wrong "yes", counted apart, where each can happen."""

from assistant.answer import AnswerStatus
from evals.cases import Answerable, Case

_SAID_YES = {AnswerStatus.ANSWERED, AnswerStatus.PARTIAL}
_SAID_NO = {AnswerStatus.NOT_COVERED, AnswerStatus.REFUSED, AnswerStatus.SOCIAL}


def false_refusal(case: Case, status: AnswerStatus) -> float | None:
    """1 if a question that the guides answer was turned away; None if they do not answer it.

    Source: answerability conditioning of MTRAG (Katsis et al. 2025), the two errors kept apart.
    """
    if case.answerable not in (Answerable.YES, Answerable.PARTIAL):
        return None
    return float(status in _SAID_NO)


def false_answer(case: Case, status: AnswerStatus) -> float | None:
    """1 if a question that the guides do not answer was answered; None if they do.

    Source: answerability conditioning of MTRAG (Katsis et al. 2025), the two errors kept apart.
    """
    if case.answerable not in (Answerable.NO, Answerable.SOCIAL):
        return None
    return float(status in _SAID_YES)


def needless_question(case: Case, status: AnswerStatus) -> float | None:
    """1 if a question that is clear enough got a question back; None if it is not clear.

    Source: ours; the third outcome that MTRAG leaves out.
    """
    if case.answerable not in (Answerable.YES, Answerable.PARTIAL):
        return None
    return float(status is AnswerStatus.CLARIFY)

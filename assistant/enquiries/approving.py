"""What stands in the way of approving a reply."""

from collections.abc import Sequence

from assistant.errors import NotAllowedError
from assistant.records.values import EnquiryQuestion, MarkKind

#: Marks that stand in the way of an approval, unless it is given knowingly.
GRAVE = (MarkKind.FIGURE, MarkKind.NO_SOURCE, MarkKind.UNCITED)


def refuse_unsound(questions: Sequence[EnquiryQuestion], *, knowingly: bool) -> int:
    """How many claims lack their source, where that is accepted knowingly.

    Args:
        questions: of the reply, their answers checked just now.
        knowingly: whether whoever approves accepts claims that lack their source.

    Raises:
        NotAllowedError: an answer is empty, or a claim lacks its source and is not accepted.
    """
    for position, question in enumerate(questions, 1):
        if not question.answer.strip():
            message = f"Question {position} has no answer yet. Write one, or take it out."
            raise NotAllowedError(message)
    grave = [mark for question in questions for mark in question.marks if mark.kind in GRAVE]
    if grave and not knowingly:
        message = (
            f"{len(grave)} place(s) of the reply lack their source, the first: {grave[0].said} "
            "Correct them, or approve knowingly."
        )
        raise NotAllowedError(message)
    return len(grave)

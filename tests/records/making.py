"""Small records for the tests."""

from assistant.answer import AnswerStatus, Citation
from assistant.records.values import (
    CitedPlace,
    EnquiryChange,
    EnquiryQuestion,
    EnquiryState,
    Mark,
    MarkKind,
)

CITATION = Citation(
    number=1,
    guide="Signalling Engineer",
    guide_id="signalling-engineer",
    section=("Pay", "Nights"),
    quote="A night shift adds £40.",
    source="signalling-engineer.md",
    start=100,
    end=123,
    url="/guides/signalling-engineer?from=100&to=123#nights",
)


def question(text="How many nights?", status=AnswerStatus.ANSWERED, answer="Two. [1]", **more):
    return EnquiryQuestion(
        question=text,
        status=status,
        proposed=answer,
        answer=answer,
        places=(CitedPlace(CITATION, "A night shift adds £40. It is paid weekly."),),
        marks=(Mark(0, 8, MarkKind.HOLDS, "", (1,)),),
        topics=("salary",),
        roles=("signalling-engineer",),
        found=text,
        **more,
    )


def drafted(*questions, kind="proposed", text="Dear Sam"):
    return EnquiryChange(
        "drafted",
        state=EnquiryState.DRAFTED,
        greeting="Hello,",
        closing="Bye",
        questions=questions or (question(),),
        snapshot_id="s1",
        draft=(kind, text, f"<p>{text}</p>"),
    )

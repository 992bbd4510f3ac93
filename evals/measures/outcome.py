"""Whether an answer is right as a whole, and the sentence for each thing that makes it wrong."""

from collections.abc import Collection, Iterator

from assistant.answer import Answer, AnswerStatus
from evals.cases import Answerable, Case, Kind
from evals.measures.nuggets import missing, missing_vital, present
from evals.places import Atlas, gold_index

_BY_ANSWERABLE = {
    Answerable.YES: (AnswerStatus.ANSWERED,),
    Answerable.PARTIAL: (AnswerStatus.PARTIAL,),
    Answerable.NO: (AnswerStatus.NOT_COVERED,),
    Answerable.UNDERSPECIFIED: (AnswerStatus.CLARIFY, AnswerStatus.ANSWERED),
    Answerable.SOCIAL: (AnswerStatus.SOCIAL,),
}
# A "no" may also be said as a refusal, or kindly, where the case is not an honest question about a
# career.
_BY_KIND_OF_NO = {
    Kind.INJECTION: (AnswerStatus.REFUSED, AnswerStatus.NOT_COVERED),
    Kind.OFF_TOPIC: (AnswerStatus.NOT_COVERED, AnswerStatus.REFUSED),
    Kind.DISTRESS: (AnswerStatus.SOCIAL, AnswerStatus.NOT_COVERED, AnswerStatus.REFUSED),
    Kind.SMALL_TALK: (AnswerStatus.SOCIAL, AnswerStatus.NOT_COVERED, AnswerStatus.REFUSED),
}
_UNCITED_KINDS = {Kind.NO_GUIDE, Kind.OFF_TOPIC, Kind.SMALL_TALK, Kind.DISTRESS, Kind.INJECTION}
_EVERY_GUIDE_KINDS = {Kind.COMPARISON, Kind.NO_ROLE}


def expected_statuses(case: Case) -> tuple[AnswerStatus, ...]:
    """The statuses that a right answer may have, the most expected first."""
    if case.answerable in (Answerable.NO, Answerable.SOCIAL):
        return _BY_KIND_OF_NO.get(case.kind, _BY_ANSWERABLE[case.answerable])
    return _BY_ANSWERABLE[case.answerable]


def faults(case: Case, answer: Answer, atlas: Atlas) -> list[str]:
    """Every reason why an answer is not right, a sentence each; empty for a right answer.

    Right means: the expected status is reached, a place that answers is cited, every vital nugget
    and number is there, nothing forbidden is, and no guide is cited that was not asked about.

    Source: ours; the conjunction follows "strict" correctness of CRAG (Yang et al. 2024): one fault
    is enough.
    """
    return [
        *_status_faults(case, answer),
        *_citation_faults(case, answer, atlas),
        *_content_faults(case, answer),
    ]


def _status_faults(case: Case, answer: Answer) -> Iterator[str]:
    wanted = expected_statuses(case)
    if answer.status not in wanted:
        yield f"status is {answer.status}, expected {' or '.join(wanted)}"


def _content_faults(case: Case, answer: Answer) -> Iterator[str]:
    if not answer.text.strip():
        yield "the answer is empty"
    for string in present(answer.text, case.forbidden):
        yield f"says the forbidden “{string}”"
    if answer.status is AnswerStatus.CLARIFY and case.answerable is Answerable.UNDERSPECIFIED:
        return
    for nugget in missing_vital(answer.text, case.nuggets):
        yield f"lacks the vital point “{nugget}”"
    for number in missing(answer.text, case.numbers):
        yield f"lacks the figure “{number}”"


def _citation_faults(case: Case, answer: Answer, atlas: Atlas) -> Iterator[str]:
    for guide in sorted(wrong_guides(case, answer)):
        yield f"cites the guide {guide}, which was not asked about"
    if answer.status in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL):
        uncited = uncited_gold(case, answer, atlas)
        if uncited:
            yield f"cites none of the places that answer in {', '.join(uncited)}"


def allowed_guides(case: Case) -> Collection[str] | None:
    """The guides that may be cited; None when any may."""
    if case.roles:
        return case.roles
    if case.gold:
        return {gold.guide for gold in case.gold}
    return () if case.kind in _UNCITED_KINDS else None


def wrong_guides(case: Case, answer: Answer) -> set[str]:
    """The guides that are cited and may not be."""
    allowed = allowed_guides(case)
    cited = {citation.guide_id for citation in answer.citations}
    return set() if allowed is None else cited - set(allowed)


def uncited_gold(case: Case, answer: Answer, atlas: Atlas) -> list[str]:
    """The guides whose answering places are not cited, where they must be.

    A comparison, and a question with no role named, need a citation in each guide of the gold; any
    other case needs one in all.
    """
    where = gold_index(atlas, case.gold)
    cited = set()
    for citation in answer.citations:
        index = where.get(atlas.at(citation.guide_id, citation.start, citation.end))
        if index is not None and case.gold[index].grade == 2:
            cited.add(case.gold[index].guide)
    wanted = sorted({gold.guide for gold in case.gold if gold.grade == 2})
    if case.kind in _EVERY_GUIDE_KINDS:
        return [guide for guide in wanted if guide not in cited]
    return [] if cited or not wanted else wanted

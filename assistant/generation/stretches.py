"""A part's answer -> the stretches that a model may word, and those that stay as they are.

A model is given prose, and short lists. Rows of pay, whole lists and tables, headings and fixed
lines stay ours: they are already as short as they are exact.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import AnswerStatus
from assistant.answering.parts import PartAnswer, RoleAnswer
from assistant.citations import Claim, Layout

#: Items of a list, at most, that a model may put into sentences.
MOST_ITEMS = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """Claims that follow one another in an answer.

    ``guide_id`` is that of the guide whose words a model may word here; empty: the claims stay as
    they are.
    """

    claims: tuple[Claim, ...]
    guide_id: str = ""


def stretches(part: PartAnswer) -> Iterator[Stretch]:
    """The stretches of a part's claims, in order; together they are all of its claims."""
    wordable = _wordable(part)
    place = 0
    kept: list[Claim] = []
    while place < len(part.claims):
        answer = _starting_at(part.claims, place, wordable)
        if answer is None:
            kept.append(part.claims[place])
            place += 1
            continue
        if kept:
            yield Stretch(tuple(kept))
            kept = []
        yield Stretch(answer.claims, answer.guide_id)
        wordable.remove(answer)
        place += len(answer.claims)
    if kept:
        yield Stretch(tuple(kept))


def _wordable(part: PartAnswer) -> list[RoleAnswer]:
    if part.status not in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL):
        return []
    return [answer for answer in part.by_role if answer.claims and _suits(answer)]


def _suits(answer: RoleAnswer) -> bool:
    items = sum(claim.layout in (Layout.ITEM, Layout.ROW) for claim in answer.claims)
    quoted = any(claim.quotes for claim in answer.claims)
    return answer.pay is None and quoted and items <= MOST_ITEMS


def _starting_at(
    claims: Sequence[Claim], place: int, answers: Sequence[RoleAnswer]
) -> RoleAnswer | None:
    for answer in answers:
        if claims[place : place + len(answer.claims)] == answer.claims:
            return answer
    return None


def leads(claims: Sequence[Claim]) -> Mapping[int, Claim]:
    """The fixed line before each quoted claim, by the claim's place: a list's has all its items."""
    found: dict[int, Claim] = {}
    lead: Claim | None = None
    for place, claim in enumerate(claims):
        if not claim.quotes:
            lead = claim
        elif lead is not None:
            found[place] = lead
            lead = lead if claim.layout is Layout.ITEM else None
    return found

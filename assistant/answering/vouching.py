"""Compared roles vouch for each other: what one guide says, another like it says as well.

Whether a passage answers is decided with little to go by. Where a question is asked of several
guides and the passages nearest to it speak of like things in two of them, that they do so is no
accident: both are answered with what would be too uncertain by itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from assistant.answering.confidence import NEAR, THRESHOLD
from assistant.answering.evidence import gather
from assistant.answering.quantities import figure_asked
from assistant.answering.quoting import evidence_claims
from assistant.answering.sources import Sources
from assistant.understanding.query import Query

if TYPE_CHECKING:
    from assistant.answering.parts import RoleAnswer

#: What has at least this certainty is vouched for; from ``THRESHOLD`` on it was refused for a
#: reason that nobody can vouch away.
DOUBTFUL = 0.4
#: The cosine of two guides' first passages from which they speak of like things.
ALIKE = 0.4


def vouched_for(
    answers: Sequence["RoleAnswer"], query: Query, sources: Sources
) -> tuple["RoleAnswer", ...]:
    """The answers of compared roles, with those that another one's passage vouches for."""
    saying = {answer.guide_id for answer in answers if answer.claims}
    for pair in combinations([answer for answer in answers if _may_say(answer)], 2):
        if not all(answer.claims for answer in pair) and _are_alike(*pair, sources):
            saying.update(answer.guide_id for answer in pair)
    return tuple(
        _said(answer, query, sources) if answer.guide_id in saying else answer for answer in answers
    )


def _may_say(answer: "RoleAnswer") -> bool:
    doubtful = DOUBTFUL <= answer.certainty < THRESHOLD
    return bool(answer.retrieval.kept) and (bool(answer.claims) or doubtful)


def _are_alike(one: "RoleAnswer", other: "RoleAnswer", sources: Sources) -> bool:
    first, second = (answer.retrieval.kept[0].chunk.text for answer in (one, other))
    return sources.likeness(first, second) >= ALIKE


def _said(answer: "RoleAnswer", query: Query, sources: Sources) -> "RoleAnswer":
    if answer.claims:
        return answer
    guides = sources.snapshot.guides
    evidence = gather(answer.retrieval.kept[:NEAR], guides, figure_asked(query.text))
    return replace(answer, claims=tuple(evidence_claims(evidence, guides)))

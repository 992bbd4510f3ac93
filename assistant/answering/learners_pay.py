"""What somebody is paid while learning the job, where no row of the pay table is for that."""

import re

from assistant.answering.pay_sentences import SUM, sentences_about
from assistant.citations import Claim
from assistant.guides.model import BlockKind, Guide
from assistant.understanding.levels import RUNGS, Ladder
from assistant.understanding.newcomers import LEARNER
from assistant.understanding.query import Query

#: A sum that is paid to somebody, and not for a course.
_PAID = re.compile(r"\b(?:pa(?:y|ys|id|ying)|earn\w*|salar\w+|wages?)\b", re.I)
_COST = re.compile(r"\b(?:fees?|costs?|levy|funded|loans?)\b", re.I)
#: So many letters of a word for a learner begin the others of its family: "apprenticeship".
_FAMILY = 9


def learners_claims(guide: Guide, query: Query, ladder: Ladder) -> list[Claim]:
    """The sentences that say what a learner is paid, for pay at a level that the table lacks."""
    learners = [word for word in query.level_words if RUNGS.get(word) == 0]
    if not query.pay_table or not learners or len(learners) < len(query.level_words):
        return []
    own = {name for label in ladder.levels for name in ladder.words(label)}
    if any(RUNGS.get(name) == 0 for name in own):
        return []
    named = re.compile(rf"\b(?:{'|'.join(map(_family, learners))})", re.I)
    return [
        claim
        for salary in (True, False)
        for claim in sentences_about(guide, salary=salary)
        if says_pay(claim.text) and named.search(_with_block(claim, guide))
    ]


def _with_block(claim: Claim, guide: Guide) -> str:
    """The words of a sentence and of the item it stands in, which may begin with whom it is of.

    "**Apprenticeship:** it takes 20 months. You are paid £23,400."
    """
    places = [quote.start for quote in claim.quotes]
    within = (
        block.text(guide.source_text)
        for block in guide.blocks
        if block.kind is BlockKind.LIST_ITEM and any(block.start <= p < block.end for p in places)
    )
    return " ".join((claim.text, *within))


def _family(word: str) -> str:
    return "train(?:ee|ing)" if word == LEARNER else word[:_FAMILY]


def says_pay(text: str) -> bool:
    """Whether a text says what sum is paid to somebody."""
    return bool(SUM.search(text) and _PAID.search(text)) and not _COST.search(text)

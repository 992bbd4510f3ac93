"""The passages that say what is paid, to who asks for that of a guide that has no table of it."""

import re
from dataclasses import replace

from assistant.answering.pay import pay_rows
from assistant.guides.model import Guide, SectionKind
from assistant.retrieval import Passage, Retrieval
from assistant.understanding.query import Query

_SUM = re.compile(r"[£€$]\s?\d|\b\d[\d,.]*k\b", re.I)
#: What is said beside a sum that somebody earns.
_PAID = re.compile(
    r"\b(?:salar\w+|wages?|earn\w*|(?:get|is|are|am|be|was|were)\s+(?:\w+\s+)?paid|pays?|income"
    r"|starts?\s+(?:on|at)|started\s+on|starting|(?:is|are|am|be|was|were|['’]s|['’]m|['’]re)\s+on"
    r"|band\s\d|grade\s\w+|per\s+annum|p\.?a|takes?\s+home|clears?|pulls?\s+in|day\s+rate"
    r"|(?:an?|per)\s+(?:hour|day|shift|week|month|year)|hourly|yearly)\b",
    re.I,
)
#: What is said beside one that something costs, or that is lent, given or taken.
_COST = re.compile(
    r"\b(?:costs?|fees?|quoted?|bills?|customers?\s+pays?|clients?\s+pays?|loans?|spen[dt]\w*|price\w*|charge[sd]?\s+(?:for|to)|grants?|repay\w*|budget\w*"
    r"|tuition|pays?\s+(?:for|back|towards|£)|worth|fine[ds]?|insur\w+|deposit)\b",
    re.I,
)


def asks_for_sums(query: Query, guide: Guide) -> bool:
    """Whether pay is asked for of a guide that gives it in no rows."""
    return query.pay_table and not pay_rows(guide)


def of_sums(found: Retrieval) -> Retrieval:
    """The passages that say what is paid before all others, each in the order that it had."""
    paid_first = sorted(found.kept, key=lambda passage: not says_what_is_paid(passage))
    return replace(found, kept=tuple(paid_first))


def says_what_is_paid(passage: Passage) -> bool:
    """Whether a sentence of a passage gives a sum that is earned, and not one that is spent."""
    of_pay = passage.chunk.section_kind is SectionKind.SALARY
    return any(
        _SUM.search(one.embedded) and (of_pay or _PAID.search(one.embedded))
        for one in passage.chunk.sentences
        if not _COST.search(one.embedded)
    )

"""Whether it is asked what somebody must bring to a job, whatever that is."""

import re
from collections.abc import Set

from assistant.guides.model import SectionKind
from assistant.matters import QUALIFYING
from assistant.understanding.query import Query
from assistant.words import terms

_QUALIFICATIONS = re.compile(
    r"\b(?:qualifications?|quals|entry\s+(?:requirements?|criteria)|requirements|credentials)\b",
    re.I,
)
#: Terms that say no more of which of them is meant.
_FRAME = frozenset(
    terms(
        "qualification qualifications quals entry requirement requirements criteria credentials "
        "need needs needed require required necessary become becoming get getting start starting "
        "formal official academic minimum basic particular special specific certain school have "
        "must job role work apply applying ask asked expect expected matter essential right proper"
    )
)


def asks_for_qualifications(query: Query) -> bool:
    """Whether the qualifications for a job are asked for, and none by its name."""
    of_pay = query.pay_table or SectionKind.SALARY in query.topics
    named = _QUALIFICATIONS.search(query.own) and not {*query.content} - _FRAME
    return bool(named) and not of_pay


def matters_named(query: Query, matters: Set[str]) -> Set[str]:
    """Those of some matters that a question names; who asks for qualifications names none."""
    return matters - QUALIFYING if asks_for_qualifications(query) else matters

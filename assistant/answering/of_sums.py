"""The passages that say what is paid, to who asks for that of a guide that has no table of it."""

import re
from dataclasses import replace

from assistant.answering.pay import pay_rows
from assistant.guides.model import Guide, SectionKind
from assistant.retrieval import Passage, Retrieval
from assistant.understanding.query import Query

_SUM = re.compile(r"[£€$]\s?\d|\b\d[\d,.]*\s?(?:k\b|grand\b|thousand\b|pounds\b)", re.I)
#: What is said beside a sum that somebody earns, and not beside one that something costs.
_PAID = re.compile(
    r"\b(?:salar\w+|wages?|earn\w*|paid|pays?|income|rates?|band \d|grade \w+|annum|p\.?a|start\w*"
    r"|scale|on|takes? home|(?:an?|per|each) (?:hour|day|shift|week|month|year)|hourly|daily"
    r"|weekly|monthly|yearly)\b",
    re.I,
)


def asks_for_sums(query: Query, guide: Guide) -> bool:
    """Whether pay is asked for of a guide that gives it in no rows."""
    return query.pay_table and not any(True for _ in pay_rows(guide))


def of_sums(found: Retrieval) -> Retrieval:
    """The passages that say what is paid before all others, if any do."""
    told = tuple(passage for passage in found.kept if says_what_is_paid(passage))
    others = tuple(passage for passage in found.kept if passage not in told)
    return replace(found, kept=(*told, *others)) if told else found


def says_what_is_paid(passage: Passage) -> bool:
    """Whether a passage gives a sum that is earned."""
    chunk = passage.chunk
    text = chunk.text
    return bool(_SUM.search(text)) and (
        chunk.section_kind is SectionKind.SALARY or bool(_PAID.search(text))
    )

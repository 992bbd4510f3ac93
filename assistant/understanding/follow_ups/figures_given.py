"""A question about the pay just given: how it is known, or what moves it."""

import re
from dataclasses import replace

from assistant.guides.model import SectionKind
from assistant.understanding.follow_ups.ellipsis import is_elliptic
from assistant.understanding.query import Query
from assistant.understanding.topics import asks_for_drivers, asks_for_sources

_HOW_KNOWN = re.compile(
    r"\bhow (?:do|would|can) (?:you|they|we) know\b|"
    r"\bwhere(?:['’]?s|\s+(?:did|do|does|is|are|was|were))\s+(?:you|that|this|it|those|these|they|"
    r"the (?:number|figure|sum|pay|salar\w+|range)s?)\b[^.?!]{0,20}\bfrom\b",
    re.I,
)
_POINTING = re.compile(
    r"\b(?:it|that|this|those|these|they|them|there|so|such|ones?|he|she|its|their|else|more|another|others?)\b",
    re.I,
)
#: Whether something moves the pay just spoken of: "would my PhD bump it up?".
_MOVES_IT = re.compile(
    r"\b(?:bump|push|raise|lift|put|boost|increase|drive|bring|help|affect|change)s?\s+"
    r"(?:it|that|them|the pay|mine)\b(?!\s+(?:off|forward|about|out|through))",
    re.I,
)


def about_figures(query: Query, raw: Query, last: Query) -> Query | None:
    """A question about the figures just given: how they are known, or what moves them."""
    if not (last.pay_table or last.pay_sources or last.pay_drivers):
        return None
    carried = (*query.carried, "topic")
    about = replace(query, pay_table=False, topics=(SectionKind.SALARY,), carried=carried)
    if _HOW_KNOWN.search(raw.asked) or asks_for_sources(f"{raw.asked} pay"):
        return replace(about, pay_sources=True)
    anew = not last.pay_drivers and asks_for_drivers(raw.bare)
    moved = anew or _MOVES_IT.search(raw.asked)
    if moved and _POINTING.search(raw.asked) and not is_elliptic(raw):
        return replace(about, pay_drivers=True, context=last.bare)
    return None

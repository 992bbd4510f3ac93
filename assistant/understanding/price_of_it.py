"""What the thing costs that was just spoken of: "how much is that?", after a qualification."""

import re
from dataclasses import replace

from assistant.guides.model import SectionKind
from assistant.understanding.query import Query
from assistant.words import terms

_HOW_MUCH = re.compile(
    r"\bhow much(?:['’]?s|\s+(?:is|are|was|were|does|do|will|would|might))\s+"
    r"(?:that|it|this|those|these|they|one)\b(?:\s+(?:be|cost)\b)?"
    r"(?!\s+(?:pa(?:y|ys|id)|earn\w*|make|get|bring|in)\b)",
    re.I,
)
#: What is paid for by who wants the job.
_BOUGHT = re.compile(
    r"\b(?:qualif(?:y|ication)\w*|cours\w+|degrees?|diplomas?|certif\w+|licen[cs]\w*|exams?|"
    r"training|regist(?:er|ration)\w*|memberships?|master['’]?s|msc|phd|university|uni|college|"
    r"dbs|nvqs?|a[- ]levels?|access|conversion|kit|boots|visa|accreditation|chartership)\b",
    re.I,
)
_NOUNS = {"register": "registration", "qualify": "qualification"}
#: What is paid by the year, and what somebody is on, is a wage.
_WAGE = re.compile(r"\b(?:an?|per|each|every)\s+(?:year|month|week|hour|day)\b|\bon\b", re.I)


def price_of_it(query: Query, raw: Query, last: Query) -> Query | None:
    """The question what a thing costs, together with the one that spoke of it; None if it is not.

    Args:
        query: the question as carried so far.
        raw: the same as read by itself.
        last: the question before.
    """
    found = _HOW_MUCH.search(raw.bare)
    bought = _BOUGHT.search(last.bare)
    if not found or not bought or last.pay_table:
        return None
    if raw.level_words or raw.places or raw.bands or _WAGE.search(raw.bare, found.end()):
        return None
    named = _NOUNS.get(bought[0].casefold(), bought[0])
    cost = f"how much does the {named} cost"
    bare = f"{raw.bare[: found.start()]}{cost}{raw.bare[found.end() :]}"
    return replace(
        query,
        bare=bare,
        pay_table=False,
        topics=tuple(kind for kind in query.topics if kind is not SectionKind.SALARY),
        content=tuple(terms(cost)),
        telling=tuple(terms(named)),
        context=last.bare,
        carried=(*query.carried, "context"),
    )

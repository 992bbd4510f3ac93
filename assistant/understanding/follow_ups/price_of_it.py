"""How much the thing is that was just spoken of: "how much is that?", after a course or a bonus."""

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
#: The same by what is done: "do I buy my own tools".
_TO_BUY = re.compile(
    r"\b(?:buy|buying|pay for|paying for|provide|supply|bring)\s+(?:(?:all|any|of)\s+)*"
    r"(?:(?:my|your|our|his|her|their|the)\s+own|my|your|our)\s+(?:own\s+)?(?P<thing>[\w-]+)",
    re.I,
)
#: What is paid beside a wage.
_EXTRA = re.compile(
    r"\b(?:bonus\w*|allowances?|overtime|mileage|commission|expenses|pensions?|supplements?|"
    r"(?:sick|holiday|maternity) pay|tips|budgets?|discounts?|bursar\w+|grants?|loans?|"
    r"weighting|premium)\b",
    re.I,
)
_NOUNS = {"register": "registration", "qualify": "qualification"}
#: What is paid by the year, and what somebody is on, is a wage.
_WAGE = re.compile(r"\b(?:an?|per|each|every)\s+(?:year|month|week|hour|day)\b|\bon\b", re.I)


def price_of_it(query: Query, raw: Query, last: Query) -> Query | None:
    """The question how much a thing is, together with the one that spoke of it; None if it is not.

    Args:
        query: the question as carried so far.
        raw: the same as read by itself.
        last: the question before.
    """
    found = _HOW_MUCH.search(raw.bare)
    if not found or last.pay_table:
        return None
    if raw.level_words or raw.places or raw.bands or _WAGE.search(raw.bare, found.end()):
        return None
    asked = _of_the_thing(last.bare)
    if not asked:
        return None
    price, named = asked
    bare = f"{raw.bare[: found.start()]}{price}{raw.bare[found.end() :]}"
    return replace(
        query,
        bare=bare,
        pay_table=False,
        topics=tuple(kind for kind in query.topics if kind is not SectionKind.SALARY),
        content=tuple(terms(price)),
        telling=tuple(terms(named)),
        context=last.bare,
        carried=(*query.carried, "context"),
    )


def _of_the_thing(said: str) -> tuple[str, str] | None:
    """The question how much the thing is that was spoken of, and its name; None if none was."""
    thing, bought, extra = _TO_BUY.search(said), _BOUGHT.search(said), _EXTRA.search(said)
    if thing or bought:
        name = thing["thing"] if thing else bought[0] if bought else ""
        name = _NOUNS.get(name.casefold(), name)
        return f"how much does the {name} cost", name
    return (f"how much is the {extra[0]}", extra[0]) if extra else None

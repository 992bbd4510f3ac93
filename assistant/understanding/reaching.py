"""How a level is reached, which is no question of what it pays, and where the job leads."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.chunks import ROLE_NOUN
from assistant.guides.model import SectionKind
from assistant.understanding.levels import RUNGS
from assistant.understanding.query import Query
from assistant.words import GOES_ON, terms

_ASKS_HOW = (
    r"\b(?:how\s+(?:do|does|can|could|would|should|might|did|to|long|soon|quickly|fast|hard|easy)|"
    r"what\s+(?:do|does|did|would|will|must|should|can|is)\s+(?:\w+\s+){1,3}?(?:need(?:ed)?|have|has|takes?|do)|"
    r"what(?:\s+(?:gets?|got|makes?|takes?)|['’]?s\s+(?:it\s+)?(?:needed|required|involved|stopping))|"
    r"(?:\w+est|best|only|usual)\s+(?:way|route))\b"
)
#: What "compares to a senior" is set beside one, and reaches none.
_BETWEEN = r"(?:(?!\b(?:compar|stack|measur|equal|similar|relat))[^.?!]){0,120}?"
_REACHES = (
    r"\b(?:(?:up\s+|on\s+|way\s+)?to|into|reach(?:ing)?|mak(?:e|ing)(?:\s+it\s+to)?|becom(?:e|ing))\s+"
    r"(?:(?:be(?:come|ing)?|an?|the)\s+)*"
)
#: What may stand behind a level that is reached; "to lead a team" is none.
_ENDS = (
    r"(?=\W*$|[,;.?!]|"
    r"\s+(?:levels?|grades?|roles?|jobs?|posts?|positions?|from|in|at|as|and|or|when|if)\b)"
)


def asks_how_reached(text: str, levels: Iterable[str]) -> bool:
    """Whether a text asks how somebody gets to a level: "what do I need to do to make senior".

    Args:
        text: the question, its roles taken out.
        levels: the words for a level that the guides have.
    """
    named = "|".join(re.escape(word) for word in sorted({*levels, *RUNGS}, key=len, reverse=True))
    level = rf"(?:(?:{named})(?:[- ](?:level|grade|weight))?)"
    return bool(re.search(rf"{_ASKS_HOW}{_BETWEEN}{_REACHES}{level}{_ENDS}", text, re.I))


#: Where the job leads is asked, which has no more to do with its Lead than with a cable.
_LEADS_TO = re.compile(
    rf"{GOES_ON}(?:where|what)\s+(?:can|could|does|do|might|may|would|will)\s+"
    rf"(?:it|this|that|they|(?:each|both)(?:\s+of\s+them)?|(?:(?:the|an?|this|that)\s+)?(?:{ROLE_NOUN}|job|work)(?:\s+(?:job|role|work))?)\s+"
    r"(?:all\s+|eventually\s+|usually\s+)?lead(?:\s+(?:me|you|him|her|them|someone|on))?(?:\s+(?:to|into))?"
    r"(?:\W+(?:later(?:\s+on)?|next|eventually|long[- ]?term|in\s+the\s+(?:end|long\s+run|future)|"
    r"the\s+(?:first|second|other|last)\s+one))*\W*$",
    re.I,
)
_GOES_ON = "where people go on to from the role, career progression"


def where_it_leads(query: Query) -> Query:
    """A question where the job leads, in words that name no level."""
    if not _LEADS_TO.match(query.bare):
        return query
    topics, content = (SectionKind.PATHWAYS,), tuple(terms(_GOES_ON))
    return replace(query, bare=_GOES_ON, topics=topics, content=content, telling=())

"""Which of two things is asked that were set side by side within one role: "which pays better?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.query import Form, Query
from assistant.words import GOES_ON

#: Which of them is asked, and not which of all jobs.
_WHICH = re.compile(
    rf"{GOES_ON}which(?:\s+(?:one|side|of\s+(?:the\s+(?:two|pair)|them|those|these|both)))?\s+"
    r"(?![^.?!]*\b(?:roles?|jobs?|guides?|careers?)\b)"
    r"(?:is|are|pays?|earns?|gets?|means?|has|have|gives?|takes?|would|will|do|does|should|suits?|"
    r"needs?|involves?|makes?|offers?|wants?|lets?)\b",
    re.I,
)
#: Two things are set side by side, and no job and another, or staying in one.
_CHOICE = re.compile(
    r"^(?![^.?!]*\b(?:jobs?|roles?|careers?|stay\w*|leav\w+|nursing|teaching)\b)[^.?!]*?"
    r"(?:\b(?:between|torn|choos\w+|decid\w+)\b[^.?!]*\b(?:and|or)\b|\b(?:or|versus|vs)\b)",
    re.I,
)


#: How many questions before a choice is still spoken of.
_BACK = 3


def asked_between(raw: Query, history: Sequence[Query]) -> Query | None:
    """A question which of the two things is meant that were set side by side before, or None.

    Two levels stand in the rows of pay, other things in what is said about them.
    """
    last = history[-1]
    if raw.roles or raw.unknown_roles or len(last.roles) != 1 or not _WHICH.match(raw.asked):
        return None
    recent = [query for query in reversed(history[-_BACK:]) if query.roles == last.roles]
    choice = next((query for query in recent if _CHOICE.search(query.asked)), None)
    if choice is None or raw.level_words or choice.level_words:
        return None
    leans = not raw.content
    return replace(
        raw,
        roles=last.roles,
        form=Form.COMPARISON,
        pay_table=False,
        context=choice.bare if leans else "",
        carried=("role", "context") if leans else ("role",),
    )

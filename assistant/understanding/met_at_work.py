"""Jobs that are named in a question of another one: whom one meets or works for in that."""

import re
from collections.abc import Sequence

from assistant.understanding.employers import EMPLOYER
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.story import acts
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.topics import topics_of

_SEVERAL = re.compile(r"\bthe\s+$", re.I)
#: What stands before the last of several sentences is told, and what is asked stands behind.
_ASKED_BEHIND = re.compile(r"[.!]\s+\S")


def met_at_work(
    question: str, mention: RoleMention, asked: Sequence[RoleMention], lexicon: Lexicon
) -> bool:
    """Whether a title without a guide is not the job asked about.

    People are meant whom the only guide speaks of or a story has, or the employer of somebody in a
    job that has one.
    """
    if _ASKED_BEHIND.search(question, mention.end) and acts(question, mention):
        return True
    if _is_employer(question, mention, asked):
        return True
    several = _SEVERAL.search(question[: mention.start]) and mention.title.endswith("s")
    alone = len(lexicon.titles) == 1
    told = several and alone and lexicon.tells_of(lexicon.titles, mention.title)
    return bool(told) and not topics_of(question)


#: A choice between sorts of employers, on either side of the one that is called by a job: "an NHS
#: optician or private".
_OTHERS_AFTER = re.compile(
    rf"\s*(?:or|vs\.?|versus|/)\s+(?:an?\s+|the\s+|in\s+)?{EMPLOYER}\b", re.I
)
_OTHERS_BEFORE = re.compile(
    rf"\b{EMPLOYER}\s+(?:\w+\s+)?(?:or|vs\.?|versus|/)\s+(?:an?\s+|the\s+)?$", re.I
)
_OF_A_SORT = re.compile(rf"{EMPLOYER}\b", re.I)
_FOR = re.compile(r"\b(?:for|as|being)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$", re.I)
#: Such a choice is named in so many letters at most.
_NEAR = 60


def _is_employer(question: str, mention: RoleMention, asked: Sequence[RoleMention]) -> bool:
    before = question[max(mention.start - _NEAR, 0) : mention.start]
    chosen = _OTHERS_AFTER.match(question, mention.end) or _OTHERS_BEFORE.search(before)
    return bool(chosen and _OF_A_SORT.match(mention.title)) and any(
        other.guide_ids and _FOR.search(question[max(other.start - _NEAR, 0) : other.start])
        for other in asked
    )

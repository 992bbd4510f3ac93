"""Whether a list or table is asked for as a whole, and whether its first things are."""

import re
from collections.abc import Sequence

from assistant.guides.model import SectionKind
from assistant.understanding.topics import is_yes_no
from assistant.words import terms

_WHOLE = re.compile(
    r"\b(?:(?<!\bat )all|every|list|lists|full|whole|complete|"
    r"entire|everything|the lot|in full|bullets?|run[- ]?down|main|key|core|which|what|table|"
    r"breakdown|headings|(?:run|talk) me through|tell me about|overview|name)\b",
    re.I,
)
#: "Which skill is the rarest?" asks for one of them.
_ONE_OF = re.compile(
    r"\b(?:which|what)\s+(?:\w+\s+)?(?:skill|duty|task|responsibility|quality)\b[^.?!]{0,40}\b"
    r"(?:most|least|best|rar\w+|scarc\w+|short\w*|hardest|easiest|first|single|top|main)\b",
    re.I,
)
#: Which of many matter most, or a number of them: no list that is given whole says that of its own.
_RANKED = re.compile(
    r"\b(?:top|best|most (?:important|needed|useful|valued|essential|vital|wanted))\b|"
    r"\b(?:two|three|four|five|six|ten|\d{1,2}) (?:\w+ ){0,2}"
    r"(?:skills|qualities|strengths|traits|abilities|duties|tasks|responsibilities)\b",
    re.I,
)
#: Terms that grade or count what is asked for, and single out none of it.
GRADES = frozenset(
    terms(
        """top best key main core most important vital essential necessary needed useful valued
        wanted basic required right one two three four five six seven eight nine ten"""
    )
)
_ASKS_OTHERWISE = re.compile(r"^\W*(?:how|why|where|when|who)\b", re.I)


def asks_for_whole(
    text: str, topics: tuple[SectionKind, ...], telling: Sequence[str] = ("",)
) -> bool:
    """Whether a list or table of a section may be asked for as a whole.

    By the words that ask, or where nothing but the kind of list is named: "skills?".
    """
    if not {SectionKind.RESPONSIBILITIES, SectionKind.SKILLS} & set(topics):
        return False
    if _ONE_OF.search(text):
        return False
    alone = not {term for term in telling if not term.isdigit()} - GRADES
    other = is_yes_no(text) or _ASKS_OTHERWISE.search(text)
    return bool(_WHOLE.search(text)) or (alone and not other)


def asks_for_first(text: str) -> bool:
    """Whether it is asked which of many matter most, or for some number of them."""
    return bool(_RANKED.search(text)) and not _ONE_OF.search(text)

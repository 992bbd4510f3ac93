"""Sentences that can't be understood without another: "It ...", "The second is ..."."""

import re
from collections.abc import Sequence

_LEANS_BACK = re.compile(
    r"^\W*(?:it|its|this|that|these|those|they|their|them|he|she|such|both|here|there|so|but|or|however|instead|"
    # "And many of the best come from ..." goes on, and is clear without what it goes on from.
    r"and(?!\s+(?:(?:many|most|some)\b(?!\s+(?:of\s+(?:them|these|those)|do|are|will|have)\b)|people|those\s+(?:who|with|from|\w+ing))\b)|"
    r"then|others?|"
    r"either|neither|also|yet|still|even so|for (?:that|this)|in (?:that|this) (?:case|way)|"
    r"(?:after|before|besides|without) (?:that|this)|"
    r"(?:some|most|many|few|none|all|several|each|both) of (?:them|these|those|it)|"
    r"the (?:same|former|latter|second|other))\b",
    re.I,
)

#: One of several that a sentence before counts or names: "There are two routes. The first is ...".
_ONE_OF_SEVERAL = re.compile(
    r"^\W*(?:the\s+(?:first|second|third|fourth|last|next|rest|main|usual|biggest|largest|smaller|"
    r"smallest|commonest|(?:most|least)\s+\w+)|a\s+(?:second|third|fourth|further)|another|one)\s+"
    r"(?:is|are|was|were|takes?|comes?|goes|means|runs|of\s+(?:these|those|them))\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several|various|many|few|both)\b"
    r"(?!\s+(?:years?|months?|weeks?|days?|hours?|minutes?)\b)|:\W*$",
    re.I,
)

#: Something said before is meant by a word within: "softens this", "not covered by those rules".
_POINTS_BACK = re.compile(
    r"^\W*(?:first|then|next|finally|lastly|second(?:ly)?|third(?:ly)?|after that)\b|"
    # What begins with "another" is the next of several, and clear alone.
    r"(?:\b(?:too|as well|also)|(?<=\w\s)another)\b(?! as\b)|"
    r"\b(?:this|these|such|(?:that|those)(?!\s+(?:who|with|without|that|which|in|on|at|of|from|for|"
    r"is|are|an?|the|you|they|we|it)\b)\s+[a-z]+|the (?:former|latter|same))\b",
    re.I,
)


def points_back(text: str) -> bool:
    """Whether a sentence reads better after the one before it, though it is clear alone."""
    return bool(_POINTS_BACK.search(text))


#: A paragraph that begins so speaks of what its heading names.
_OF_ITS_HEADING = re.compile(r"^\W*(?:here|it|this|these|they)\b", re.I)


def points_at_heading(text: str) -> bool:
    """Whether the first sentence of a paragraph says "here" or "it" of what its heading names."""
    return bool(_OF_ITS_HEADING.match(text))


def antecedent_of(texts: Sequence[str]) -> int | None:
    """The place of the sentence that the last of a paragraph's sentences is not clear without.

    None where it stands by itself.
    """
    *before, text = texts
    if not before:
        return None
    last = len(before) - 1
    if _ONE_OF_SEVERAL.match(text):
        return max((p for p, one in enumerate(before) if _SEVERAL.search(one)), default=last)
    return last if _LEANS_BACK.match(text) else None

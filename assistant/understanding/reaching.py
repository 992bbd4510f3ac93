"""Whether it is asked how a level is reached, which is no question of what it pays."""

import re
from collections.abc import Iterable

from assistant.understanding.levels import RUNGS

_ASKS_HOW = (
    r"\b(?:how\s+(?:do|does|can|could|would|should|might|did|to|long|soon|quickly|fast|hard|easy)|"
    r"what\s+(?:do|does|did|would|will|must|should|can|is)\s+(?:\w+\s+){1,3}?(?:need(?:ed)?|have|has|takes?|do)|"
    r"what(?:\s+(?:gets?|got|makes?|takes?)|['’]?s\s+(?:it\s+)?(?:needed|required|involved|stopping))|"
    r"(?:\w+est|best|only|usual)\s+(?:way|route))\b"
)
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
    return bool(re.search(rf"{_ASKS_HOW}[^.?!]*?{_REACHES}{level}{_ENDS}", text, re.I))

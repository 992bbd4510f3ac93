"""Which end of a ladder a question asks for, if no level: the top, the bottom, or later on."""

import re

from assistant.understanding.levels import Ladder

_HIGHEST = re.compile(r"\b(?:highest|(?<!do )most|maximum|max|top|best[- ]paid|ceiling)\b", re.I)
_LOWEST = re.compile(
    r"\b(?:lowest|least|minimum|min|start(?:ing|er|s)?|begin(?:ning)?|initial(?:ly)?|bottom|floor)\b",
    re.I,
)
#: The start as well as what comes after it: "at first and later on".
_FIRST = re.compile(r"\bfirst\b", re.I)
#: All but the start: "does the money get good later on?".
_LATER = re.compile(
    r"\b(?:later(?: on)?|eventually|(?:in|over) (?:the long (?:run|term)|time)|down the line|"
    r"further (?:on|up)|higher up)\b",
    re.I,
)


def levels_at_an_end(asked: str, ladder: Ladder) -> tuple[str, ...]:
    """The highest or the lowest level, or those above the lowest, as is asked for; () if none is.

    None where both ends are.
    """
    highest, lowest = bool(_HIGHEST.search(asked)), bool(_LOWEST.search(asked))
    later = bool(_LATER.search(asked))
    if later and (lowest or _FIRST.search(asked)):
        return ()
    if highest != lowest:
        return ladder.levels[-1:] if highest else ladder.levels[:1]
    return ladder.levels[1:] if later and not highest else ()

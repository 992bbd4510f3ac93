"""Whether words ask who is paid more."""

import re

_MORE = r"(?:the\s+|a\s+)?(?:more|most|less|least|better|higher|lower)"
#: Who is "on" more, or gets more at the start: nothing but pay is meant.
_ON_MORE = (
    r"\b(?:(?:start|begin|com|go)(?:e?s|ing|e)?\s+(?:(?:out|off|in)\s+)?(?:on|at)|"
    rf"(?:is|are|be|['’]s)\s+on)\s+{_MORE}\b|"
    r"\bstarts?\s+(?:higher|lower)\b|\b(?:get|make)s?\s+(?:more|most|less|least)\s+"
    r"(?:to (?:begin|start)|at the (?:start|beginning|outset)|from the (?:start|off))\b|"
    r"\b(?:who|which(?:\s+one)?)\s+(?:gets?|makes?)\s+(?:the\s+)?(?:more|most)"
    r"(?=\W*$|\s*[,:;?)]|\s+(?:straight|at|as|after|out|when|once)\b)"
)
_PAYS_MORE = re.compile(
    rf"{_ON_MORE}|"
    r"\b(?:better|best|higher|highest|worse|worst|lower|lowest)[- ]"
    r"(?:paid|pay|salar\w+|wages?|money|ceiling)\b|"
    r"\bpa(?:id|ys?|ying)\s+(?:the\s+)?(?:more|most|better|best|less|least)\b|"
    r"\b(?:earn|make|get|be on)s?\s+(?:the\s+)?(?:more|most|less|least)\s*"
    r"(?:[,:;?)-]|$|(?:straight\s+)?(?:as|at|in|if|when|once|out|outside|between|than|after)\b)|"
    r"\b(?:pay|salary|wage|earnings) diff\w*|"
    r"\bdiff\w* (?:in|of) (?:the )?(?:pay|salar\w+|wages?|earnings)\b",
    re.I,
)


#: Words that set one sum against another, where it is of pay that they are said.
_SET_AGAINST = re.compile(
    r"\b(?:more|less|better|worse|higher|lower|compar\w+|differ\w*|versus|vs)\b", re.I
)


def sets_against(text: str) -> bool:
    """Whether words about pay set one sum against another."""
    return bool(_SET_AGAINST.search(text))


def on_more(text: str) -> bool:
    """Whether it is asked who is on more, or gets more at the start, with no word for pay."""
    return bool(re.search(_ON_MORE, text, re.I))


def pays_more(text: str) -> bool:
    """Whether it is asked who gets more, or what pays more."""
    return bool(_PAYS_MORE.search(text))

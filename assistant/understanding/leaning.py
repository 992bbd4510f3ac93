"""Questions that say nothing without the one before in the same message: "... and how big?"."""

import re

from assistant.understanding.messages.asking import own_terms
from assistant.words import GOES_ON

#: Nouns that name a measure or a share of what was asked about, and no other thing.
_OF_IT = (
    r"(?:ranks?|levels?|grades?|rungs?|stages?|orders?|topics?|subjects?|kinds?|sorts?|types?|ones?|sizes?|"
    r"amounts?|percentages?|rates?|shares?|extents?|ages?|scales?|bas[ei]s)"
)
_THING = r"(?:it|that|this|those|these)"
_DOES = r"(?:do|does|did|is|are|was|can|could|would|will|should)"
#: A bare question word, with a measure or a preposition at most: "how big", "at what rank".
_BARE = re.compile(
    rf"{GOES_ON}(?:(?:what|which)(?:\s+{_OF_IT})?|how\s+\w+|who|when|where|why|"
    r"(?:at|in|on|for|by|to|from|until|with|after|of)\s+(?:(?:what|which)(?:\s+\w+)?|whom?|how\s+\w+|when))\W*$",
    re.I,
)
#: One about a thing that only the question before names: "what does it cost", "who pays for it".
_VERB_ALONE = re.compile(
    rf"{GOES_ON}(?:what|which|how\s+\w+|who|when|where)\s+{_DOES}\s+{_THING}\s+(?:\w+ly\s+)?\w+(?:\s+(?:for|in|on|of|up|out|(?:to\s+be\s+)?\w+(?:ing|ed)))?\W*$",
    re.I,
)
#: The same asked with yes or no: "does it cost", "is it paid", "are they free".
_YES_OR_NO = re.compile(
    rf"{GOES_ON}{_DOES}\s+(?:{_THING}|they)\s+(?:\w+ly\s+)?\w+(?:\s+(?:much|anything|money|long))?\W*$",
    re.I,
)
_ENDS_ON_IT = re.compile(
    rf"{GOES_ON}(?:what|which|how|who|when|where|{_DOES})\b.*\b(?:{_THING}|them)\W*$", re.I
)
#: "What does the employer put in?": what is put in, and into what, was named before.
_STRANDED = re.compile(
    rf"{GOES_ON}(?:what|which|how much)\s+{_DOES}\s+(?:(?:the|an?|my)\s+)?\w+\s+\w+\s+(?:in|up|out|off|towards?)\W*$",
    re.I,
)
#: "Who is the free one from?": one of those named before.
_ONE_OF_THEM = re.compile(
    rf"{GOES_ON}(?:what|which|how|whos?|when|where|{_DOES})\b.*\bthe\s+\w+\s+ones?\b", re.I
)
_MEASURE = re.compile(
    r"\bhow\s+(?:(?:many|much)(?:\s+\w+)?|\w+)|\bwhat\s+(?:percentage|share|rate)\b", re.I
)
#: A question that ends on "it" leans if it has so few terms of its own: with more it is of another
#: thing ("do they lend you a bike and boots for it").
_FEW = 2


def leans(question: str) -> bool:
    """Whether a question of a message is one only together with the question before it."""
    if any(form.match(question) for form in (_BARE, _VERB_ALONE, _YES_OR_NO, _STRANDED)):
        return True
    own = own_terms(_MEASURE.sub(" ", question))
    pointing = _ENDS_ON_IT.match(question) or _ONE_OF_THEM.match(question)
    return bool(pointing) and len(own) <= _FEW

"""Another thing that may be needed, after a question whether one is: "driving licence?"."""

import re

from assistant.understanding.follow_ups.ellipsis import WHAT_ABOUT, is_fragment
from assistant.understanding.query import Query
from assistant.words import GOES_ON

#: What is asked is whether something is needed: "do I need a PhD?".
_NEEDS = re.compile(
    rf"{GOES_ON}(?!do you have\b)(?:do|does|would|will|must|is|are)\b"
    r"[^.?!]{0,20}?\b(?:need|have|require[sd]?|essential|necessary|needed)\b",
    re.I,
)
#: "At a small firm?", "even abroad", "as well?" say in which case it is meant.
_IN_WHICH_CASE = re.compile(
    r"(?:in|at|for|with|on|by|if|when|as|even|not|only|just|like|than|from|to)\b|"
    r".*\b(?:too|as well|either|also)$",
    re.I,
)


def needed_too(raw: Query, last: Query) -> str:
    """The question whether another thing is needed: "driving licence?", after "need a PhD?".

    "" where the words are no thing, or that was not asked.
    """
    named = WHAT_ABOUT.sub("", raw.bare).strip(" ?!.,")
    a_thing = raw.content and not raw.topics and is_fragment(raw)
    a_thing = a_thing and not _IN_WHICH_CASE.match(named)
    return f"do I need {named}?" if a_thing and _NEEDS.search(last.own) else ""

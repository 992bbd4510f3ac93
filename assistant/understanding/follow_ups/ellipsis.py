"""Whether a question only names what is changed in the one before, or asks of a part of it.

"Same but in Leeds?", "small firms as well?", "how come?", "how long does that take?".
"""

import re
from dataclasses import replace

from assistant.chunks import ROLE_NOUN
from assistant.matters import asked_about
from assistant.understanding.employers import compares_employers
from assistant.understanding.follow_ups.level_and_place import asks_for_later, step_of
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import asks_beside_pay
from assistant.words import GOES_ON, terms

_WHY = re.compile(
    rf"{GOES_ON}(?:how come|why|what for|for what reason|how so|why (?:so|such)|why (?:is|are|'s) (?:that|it|this|they))\b[^.?!]{{0,25}}\W*$",
    re.I,
)
#: Terms that name nothing by themselves.
ELLIPTIC_TERMS = frozenset(
    terms(
        "round ones new grade tier another two three four five not no question first second last previous back earlier top highest lowest bottom deal story ditto job role guide position come level step rung notch next higher lower case now version equivalent equiv bit difference outside inside elsewhere anywhere near rest country region area place"
    )
)
#: A question of so few content terms leans on the one before if it points back ("is that common?").
LEANING_TERMS = 3


#: A way in, and no level of somebody, in a question with a verb: "is there an apprenticeship?".
_SCHEME = re.compile(
    r"\b(?:is|are|do|does|can|could|any)\b[^.?!]{0,60}\b(?:apprenticeship|internship|traineeship)s?\b",
    re.I,
)


def asks_why(raw: Query) -> bool:
    """Whether the reason for what was just said is asked, and nothing else."""
    return bool(_WHY.match(raw.asked))


#: "The same worry about plumbers, my uncle is one": what is told behind it asks nothing.
_THE_SAME_OF = re.compile(
    rf"{GOES_ON}(?:(?:the\s+)?same(?:\s+\w+){{0,2}}|ditto)\s+"
    rf"(?:for|about|of|with|on|re)\s+(?:(?:an?|the|being|my)\s+)*{ROLE_NOUN}s?(?!\s*[\w'’])[^?]*$",
    re.I,
)


def is_elliptic(raw: Query) -> bool:
    """Whether a question is the one before with another level, place or role, or asks why."""
    if _THE_SAME_OF.match(raw.bare):
        return True
    bands = {"band", *raw.bands}
    own = [term for term in raw.content if term not in ELLIPTIC_TERMS | bands]
    own = [] if asks_for_later(raw) else own
    steps = step_of(raw) != 0
    leads_on = steps or not raw.topics or bool(raw.bands)
    anew = not own and leads_on and (steps or not asks_beside_pay(raw.bare))
    of_its_own = raw.form is Form.HOW_TO or _SCHEME.search(raw.bare) or compares_employers(raw.bare)
    # "Where do they work?" has no word of its own, and is a question none the less.
    whole = CLAUSE.search(raw.own) and not (raw.places or raw.level_words or raw.bands)
    told = (raw.lead and asked_about(raw.lead)) or (whole and asked_about(raw.own))
    return (anew and not (of_its_own or told or only_limits(raw))) or asks_why(raw)


#: Words that make a sentence of a question: without one it only names what is changed.
CLAUSE = re.compile(
    r"\b(?:is|isn't|are|am|do|does|don't|did|can|could|will|would|should|has|have|any|tell|give|list|"
    r"explain|what|what's|whats|which|who|when|where|why|how)\b",
    re.I,
)


def only_the_role(raw: Query) -> Query:
    """What names the role that was asked for, without what describes it: "X, the vaccine one"."""
    if not raw.roles or raw.topics or CLAUSE.search(raw.bare):
        return raw
    return replace(raw, bare=ROLE_NOUN, content=(), telling=())


#: "Not even at the start?": it limits the question before and names nothing of its own.
_LIMITS = re.compile(rf"{GOES_ON}(?:what\W+)?(?:not|even)\b", re.I)
_NEGATIONS = frozenset(terms("not even never"))


def only_limits(raw: Query) -> bool:
    """Whether the words say in which case the question before is meant, and nothing else."""
    named = [term for term in raw.content if term not in _NEGATIONS and not raw.level_words]
    return bool(_LIMITS.match(raw.asked)) and not raw.topics and not named


WHAT_ABOUT = re.compile(
    r"^\W*(?:(?:and|or|but|ok|so)\W+)*(?:(?:(?:what|how) about|what if|and|or|but|ok|so)\b)", re.I
)
#: A fragment has so many words at most, a role's name counted as one.
_FRAGMENT = 8


#: What is told of somebody names nothing that is changed: "I'm bad at maths", "what if I fail".
_OF_SOMEBODY = re.compile(
    r"^\W*(?:(?:and|but|so|ok|what if)\W+)*(?:i|he|she|we)(?:['’](?:m|s|re|ve)\b|\s+(?!mean)\w+)",
    re.I,
)


def is_fragment(raw: Query) -> bool:
    """Whether the words only name what is changed in the question before: "small firms as well?"."""
    if _OF_SOMEBODY.match(raw.asked):
        return False
    named = WHAT_ABOUT.sub("", raw.bare or raw.asked)
    return len(named.split()) <= _FRAGMENT and not CLAUSE.search(named)


#: Whether another role is more or less so, with no word of what: "would a porter be any calmer?".
_WEIGHS = re.compile(
    rf"{GOES_ON}(?:is|are|would|will|does|do)\s+(?:(?:the|an?|being|working as)\s+)*{ROLE_NOUN}s?\s+"
    r"(?:(?:be|get|job|jobs|work|any|much|an?|bit|lot|even|really|one)\s+)*"
    r"(?:(?:less|more|as|so)\s+\w+|\w+er|worse|less|different|alike|the same)"
    r"(?:\s+for\s+(?:that|it|this|those))?\W*$",
    re.I,
)


def only_weighs(raw: Query, last: Query) -> bool:
    """Whether a question asks the one before of another role, and names but how it might be.

    Not where that is of a matter of its own: "is a porter more stressed?", after hours were asked.
    """
    if not _WEIGHS.match(raw.bare) or raw.roles in ((), last.roles) or last.pay_table:
        return False
    return asked_about(raw.bare) <= asked_about(last.bare)


_ENDS_ON_IT = re.compile(
    r"\b(?:that|it|this|those|them)(?:\s+(?:take|last|cost|mean|happen|up|back|off|out|down|over|"
    r"again|then|after|afterwards|later))?\W*$",
    re.I,
)
#: What is asked about it; behind that is told when: "what do I ask about it at the interview".
_ABOUT_IT = re.compile(
    r"^[^.?!]*\b(?:ask|say|know|check|find out|learn|hear)\b[^.?!]{0,20}\babout (?:it|that|this)\b",
    re.I,
)
#: A part of what was named before: "which part goes wrong".
_PART_OF_IT = re.compile(
    rf"{GOES_ON}which (?:bit|part|stage|step|round|half|section)s?\b"
    r"(?!\s+(?:of|in)\s+(?!it\b|that\b|this\b|them\b))",
    re.I,
)


def ends_on_it(raw: Query) -> bool:
    """Whether what is asked is asked of the thing named before: "how long does that take?"."""
    if _ABOUT_IT.match(raw.bare):
        return True
    pointing = _ENDS_ON_IT.search(raw.asked) or _PART_OF_IT.search(raw.asked)
    return bool(pointing) and len(raw.content) < LEANING_TERMS


def up_to_it(raw: Query) -> Query:
    """The question without what stands behind the thing named before: when it is asked about."""
    found = _ABOUT_IT.match(raw.bare)
    if not found:
        return raw
    left = {*terms(found.group())}
    return replace(
        raw,
        bare=found.group(),
        content=tuple(term for term in raw.content if term in left),
        telling=tuple(term for term in raw.telling if term in left),
    )

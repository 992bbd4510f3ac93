"""Job titles that no guide bears, told by the slot that they stand in."""

import re
from collections.abc import Iterable

from assistant.understanding.levels import RUNGS
from assistant.understanding.titles.other_titles import (
    NO_MODIFIERS,
    RoleMention,
    is_generic,
    stance_in_slot,
)
from assistant.understanding.titles.title_words import (
    GENERIC,
    heads_a_title,
    is_a_person,
    is_somebody,
    singular,
    tokens,
)
from assistant.words import STOP_WORDS

#: What follows a title and is no part of it.
_AFTER_TITLE = (
    "in|at|with|for|from|on|of|to|and|or|but|if|when|who|that|which|do|does|did|is|are|was|earn|earns|make|makes|get|gets|"
    "have|has|need|needs|be|can|could|would|should|will|as|into|than|after|before|without|within|across|per|via|by|these|there|here|"
    "later|eventually|instead|starting|just|straight|like|first|one|someday|soon|now|today|too|again|anyway|please|then|really|though"
)
_TITLE = (
    r"(?P<title>[^\W\d_][\w'&/+#-]*(?:\s+(?!(?:" + _AFTER_TITLE + r")\b)[^\W\d_][\w'&/+#-]*){0,4})"
)
#: What is gone into is a trade by itself, "teaching", and not what is done to a thing: "moving into
#: running clinical trials".
_NO_OBJECT = rf"(?!(?<=ing)\s+(?!(?:{_AFTER_TITLE}|now|later|jobs?|roles?|work|careers?)\b)[a-z])"
_SLOTS = (
    re.compile(r"\b(?:be|being)\s+an?\s+" + _TITLE, re.I),
    re.compile(
        r"\bwhat\s+(?:do|does|would|will|can|could)\s+(?:an?\s+)?"
        + _TITLE
        + r"\s+(?:do|earn|make|get|need|take|cost)\b",
        re.I,
    ),
    re.compile(
        r"\bhow\s+much\s+(?:do|does|would|will|can|could)\s+(?:an?\s+)?"
        + _TITLE
        + r"\s+(?:earn|make|get|take)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:salary|pay|wage|wages|salaries|job description|guide|career)\s+(?:for|of|about|as)\s+(?:an?\s+)"
        + _TITLE,
        re.I,
    ),
    re.compile(
        r"\b(?:work|works|working|job|jobs|career|role|position)\s+as\s+an?\s+" + _TITLE, re.I
    ),
    re.compile(
        r"^\W*(?:the\s+)?(?P<title>(?:[a-z]+\s+){0,2}[a-z]+(?:er|or|ist|ian|eer|man|nurse|ician)s?)\s+(?:salar\w+|pay|wages?|earnings|jobs?|roles?|careers?)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:get|getting|move|moving|go|going|break|breaking|switch|switching|start|change|changing)\s+(?:\w+\s+)?into\s+(?:a\s+career\s+in\s+)?"
        r"(?P<title>(?:[a-z]+\s+)?[a-z]+(?:ing|graphy|therapy|ology|istry|icine|acy|iatry|ursing))\b"
        + _NO_OBJECT,
        re.I,
    ),
    re.compile(r"\b(?:guide|page)\s+(?:for|about|on)\s+(?:an?\s+|the\s+)?" + _TITLE, re.I),
)


#: What stands there is somebody, whatever the noun.
_DOES = r"\s+(?:do|does|would|will|can|could|should|must)\s+"
_FOR_SOMEBODY = (
    re.compile(r"\b(?:become|becoming)\s+an?\s+" + _TITLE, re.I),
    re.compile(
        r"\b(?:skills|qualities|qualifications|training|grades|experience|degree)"
        + _DOES
        + r"an?\s+"
        + _TITLE
        + r"\s+(?:need|require|have|want)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:how\s+much|what)" + _DOES + r"(?:an?\s+)?" + _TITLE + r"\s+(?:earn|get paid)\b", re.I
    ),
    re.compile(
        r"\bwhat" + _DOES + r"an?\s+" + _TITLE + r"\s+(?:actually\s+)?do\s+"
        r"(?:all day|every day|day to day|for a living|at work)\b",
        re.I,
    ),
)
#: What stands there is somebody if the noun can be: "what does a portfolio do" asks of a thing.
_FOR_LIKELY = (
    re.compile(r"\bwhat" + _DOES + r"an?\s+" + _TITLE + r"\s+(?:do|actually do)\b", re.I),
    re.compile(
        r"\bis\s+an?\s+" + _TITLE + r"\s+(?:(?:well|badly|better)\W+paid|on\W+call)\b", re.I
    ),
    re.compile(
        r"\b(?:are|do|does|is|will|would|can)\s+(?:an?\s+)?"
        + _TITLE
        + r"\s+(?:(?:well|badly|better)\W+paid|on\W+call|work|earn|get|have to|travel)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:(?:salary|wages?|salaries|hours)\s+(?:like\s+)?|(?:pay|money|life|it)\s+like\s+|paid\s+)"
        r"(?:for|of|as)\s+an?\s+" + _TITLE,
        re.I,
    ),
    re.compile(
        r"\b(?:tell me|know|info|information)\s+about\s+(?:being\s+an?\s+|an?\s+)?" + _TITLE, re.I
    ),
    re.compile(r"^\W*" + _TITLE + r"\s+(?:jobs?|roles?|careers?|salar\w+|pay|wages?)\b", re.I),
)
#: Nouns that in such a place may stand for the job of any guide: "how much do engineers get".
_OF_ANY = RUNGS.keys() | frozenset(
    """engineer developer dev manager officer specialist assistant associate executive consultant
    supervisor coordinator administrator practitioner scientist researcher programmer coder
    technician analyst worker leader boss employee employer contractor freelancer leaver clinician
    advisor adviser representative agent owner member visitor interviewer mentor user
    changer returner learner customer supplier provider partner parent patient
    client master""".split()
)

#: What a question begins with: "would a supplier pay more".
_ASKING = frozenset(
    "is are was do does did can could will would should might must has have what which who".split()
)

#: A title has so many words before its noun at most.
_MOST_BEFORE = 3


def titles_by_slot(text: str, spoken: frozenset[str]) -> Iterable[RoleMention]:
    """Titles known by where they stand ("how do I become a ...").

    Args:
        text: what somebody asks.
        spoken: the words that the guides have: a noun of theirs that heads no title is no job.
    """
    sought = [(slot, True) for slot in _FOR_SOMEBODY] + [(slot, False) for slot in _FOR_LIKELY]
    for slot, certain in sought:
        for found in slot.finditer(text):
            *before, head = (singular(word.text.casefold()) for word in tokens(found["title"]))
            if _is_job(before, head, spoken, certain=certain):
                start, end = found.span("title")
                yield RoleMention((), found["title"], start, end, stance_in_slot(text, start, end))
    yield from _in_other_slots(text)


def _is_job(before: list[str], head: str, spoken: frozenset[str], *, certain: bool) -> bool:
    """Whether a noun with these words before it is a job that no guide is about."""
    meaningful = [word for word in before if word not in GENERIC | NO_MODIFIERS | RUNGS.keys()]
    vague = not meaningful and head in _OF_ANY
    if head in GENERIC | STOP_WORDS or vague or len(before) > _MOST_BEFORE:
        return False
    return heads_a_title(head) or ((certain or is_somebody(head)) and head not in spoken)


def _in_other_slots(text: str) -> Iterable[RoleMention]:
    for slot in _SLOTS:
        for found in slot.finditer(text):
            words = [singular(word.text.casefold()) for word in tokens(found["title"])]
            meaningful = [
                word for word in words if word not in GENERIC and word not in NO_MODIFIERS
            ]
            if (
                not meaningful
                or words[-1] not in meaningful
                or words[0] in _ASKING
                or len(words) > 5
                or not is_a_person(words[-1])
            ):
                continue
            if is_generic([w for w in words[:-1] if w in meaningful], words[-1]):
                continue
            start, end = found.span("title")
            yield RoleMention((), found["title"], start, end, stance_in_slot(text, start, end))

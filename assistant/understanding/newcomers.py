"""Whether somebody is at the start of a job, by what is told or asked, as a word for a level."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.words import NUMBER

#: Words for the level of who has just qualified, of who begins, and of who learns the job.
QUALIFIED, STARTER, LEARNER = "newly-qualified", "starter", "trainee"

_NOW_TRAINED = (
    r"(?:qualif(?:y|ied|ies|ying)|regist(?:er(?:s|ed)?|ration)(?!\s+with)|"
    r"trained|(?<=after )training|"
    r"training\s+(?:(?:is|has|been)\s+){0,2}(?:finish\w*|complet\w*|done|over|end\w*)|(?:finish|complet)(?:e|ed|es|ing)?\s+(?:\w+\s+){0,2}?"
    r"(?:training|course|apprenticeship|degree)|signed\s+off|"
    # No "pass the interview".
    r"pass(?:ed|es)?(?=\W*$|\s+(?:out\W*$|(?:my|the|their|his|her)\s+(?:exams?|training|course|apprenticeship))))"
)
#: Pay once the job is learned: "once you're registered", "when she qualifies".
_ONCE_TRAINED = re.compile(
    r"\b(?:once|when|after|as soon as|if|now)\s+(?:(?:(?:i|you|we|they|he|she|people|your?)"
    r"(?:['’]?(?:ve|s|m|re))?|(?:have|has|am|is|are|been|get|gets|fully|finally|i['’]?m|just|do)|im|ur)\s+){0,4}"
    rf"{_NOW_TRAINED}\b",
    re.I,
)
#: Pay for as long as the job is learned: "while I'm training", "in training".
_IN_TRAINING = re.compile(
    r"\b(?:(?:while|whilst|when)\s+(?:(?:(?:i|you|we|they|he|she)(?:['’](?:m|s|re))?|im|am|is|are|be|being|still|in)\s+){0,4}|"
    r"(?:during|throughout|(?<!work )(?<!works )(?<!working )(?<!worked )in)\s+"
    r"(?:(?:my|the|your|his|her|their)\s+)?)(?:training|train|studying)\b"
    r"(?!\s+(?:is|has|budget|allowance|days?|courses?|costs?|posts?|jobs?|roles?|other|new|staff|people)\b)",
    re.I,
)
_NEWLY = re.compile(
    r"\b(?:newly|just|recently|freshly)[\s-]+(?:been\s+)?(?:qualified|registered)\b|\bNQs?\b|"
    r"\bpass(?:ed)?\s+(?:(?:all\s+)?(?:my|the|his|her|their)\s+)?finals\b",
    re.I,
)
#: After the training spoken of: "what do they earn after?".
_AFTERWARDS = re.compile(r"\bafter(?:wards)?\W*$", re.I)
#: Who begins: with a degree of today and no years of work, or with no experience.
_BEGINS = re.compile(
    r"\b(?:finish\w*|graduat\w+|complet\w+|in (?:the |my |her |his )?(?:final|last) year)\s+"
    r"(?:\w+\s+){0,5}?(?:degree|uni(?:versity)?|course|college|masters?|mchem|msc|bsc)\b|"
    r"\bgraduat(?:es?|ing)\s+(?:\w+\s+)?(?:this|next|in|soon)\b|"
    r"\b(?:is|are|am|i['’]?m|s?he['’]s|been)\s+(?:doing|studying|reading|taking)\s+(?:an?|his|her|my|their)\s+"
    r"(?:\w+\s+){0,2}?(?:degree|masters?|mchem|msc|bsc|a[ -]levels?)\b|"
    r"\b(?:just|recently|freshly)\s+(?:been\s+)?graduated\b|\b(?:recent|fresh|new)\s+(?:\w+\s+)?grad(?:uate)?\b|"
    r"\b(?:straight|fresh)\s+(?:from|out\s+of)\s+(?:school|college|uni\w*)\b|\bschool\s+leaver\b|"
    r"\b(?:no|zero|without(?:\s+any)?)\s+(?:(?:relevant|prior|previous|work|real|actual)\s+)?experience\b(?!\s+(?:of|with|in)\b)",
    re.I,
)
#: Who has worked for years, or holds a doctorate, begins no longer at the bottom.
_NO_BEGINNER = re.compile(
    rf"\b(?:ph\.?d|doctora\w+|post-?doc\w*|ago|since|worked|(?:{NUMBER}|few|several|many)\s+"
    r"(?:years?|yrs)(?!\s+(?:course|degree|old))|"
    r"years\s+(?:of|as|in)|20\d\d|19\d\d)\b",
    re.I,
)
#: Pay of a time to come, and not of the beginning.
_OTHER_LEVELS = re.compile(
    r"\b(?:later|eventually|one day|years|end up|up to|work up|become|promot\w+|most|top|max\w*|"
    r"highest|levels?|grades?|range|all|every|each|different)\b",
    re.I,
)
#: Who speaks of themselves, and of somebody else: "my son is", "she".
_OWN = re.compile(r"\b(?:i|i['’]?(?:[dm]|ve)|me|we|my\s+(?:\w+\s+)?(?:pay|salary|wages?))\b", re.I)
_ANOTHERS = re.compile(
    r"\b(?:my|our|his|her|their)\s+(?!(?:degree|course|masters?|exams?|studies)\b)(?:\w+\s+){1,3}?"
    r"(?:who|lives?|works?|is|was|has|wants?|finish\w*|graduat\w*|complet\w*)\b|"
    r"\b(?:he|she|we have)\b",
    re.I,
)
_ASKED_OF_ANOTHER = re.compile(
    r"\b(?:he|she|him)\b|\b(?:her|his)(?=\W*$|\s+(?:pay|salary|wages?|in|at|to|as|if|when|there|then|a|per)"
    r"\b)",
    re.I,
)
#: What is told of somebody, and no question about anybody: not "is no experience fine?".
_TELLS = re.compile(
    r"\b(?:i['’]?m|im|i am|i['’]?ve|ive|i have|i just|(?:i|s?he) (?:finish|graduat|complet)\w*|"
    r"s?he['’]?s|s?he (?:is|has)|we have|my|her|his)\b|"
    r"^\W*(?:just|recently|newly|fresh|straight)\b",
    re.I,
)
_START = re.compile(r"\b(?:start\w*|begin\w*)\b", re.I)


def once_trained(question: str) -> tuple[tuple[str, ...], str]:
    """The word for the level of who learns the job or just has, and by which words it is asked.

    Both where pay before and after is asked; empty where neither is.
    """
    learning, learned = _IN_TRAINING.search(question), _now_trained(question)
    found = [
        (word, said.group()) for word, said in ((LEARNER, learning), (QUALIFIED, learned)) if said
    ]
    return tuple(word for word, _ in found), " ".join(said for _, said in found)


def _now_trained(question: str) -> re.Match[str] | None:
    return _NEWLY.search(question) or _ONCE_TRAINED.search(question) or _AFTERWARDS.search(question)


class Standing(NamedTuple):
    """The word for somebody's level, "" if they have worked for years, and if it is who asks."""

    level: str
    own: bool


def stands_as(told: str) -> Standing | None:
    """How somebody stands by the last that is told of it; None if nothing is."""
    found = None
    for sentence in re.split(r"[.?!\n]", told):
        level = _level_told(sentence) if _TELLS.search(sentence) else None
        if level is not None:
            found = Standing(level, own=not _ANOTHERS.search(sentence))
    return found


def _level_told(sentence: str) -> str | None:
    if _NEWLY.search(sentence):
        return QUALIFIED
    if _NO_BEGINNER.search(sentence):
        return ""
    return STARTER if _BEGINS.search(sentence) else None


def asks_for_own(question: str, standing: Standing) -> bool:
    """Whether what the one who stands so gets now is asked, and not what there is later on."""
    of_another = _ASKED_OF_ANOTHER.search(question)
    asked = _OWN.search(question) and not of_another if standing.own else of_another
    return bool(asked) and not _OTHER_LEVELS.search(question)


def asks_of_the_start(question: str) -> bool:
    """Whether the start is asked about, whatever level was spoken of before."""
    return bool(_START.search(question))


def asks_of_later_on(question: str) -> bool:
    """Whether pay of a time to come is asked about, or of all levels."""
    return bool(_OTHER_LEVELS.search(question))


_QUALIFIED = re.compile(r"(?<![\w-])(?<!pre )(?:qualified|registered)\b", re.I)


def level_of_qualified(levels: Sequence[str], notes: Mapping[str, str]) -> str:
    """The level of those newly qualified, by its name or by what its row says of it first."""
    newly = [one for one in levels if _NEWLY.search(f"{one} {notes[one]}")]
    named = [
        one
        for one in levels
        if _QUALIFIED.search(one) or any(map(_QUALIFIED.match, notes[one].split("; ")))
    ]
    return next(iter(newly or named), "")

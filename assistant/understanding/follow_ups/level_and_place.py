"""The level and the place that a question takes from the ones before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.newcomers import QUALIFIED, STARTER, asks_of_the_start
from assistant.understanding.places.places import Place
from assistant.understanding.query import Query
from assistant.words import GOES_ON

_RUNG = r"(?:level|step|grade|rung|notch|tier|band)"
_PROMOTED = (
    r"(?:once|if|when|after|as soon as|with|upon|following)\s+(?:\w+(?:['’]\w+)?\s+){0,3}?"
    r"promot(?:ed|ion)"
)
_UP = re.compile(
    rf"\b(?:(?:one|a|the|another|next) {_RUNG} (?:up|above|higher|on)|next {_RUNG}|{_RUNG} above|"
    rf"next (?:one|\w+) up|step(?:s|ped|ping)? up|one up|one above|"
    rf"(?:go|going|move|moving) up (?:a|one)|"
    rf"up (?:a|one) {_RUNG}|{_PROMOTED})\b",
    re.I,
)
#: What somebody gets after the level just spoken of.
_AFTER_THAT = re.compile(
    rf"{GOES_ON}(?:after (?:that|this)|then(?: what)?|what(?:'s| is| comes)? next)"
    r"(?P<when>\W+(?:when|once|if)\b[^?!]*)?\W*$",
    re.I,
)
#: What somebody gets once promoted: "and if I'm promoted to lead?".
_ONCE_PROMOTED = re.compile(
    rf"{GOES_ON}(?:(?:what|how) about\W+)?{_PROMOTED}"
    r"(?:\s+(?:to|as)\s+(?:an?\s+|the\s+)?[\w-]+)?\W*$",
    re.I,
)
#: What somebody gets once they have learned the job: "and when he's qualified?".
_ONCE_LEARNED = re.compile(
    rf"{GOES_ON}(?:(?:what|how) about\W+)?(?:once|when|after|if|as soon as)\s+"
    r"(?:(?:i|you|we|they|he|she|somebody|someone)(?:['’](?:ve|s|m|re)|"
    r"\s+(?:have|has|had|am|is|are|gets?))?\s+)?"
    r"(?:(?:fully|finally|all|just|been)\s+){0,2}"
    r"(?:pass(?:ed|es|ing)?|qualif(?:y|ied|ies|ying)|finish(?:ed|es|ing)?|done|trained|"
    r"complet(?:ed?|es|ing)|signed off|graduat(?:ed?|es|ing|ion)|registered|training)"
    r"(?:\s+(?:\w+\s+){0,3}?(?:it|them|that|exams?|course|training|diploma|apprenticeship|tests?|"
    r"assessments?|traineeship|probation))?(?:\s+(?:then|though|tho))?"
    r"(?:\W+(?:and\s+)?in\s+[A-Z][\w ]{1,25})?\W*$",
    re.I,
)
#: What somebody gets later on: "and after a few years?".
_LATER = re.compile(
    rf"{GOES_ON}(?:(?:what|how) about\W+)?(?:after|in|with|once)\s+"
    r"(?:(?:i|you|they|he|she)(?:['’]?ve|['’]s| have| has)?\s+)?"
    r"(?:(?:got|had|done|worked|been (?:there|in it|doing it))\s+)?(?:for\s+)?"
    r"(?:a few|a couple of|a bit of|some|more|several|two|three|four|five|\d)\s+"
    r"(?:more\s+)?(?:years?|experience)(?:['’]?\s+experience)?"
    r"(?:\s+(?:in|later|on|or so|under\b.*))?\W*$",
    re.I,
)
#: The same with no word of when: "and later on?".
_LATER_ON = re.compile(
    r"^\W*(?:(?:and|ok|so|but|then|what about|how about)\W+)*(?:later(?: on)?|eventually|"
    r"in the long run|down the line|further (?:on|up))\W*$",
    re.I,
)
_DOWN = re.compile(
    rf"\b(?:(?:one|a|the|another) {_RUNG} (?:down|below|lower)|{_RUNG} (?:below|beneath|under)|"
    rf"step down|one down|one below|down (?:a|one) {_RUNG})\b",
    re.I,
)
_SAME_LEVEL = re.compile(
    r"\b(?:same|equivalent|comparable|that|this) (?:level|grade|seniority|rung)\b", re.I
)


def follows_a_level(raw: Query) -> bool:
    """Whether what comes after is asked, and told when that is: "after that, once I run it".

    Or only when that is: once the job is learned, after a promotion, or later on.
    """
    found = _AFTER_THAT.match(raw.asked)
    then = _ONCE_PROMOTED.match(raw.asked) or _LATER_ON.match(raw.asked)
    return bool((found and found["when"]) or then) or learned(raw)


def learned(raw: Query) -> bool:
    """Whether nothing is told but that the job is learned by then."""
    return bool(_ONCE_LEARNED.match(raw.asked))


def asks_for_later(raw: Query) -> bool:
    """Whether nothing is asked but how it is some years on."""
    return bool(_LATER.match(raw.asked))


def names_same_level(raw: Query) -> bool:
    """Whether the words point to the level spoken of before."""
    return bool(_SAME_LEVEL.search(raw.asked))


def at_the_same_level(query: Query, history: Sequence[Query]) -> Query:
    """The question at the level spoken of last, however long ago, if it says "same level".

    At its place as well, if it names none.
    """
    # A band is a level of the role that has it, and of no other.
    of_level = [
        one for one in history if one.level_words and (one.roles == query.roles or not one.bands)
    ]
    if not of_level or not _SAME_LEVEL.search(query.asked):
        return query
    last = of_level[-1]
    there = (one.places for one in reversed(of_level) if one.level_words == last.level_words)
    places = query.places or next(filter(None, there), ())
    return replace(query, level_words=last.level_words, level_shift=last.level_shift, places=places)


#: What level it would be is asked, and not of the level spoken of before.
_WHICH_LEVEL = re.compile(r"\b(?:what|which)\s+(?:level|grade|rung)s?\b", re.I)


def _names_others(asked: str) -> bool:
    """Whether other levels are asked about than the one spoken of, with no word for them."""
    return bool(_WHICH_LEVEL.search(asked) or _LATER_ON.match(asked))


def with_level_and_place(query: Query, raw: Query, last: Query) -> Query:
    """The question at the level and place of the one before, as far as it names none itself.

    Args:
        query: the question as carried so far.
        raw: the same as read by itself.
        last: the question before.
    """
    carried = list(query.carried)
    of_another = raw.bands or asks_of_the_start(raw.asked) or _names_others(raw.asked)
    if not query.level_words and last.level_words and not of_another:
        query = replace(query, level_words=last.level_words, level_shift=last.level_shift)
        carried.append("level")
    if not query.places and last.places:
        query = replace(query, places=_turned(last.places, raw.asked))
        carried.append("place")
    if not query.settings and last.settings:
        query = replace(query, settings=last.settings)
    if asks_for_later(raw):
        query = replace(query, level_words=query.level_words or (STARTER,))
    # "When they have finished their training" steps up from a level that was spoken of.
    steps = learned(raw) and last.level_words and {*raw.level_words} <= {QUALIFIED}
    if steps:
        query = replace(query, level_words=last.level_words, level_shift=last.level_shift)
    onward = asks_for_later(raw) or steps
    if learned(raw) and not onward:
        query = replace(query, level_words=tuple(dict.fromkeys([*raw.level_words, QUALIFIED])))
    shift = query.level_shift + (step_of(raw) or bool(onward))
    return replace(query, level_shift=shift, carried=tuple(carried))


def a_step_on(query: Query, raw: Query) -> Query:
    """A question on pay that names its level and asks for the one beside it, by itself."""
    if not query.pay_table or not raw.level_words:
        return query
    return replace(query, level_shift=step_of(raw))


_INSIDE, _OUTSIDE = (
    re.compile(rf"\b(?:{word})(?:\s+(?:it|there|that|of (?:it|there)))?\W*$", re.I)
    for word in ("inside|within", "outside")
)


def _turned(places: Sequence[Place], asked: str) -> tuple[Place, ...]:
    """The places spoken of before, or what lies on their other side: "and inside?"."""
    if len(places) != 1 or not (_INSIDE.search(asked) or _OUTSIDE.search(asked)):
        return tuple(places)
    return (replace(places[0], negated=bool(_OUTSIDE.search(asked))),)


def step_of(raw: Query) -> int:
    """Rungs up the ladder that the words ask for, negative for down."""
    up = _goes_up(raw) or _AFTER_THAT.match(raw.asked) or _beside(raw, _ABOVE)
    return 1 if up else -1 if _DOWN.search(raw.asked) or _beside(raw, _BELOW) else 0


def _goes_up(raw: Query) -> bool:
    """Whether a step up is asked for, and not a level by its name: "if I step up to senior"."""
    found = _UP.search(raw.asked)
    to = _TO_LEVEL.match(raw.asked, found.end()) if found else None
    return bool(found) and not (to and to["level"].casefold() in raw.level_words)


#: The level that a step leads to: "up to senior", "a level up from there - a lead?".
_TO_LEVEL = re.compile(
    r"(?:\s+(?:to|as)|(?:\s+from\s+(?:there|that|this))?\s*[-–,:(])\s+"
    r"(?:(?:being|an?|the|so|to)\s+){0,2}(?P<level>[\w-]+)",
    re.I,
)


def _beside(raw: Query, side: re.Pattern[str]) -> bool:
    """Whether the level that is named is only where another one is looked for from."""
    found = side.search(raw.asked)
    named = found["level"].casefold() if found else ""
    return bool(named) and any(named in re.split(r"[^\w-]+", word) for word in raw.level_words)


def set_beside(asked: str) -> str:
    """What another level is looked for from: the "manager" of "what's above manager?"."""
    found = _ABOVE.search(asked) or _BELOW.search(asked)
    return asked[found.start("level") :].strip(" ?!.,") if found else ""


_ABOVE, _BELOW = (
    re.compile(
        rf"\b(?:(?:what|who|which)(?:['’]?s|\s+(?:is|are|comes?))|{_RUNG}|one|next|job|role|post|and)\s+"
        rf"(?:(?:{_RUNG}|one|up|down)\s+)?(?:{word})\s+(?:an?\s+|the\s+|being\s+an?\s+)?(?P<level>[\w-]+)",
        re.I,
    )
    for word in ("above|after|beyond|from|past|over", "below|beneath|under|underneath|before")
)

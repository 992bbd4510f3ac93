"""What was told before that a question is meant at: a place, a level, what somebody has done."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.chunks import ROLE_NOUN
from assistant.guides.model import SectionKind
from assistant.understanding.backgrounds import asks_of_background
from assistant.understanding.levels import RUNGS
from assistant.understanding.newcomers import asks_for_own, asks_of_later_on, asks_of_the_start
from assistant.understanding.query import Query
from assistant.understanding.reaching import asks_how_reached
from assistant.words import GOES_ON, terms

_ROLE = re.compile(rf"\b{ROLE_NOUN}\b")
#: All levels are asked for, or which it would be.
_ANY_LEVEL = re.compile(
    r"\b(?:all|every|each|any|which|what|different|full|whole)\s+(?:\w+\s+){0,2}?"
    r"(?:levels?|grades?|rungs?|ladder|table|spread)\b|\bfull range\b",
    re.I,
)
#: Those at the level spoken of, or its pay.
_OF_THOSE = re.compile(
    r"\b(?:they(?!\s+pay)|their|them|theirs|he|she|his|her|somebody|someone)\b|"
    r"\bthe\s+(?:\w+\s+)?(?:range|pay|salary|money|wage|figures?|bracket|package)\b|"
    r"\bhow much (?:more|extra)\b|\bdifference in (?:the )?(?:pay|money|salary|wages?)\b|"
    r"\b(?:by then|then|at that (?:point|stage))\W*$|"
    rf"{GOES_ON}(?:pay|salary|money|wages?|duties|responsibilities)\b",
    re.I,
)


#: After how a level is reached this is that level: "how do I get to senior, and what's it pay".
_IT = re.compile(r"\bit\b|\bthat\b")
#: Where the person is, by a word that points there: "near us", "round here".
_HERE = re.compile(
    r"\b(?:near|close to|by|around)\s+(?:us|me|here|where (?:i|we) (?:am|are|live))\b|"
    r"\b(?:(?:up|down|over|round|around|out)\s+here|locally|nearby|in my (?:area|region|town))\b",
    re.I,
)


def of_background_told(query: Query, raw: Query, history: Sequence[Query]) -> Query | None:
    """A question whether the job is open to one of the background that was told before.

    None where it asks of something else, or has told a background itself.

    Args:
        query: the question as carried so far.
        raw: the same as read by itself.
        history: the questions before it, oldest first.
    """
    if raw.background or raw.pay_table or SectionKind.SALARY in raw.topics:
        return None
    before = (one.bare for one in reversed(history))
    told = next((one for one in before if asks_of_background(raw.bare, one)), "")
    if not told:
        return None
    return replace(query, bare=f"{told} {raw.bare}", lead=told, background=True, context="")


def as_told(query: Query, history: Sequence[Query]) -> Query:
    """The question at the place, and at the level, that the person told of themselves."""
    return _as_they_stand(_where_they_are(query, history), history)


def _as_they_stand(query: Query, history: Sequence[Query]) -> Query:
    """What somebody who begins would be paid, at the level of those who begin."""
    told = [one.stands for one in history if one.stands]
    named = query.level_words or query.level_shift or query.amounts or query.bands
    if named or not query.pay_table or not told or not told[-1].level:
        return query
    if not asks_for_own(query.asked, told[-1]):
        return query
    return replace(query, level_words=(told[-1].level,), carried=(*query.carried, "level"))


def _where_they_are(query: Query, history: Sequence[Query]) -> Query:
    """A question of pay, or of what there is near by, where the person said that they are.

    One that names a place is of that; so is one of pay that goes on from another.
    """
    told = [one.home for one in history if one.home]
    here = _HERE.search(query.bare)
    named = query.settings or (query.places and ("place" not in query.carried or not here))
    if named or not told or len(told[-1]) > 1:
        return query
    if query.pay_table:
        return replace(query, places=told[-1], carried=(*query.carried, "place"))
    if not here:
        return query
    name = told[-1][0].name
    return replace(
        query,
        bare=f"{query.bare[: here.start()]}near {name}{query.bare[here.end() :]}",
        content=tuple(dict.fromkeys((*query.content, *terms(name)))),
        telling=tuple(dict.fromkeys((*query.telling, *terms(name)))),
    )


def at_level_spoken_of(query: Query, raw: Query, history: Sequence[Query]) -> Query:
    """A question on pay or duties at the level of the one before it, where that is of the other.

    Args:
        query: the question as carried so far.
        raw: the same as read by itself.
        history: the questions before it, oldest first: one that leans is of the level before it.
    """
    leaning = len(history) > 1 and "context" in history[-1].carried
    last = history[-2] if leaning and not history[-1].level_words else history[-1]
    of_duties = SectionKind.RESPONSIBILITIES in raw.topics and not query.pay_table
    of_pay = query.pay_table and not last.pay_table
    of_role = _ROLE.search(raw.bare) or query.roles != last.roles
    named = query.level_words or raw.bands or of_role or asks_of_the_start(raw.asked)
    if named or not last.level_words or not (of_duties or of_pay):
        return query
    # Of a scheme that is gone through, an apprenticeship, each question is until another is named.
    learns = all(RUNGS.get(word) == 0 for word in last.level_words)
    of_another = _ANY_LEVEL.search(raw.asked) or (learns and asks_of_later_on(raw.asked))
    reached = _IT.search(raw.asked) and asks_how_reached(last.bare, last.level_words)
    if of_another or not (reached or _OF_THOSE.search(raw.asked) or (of_pay and learns)):
        return query
    return replace(
        query,
        level_words=last.level_words,
        level_shift=last.level_shift,
        carried=(*query.carried, "level"),
    )

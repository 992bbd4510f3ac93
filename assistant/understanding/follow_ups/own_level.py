"""The level that bears the role's own name: "what's above technician?", asked of a technician."""

from dataclasses import replace

from assistant.understanding.follow_ups.level_and_place import set_beside
from assistant.understanding.levels import Ladder, level_words
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.query import Query
from assistant.understanding.titles.title_words import singular, tokens


def at_own_level(raw: Query, last: Query | None, lexicon: Lexicon) -> Query:
    """A question on the level beside one that is called as the role is, with that as its level.

    Args:
        raw: the question as read by itself.
        last: the question before, which asked for pay; otherwise the role itself is meant.
        lexicon: the ingested guides' names and levels.
    """
    if last is None or not last.pay_table or raw.level_words or len(last.roles) != 1:
        return raw
    if raw.roles not in ((), last.roles):
        return raw
    named = set_beside(raw.asked)
    level = _called(named, lexicon.ladders[last.roles[0]]) if named else ""
    if not level:
        return raw
    return replace(raw, level_words=(level,), unknown_roles=(), content=(), telling=())


def _called(named: str, ladder: Ladder) -> str:
    """The level of a ladder that some of the role's words name; "" if they name none."""
    words = [singular(word.text.casefold()) for word in tokens(named)]
    said = " ".join(words)
    own = words and {*words} <= ladder.role
    return _same(said, ladder) or (_ending(said, ladder) if own else "")


def _same(said: str, ladder: Ladder) -> str:
    return next((one.casefold() for one in ladder.levels if said in level_words(one)), "")


def _ending(said: str, ladder: Ladder) -> str:
    """The one level of the role's own words that ends so: the "gallery curator" for "curator".

    "" if there are none or several: a trainee and a qualified dispatcher.
    """
    levels = [
        label.casefold()
        for label in ladder.levels
        for name in level_words(label)
        if {singular(word) for word in name.split()} <= ladder.role
        and (f" {name}".endswith(f" {said}") or f" {said}".endswith(f" {name}"))
    ]
    return levels[0] if len(levels) == 1 else ""

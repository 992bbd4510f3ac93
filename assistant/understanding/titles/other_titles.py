"""Job titles that no guide bears, told by the noun at their head."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.guides.jobs.occupations import occupations
from assistant.understanding.stance import Stance, is_condition, stance_at
from assistant.understanding.titles.title_words import (
    GENERIC,
    STANDING,
    VAGUE_HEADS,
    Word,
    heads_a_title,
    singular,
    without_standing,
)
from assistant.words import STOP_WORDS, is_number

NO_MODIFIERS = STOP_WORDS | frozenset(
    """become becoming being hire hired hiring employ employs earn earns earning make makes paid pay pays salary
    work works working versus vs compared compare also regarding concerning current currently former previously experienced qualified newly
    teach teaches treat treats meet meets whether
    wants needs seeks hires recruits takes keeps likes gives offers runs till until
    registered another every any ex torn choosing deciding between good better best great strong typical average per
    say says said mentioned suggested recommended told reckons reckoned thinks thought met knows knew
    called describes described explained asked see uni university help helps helping involve involves beyond v no zero""".split()
)


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role named in a text. ``guide_ids`` is empty when no guide is about it; several when the name is shared."""

    guide_ids: tuple[str, ...]
    title: str
    start: int
    end: int
    stance: Stance


def titles_by_head(text: str, found: list[Word]) -> Iterable[RoleMention]:
    """Titles whose last noun is an occupation ("UX researcher", "regulatory affairs lead")."""
    for place, word in enumerate(found):
        if not heads_a_title(singular(word.text.casefold())):
            continue
        if place + 1 < len(found) and _goes_on(text, word, found[place + 1]):
            continue
        if word.text.casefold() == "lead" and text[word.end :].lstrip().startswith(
            ("to ", "into ", "on ", "the ", "a ", "me ", "us ", "you ", "people ")
        ):
            continue
        first = _beginning(text, found, place)
        modifiers = [part.text.casefold() for part in found[first:place]]
        if is_generic(modifiers, word.text.casefold()):
            continue
        if _WHICH.search(text[: found[first].start]) and _USED.match(text[word.end :]):
            continue
        first = _behind_standing(found, first, place)
        start, end = found[first].start, word.end
        stance = _stance(without_standing(text, start) + text[start:], start, end)
        yield RoleMention((), text[start:end], start, end, stance)


def _behind_standing(found: list[Word], first: int, place: int) -> int:
    """The first word of a title behind those for somebody's standing: "brand new", "budding"."""
    words = [word.text.casefold() for word in found[first:place]]
    if words[:2] == ["brand", "new"]:
        return first + 2
    return first + next((n for n, word in enumerate(words) if word not in STANDING), len(words))


def _beginning(text: str, found: list[Word], place: int) -> int:
    """The first word of the title whose head is at a place."""
    first = place
    while first > 0 and place - first < 4 and modifies(text, found[first - 1], found[first]):
        first -= 1
    done = [at for at in range(first, place) if _done_to(found[at], found[place])]
    return done[-1] + 1 if done else first


#: What somebody does to others: "teaching nurses" is no title, and "teaching assistants" is.
_DONE = frozenset(
    "teaching training managing helping supporting supervising treating hiring leading train manage "
    "help support supervise treat".split()
)


def _done_to(first: Word, head: Word) -> bool:
    """Whether a title's word is what is done to those that its head names."""
    several = head.text.casefold() != singular(head.text.casefold())
    return (
        first.text.casefold() in _DONE
        and several
        and singular(head.text.casefold()) not in VAGUE_HEADS
    )


#: What follows a title and makes a thing of it: a "skilled worker visa".
_THING = frozenset(("visa", "visas"))


def _goes_on(text: str, word: Word, following: Word) -> bool:
    """Whether a title is not at its end: the GP in "GP receptionist", or no title at all."""
    after = following.text.casefold()
    longer = singular(after) in occupations() and singular(after) not in VAGUE_HEADS
    return not text[word.end : following.start].strip() and (longer or after in _THING)


#: What stands right before a title that is asked about. After any other word ("when inspectors
#: visit", "tell the doctors") somebody is mentioned, not asked about.
_BEFORE_ASKED = re.compile(
    r"(?:^|[^\w\s'’-]|(?<!there)['’]s(?=\s+an?\s)|\b(?:do|does|did|are|is|was|were|am|can|could|would|will|should|must|might|may|for|as|about|of|on|be|become|becoming|"
    r"being|into|to|vs|versus|or|and|than|what(?:'?s)?|which|who(?:'?s)?|why|how(?:'?s)?|much|role|job|career|salary|pay|guide|hire|find|earn|in))"
    r"\s*(?:(?:an?|the|any|another|other|that|this)\s+)?$",
    re.I,
)


#: "Which workflow managers do they use?" asks for things, not for people.
_WHICH = re.compile(r"\b(?:which|what)\s+$", re.I)
_USED = re.compile(
    r"\s+(?:do|does|did|should|would|are|is)\b[^.?!]*\b(?:use[ds]?|using|learn)\b", re.I
)


def _stance(text: str, start: int, end: int) -> Stance:
    """The stance towards a title that no guide bears."""
    stance = stance_in_slot(text, start, end)
    asked = stance is not Stance.ASKED or _BEFORE_ASKED.search(text[:start])
    return stance if asked else Stance.IN_PASSING


def stance_in_slot(text: str, start: int, end: int) -> Stance:
    """The same where a title stands in a place for one, whatever word is before it."""
    return Stance.IN_PASSING if is_condition(text, start) else stance_at(text, start, end)


def is_generic(modifiers: list[str], head: str) -> bool:
    """Whether a title says nothing of the job; a master alone is a degree."""
    meaningful = [word for word in modifiers if singular(word) not in GENERIC]
    return not meaningful and singular(head) in VAGUE_HEADS | {"master"}


def modifies(text: str, left: Word, right: Word) -> bool:
    """Whether a word belongs to the title that the next one is of."""
    gap = text[left.end : right.start].strip()
    word = left.text.casefold()
    return (
        gap in ("", "-", "/", "&")
        and (word not in NO_MODIFIERS or left.text == "IT")
        and not word.endswith(("'s", "ly"))
        and not is_number(word)
    )

"""Titles that no guide bears and that its own words make up: "dialysis technician"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.understanding.levels import RUNGS
from assistant.understanding.roles.role_names import RoleNames
from assistant.understanding.roles.role_terms import OFTEN
from assistant.understanding.roles.title_variants import HEAD_CLASSES, SENIORITY, WHERE, as_name
from assistant.understanding.stance import Stance
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.titles.title_words import GENERIC, VAGUE_HEADS, is_a_person
from assistant.words import stem

#: Nouns that often head other titles for the same work.
_LIKE: Sequence[frozenset[str]] = (
    *HEAD_CLASSES,
    *(
        frozenset(heads.split())
        for heads in (
            "technician technologist tech",
            "technologist engineer",
            "operator driver",
            "coordinator co-ordinator administrator officer",
            "scientist researcher",
            "manager lead head",
            "analyst specialist",
            "author writer",
            "representative rep",
            "agent specialist adviser advisor representative",
        )
    ),
)

#: Nouns under which a title's other words, all of them and two at least, are the same work.
_HANDS_ON = frozenset("engineer technician mechanic fitter".split())

#: Nouns for anybody who does some work: a "support agent" is whoever the support's title is for.
_ANYBODY = frozenset("agent worker operative bod".split())
_LEARNERS = frozenset("apprentice learner".split())

#: Words before the noun of a title that say nothing of the work.
_VAGUE = GENERIC | WHERE | SENIORITY | RUNGS.keys()

#: How often a guide must have a word where the noun behind it is only like that of its title, or
#: says nothing of the job.
ALL_THE_TIME = 6


def kin_of(title: str, names: RoleNames) -> tuple[str, ...]:
    """The guide whose role a title in other words is, if there is one: () or its id.

    Its noun is that of the guide's title or one like it, and the words before are what this guide
    speaks of and the others do not; all of them, if the noun says nothing of the job. Or its noun
    is that of one of the guide's levels, and the words before are the title's in another form: a
    "sterilisation technician" under a Sterile Services Manager.
    """
    *before, head = as_name(title)
    said = [stem(word) for word in before if word not in _VAGUE]
    found = [
        guide_id
        for guide_id, nouns in names.heads.items()
        if said
        and (
            _is_titled(said, head, guide_id, names)
            or (
                any(_alike(head, noun) for noun in nouns)
                and _speaks_of(said, head, guide_id, names)
            )
            or (head in names.levels.get(guide_id, ()) and _same_work(before, guide_id, names))
        )
    ]
    return tuple(found) if len(found) == 1 else ()


#: Words with so many letters alike at their beginning are of one family: "sterile", "sterilising".
_FAMILY = 6
#: What a title may leave out: "sterile services", "the pharmacy department".
_DEPARTMENTS = frozenset("service services department team unit".split())


def _same_work(before: Sequence[str], guide_id: str, names: RoleNames) -> bool:
    """Whether words say what stands before the noun of a guide's title, each and all of it."""
    said = {*before} - _VAGUE - _DEPARTMENTS
    own = names.words[guide_id] - names.heads[guide_id] - _VAGUE - _DEPARTMENTS

    def met(words: Iterable[str], others: Iterable[str]) -> bool:
        return all(any(word[:_FAMILY] == other[:_FAMILY] for other in others) for word in words)

    return bool(said and own) and met(said, own) and met(own, said)


#: What joins who somebody is with where they are at work.
_AT = re.compile(r"\s+(?:in|at|within)\s+(?:an?\s+|the\s+)?")


def _without_whereabouts(text: str, mentions: Sequence[RoleMention]) -> Sequence[RoleMention]:
    """The mentions without those that only say where the one before is at work.

    "A midwife in community care" asks of no community officer.
    """
    where = [
        two
        for one, two in pairwise(mentions)
        if one.guide_ids
        and one.stance is Stance.ASKED
        and _AT.fullmatch(text[one.end : two.start])
        and is_a_person(as_name(one.title)[-1])
        and not any(map(is_a_person, as_name(two.title)))
    ]
    return [mention for mention in mentions if mention not in where]


def apart(text: str, mentions: Sequence[RoleMention], names: RoleNames) -> Sequence[RoleMention]:
    """The mentions, where one guide is named twice each without what tells it from the other.

    "A dock pilot or a river pilot" are both pilots: "dock" and "river" are what is asked about. The
    name of a level stays whole. Without those as well that only say where somebody is at work.
    """
    mentions = _without_whereabouts(text, mentions)
    named = [mention.guide_ids for mention in mentions]
    return [
        _by_noun(mention, names)
        if mention.guide_ids
        and named.count(mention.guide_ids) > 1
        and not names.is_rank(mention.title)
        else mention
        for mention in mentions
    ]


def _by_noun(mention: RoleMention, names: RoleNames) -> RoleMention:
    """A mention without the words at its beginning that its guide's title has not."""
    own = {word for guide_id in mention.guide_ids for word in names.words[guide_id]}
    words = list(re.finditer(r"\S+", mention.title))
    first = next((one for one in words if {*as_name(one.group())} & own), words[-1])
    start = first.start()
    return replace(mention, title=mention.title[start:], start=mention.start + start)


def _alike(head: str, other: str) -> bool:
    return head == other or any({head, other} <= heads for heads in _LIKE)


def _is_titled(said: Sequence[str], head: str, guide_id: str, names: RoleNames) -> bool:
    """Whether a title differs from the guide's by its noun alone: "wind turbine engineer"."""
    own = names.words[guide_id] - names.heads[guide_id]
    alike = any(_alike(head, noun) or {head, noun} <= _HANDS_ON for noun in names.heads[guide_id])
    same = {*said} == {stem(word) for word in own - _VAGUE}
    of_one = head in _LEARNERS or (head == "agent" and alike)
    return same and (of_one or (len(said) > 1 and (alike or head in _ANYBODY)))


def _speaks_of(said: Sequence[str], head: str, guide_id: str, names: RoleNames) -> bool:
    own = [names.terms.own(guide_id, term) for term in said]
    enough = all(own) if head in VAGUE_HEADS else any(own)
    counts = names.terms.counts[guide_id]
    own_nouns = names.heads[guide_id]
    same = head in own_nouns and not own_nouns <= VAGUE_HEADS
    often = OFTEN if same else ALL_THE_TIME
    return enough and all(counts[term] >= often for term in said)

"""Every name under which an ingested role is known.

Names come from the guides (title, role, aliases, other names in the opening) and from how English
shortens a title: initials, the plural, the modifier alone ("backend"), "developer" for "engineer",
"signalling engineering" for the engineer's trade.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from assistant.chunks import ROLE_NOUN
from assistant.guides.jobs.occupations import occupations
from assistant.guides.model import Guide
from assistant.understanding.levels import RUNGS, ladder_of
from assistant.understanding.roles.also_called import also_called, bracketed
from assistant.understanding.roles.crossed_names import crossed_names
from assistant.understanding.roles.doers import doers_in, names_by_doing
from assistant.understanding.roles.level_titles import ranks_of
from assistant.understanding.roles.middle_left_off import middle_left_off
from assistant.understanding.roles.role_terms import RoleTerms
from assistant.understanding.roles.title_heads import ruling_heads, telling_heads
from assistant.understanding.roles.title_initials import ANYBODYS, acronyms, initials_within
from assistant.understanding.roles.title_synonyms import names_in_other_words
from assistant.understanding.roles.title_variants import (
    HEAD_CLASSES,
    JOB_NOUNS,
    PLACES_OF_WORK,
    SENIORITY,
    WHERE,
    as_name,
    before_of,
    nouns_of,
    practitioners,
    trades_of,
    variants,
    without_brackets,
)
from assistant.understanding.titles.title_words import GENERIC, VAGUE_HEADS, first_letters
from assistant.words import STOP_WORDS, stem


@dataclass(frozen=True, eq=False)
class RoleNames:
    """Every name under which the ingested roles are known, as words -> guide ids.

    ``squashed`` has the same by the words run together, ``by_letters`` the names by the first
    letter of each word. ``levels`` are the nouns by which a guide's own levels are called, by its
    id: a "regulatory affairs manager" is at one of the levels of that guide. ``words`` are
    those of its title. ``kinds`` are pairs of words by which a guide calls somebody in its role, a
    "cardiac physiologist", ``kind_names`` those that say more than the role's own names do, and
    ``ranks`` the names of its levels that do. ``terms`` are how often it says what,
    ``told`` all its words and ``heads`` the nouns of its titles. ``telling`` are the words that the
    titles of one guide alone have -> its id: "interoperability".
    """

    names: dict[tuple[str, ...], tuple[str, ...]]
    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    kind_names: frozenset[tuple[str, ...]] = frozenset()
    ranks: frozenset[tuple[str, ...]] = frozenset()
    terms: RoleTerms = field(default_factory=RoleTerms)
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    heads: Mapping[str, frozenset[str]] = field(default_factory=dict)
    telling: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest name, at least 1."""
        return max((len(name) for name in self.names), default=1)

    def is_rank(self, title: str) -> bool:
        """Whether a name is that of a level: a "data coordinator" among data managers."""
        return as_name(title) in self.ranks

    def stand_in(self, title: str) -> str:
        """What a question is searched for with in the place of a role's name.

        The role is a filter, and its own name would only draw the passages that repeat it. What a
        name says of a level or a kind stays.
        """
        name = as_name(title)
        if name in self.ranks:
            return title
        return f"{name[0]} {ROLE_NOUN}" if name in self.kind_names else ROLE_NOUN

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All words of all guides, in the singular."""
        return frozenset().union(*self.told.values())

    @cached_property
    def squashed(self) -> Mapping[str, tuple[str, ...]]:
        """Guide ids by a name's words run together; of two alike the first counts."""
        return {"".join(name): self.names[name] for name in reversed(self.names)}

    @cached_property
    def by_letters(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The names by the first letters of their words."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self.names:
            found.setdefault(first_letters(name), []).append(name)
        return found


def role_names(guides: Iterable[Guide]) -> RoleNames:
    """The names of the roles that these guides are about."""
    names: dict[tuple[str, ...], set[str]] = {}
    exact: dict[tuple[str, ...], set[str]] = {}
    own_titles: dict[tuple[str, ...], set[str]] = {}
    guides = tuple(guides)
    spoken = {guide.id: as_name(guide.source_text) for guide in guides}
    texts = {guide_id: frozenset(words) for guide_id, words in spoken.items()}
    for guide in guides:
        others = [words for guide_id, words in texts.items() if guide_id != guide.id]
        own = _titles_of(guide)
        for title in (*own, *also_called(guide)):
            base = as_name(without_brackets(title))
            for kept in (exact, own_titles) if title in own else (exact,):
                for name in filter(None, (base, as_name(before_of(title)))):
                    kept.setdefault(name, set()).add(guide.id)
            for name in (
                *variants(title, others),
                *acronyms(base, guide.source_text),
                *initials_within(base, guide.source_text),
                *practitioners(title),
            ):
                names.setdefault(name, set()).add(guide.id)
        for name in _by_parts(guide, texts[guide.id], others):
            names.setdefault(name, set()).add(guide.id)
    for head, owners in telling_heads(own_titles, ruling_heads(spoken)).items():
        names.setdefault((head,), owners)
    names |= _new(names_in_other_words(exact, texts), names)
    names |= _new(crossed_names(exact, texts), names)
    names |= _new(middle_left_off(exact, spoken), names)
    names |= _new(names_by_doing({guide.id: _with_and_without(guide) for guide in guides}), names)
    through = RoleTerms.of(guides)
    names |= _new(_by_terms(guides, texts, through.standing), names)
    heads = {title[-1] for title in exact}
    modifiers = {word for title in exact for word in title[:-1]} - heads
    kinds = {
        guide_id: _kinds(guide_id, words, names, modifiers) for guide_id, words in spoken.items()
    }
    kind_names = _new(_kind_names(kinds), names)
    ranks = _new(ranks_of(guides), names)
    names |= ranks | kind_names | exact
    return RoleNames(
        {name: tuple(sorted(ids)) for name, ids in names.items()},
        {guide.id: _level_nouns(guide) for guide in guides},
        {guide.id: _words_of(" ".join((guide.role, *bracketed(guide)))) for guide in guides},
        kinds,
        frozenset(kind_names),
        frozenset(ranks),
        through,
        texts,
        {guide_id: _nouns_of(guide_id, exact) for guide_id in texts},
        _telling(_with_brackets(exact, guides)),
    )


def _titles_of(guide: Guide) -> tuple[str, ...]:
    """What a guide calls its job, and not the words that lead on to it: "Life as a Baker"."""
    leads_on = guide.title.casefold().find(guide.role.casefold()) > 0
    return (guide.role, *(() if leads_on else (guide.title,)), *guide.aliases)


def _with_and_without(guide: Guide) -> tuple[tuple[str, ...], ...]:
    """The words of a guide's role, with those that it has in brackets and without."""
    return as_name(guide.role), as_name(without_brackets(guide.role))


def _nouns_of(guide_id: str, titles: Mapping[tuple[str, ...], set[str]]) -> frozenset[str]:
    """The nouns of a guide's titles, and those for who does what they name before these."""
    own = [title for title, owners in titles.items() if guide_id in owners]
    return doers_in(own) | {title[-1] for title in own}


def _with_brackets(
    titles: Mapping[tuple[str, ...], set[str]], guides: Iterable[Guide]
) -> dict[tuple[str, ...], set[str]]:
    """The titles with what those of guides have in brackets, each with all its guides."""
    found = {name: {*owners} for name, owners in titles.items()}
    for guide in guides:
        for words in bracketed(guide):
            found.setdefault(as_name(words), set()).add(guide.id)
    return found


def _telling(titles: Mapping[tuple[str, ...], set[str]]) -> dict[str, str]:
    """The words that the titles of one guide alone have, with its id."""
    owners: dict[str, set[str]] = {}
    for title, guide_ids in titles.items():
        for word in title:
            owners.setdefault(word, set()).update(guide_ids)
    said = GENERIC | PLACES_OF_WORK | SENIORITY | STOP_WORDS | RUNGS.keys()
    return {
        word: next(iter(guide_ids))
        for word, guide_ids in owners.items()
        if len(guide_ids) == 1 and word not in said
    }


#: Letters are a role's name by themselves if its guide has them so often and no other has them.
SPOKEN = 3


def _by_parts(
    guide: Guide, own: Container[str], others: Sequence[Container[str]]
) -> Iterable[tuple[str, ...]]:
    """Names for what stands before the noun of a role: its initials, and what is done.

    "IG staff" for an Information Governance Officer, if no other guide has the letters; "the device
    testing job" for a Device Test Engineer, if the guide has "testing".
    """
    *modifiers, head = as_name(without_brackets(guide.role))
    nouns = (*JOB_NOUNS, "staff", *sorted(_level_nouns(guide)))
    letters = first_letters(modifiers)
    if len(modifiers) > 1 and not (
        letters in ANYBODYS or any(letters in words for words in others)
    ):
        yield from ((letters, noun) for noun in nouns)
        if len(re.findall(rf"\b{letters.upper()}\b", guide.source_text)) >= SPOKEN:
            yield (letters,)
    if modifiers and head in HEAD_CLASSES[0] and (doing := modifiers[-1] + "ing") in own:
        for first in range(len(modifiers) - 1):
            yield from ((*modifiers[first:-1], doing, noun) for noun in JOB_NOUNS)


def _by_terms(
    guides: Iterable[Guide],
    texts: Mapping[str, frozenset[str]],
    through: Mapping[str, frozenset[str]],
) -> dict[tuple[str, ...], set[str]]:
    """Names by what runs through a guide, beside the noun of its role: a "robot engineer"."""
    found: dict[tuple[str, ...], set[str]] = {}
    for guide in guides:
        head = as_name(without_brackets(guide.role))[-1]
        for word in sorted(texts[guide.id] - _SAYING_LITTLE - VAGUE_HEADS - {head}):
            if stem(word) in through[guide.id]:
                for noun in nouns_of(head):
                    found.setdefault((word, noun), set()).add(guide.id)
    return found


def _level_nouns(guide: Guide) -> frozenset[str]:
    labels = " ".join(ladder_of(guide).levels)
    return _words_of(labels) & occupations()


def _new(
    found: Mapping[tuple[str, ...], set[str]], names: Mapping[tuple[str, ...], set[str]]
) -> dict[tuple[str, ...], set[str]]:
    return {name: ids for name, ids in found.items() if name not in names}


def _kinds(
    guide_id: str,
    words: Sequence[str],
    names: Mapping[tuple[str, ...], set[str]],
    modifiers: Container[str],
) -> frozenset[tuple[str, str]]:
    """The pairs of a telling word and a one-word name of the role that the guide itself has.

    Not of what only comes before the noun of a title: "former medicinal" is no kind of chemist.
    """
    heads = {
        name[0]
        for name, ids in names.items()
        if len(name) == 1 and ids == {guide_id} and name[0] not in modifiers
    }
    return frozenset(
        (word, head)
        for word, head in pairwise(words)
        if head in heads and word not in _SAYING_LITTLE
    )


_SAYING_LITTLE = GENERIC | WHERE | STOP_WORDS


def _kind_names(
    kinds: Mapping[str, frozenset[tuple[str, str]]],
) -> dict[tuple[str, ...], set[str]]:
    """The names of kinds, and of what they practise: "medicinal chemist", "medicinal chemistry"."""
    return {
        (word, noun): {guide_id}
        for guide_id, pairs in kinds.items()
        for word, head in sorted(pairs)
        for noun in (head, *trades_of(head))
    }


def _words_of(text: str) -> frozenset[str]:
    return frozenset(as_name(text))

"""Every name under which an ingested role is known.

Names come from the guides (title, role, aliases) and from how English shortens a title: initials,
the plural, the modifier alone ("backend"), "developer" for "engineer", "signalling engineering" for
the engineer's trade.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assistant.guides.model import Guide
from assistant.understanding.levels import RUNGS, ladder_of
from assistant.understanding.title_words import GENERIC, VAGUE_HEADS, occupations, singular, tokens

#: Nouns that name the same trade in a job advertisement.
HEAD_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"engineer", "developer", "dev", "programmer", "coder", "eng"}),
    frozenset({"advisor", "adviser", "consultant"}),
    frozenset({"coordinator", "co-ordinator", "administrator"}),
    frozenset({"technician", "tech"}),
)


@dataclass(frozen=True)
class RoleNames:
    """Every name under which the ingested roles are known, as words -> guide ids.

    ``squashed`` has the same by the words run together, ``by_letters`` the names by the first
    letter of each word. ``levels`` are the nouns by which a guide's own levels are called, by its
    id: a "regulatory affairs manager" is at one of the levels of that guide. ``words`` are
    those of its title, ``ranks`` the names that are no role's own but those of one of its levels.
    """

    names: dict[tuple[str, ...], tuple[str, ...]]
    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ranks: frozenset[tuple[str, ...]] = frozenset()

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest name, at least 1."""
        return max((len(name) for name in self.names), default=1)

    def is_rank(self, title: str) -> bool:
        """Whether a name is that of a level: a "clinical data coordinator" among data managers."""
        return tuple(singular(word.text.casefold()) for word in tokens(title)) in self.ranks

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


def first_letters(words: Iterable[str]) -> str:
    """The first letter of each word."""
    return "".join(word[0] for word in words)


def role_names(guides: Iterable[Guide]) -> RoleNames:
    """The names of the roles that these guides are about."""
    names: dict[tuple[str, ...], set[str]] = {}
    exact: dict[tuple[str, ...], set[str]] = {}
    guides = tuple(guides)
    texts = {guide.id: _words_of(guide.source_text) for guide in guides}
    for guide in guides:
        others = [words for guide_id, words in texts.items() if guide_id != guide.id]
        for title in (guide.role, guide.title, *guide.aliases):
            base = tuple(
                singular(word.text.casefold()) for word in tokens(_without_brackets(title))
            )
            if base:
                exact.setdefault(base, set()).add(guide.id)
            for name in (*_variants(title, others), *_acronyms(base, guide.source_text)):
                names.setdefault(name, set()).add(guide.id)
    ranks = {name: ids for name, ids in _ranks(guides).items() if name not in names}
    names |= ranks | exact
    for head, owners in _heads(exact).items():
        names.setdefault((head,), owners)
    return RoleNames(
        {name: tuple(sorted(ids)) for name, ids in names.items()},
        {guide.id: _level_nouns(guide) for guide in guides},
        {guide.id: _words_of(guide.role) for guide in guides},
        frozenset(ranks),
    )


def _level_nouns(guide: Guide) -> frozenset[str]:
    labels = " ".join(ladder_of(guide).levels)
    return frozenset(singular(word.text.casefold()) for word in tokens(labels)) & occupations()


def _ranks(guides: Iterable[Guide]) -> dict[tuple[str, ...], set[str]]:
    """The guides by the titles of their levels."""
    found: dict[tuple[str, ...], set[str]] = {}
    for guide in guides:
        for name in _level_titles(guide):
            found.setdefault(name, set()).add(guide.id)
    return found


def _level_titles(guide: Guide) -> Iterable[tuple[str, ...]]:
    """Levels of a guide that are called by a job title of their own: a "clinical data coordinator".

    Not those that only a word for seniority stands before: "senior", "lead technician".
    """
    for label in ladder_of(guide).levels:
        for title in re.split(r"\s+or\s+|\s*[/,]\s*", _without_brackets(label)):
            name = tuple(singular(word.text.casefold()) for word in tokens(title))
            if len(name) > 1 and name[-1] in occupations() and not set(name[:-1]) & _SENIOR:
                yield name


#: Words that stand before a title for how senior somebody is.
_SENIOR = GENERIC | RUNGS.keys() | frozenset("associate assistant chief specialist deputy".split())


def _words_of(text: str) -> frozenset[str]:
    return frozenset(singular(word.text.casefold()) for word in tokens(text))


def _heads(exact: Mapping[tuple[str, ...], set[str]]) -> dict[str, set[str]]:
    """The head nouns that say which job is meant: those of one guide's title alone, as "writer"."""
    owners: dict[str, set[str]] = {}
    for name, ids in exact.items():
        owners.setdefault(name[-1], set()).update(ids)
    traded = {head for heads in HEAD_CLASSES for head in heads}
    return {
        head: ids
        for head, ids in owners.items()
        if len(ids) == 1 and head in occupations() and head not in VAGUE_HEADS | traded
    }


def _acronyms(base: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    """Acronyms that the guide uses for a long modifier, before the head: "PV associate"."""
    for word in base[:-1]:
        if len(word) >= LONG_MODIFIER:
            for acronym in set(re.findall(r"\b[A-Z]{2,4}\b", text)):
                letters = iter(word)
                if word[0] == acronym[0].lower() and all(c in letters for c in acronym.lower()):
                    yield (acronym.lower(), base[-1])


def _variants(title: str, others: Sequence[frozenset[str]] = ()) -> Iterable[tuple[str, ...]]:
    base = tuple(singular(word.text.casefold()) for word in tokens(_without_brackets(title)))
    for name in dict.fromkeys((base, _without_sector(base))):
        if name:
            yield from _variants_of(name, others)


def _variants_of(
    base: tuple[str, ...], others: Sequence[frozenset[str]]
) -> Iterable[tuple[str, ...]]:
    yield base
    *modifiers, head = base
    trades = (*_same_trade(head), *trades_of(head))
    for other in trades:
        yield (*modifiers, other)
    if len(base) > 2:
        yield (first_letters(base),)
    if modifiers and head in occupations():
        yield from _shortened(tuple(modifiers), head, others)
        for kept in _with_one_left_out(tuple(modifiers), others):
            yield from ((*kept, other) for other in (head, *trades))


#: Words at the start of a title that say where it is done and not what: an "NHS pharmacy
#: technician" is a pharmacy technician, a "clinical data manager" a data manager.
WHERE = frozenset("nhs uk hospital health healthcare clinical medical".split())


def _without_sector(base: tuple[str, ...]) -> tuple[str, ...]:
    """A title without the words that only say where it is done, if a title is left."""
    first = next((place for place, word in enumerate(base) if word not in WHERE), len(base))
    return base[first:] if first and len(base) - first > 1 else ()


def _with_one_left_out(
    modifiers: tuple[str, ...], others: Sequence[frozenset[str]]
) -> Iterable[tuple[str, ...]]:
    """The modifiers of a long title without one of them: a "health app designer"."""
    if len(modifiers) > 2:
        for place in range(len(modifiers)):
            kept = (*modifiers[:place], *modifiers[place + 1 :])
            if any(_is_telling(word, others) for word in kept):
                yield kept


def _same_trade(head: str) -> Iterable[str]:
    return (other for heads in HEAD_CLASSES if head in heads for other in heads)


def _shortened(
    modifiers: tuple[str, ...], head: str, others: Sequence[frozenset[str]]
) -> Iterable[tuple[str, ...]]:
    """A title by its modifiers, by one of them, by its end and by its initials."""
    base = (*modifiers, head)
    telling = {word for word in modifiers if _is_telling(word, others)}
    distinctive = len(modifiers) > 1 or (len(modifiers[0]) >= DISTINCTIVE and telling)
    if distinctive and not set(modifiers) <= GENERIC:
        yield modifiers
    if len(modifiers) > 1:
        yield ("".join(word[0] for word in modifiers), head)
        if len(modifiers[0]) >= ABBREVIATED and modifiers[0] in telling:
            yield (modifiers[0], head)
    for word in telling:
        yield from ((word, noun) for noun in _JOB_NOUNS)
    for first in range(1, len(modifiers)):
        if any(len(word) >= TELLING_END and word in telling for word in modifiers[first:]):
            yield base[first:]
    yield ("".join(word[0] for word in base),)


def _is_telling(modifier: str, others: Sequence[frozenset[str]]) -> bool:
    """Whether few other guides have a word: "backend" tells a job, "clinical" does not."""
    few = min(SHARED_OF_FEW * len(others), max(1.0, SHARED * len(others)))
    return sum(modifier in words for words in others) <= few


#: The share of the other guides in which a modifier may stand and still name its own role, with
#: many guides and with few. A word of many guides of a sector ("software") names none of them.
SHARED, SHARED_OF_FEW = 0.2, 0.5
#: A modifier this long may have an acronym of its own, and one this long be left of a title whose
#: middle is dropped.
LONG_MODIFIER = 10
ABBREVIATED = 5

#: A modifier of one word names a role by itself only if it has this many letters: "backend" does,
#: "data" and "train" do not.
DISTINCTIVE = 7

#: The end of a title names the role only with a word this long before its head: "informatics
#: engineer" does, "data scientist" and "software engineer" are other jobs.
TELLING_END = 6

#: The trade that a head noun practises, where its ending does not give it.
_TRADES = {
    "manager": "management", "analyst": "analysis", "scientist": "science",
    "developer": "development", "designer": "design", "administrator": "administration",
    "architect": "architecture", "technician": "technology", "consultant": "consultancy",
    "chemist": "chemistry", "pharmacist": "pharmacy", "economist": "economics",
}  # fmt: skip
#: The same by the ending, the longest first.
_TRADE_ENDINGS = (
    ("ologist", "ology"), ("ographer", "ography"), ("apist", "apy"), ("icist", "ics"),
    ("ician", "ics"), ("eer", "eering"), ("er", "ing"),
)  # fmt: skip


def trades_of(head: str) -> tuple[str, ...]:
    """What somebody with this head noun does: a planner planning, a statistician statistics."""
    if head in _TRADES:
        return (_TRADES[head],)
    ending = next((pair for pair in _TRADE_ENDINGS if head.endswith(pair[0])), None)
    return (head.removesuffix(ending[0]) + ending[1],) if ending else ()


#: What stands for the head of a title once the title has been said: "the informatics one".
_JOB_NOUNS = ("role", "job", "one", "position", "side", "guide", "path", "career")


def _without_brackets(title: str) -> str:
    return re.sub(r"\([^)]*\)", " ", title)

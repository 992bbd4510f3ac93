"""Every name under which an ingested role is known.

Names come from the guides (title, role, aliases) and from how English shortens a title: initials,
the plural, the modifier alone ("backend"), "developer" for "engineer", "signalling engineering" for
the engineer's trade.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.guides.model import Guide
from assistant.understanding.title_words import GENERIC, occupations, singular, tokens

#: Nouns that name the same trade in a job advertisement.
HEAD_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"engineer", "developer", "dev", "programmer", "coder", "eng"}),
    frozenset({"advisor", "adviser", "consultant"}),
    frozenset({"coordinator", "co-ordinator", "administrator"}),
)


@dataclass(frozen=True, slots=True)
class RoleNames:
    """Every name under which the ingested roles are known: squashed words -> guide ids."""

    names: Mapping[tuple[str, ...], tuple[str, ...]]
    words: frozenset[str] = field(default=frozenset())
    longest: int = 1


def role_names(guides: Iterable[Guide]) -> RoleNames:
    """The names of the roles that these guides are about."""
    names: dict[tuple[str, ...], set[str]] = {}
    exact: dict[tuple[str, ...], set[str]] = {}
    guides = tuple(guides)
    for guide in guides:
        for title in (guide.role, guide.title, *guide.aliases):
            base = tuple(
                singular(word.text.casefold()) for word in tokens(_without_brackets(title))
            )
            if base:
                exact.setdefault(base, set()).add(guide.id)
            for name in _variants(title):
                names.setdefault(name, set()).add(guide.id)
    for name, owners in exact.items():
        names[name] = owners
    words = {word for name in names for word in name}
    longest = max((len(name) for name in names), default=1)
    return RoleNames(
        {name: tuple(sorted(ids)) for name, ids in names.items()}, frozenset(words), longest
    )


def _variants(title: str) -> Iterable[tuple[str, ...]]:
    base = tuple(singular(word.text.casefold()) for word in tokens(_without_brackets(title)))
    if not base:
        return
    yield base
    *modifiers, head = base
    for other in (*_same_trade(head), *trades_of(head)):
        yield (*modifiers, other)
    if modifiers and head in occupations():
        yield from _shortened(tuple(modifiers), head)


def _same_trade(head: str) -> Iterable[str]:
    return (other for heads in HEAD_CLASSES if head in heads for other in heads)


def _shortened(modifiers: tuple[str, ...], head: str) -> Iterable[tuple[str, ...]]:
    """A title by its modifiers, by one of them, by its end and by its initials."""
    base = (*modifiers, head)
    distinctive = len(modifiers) > 1 or len(modifiers[0]) >= DISTINCTIVE
    if distinctive and not set(modifiers) <= GENERIC:
        yield modifiers
    for word in modifiers:
        yield from ((word, noun) for noun in _JOB_NOUNS)
    for first in range(1, len(modifiers)):
        if any(len(word) >= TELLING_END for word in modifiers[first:]):
            yield base[first:]
    if len(base) >= 3:
        yield ("".join(word[0] for word in base),)


#: A modifier of one word names a role by itself only if it has this many letters: "backend" does,
#: "data" and "train" do not.
DISTINCTIVE = 7

#: The end of a title names the role only with a word this long before its head: "informatics
#: engineer" does, "data scientist" and "software engineer" are other jobs.
TELLING_END = 9

#: The trade that a head noun practises, where adding -ing does not give it.
_TRADES = {
    "manager": "management", "analyst": "analysis", "scientist": "science",
    "developer": "development", "designer": "design", "administrator": "administration",
    "architect": "architecture", "technician": "technology", "consultant": "consultancy",
}  # fmt: skip


def trades_of(head: str) -> tuple[str, ...]:
    """What somebody with this head noun does: a planner planning, a manager management."""
    if head in _TRADES:
        return (_TRADES[head],)
    if head.endswith("eer"):
        return (head + "ing",)
    return (head[:-2] + "ing",) if head.endswith("er") else ()


#: What stands for the head of a title once the title has been said: "the informatics one".
_JOB_NOUNS = ("role", "job", "one", "position", "side", "guide", "path", "career")


def _without_brackets(title: str) -> str:
    return re.sub(r"\([^)]*\)", " ", title)

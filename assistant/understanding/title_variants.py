"""How English shortens and varies a job title: initials, trades, a word left out or alone."""

import re
from collections.abc import Iterable, Sequence

from assistant.understanding.title_words import GENERIC, VAGUE_HEADS, occupations, singular, tokens

#: Nouns that name the same trade in a job advertisement.
HEAD_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"engineer", "developer", "dev", "programmer", "coder", "eng"}),
    frozenset({"advisor", "adviser", "consultant"}),
    frozenset({"coordinator", "co-ordinator", "administrator"}),
    frozenset({"technician", "tech"}),
)


def first_letters(words: Iterable[str]) -> str:
    """The first letter of each word."""
    return "".join(word[0] for word in words)


def as_name(title: str) -> tuple[str, ...]:
    """A title as its words, in the singular."""
    return tuple(singular(word.text.casefold()) for word in tokens(title))


#: Letters that everybody uses for something else.
ANYBODYS = frozenset("it ai ml hr pr qa ux ui id hi cv pc tv nhs gp uk us eu mot".split())


def acronyms(base: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    """Acronyms that the guide uses for a long modifier: "PV associate", "the PV job"."""
    for word in base[:-1]:
        if len(word) >= LONG_MODIFIER:
            for acronym in set(re.findall(r"\b[A-Z]{2,4}\b", text)):
                letters = iter(word)
                if word[0] == acronym[0].lower() and all(c in letters for c in acronym.lower()):
                    heads = (base[-1], *(() if acronym.lower() in ANYBODYS else JOB_NOUNS))
                    yield from ((acronym.lower(), head) for head in heads)


#: Who practises a discipline, by its ending.
_PRACTITIONERS = (("ology", "ologist"), ("ography", "ographer"), ("ics", "ician"), ("apy", "apist"))


def practitioners(title: str) -> Iterable[tuple[str, ...]]:
    """Who practises the discipline in a title's brackets: "Healthcare Scientist (Physiology)"."""
    for word in re.findall(r"\((\w+)\)", title.casefold()):
        for ending, person in _PRACTITIONERS:
            if word.endswith(ending):
                yield (word.removesuffix(ending) + person,)


def variants(title: str, others: Sequence[frozenset[str]] = ()) -> Iterable[tuple[str, ...]]:
    """The names that a title is known by.

    Args:
        title: as a guide writes it.
        others: the words of each other guide: one that stands in many of them names no role.
    """
    base = as_name(without_brackets(title))
    for name in dict.fromkeys((base, _without_sector(base))):
        if name:
            yield from variants_of(name, others)


def variants_of(
    base: tuple[str, ...], others: Sequence[frozenset[str]]
) -> Iterable[tuple[str, ...]]:
    """The names that a title's words are shortened to or varied by, themselves among them."""
    yield base
    *modifiers, head = base
    trades = (*_same_trade(head), *trades_of(head))
    for other in trades:
        yield (*modifiers, other)
    if len(base) > 2:
        yield (first_letters(base),)
    if len(base[0]) == 2 and len(base) > 1:
        yield (base[0] + first_letters(base[1:]),)
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
    if distinctive and not set(modifiers) <= GENERIC | WHERE:
        yield modifiers
    if len(modifiers) > 1:
        yield ("".join(word[0] for word in modifiers), head)
        if len(modifiers[0]) >= ABBREVIATED and modifiers[0] in telling:
            yield (modifiers[0], head)
    trades = () if head in VAGUE_HEADS else trades_of(head)
    for word in (*telling, *trades):
        yield from ((word, noun) for noun in JOB_NOUNS)
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
JOB_NOUNS = tuple(
    "role job one position side guide path career post work team field people folk person".split()
)


def without_brackets(title: str) -> str:
    """A title without what stands in brackets."""
    return re.sub(r"\([^)]*\)", " ", title)

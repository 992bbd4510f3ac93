"""How English shortens and varies a job title: initials, trades, a word left out or alone."""

import re
from collections.abc import Iterable, Sequence

from assistant.guides.jobs.occupations import occupations
from assistant.understanding.titles.title_words import (
    GENERIC,
    VAGUE_HEADS,
    first_letters,
    singular,
    tokens,
)
from assistant.understanding.topics import topics_of

#: Nouns that name the same trade in a job advertisement.
HEAD_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"engineer", "developer", "dev", "programmer", "coder", "eng"}),
    frozenset({"advisor", "adviser", "consultant"}),
    frozenset({"coordinator", "co-ordinator", "administrator"}),
    frozenset({"technician", "tech"}),
)


def as_name(title: str) -> tuple[str, ...]:
    """A title as its words, in the singular."""
    return tuple(singular(word.text.casefold()) for word in tokens(title))


#: Who practises a discipline, by its ending.
_PRACTITIONERS = (("ology", "ologist"), ("ography", "ographer"), ("ics", "ician"), ("apy", "apist"))


def practitioners(title: str) -> Iterable[tuple[str, ...]]:
    """Who practises the discipline in a title's brackets: "Healthcare Scientist (Physiology)"."""
    for word in re.findall(r"\((\w+)\)", title.casefold()):
        for ending, person in _PRACTITIONERS:
            if word.endswith(ending):
                yield (word.removesuffix(ending) + person,)


def parts_of(title: str) -> Iterable[str]:
    """What a title is called by if not by all of it.

    "Bid Writer" and "Bid and Tender Writer" for a Bid and Tender Writer for Technology, both jobs
    of a Prosthetist and Orthotist.
    """
    whole = re.split(r",\s|\s(?:for|in|at|with)\s|\s[–-]\s", without_brackets(title))[0].strip()
    yield whole
    yield from filter(None, (before_of(title),))
    first, *others = re.split(r"\s(?:and|or|&)\s|\s*/\s*", whole, maxsplit=1)
    if not others:
        return
    second = others[0]
    if {*as_name(first)[-1:]} & occupations() - GENERIC:
        yield first
        yield second
    elif len(as_name(second)) == 2:
        yield f"{first} {second.split()[-1]}"
        yield second


def before_of(title: str) -> str:
    """The noun for somebody that a title begins with: "Registrar" of a "Registrar of births"."""
    first, of, _ = without_brackets(title).partition(" of ")
    head = as_name(first)[-1:] if of else ()
    named = {*head} & occupations() - GENERIC - VAGUE_HEADS - SENIORITY
    return first.strip() if named else ""


def variants(title: str, others: Sequence[frozenset[str]] = ()) -> Iterable[tuple[str, ...]]:
    """The names that a title is known by.

    Args:
        title: as a guide writes it.
        others: the words of each other guide: one that stands in many of them names no role.
    """
    for part in dict.fromkeys((without_brackets(title), *parts_of(title))):
        base = as_name(part)
        for name in dict.fromkeys((base, _without_sector(base))):
            if name:
                yield from variants_of(name, others)
    yield from _in_brackets(title)


def _in_brackets(title: str) -> Iterable[tuple[str, ...]]:
    """What a title's brackets name, before its noun: "Technologist (Renal and Ventilation)"."""
    head = as_name(without_brackets(title))[-1:]
    for within in re.findall(r"\(([^()]*)\)", title):
        for part in re.split(r"\s+and\s+|\s*[,/&]\s*", within):
            name = as_name(part)
            if name and head and not {*name} <= WHERE | GENERIC:
                yield from ((*name, noun) for noun in nouns_of(head[0]))


def variants_of(
    base: tuple[str, ...], others: Sequence[frozenset[str]]
) -> Iterable[tuple[str, ...]]:
    """The names that a title's words are shortened to or varied by, themselves among them."""
    yield base
    *modifiers, head = base
    trades = (*same_trade(head), *trades_of(head))
    for other in trades:
        yield (*modifiers, other)
    if len(base) > 2:
        yield (first_letters(base),)
    if len(base[0]) == 2 and len(base) > 1:
        yield (base[0] + first_letters(base[1:]),)
    if modifiers and head in occupations():
        yield from _shortened(tuple(modifiers), head, others)
        for kept in (tuple(modifiers), *_with_one_left_out(tuple(modifiers), others)):
            yield from ((*kept, other) for other in (head, *trades))
            if any(is_telling(word, others) for word in kept[:-1]):
                yield (*kept[:-1], kept[-1][0] + head[0])


#: Nouns that say how senior somebody is and not what they do.
SENIORITY = frozenset("manager associate assistant specialist consultant chief officer".split())
#: Words at the start of a title that say where it is done and not what: an "NHS pharmacy
#: technician" is a pharmacy technician, a "clinical data manager" a data manager.
PLACES_OF_WORK = frozenset("nhs uk hospital".split())
WHERE = PLACES_OF_WORK | frozenset("health healthcare clinical medical".split())


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
            if any(is_telling(word, others) for word in kept):
                yield kept


def same_trade(head: str) -> Iterable[str]:
    """The nouns that name the same trade in a job advertisement, itself among them."""
    return (other for heads in HEAD_CLASSES if head in heads for other in sorted(heads))


def _shortened(
    modifiers: tuple[str, ...], head: str, others: Sequence[frozenset[str]]
) -> Iterable[tuple[str, ...]]:
    """A title by its modifiers, by one of them, by its end and by its initials."""
    base = (*modifiers, head)
    telling = [word for word in modifiers if is_telling(word, others)]
    distinctive = len(modifiers) > 1 or (len(modifiers[0]) >= DISTINCTIVE and telling)
    if distinctive and not set(modifiers) <= GENERIC | WHERE and not asks_of_any(modifiers):
        yield modifiers
    if len(modifiers) > 1:
        yield ("".join(word[0] for word in modifiers), head)
        if len(modifiers[0]) >= ABBREVIATED and modifiers[0] in telling:
            yield from ((modifiers[0], noun) for noun in (head, *trades_of(head)))
    trades = () if head in VAGUE_HEADS else trades_of(head)
    for word in (*telling, *trades):
        yield from ((word, noun) for noun in JOB_NOUNS)
    for first in range(1, len(modifiers)):
        if any(len(word) >= TELLING_END and word in telling for word in modifiers[first:]):
            yield base[first:]
    yield ("".join(word[0] for word in base),)


def asks_of_any(words: Sequence[str]) -> bool:
    """Whether words by themselves ask for what any job has: "qualifications", "training"."""
    return len(words) == 1 and (words[0] in _ANY_JOBS or bool(topics_of(f"{words[0]} {words[0]}s")))


#: What is asked of any job, and is part of some titles.
_ANY_JOBS = frozenset(
    "qualification certification registration experience recruitment performance development "
    "application employment assessment education induction interview admission".split()
)


def is_telling(modifier: str, others: Sequence[frozenset[str]]) -> bool:
    """Whether few other guides have a word: "backend" tells a job, "clinical" does not."""
    few = min(SHARED_OF_FEW * len(others), max(1.0, SHARED * len(others)))
    return sum(modifier in words for words in others) <= few


#: The share of the other guides in which a modifier may stand and still name its own role, with
#: many guides and with few. A word of many guides of a sector ("software") names none of them.
SHARED, SHARED_OF_FEW = 0.2, 0.5
#: A modifier this long may be left of a title whose middle is dropped.
ABBREVIATED = 5

#: A modifier of one word names a role by itself only if it has this many letters: "backend" does,
#: "data" and "train" do not.
DISTINCTIVE = 7

#: The end of a title names the role only with a word this long before its head: "informatics
#: engineer" does, "data scientist" and "software engineer" are other jobs.
TELLING_END = 5

#: The trade that a head noun practises, where its ending does not give it.
_TRADES = {
    "manager": "management", "analyst": "analysis", "scientist": "science",
    "developer": "development", "designer": "design", "administrator": "administration",
    "architect": "architecture", "technician": "technology", "consultant": "consultancy",
    "chemist": "chemistry", "pharmacist": "pharmacy", "economist": "economics",
    "nurse": "nursing", "midwife": "midwifery", "counsellor": "counselling",
    "auditor": "auditing", "surgeon": "surgery", "dentist": "dentistry",
    "mason": "masonry", "stonemason": "stonemasonry", "smith": "smithing",
}  # fmt: skip
#: The same by the ending; of two that fit the first counts.
_TRADE_ENDINGS = (
    ("ologist", "ology"), ("ator", "ation"), ("ographer", "ography"), ("apist", "apy"),
    ("icist", "ics"), ("ician", "ics"), ("eer", "eering"), ("er", "ing"), ("etist", "etics"),
    ("otist", "otics"), ("iatrist", "iatry"), ("metrist", "metry"), ("otomist", "otomy"),
)  # fmt: skip


def trades_of(head: str) -> tuple[str, ...]:
    """What somebody with this head noun does: a planner planning, a statistician statistics."""
    if head in _TRADES:
        return (_TRADES[head],)
    ending = next((pair for pair in _TRADE_ENDINGS if head.endswith(pair[0])), None)
    return (head.removesuffix(ending[0]) + ending[1],) if ending else ()


def nouns_of(head: str) -> tuple[str, ...]:
    """The nouns by which a title may end instead of its own, which is the first."""
    return (head, *same_trade(head), *trades_of(head))


#: What stands for the head of a title once the title has been said: "the informatics one".
JOB_NOUNS = tuple(
    "role job one position side guide path career post work team field people folk person".split()
)


def without_brackets(title: str) -> str:
    """A title without what stands in brackets."""
    return re.sub(r"\([^)]*\)", " ", title)

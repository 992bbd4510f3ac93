"""Who does what a title names: a "trial recruiter" for a job in the recruitment to trials."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from assistant.understanding.roles.title_variants import WHERE
from assistant.understanding.titles.title_words import GENERIC, VAGUE_HEADS, heads_a_title

_Name = tuple[str, ...]

#: How nouns for what is done end, and what takes the place of that in the noun for who does it.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ment", ("er", "or")),
    ("ing", ("er", "or")),
    ("ation", ("er", "ator", "ar")),
    ("ion", ("or",)),
)
#: What is left of the noun has so many letters at least.
_LEAST = 3
#: Such nouns with no ending of their own.
_BARE = frozenset("test research audit survey repair".split())


def doers_of(word: str) -> tuple[str, ...]:
    """The nouns for somebody who does what a word names: "tester" of "test" and of "testing"."""
    endings = [one for one in _ENDINGS if word.endswith(one[0])]
    if word in _BARE:
        endings.append(("", ("er", "or")))
    stems = [(word.removesuffix(ending), people) for ending, people in endings]
    doers = [stem + person for stem, people in stems if len(stem) >= _LEAST for person in people]
    return tuple(dict.fromkeys(filter(_is_job, doers)))


def _is_job(noun: str) -> bool:
    return heads_a_title(noun) and noun != "manager"


def doers_in(titles: Iterable[_Name]) -> frozenset[str]:
    """The nouns for who does what is named before the nouns of some titles."""
    return frozenset(doer for title in titles for word in title[:-1] for doer in doers_of(word))


def names_by_doing(titles: Mapping[str, Iterable[_Name]]) -> dict[_Name, set[str]]:
    """The guides by who does what their titles name, behind the titles' other words.

    Args:
        titles: the words of each guide's titles, by its id.
    """
    found: dict[_Name, set[str]] = {}
    for guide_id, own in titles.items():
        for name in (name for title in own for name in _names(title)):
            found.setdefault(name, set()).add(guide_id)
    return {name: ids for name, ids in found.items() if len(ids) == 1}


#: Nouns for whoever does what stands before them: a registration officer is a registrar.
_WHOEVER = frozenset("officer specialist worker practitioner agent operative professional".split())


def _names(title: _Name) -> Iterator[_Name]:
    for word in title:
        others = [other for other in title if other != word]
        telling = [one for one in others if one not in GENERIC | WHERE | VAGUE_HEADS]
        for doer in doers_of(word):
            if not telling and {*others} <= _WHOEVER:
                yield (doer,)
            yield from ((one, doer) for one in telling)
            yield from ((*pair, doer) for pair in pairwise(others) if pair[1] in telling)

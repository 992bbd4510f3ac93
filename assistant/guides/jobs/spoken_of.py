"""The job that a page tells of throughout and its title never names: "Cleared for Take-Off"."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.guides.jobs.told_of import ENDS, LONGEST_NAME, SORTS, times_of_noun
from assistant.guides.ranks import names_rank, names_title

#: What a name does not go over: the end of a sentence, a cell, a bracket.
_PIECE = re.compile(r"[^.:;,!?()\[\]|*_\"“”\n\t]+")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_][\w'’&/-]*")
#: The job of a page is named among so many first characters, and so often in all.
_FIRST, _LEAST = 900, 3
#: A noun that is not there is the job's if the page has it so often, and twice as often as another.
_LEAST_BELOW, _AHEAD = 4, 2
#: Not what a page is about: who is kin, who reads it, who made it.
_NOBODY = frozenset(
    """
    adviser applicant author brother buyer career carer client customer daughter editor employer
    father founder grandfather grandmother helper host leader leaver listener manager mentor mother
    newcomer owner parent partner passenger photographer presenter reader reporter sister speaker
    speaker starter subscriber supporter teacher teenager trainer user viewer visitor voter winner
    worker writer youngster
    """.split()
)


def job_spoken_of(text: str) -> str:
    """The job that a text speaks of most, of those that it begins with if any; "" if of none.

    Args:
        text: the page's text, title and all.
    """
    text = _TAG.sub("|", text)
    nouns = Counter(_noun(name) for name in _names_in(text))
    first = {_noun(name) for name in _names_in(text[:_FIRST])}
    least = {noun: _LEAST if noun in first else _LEAST_BELOW for noun in nouns}
    times = {noun: times_of_noun(noun, text) for noun in nouns}
    known = sorted((n for n in nouns if times[n] >= least[n]), key=lambda n: -times[n])
    begun = [noun for noun in known if noun in first]
    if begun:
        return _written(begun[0], text)
    ahead = len(known) == 1 or (known and times[known[0]] >= _AHEAD * times[known[1]])
    return _written(known[0], text) if ahead else ""


def _names_in(text: str) -> Iterator[tuple[str, ...]]:
    """The words up to each noun for somebody's job, without what only leads up to them."""
    for piece in _PIECE.findall(text):
        words: list[str] = []
        for word in _WORD.findall(piece):
            small = word.casefold()
            if small in ENDS:
                words = []
                continue
            words.append(small)
            if names_title(small) and _singular(small) not in _NOBODY:
                yield tuple(words[-LONGEST_NAME:])
                words = []


def _singular(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").removesuffix("s")


def _noun(name: tuple[str, ...]) -> str:
    return _singular(name[-1])


def _written(noun: str, text: str) -> str:
    """The longest name that the text has more than once for the job of this noun.

    One that it begins with may say more: "becoming an air traffic controller", then "controllers".
    """
    found: Counter[tuple[str, ...]] = Counter()
    for name in _names_in(text):
        if _noun(name) == noun:
            words = (*name[:-1], noun)
            found.update(words[start:] for start in range(len(words)))
    several = [
        name
        for name, count in found.items()
        if count > 1 and not (len(name) > 1 and (name[0] in SORTS or names_rank(name[0])))
    ]
    name = " ".join(max(several, key=len, default=(noun,)))
    before = re.compile(rf"\b(?:an?|other:)\s+((?:[\w-]+\s){{1,3}}){re.escape(name)}\b", re.I)
    for found_first in before.finditer(text[:_FIRST]):
        more = found_first[1].casefold().split()
        if not (ENDS | SORTS).intersection(more) and not names_rank(more[0]):
            name = " ".join((*more, name))
            break
    return name[0].upper() + name[1:]

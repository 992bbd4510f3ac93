"""The initials that stand for a title's words, or for some of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from assistant.understanding.roles.title_variants import JOB_NOUNS, as_name, nouns_of
from assistant.understanding.titles.title_words import first_letters
from assistant.words import STOP_WORDS

#: A modifier this long may have an acronym of its own.
LONG_MODIFIER = 10
#: Letters that everybody uses for something else.
ANYBODYS = frozenset("it ai ml hr pr qa ux ui id hi cv pc tv nhs gp uk us eu mot".split())


def acronyms(base: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    """Acronyms that the guide uses for a long modifier: "PV associate", "the PV job"."""
    for word in base[:-1]:
        if len(word) >= LONG_MODIFIER:
            for acronym in sorted({*re.findall(r"\b[A-Z]{2,4}\b", text)}):
                letters = iter(word)
                if word[0] == acronym[0].lower() and all(c in letters for c in acronym.lower()):
                    heads = (base[-1], *(() if acronym.lower() in ANYBODYS else JOB_NOUNS))
                    yield from ((acronym.lower(), head) for head in heads)


#: Capitals that people use for other things than a job.
_EVERYDAY = frozenset("am pm pt ft pg tl pl bp tb po pa pe ps ms mr dr st nb eg ok bs ba".split())

#: Letters that are a word, or stand for other things: "hospital in" Leeds is no Hospital IT Network
#: Engineer.
_WORDS = _EVERYDAY | STOP_WORDS


def are_initials_of(letters: str, word: str) -> bool:
    """Whether letters begin the parts of a long compound: "pv" of "pharmacovigilance".

    As in Greek, the part before another ends in an o.
    """
    found = re.fullmatch("o".join(rf"{letter}[a-z]{{2,}}" for letter in letters), word)
    return bool(found) and len(letters) > 1 and letters not in ANYBODYS | _EVERYDAY


def initials_within(base: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    """Names with initials for some of a title's words: "EPR analyst", "the LIMS job".

    Of two words only where the guide writes the initials itself, or beside another word of the
    title: "Fleet BD", "Fleet BD lead" for a Fleet Business Development Manager.
    """
    told = tuple(word for word in base if word not in _SMALL)
    for first, last in combinations(range(len(told)), 2):
        letters = first_letters(told[first:last])
        written = re.search(rf"\b{letters.upper()}\b", text)
        beside = first > 0 and letters not in _WORDS
        if len(letters) < 2 or letters in ANYBODYS or not (written or len(letters) > 2 or beside):
            continue
        rest = told[last:]
        heads = nouns_of(rest[-1])
        yield from ((*told[:first], letters, *rest[:-1], head) for head in heads)
        if beside:
            yield (*told[:first], letters)
        if first == 0:
            yield from ((letters, noun) for noun in (*heads, *(JOB_NOUNS if written else ())))
    for letters in _defined(told[:-1], text):
        yield from ((letters, noun) for noun in (*nouns_of(told[-1]), *JOB_NOUNS))


def _defined(modifiers: tuple[str, ...], text: str) -> Iterable[str]:
    """Letters that a text gives for words with all of a title's modifiers among them.

    "Drug metabolism and pharmacokinetics (DMPK)" for a Drug Metabolism Scientist.
    """
    for letters, said in _definitions(text):
        if modifiers and {*modifiers} <= said:
            yield letters


@lru_cache(maxsize=64)
def _definitions(text: str) -> Sequence[tuple[str, frozenset[str]]]:
    """The letters that a text gives in brackets, each with the words before them."""
    return [
        (
            found[1].casefold(),
            frozenset(
                as_name(text[max(0, found.start() - 80) : found.start()])[-len(found[1]) - 2 :]
            ),
        )
        for found in re.finditer(r"\(([A-Z]{3,6})\)", text)
    ]


#: Words within a title that no initials have.
_SMALL = frozenset("and of in for the to &".split())

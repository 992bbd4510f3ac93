"""Initials that a guide writes out: "STP" where it says "Scientist Training Programme"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.understanding.spelling import english
from assistant.words import STOP_WORDS

_LETTERS = re.compile(r"\b[A-Z]{2,6}\b")
#: The same in small letters, if they are no word: "dspt".
_SMALL = re.compile(r"\b[a-z]{3,6}\b")
#: Words that initials may pass over: the "and" of "research and development".
_LITTLE = ("and", "of", "the", "for", "in", "to", "&")
_PASSED_OVER = rf"(?:(?:{'|'.join(_LITTLE)})\s+)?"


def initials_of(text: str, guide_text: str) -> Sequence[tuple[str, str]]:
    """The initials of a text that a guide has only as words, each with these.

    Args:
        text: a question.
        guide_text: what the guide says, in its own writing.
    """
    pairs = [
        (letters, meaning_of(letters, guide_text))
        for letters in dict.fromkeys(_LETTERS.findall(text))
    ]
    in_a_hurry = (word for word in dict.fromkeys(_SMALL.findall(text)) if word not in english())
    small = ((letters, meaning_of(letters.upper(), guide_text)) for letters in in_a_hurry)
    pairs += [(letters, meant) for letters, meant in small if _is_written_as_a_name(meant)]
    return [(letters, meant) for letters, meant in pairs if meant]


@lru_cache(maxsize=1024)
def meaning_of(letters: str, guide_text: str) -> str:
    """The words that these letters are the initials of, "" where the guide has the letters too.

    Of several runs of words the one that is said most often, capitals before small letters.
    """
    if re.search(rf"\b{letters}\b", guide_text):
        return ""
    first, *rest = [rf"\b[{letter}{letter.lower()}][a-z]+" for letter in letters]
    runs: list[str] = re.findall(
        first + "".join(rf"[\s-]+{_PASSED_OVER}{word}" for word in rest), guide_text
    )
    telling = [run for run in runs if _is_a_name(run.split())]
    if len(letters) == 2:  # Two words by chance are common: a name, or said more than once.
        telling = [run for run in telling if run.istitle() or telling.count(run) > 1]
    if not telling:
        return ""
    return max(dict.fromkeys(telling), key=lambda run: (run[0].isupper(), telling.count(run)))


def _is_written_as_a_name(run: str) -> bool:
    """Whether all words of a run begin with a capital, but for the little ones."""
    return all(word[0].isupper() for word in run.split() if word not in _LITTLE)


def _is_a_name(words: Iterable[str]) -> bool:
    """Whether a run of words can be what initials stand for: a name, or words that all carry."""
    return not any(word.casefold() in STOP_WORDS for word in words if word not in _LITTLE)

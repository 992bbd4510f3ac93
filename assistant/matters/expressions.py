"""Expressions of a thesaurus, and where they stand in a text.

An expression is words in order, in any case: "days in the office". "*" ends a word with any
letters, "|" parts alternatives for one word, "#" is any number, ".." up to four other words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.words import is_number, normalise

#: Words that ".." may stand for, at most.
GAP = 4
#: "3am" is two words, "cv2" one.
_TOKEN = re.compile(r"\d+(?=[ap]m\b)|[a-z0-9]+(?:'[a-z]+)?")


def tokens(text: str) -> list[str]:
    """The words of a text as expressions meet them: no hyphens, no apostrophes, small letters."""
    found = _TOKEN.findall(normalise(text).casefold())
    return [token.replace("'", "") for token in found]


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of an expression: whole words, or beginnings of them, or a number."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    number: bool

    def is_met_by(self, token: str) -> bool:
        if token in self.whole or (self.begun and token.startswith(self.begun)):
            return True
        return self.number and is_number(token)


@lru_cache(maxsize=16_384)
def _word(written: str) -> _Word:
    """A word as the thesaurus writes it, which has most of them many times."""
    parts = written.casefold().split("|")
    return _Word(
        frozenset(part for part in parts if not part.endswith("*") and part != "#"),
        tuple(part[:-1] for part in parts if part.endswith("*")),
        "#" in parts,
    )


@dataclass(frozen=True, slots=True)
class Expression:
    """A sequence of words, each with whether others may stand before it."""

    words: tuple[_Word, ...]
    gaps: tuple[bool, ...]

    @classmethod
    def of(cls, written: str) -> "Expression":
        """An expression as the thesaurus writes it.

        Raises:
            ValueError: it has no word, or begins or ends with a gap.
        """
        parts = written.replace("-", " ").split()
        if not parts or ".." in (parts[0], parts[-1]):
            raise ValueError(f"not an expression: {written!r}")
        words, gaps, gap = [], [], False
        for part in parts:
            if part == "..":
                gap = True
                continue
            words.append(_word(part))
            gaps.append(gap)
            gap = False
        return cls(tuple(words), tuple(gaps))

    def stands_at(self, found: Sequence[str], place: int, anchor: int) -> bool:
        """Whether it stands in a text's words with one of its own, the anchor, at a place."""
        return (
            self.words[anchor].is_met_by(found[place])
            and self._goes_on(found, place, anchor, 1)
            and self._goes_on(found, place, anchor, -1)
        )

    def _goes_on(self, found: Sequence[str], place: int, number: int, step: int) -> bool:
        """Whether it goes on behind a word, or with a step of -1 before it, to its end."""
        following = number + step
        if not 0 <= following < len(self.words):
            return True
        reach = 1 + (GAP if self.gaps[max(number, following)] else 0)
        return any(
            self.words[following].is_met_by(found[at]) and self._goes_on(found, at, following, step)
            for at in range(place + step, place + step * (reach + 1), step)
            if 0 <= at < len(found)
        )


@dataclass(frozen=True, slots=True)
class _Sought:
    """An expression with its name, and the word of it that it is looked up by."""

    name: str
    expression: Expression
    anchor: int


class Finder:
    """Finds which of many named expressions a text has.

    Each is looked up by that of its words that the fewest others have.
    """

    def __init__(self, expressions: Mapping[str, Iterable[Expression]]) -> None:
        named = [(name, one) for name, own in expressions.items() for one in own]
        common = Counter(form for _, one in named for word in one.words for form in _forms(word))
        self._sought: dict[str, list[_Sought]] = defaultdict(list)
        for name, one in named:
            costs = [sum(common[form] for form in _forms(word)) for word in one.words]
            anchor = costs.index(min(costs))
            for form in _forms(one.words[anchor]):
                self._sought[form].append(_Sought(name, one, anchor))
        # Few words make most of any text.
        self._with_word = lru_cache(maxsize=16_384)(self._looked_up)

    def names_in(self, text: str) -> frozenset[str]:
        """The names whose expressions stand in a text."""
        found = tokens(text)
        return frozenset(
            one.name
            for place, token in enumerate(found)
            for one in self._with_word(token)
            if one.expression.stands_at(found, place, one.anchor)
        )

    def _looked_up(self, token: str) -> tuple[_Sought, ...]:
        """The expressions that may have a word as their anchor."""
        forms = [token, *(f"{token[:length]}*" for length in range(1, len(token) + 1))]
        forms += ["#"] if is_number(token) else []
        return tuple(one for form in forms for one in self._sought.get(form, ()))


def _forms(word: _Word) -> Iterator[str]:
    """The alternatives of a word as they are written."""
    yield from word.whole
    yield from (f"{beginning}*" for beginning in word.begun)
    if word.number:
        yield "#"

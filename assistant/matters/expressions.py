"""Expressions of a thesaurus, and where they stand in a text.

An expression is words in order, in any case: "days in the office". "*" ends a word with any
letters, "/" parts alternatives for one word, "#" is any number, ".." up to four other words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.words import is_number, normalise

#: Words that ".." may stand for, at most.
GAP = 4
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


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

    @classmethod
    def of(cls, written: str) -> "_Word":
        parts = written.casefold().split("/")
        return cls(
            frozenset(part for part in parts if not part.endswith("*") and part != "#"),
            tuple(part[:-1] for part in parts if part.endswith("*")),
            "#" in parts,
        )

    def is_met_by(self, token: str) -> bool:
        if token in self.whole or (self.begun and token.startswith(self.begun)):
            return True
        return self.number and is_number(token)


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
            words.append(_Word.of(part))
            gaps.append(gap)
            gap = False
        return cls(tuple(words), tuple(gaps))

    def stands_at(self, found: Sequence[str], place: int) -> bool:
        """Whether it stands in a text's words with its first word at a place."""
        if not self.words[0].is_met_by(found[place]):
            return False
        return self._goes_on(found, place + 1, 1)

    def _goes_on(self, found: Sequence[str], place: int, number: int) -> bool:
        if number == len(self.words):
            return True
        last = place + (GAP if self.gaps[number] else 0)
        return any(
            self.words[number].is_met_by(found[at]) and self._goes_on(found, at + 1, number + 1)
            for at in range(place, min(last + 1, len(found)))
        )


class Finder:
    """Finds which of many named expressions a text has; looks them up by their first words."""

    def __init__(self, expressions: Mapping[str, Iterable[Expression]]) -> None:
        self._whole: dict[str, list[tuple[str, Expression]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[str, Expression]]] = defaultdict(list)
        self._numbers: list[tuple[str, Expression]] = []
        for name, own in expressions.items():
            for expression in own:
                first = expression.words[0]
                for word in first.whole:
                    self._whole[word].append((name, expression))
                for beginning in first.begun:
                    self._begun[beginning].append((name, expression))
                if first.number:
                    self._numbers.append((name, expression))

    def names_in(self, text: str) -> frozenset[str]:
        """The names whose expressions stand in a text."""
        found = tokens(text)
        return frozenset(
            name
            for place, token in enumerate(found)
            for name, expression in self._beginning_with(token)
            if expression.stands_at(found, place)
        )

    def _beginning_with(self, token: str) -> Iterator[tuple[str, Expression]]:
        yield from self._whole.get(token, ())
        for length in range(1, len(token) + 1):
            yield from self._begun.get(token[:length], ())
        if is_number(token):
            yield from self._numbers

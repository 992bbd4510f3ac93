"""Whether a sentence says what its source says: the same words, in the same arrangement.

The words of a wrong sentence may all stand in its source: "the team depends on the product" where
the product depends on the team. So order is kept. Whole clauses and items of a list may be left
out where what is left stays true without them; single words may not, since each may be the one
that holds the claim back. A phrase with a preposition may open the sentence though it ends its
source, and a few words that claim nothing may come before all ("According to the guide, ...").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files

from assistant.generation.leaving_out import (
    PREPOSITIONS,
    STARTING,
    first_of_list,
    may_end,
    may_skip,
    may_start,
)
from assistant.generation.reading import Word, read, same
from assistant.guides.sentences import sentence_spans

_CELLS = re.compile(r"(?<!\\)\|")
_STOP_IN_CELL = re.compile(r"[.!?…]\s+")
_LISTING = frozenset("include includes including involve involves cover covers".split())
#: Words that may come before all the others, at most.
_LONGEST_LEAD = 16


def arranged(
    text: str, quotes: Sequence[str], roles: Collection[str], headings: Collection[str] = ()
) -> bool:
    """Whether a sentence is made of its quotes' words as they stand there.

    Args:
        text: the sentence, without marks.
        quotes: the exact words that it cites, each by itself.
        roles: what the guide's role is called: a sentence may begin with it.
        headings: above the quotes: a list may begin with one ("Responsibilities include ...").
    """
    said = read(text)
    if not said or said[0].joined or said[0].be:
        return False  # "But ...", "Is on-call part of it": the source opens otherwise
    units = [unit for quote in quotes for unit in _units(quote) if unit]
    return any(
        _follows(said[lead:], units, listing=_listing(said[:lead]))
        for lead in range(min(len(said), _LONGEST_LEAD))
        if _claims_nothing(said[:lead], said[lead], roles, headings)
    )


def _units(quote: str) -> Iterator[list[Word]]:
    """The sentences of a quote. A table's row is one: what its first cell names holds for all."""
    if _CELLS.search(quote):
        yield read(_STOP_IN_CELL.sub(" | ", quote.strip("| \t")))
        return
    for span in sentence_spans(quote, 0, len(quote)):
        yield read(span.of(quote).strip("|*-• \t"))


def _claims_nothing(
    lead: Sequence[Word], first: Word, roles: Collection[str], headings: Collection[str]
) -> bool:
    """Whether words before a claim claim nothing themselves."""
    if not lead:
        return True
    if any(word.joined for word in (*lead, first)):
        return False
    known = [read(role) for role in roles]
    if _listing(lead) or ":" in first.parted:
        known += [read(heading) for heading in headings if not heading.rstrip().endswith("?")]
    left = [word.key for word in lead]
    for name in sorted(known, key=len, reverse=True):
        left = _without(left, [word.key for word in name])
    return all(key in _harmless() for key in left)


def _without(keys: list[str], name: Sequence[str]) -> list[str]:
    for start in range(len(keys) - len(name) + 1):
        if name and all(same(a, b) for a, b in zip(keys[start:], name, strict=False)):
            return [*keys[:start], *keys[start + len(name) :]]
    return keys


def _listing(lead: Sequence[Word]) -> bool:
    return bool(lead) and lead[-1].key in _LISTING


def _follows(said: Sequence[Word], units: Sequence[Sequence[Word]], *, listing: bool) -> bool:
    """Whether the words follow one of the units, or several one after the other."""
    for cut in range(len(said), 0, -1):
        whole = cut == len(said)
        if not whole and not _may_join(said[cut], listing=listing):
            continue
        if any(_one(said[:cut], unit) for unit in units) and (
            whole or _follows(said[cut:], units, listing=listing)
        ):
            return True
    return False


def _may_join(word: Word, *, listing: bool) -> bool:
    """Whether a further claim may begin at a word."""
    if ";" in word.parted:
        return True
    if listing:
        return bool(word.parted)
    return "," in word.parted and word.joined in ("and", "but") and word.key in STARTING


def _one(said: Sequence[Word], unit: Sequence[Word]) -> bool:
    if _Match(said, unit).found():
        return True
    comma = next((n for n, word in enumerate(said) if n and "," in word.parted), 0)
    if not comma or said[0].key not in PREPOSITIONS:
        return False
    opening = [Word(said[0].key, frozenset(), said[0].be), *said[1:comma]]
    rest = [Word(said[comma].key, frozenset(), said[comma].be), *said[comma + 1 :]]
    return _contiguous(opening, unit) and _Match([*rest, *opening], unit).found()


def _contiguous(said: Sequence[Word], unit: Sequence[Word]) -> bool:
    return any(
        all(same(a.key, b.key) for a, b in zip(said, unit[start:], strict=False))
        for start in range(len(unit) - len(said) + 1)
    )


class _Match:
    """The words of a claim laid against the words of one sentence of its source."""

    def __init__(self, said: Sequence[Word], unit: Sequence[Word]) -> None:
        self._said = said
        self._unit = unit
        self._dead: set[tuple[int, int]] = set()

    def found(self) -> bool:
        """Whether all words have their place."""
        return len(self._said) >= min(2, len(self._unit)) and any(
            same(self._said[0].key, word.key)
            and may_start(self._unit, place, self._said)
            and self._on(0, place)
            for place, word in enumerate(self._unit)
        )

    def _on(self, number: int, place: int) -> bool:
        """Whether the words after one that has its place can have theirs."""
        if (number, place) in self._dead:
            return False
        if number + 1 == len(self._said):
            if may_end(self._unit, place):
                return True
        else:
            for following in range(place + 1, len(self._unit)):
                if self._fits(number + 1, place, following) and self._on(number + 1, following):
                    return True
        self._dead.add((number, place))
        return False

    def _fits(self, number: int, place: int, following: int) -> bool:
        said, word = self._said[number], self._unit[following]
        if not same(said.key, word.key) or (said.be != word.be and not word.parted & {":", "|"}):
            return False
        if following == place + 1:
            return self._same_joint(said, word, place)
        # The first item of a list may make way for a later one, and leaves it its place.
        joint = not said.parted if first_of_list(self._unit[place + 1], word) else None
        joint = self._same_joint(said, word, place) if joint is None else joint
        return joint and may_skip(self._unit, place + 1, following)

    def _same_joint(self, said: Word, word: Word, place: int) -> bool:
        """Whether the two words are joined to what is before them in the same way."""
        if said.joined == word.joined:
            return bool(said.joined) or bool(said.parted) == bool(word.parted)
        # The last but one of a list that loses its end takes over the list's "and".
        ahead = next((w.joined for w in self._unit[place + 1 :] if w.joined), "")
        return bool(word.parted) and not word.joined and said.joined == ahead


@cache
def _harmless() -> frozenset[str]:
    text = files("assistant.generation").joinpath("vocabulary.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())

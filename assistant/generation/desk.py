"""The evidence of one stretch, and what of it has been said by now."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.citations import Claim, Quote
from assistant.generation.leaving_out import POINTING_BACK
from assistant.generation.prompting import Given
from assistant.generation.reading import read
from assistant.generation.sentences import Sentence
from assistant.generation.stretches import Stretch


class Desk:
    """What lies before the writer of one stretch: the evidence, and what of it has been said.

    Replacements wait until a sentence of the model is kept: an answer with none is then, to the
    letter, the extractive one.
    """

    def __init__(self, stretch: Stretch, given: tuple[Given, ...]) -> None:
        self.stretch = stretch
        self.given = given
        self.known: Mapping[str, Given] = {}
        self._said: set[Claim] = set()
        self._cited: set[Quote] = set()
        self._texts: set[str] = set()
        self._waiting: list[Claim] = []
        self._kept = False
        self._last: Claim | None = None

    def keep(self, sentence: Sentence, cited: Sequence[Claim]) -> Iterator[Claim]:
        """A sentence that passed, after the replacements that waited for it."""
        quotes = tuple(dict.fromkeys(quote for claim in cited for quote in claim.quotes))
        self._cited.update(quotes)
        self._texts.add(sentence.text)
        yield from self._let_go()
        self._kept = True
        self._last = cited[-1]
        yield Claim(sentence.text, quotes, sentence.layout)

    def has_said(self, sentence: Sentence, cited: Sequence[Claim]) -> bool:
        """Whether the sentence, or all that it is made of, stands in the answer by now."""
        shown = self._said if self._kept else set()
        return sentence.text in self._texts or (bool(cited) and shown.issuperset(cited))

    def dangles(self, sentence: Sentence, cited: Sequence[Claim]) -> bool:
        """Whether a sentence points back ("It pays ...") at what does not stand before it."""
        before = self._before(cited[0]) if _points_back(sentence.text) else None
        return before is not None and before.claim != self._last

    def in_place_of(self, named: Sequence[str]) -> list[Claim]:
        """The extractive claims for a sentence that failed; none if they have been said."""
        return [c for mark in named for c in self._extractive(self.known[mark])]

    def shown(self, found: list[Claim]) -> list[Claim]:
        """The claims that may be shown now."""
        if self._kept:
            return found
        self._waiting += found
        return []

    def rest(self, *, whole: bool) -> Iterator[Claim]:
        """What is still to be said at the end.

        Where no sentence was kept: all, as it was. Else what the prompt had no room for; and all
        that was not cited, if the reply broke off (``whole``) or left out the best evidence.
        """
        if not self._kept:
            yield from self.stretch.claims
            return
        yield from self._let_go()
        all_of_it = whole or not self._cited & set(self.given[0].claim.quotes)
        for given in self.given:
            if all_of_it or given.mark not in self.known:
                yield from self._extractive(given)

    def _let_go(self) -> Iterator[Claim]:
        """What waited, but for what a sentence of the model has meanwhile said."""
        waiting, self._waiting = self._waiting, []
        opening: Claim | None = None
        for claim in waiting:
            if not claim.quotes:
                opening = claim
            elif not self._cited.issuperset(claim.quotes):
                # A list's opening line goes with the first of its own items that is left.
                if opening is not None and self._lead_of(claim) == opening:
                    yield opening
                opening = None
                yield claim

    def _lead_of(self, claim: Claim) -> Claim | None:
        return next((given.lead for given in self.given if given.claim == claim), None)

    def _before(self, claim: Claim) -> Given | None:
        """The evidence that the guide gives right before a claim; None before the first."""
        places = [place for place, given in enumerate(self.given) if given.claim == claim]
        return self.given[places[0] - 1] if places and places[0] else None

    def _extractive(self, given: Given) -> list[Claim]:
        if given.claim in self._said or self._cited.issuperset(given.claim.quotes):
            return []
        before = self._before(given.claim) if _points_back(given.claim.text) else None
        if before is not None:
            return [*self._extractive(before), *self._own(given)]
        return self._own(given)

    def _own(self, given: Given) -> list[Claim]:
        led = given.lead is not None and given.lead not in self._said
        found = [given.lead, given.claim] if led and given.lead else [given.claim]
        self._said.update(found)
        return found


def _points_back(text: str) -> bool:
    return any(word.key in POINTING_BACK for word in read(text)[:1])

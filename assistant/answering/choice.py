"""One passage -> the sentences, items or cells of it that answer."""

import re
from collections.abc import Iterable, Sequence
from math import inf

from assistant.answering.antecedents import antecedent_of, points_back
from assistant.answering.headed import is_named_paragraph
from assistant.answering.quantities import Figure
from assistant.chunks import Chunk, Sentence
from assistant.guides.model import BlockKind, Guide, Span
from assistant.guides.once import once_a_guide
from assistant.retrieval import Passage

#: A further sentence or item is taken in if its score is no further than this below the best.
NEAR_SENTENCE = 0.12
NEAR_ITEM = 0.06
#: Of an FAQ answer that was quoted before, and has more words than a glance takes in, so many of
#: its best sentences are quoted again.
LONG, MOST_AGAIN = 40, 2
#: What sharing all of a question's telling words is worth, in cosine.
WORDS_WORTH = 0.2
#: A paragraph that is quoted with fewer words than this is rarely a whole thought.
WHOLE_THOUGHT = 20

#: Of the paragraph that was found first so many words more are told, if that is all of it. Of 520
#: questions of four strangers' sets 345 are answered rightly with none, 353 with 30, 361 with 60
#: and 362 with 100, and none is lost.
REST = 60

#: A paragraph that begins with a name is given whole, as an item is, with so many words at most.
NAMED = 50

#: What leads on to the next sentence and answers nothing: "**Private hospitals.** Smaller sites.",
#: "What does it cost? Nothing.", "Freelance rates:", "Some ask whether they must swim. They must."
_LEADS_ON = re.compile(
    r"^(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__)\W*$|[?:][\"'”’)*_]*\s*$|"
    r"\bask(?:s|ed)? (?:me |us )?(?:if|whether|how|what|why|when|where)\b[^,;:.]*\.$"
)


#: Guide ids and offsets of what was quoted before.
Told = frozenset[tuple[str, int]]


def scored(passage: Passage) -> list[float]:
    """A score for each sentence of a passage: cosine, and its share of the telling words."""
    return [
        similarity + WORDS_WORTH * covered
        for similarity, covered in zip(passage.sentences, passage.sentences_covered, strict=True)
    ]


def is_told(sentences: Iterable[Sentence], chunk: Chunk, told: Told) -> bool:
    """Whether all of some sentences of a chunk were quoted before."""
    places = [sentence.start for sentence in sentences if sentence.role != "question"]
    return bool(places) and all((chunk.guide_id, place) in told for place in places)


def lead_in_of(chunk: Chunk, guide: Guide) -> list[Sentence]:
    """The sentences of a list's chunk that introduce its items and are none themselves."""
    if chunk.kind is not BlockKind.LIST_ITEM:
        return []
    labels = labels_of(guide)
    items = [
        block
        for block in guide.blocks
        if block.kind is BlockKind.LIST_ITEM and block.start not in labels
    ]
    return [
        sentence
        for sentence in chunk.sentences
        if not any(item.start <= sentence.start < item.end for item in items)
    ]


def leads_on(text: str) -> bool:
    """Whether words say nothing themselves: "Freelance rates:", "**Wales.**"."""
    return _LEADS_ON.search(text) is not None


def only_leads_on(chunk: Chunk) -> bool:
    """Whether a passage says nothing itself: "Freelance rates:" above a table."""
    if chunk.kind is not BlockKind.PARAGRAPH:
        return False
    return all(leads_on(text_of(sentence, chunk)) for sentence in chunk.sentences)


#: An item of so few words that others stand below only names what those tell of.
_LABEL_WORDS = 6


@once_a_guide
def labels_of(guide: Guide) -> frozenset[int]:
    """Where the items begin that only name what stands below them: "- **Colour vision**"."""
    parents = {block.lead_in for block in guide.blocks if block.lead_in}
    items = (block for block in guide.blocks if block.kind is BlockKind.LIST_ITEM)
    return frozenset(
        block.start
        for block in items
        if Span(block.start, block.end) in parents
        and len(block.text(guide.source_text).split()) <= _LABEL_WORDS
    )


class Choice:
    """The choice of sentences, items or cells within one passage."""

    def __init__(
        self, passage: Passage, guide: Guide, figure: Figure | None, told: Told = frozenset()
    ) -> None:
        self._chunk = passage.chunk
        self._scores = scored(passage)
        self._figure = figure
        self._leads = lead_in_of(passage.chunk, guide)
        self._said = [p for p, s in enumerate(self._chunk.sentences) if s.role != "question"]
        self._headings = {p for p in self._said if leads_on(self._text(p))}
        if len(self._said) > 1 and is_named_paragraph(self._chunk, guide):
            self._headings |= {*self._said[:1]}
        # Before what stands under a heading takes a share of it.
        self._scores_alone = tuple(self._scores)
        again = is_told(passage.chunk.sentences, passage.chunk, told)
        self._drills = again and self._words(self._said) > LONG
        for place in self._headings & {*self._said[:-1]}:
            # What a heading is near to, the sentence under it tells.
            self._scores[place + 1] = max(self._scores[place : place + 2])

    def sentences(self, most: int, budget: int) -> tuple[Sentence, ...]:
        """The best sentences: of a paragraph the one that tells most first, else in their order.

        Args:
            most: how many, besides those that they can't be understood without.
            budget: words that they may have.
        """
        match self._chunk.kind:
            case BlockKind.TABLE_ROW:
                return self._of(self._said)
            case BlockKind.FAQ if self._drills:
                best = self._best(self._said, inf, MOST_AGAIN)
                return self._within(self._told_first(best), budget)
            case BlockKind.FAQ:
                return self._reply(budget)
            case BlockKind.LIST_ITEM:
                if self._is_asked_whole() and self._words(self._said) <= budget:
                    return self._of(self._said)
                return self._within(sorted(self._best(self._items(), NEAR_ITEM, most)), budget)
            case BlockKind.PARAGRAPH if self._is_named(min(NAMED, budget)):
                return self._of(self._said)
            case BlockKind.PARAGRAPH:
                told = [place for place in self._said if place not in self._headings]
                best = self._best(told, NEAR_SENTENCE, most)
                return self._within(self._told_first(best), budget)

    def lengthened(self, sentences: tuple[Sentence, ...], budget: int) -> tuple[Sentence, ...]:
        """Sentences of a paragraph with the better of their neighbours, where they are short."""
        if self._chunk.kind is not BlockKind.PARAGRAPH:
            return sentences
        places = [place for place in self._said if self._chunk.sentences[place] in sentences]
        others = [p for p in self._said if p not in places and p not in self._headings]
        beside = [place for place in others if {place - 1, place + 1} & {*places}]
        if not beside or self._words(places) >= WHOLE_THOUGHT:
            return sentences
        added = max(beside, key=lambda place: self._scores[place])
        if self._words([added]) > budget:
            return sentences
        return self._of(self._told_first([*self._best(places, inf, len(places)), added]))

    def completed(self, sentences: tuple[Sentence, ...], budget: int) -> tuple[Sentence, ...]:
        """A paragraph whole, what answers first, where what is left of it is short enough."""
        places = [place for place in self._said if self._chunk.sentences[place] in sentences]
        left = [place for place in self._said if place not in places]
        if self._chunk.kind is not BlockKind.PARAGRAPH or self._words(left) > min(budget, REST):
            return sentences
        return self._of(self._told_first([*self._best(places, inf, len(places)), *left]))

    def _reply(self, budget: int) -> tuple[Sentence, ...]:
        """An FAQ answer; where it is too long, as much as fits with its best sentence in it."""
        if not self._said or self._words(self._said) <= budget:
            return self._of(self._said)
        best = max(self._said, key=lambda place: self._scores[place])
        kept = {self._said[0], *self._with_antecedents([best])} & {*self._said}
        for place in self._said:
            if self._words(sorted({*kept, place})) > budget:
                break
            kept.add(place)
        return self._of(sorted(kept))

    def _is_named(self, most: int) -> bool:
        """Whether a short paragraph is told whole, as an item is, by the name that it begins with.

        The name is what is near to the question, and that says nothing of which sentence answers.
        """
        first, *below = self._said or [0]
        near = bool(below) and self._scores_alone[first] >= max(self._scores_alone)
        return near and first in self._headings and self._words(self._said) <= most

    def _items(self) -> list[int]:
        """The items of a list; its lead-in only where a cut left that alone."""
        items = [p for p in self._said if self._chunk.sentences[p] not in self._leads]
        return items or self._said

    def _is_asked_whole(self) -> bool:
        """Whether what introduces a list is clearly nearer to the question than any item."""
        items = self._items()
        lead = max((self._scores[p] for p in self._said if p not in items), default=0.0)
        return lead > max(self._scores[p] for p in items) + NEAR_ITEM

    def _best(self, places: Sequence[int], near: float, most: int) -> list[int]:
        """The best of some sentences, best first, with one that gives the figure asked for."""
        top = max((self._scores[place] for place in places), default=0.0)
        ranked = sorted(
            (place for place in places if self._scores[place] >= top - near),
            key=lambda place: -self._scores[place],
        )[:most]
        if self._figure is None or any(self._gives_figure(place) for place in ranked):
            return ranked
        return [*ranked, *self._with_figure(places, ranked)]

    def _with_figure(self, places: Sequence[int], ranked: Sequence[int]) -> list[int]:
        """The sentence nearest to the best one that gives the figure asked for; the best item."""
        by_place = self._chunk.kind is BlockKind.PARAGRAPH
        fitting = [place for place in places if self._gives_figure(place)]
        fitting.sort(
            key=lambda p: (abs(p - ranked[0]) if by_place and ranked else 0, -self._scores[p])
        )
        return fitting[:1]

    def _gives_figure(self, place: int) -> bool:
        return self._figure is not None and self._figure.given_in(self._text(place))

    def _with_antecedents(self, places: Sequence[int]) -> list[int]:
        kept: set[int] = set()
        for place in places:
            kept.add(place)
            while (before := self._antecedent(place)) is not None:
                kept.add(before)
                place = before
        return sorted(kept)

    def _told_first(self, best: Sequence[int]) -> list[int]:
        """Some sentences, best first, with their antecedents: what answers leads.

        What it points back to stays before it if it is among them: "this softens that rule".
        """
        kept = self._with_antecedents(best)
        if not kept:
            return []
        first = next((place for place in best if self._gives_figure(place)), best[0])
        leading = self._with_antecedents([first])
        while points_back(self._text(leading[0])) and leading[0] - 1 in kept:
            leading = self._with_antecedents([leading[0] - 1, *leading])
        return [*leading, *(place for place in kept if place not in leading)]

    def _antecedent(self, place: int) -> int | None:
        """The sentence that one can't be understood without; None if it stands by itself."""
        if place and place - 1 in self._headings:
            return place - 1
        return antecedent_of([self._text(each) for each in range(place + 1)])

    def _within(self, places: Sequence[int], budget: int) -> tuple[Sentence, ...]:
        kept: list[int] = []
        for place in places:
            if kept and self._words([*kept, place]) > budget:
                break
            kept.append(place)
        return self._of(kept)

    def _of(self, places: Sequence[int]) -> tuple[Sentence, ...]:
        return tuple(self._chunk.sentences[place] for place in places)

    def _text(self, place: int) -> str:
        return text_of(self._chunk.sentences[place], self._chunk)

    def _words(self, places: Sequence[int]) -> int:
        return sum(length_of(self._chunk.sentences[place], self._chunk) for place in places)


def text_of(sentence: Sentence, chunk: Chunk) -> str:
    """The words of a sentence of a chunk, as the source has them."""
    return chunk.text[sentence.start - chunk.start : sentence.end - chunk.start]


def length_of(sentence: Sentence, chunk: Chunk) -> int:
    """The number of words of a sentence."""
    return len(text_of(sentence, chunk).split())

"""Passages -> Evidence: the sentences, items or rows that answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.antecedents import antecedent_of
from assistant.answering.quantities import Figure
from assistant.chunks import Chunk, Sentence
from assistant.guides.model import BlockKind, Guide
from assistant.retrieval import Passage

#: About as many words as a reader takes in at a glance on a phone.
WORD_BUDGET = 115
#: Of those, how many a further FAQ answer may take: it answers a question that was not asked.
FURTHER_ANSWER = 50
#: About the words of the line above items, a row or an FAQ answer, which a reader takes in as well.
OPENING_LINE = 7
#: Passages that an answer is made of at most, and sentences of the first, by itself or with others.
MOST_PASSAGES = 3
MOST_SENTENCES = 2
MOST_ALONE = 3
#: A further passage is taken in if its fitted score is no further than this below the first's, a
#: further sentence or item if its own is no further below the best.
NEAR_PASSAGE = 1.6
NEAR_SENTENCE = 0.12
NEAR_ITEM = 0.06
#: The same after an FAQ pair, which answers as a whole.
NEAR_PAIR = 1.3
#: A passage this far below the first, by its fitted score and by its best sentence, adds nothing if
#: it is also less near in meaning and has less of the question's words.
BEHIND = 0.6
BEHIND_SENTENCE = 0.05
#: What sharing all of a question's telling words is worth, in cosine.
WORDS_WORTH = 0.2
#: A paragraph that is quoted with fewer words than this is rarely a whole thought.
WHOLE_THOUGHT = 20

#: A heading in bold at the start of a paragraph: "**Private hospitals.** Smaller sites."
_RUN_IN = re.compile(r"(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__)\W*$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that answers: where it stands, how it is shown, and its score."""

    chunk: Chunk
    sentences: tuple[Sentence, ...]
    score: float


def scored(passage: Passage) -> list[float]:
    """A score for each sentence of a passage: cosine, and its share of the telling words."""
    return [
        similarity + WORDS_WORTH * covered
        for similarity, covered in zip(passage.sentences, passage.sentences_covered, strict=True)
    ]


def gather(
    passages: Sequence[Passage], guides: Mapping[str, Guide], figure: Figure | None = None
) -> list[Evidence]:
    """The evidence within passages, best passage first, within the word budget.

    A passage that clearly leads is quoted at length; where several are close, each gives its best
    sentence or two.

    Args:
        passages: best first.
        guides: by id; the passages' guides must be among them.
        figure: what the question asks to be counted or measured, if it does.
    """
    close = _close(passages)
    found: list[Evidence] = []
    budget = WORD_BUDGET
    choices = {
        passage.chunk.id: _Choice(passage, guides[passage.chunk.guide_id], figure)
        for passage in close
    }
    for passage in close:
        further = passage is not close[0]
        most = 1 if further else MOST_SENTENCES if len(close) > 1 else MOST_ALONE
        pair = further and passage.chunk.kind is BlockKind.FAQ
        room = min(budget, FURTHER_ANSWER) if pair else budget
        sentences = choices[passage.chunk.id].sentences(most, room)
        length = sum(_length(sentence, passage.chunk) for sentence in sentences)
        length += OPENING_LINE if _brings_line(passage.chunk, found) else 0
        if not sentences or (found and length > budget):
            continue
        found.append(Evidence(passage.chunk, sentences, passage.score))
        budget -= length
    return _made_whole(found, choices, budget)


def _made_whole(
    found: Sequence[Evidence], choices: Mapping[str, "_Choice"], budget: int
) -> list[Evidence]:
    """Evidence with what makes its thoughts whole, the first before the others.

    Last of all, so that this takes no room from what else answers.
    """
    whole = []
    for one in found:
        sentences = choices[one.chunk.id].lengthened(one.sentences, budget)
        added = [sentence for sentence in sentences if sentence not in one.sentences]
        budget -= sum(_length(sentence, one.chunk) for sentence in added)
        whole.append(replace(one, sentences=sentences))
    return whole


def nearest_of(passage: Passage, guide: Guide, figure: Figure | None = None) -> Evidence:
    """The best sentence or two, items or row of a passage that is offered, not an answer."""
    choice = _Choice(passage, guide, figure)
    sentences = choice.sentences(MOST_SENTENCES, FURTHER_ANSWER)
    return Evidence(passage.chunk, choice.lengthened(sentences, FURTHER_ANSWER), passage.score)


def _brings_line(chunk: Chunk, found: Sequence[Evidence]) -> bool:
    """Whether further evidence brings a line of its own: not with its own table's or list's."""
    above = {(one.chunk.guide_id, one.chunk.section) for one in found}
    own = (chunk.guide_id, chunk.section)
    return bool(found) and chunk.kind is not BlockKind.PARAGRAPH and own not in above


def _close(passages: Sequence[Passage]) -> list[Passage]:
    """The first passage, and those that may add something to it."""
    if not passages:
        return []
    first = passages[0]
    near = NEAR_PAIR if first.chunk.kind is BlockKind.FAQ else NEAR_PASSAGE
    further = [p for p in passages[1:MOST_PASSAGES] if p.score > first.score - near]
    return [first, *(passage for passage in further if not _adds_nothing(passage, first))]


def _adds_nothing(passage: Passage, first: Passage) -> bool:
    """Whether a passage is behind the first in every way. A row is short enough to stay."""
    return (
        passage.chunk.kind is not BlockKind.TABLE_ROW
        and first.score - passage.score > BEHIND
        and max(scored(first), default=0.0) - max(scored(passage), default=0.0) > BEHIND_SENTENCE
        and first.best > passage.best
        and first.covered > passage.covered
    )


def lead_in_of(chunk: Chunk, guide: Guide) -> list[Sentence]:
    """The sentences of a list's chunk that introduce its items and are none themselves."""
    if chunk.kind is not BlockKind.LIST_ITEM:
        return []
    blocks = [block for section in guide.sections for block in section.blocks]
    items = [block for block in blocks if block.kind is BlockKind.LIST_ITEM]
    return [
        sentence
        for sentence in chunk.sentences
        if not any(item.start <= sentence.start < item.end for item in items)
    ]


class _Choice:
    """The choice of sentences, items or cells within one passage."""

    def __init__(self, passage: Passage, guide: Guide, figure: Figure | None) -> None:
        self._chunk = passage.chunk
        self._scores = scored(passage)
        self._figure = figure
        self._leads = lead_in_of(passage.chunk, guide)
        self._said = [p for p, s in enumerate(self._chunk.sentences) if s.role != "question"]
        self._headings = {p for p in self._said[:-1] if _RUN_IN.match(self._text(p))}
        for place in self._headings:  # What a heading is near to, the sentence under it tells.
            self._scores[place + 1] = max(self._scores[place : place + 2])

    def sentences(self, most: int, budget: int) -> tuple[Sentence, ...]:
        """The best sentences, in the guide's order.

        Args:
            most: how many, besides those that they can't be understood without.
            budget: words that they may have.
        """
        match self._chunk.kind:
            case BlockKind.TABLE_ROW:
                return self._of(self._said)
            case BlockKind.FAQ:
                return self._reply(budget)
            case BlockKind.LIST_ITEM:
                if self._is_asked_whole() and self._words(self._said) <= budget:
                    return self._of(self._said)
                return self._within(sorted(self._best(self._items(), NEAR_ITEM, most)), budget)
            case BlockKind.PARAGRAPH:
                told = [place for place in self._said if place not in self._headings]
                best = self._best(told, NEAR_SENTENCE, most)
                return self._within(self._with_antecedents(best), budget)

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
        return sentences if self._words([added]) > budget else self._of(sorted([*places, added]))

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
        return _text(self._chunk.sentences[place], self._chunk)

    def _words(self, places: Sequence[int]) -> int:
        return sum(_length(self._chunk.sentences[place], self._chunk) for place in places)


def _text(sentence: Sentence, chunk: Chunk) -> str:
    return chunk.text[sentence.start - chunk.start : sentence.end - chunk.start]


def _length(sentence: Sentence, chunk: Chunk) -> int:
    return len(_text(sentence, chunk).split())

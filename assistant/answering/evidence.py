"""Passages -> Evidence: the sentences, items or rows that answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.choice import Choice, Told, is_told, length_of, scored
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
#: A further passage is taken in if its fitted score is no further than this below the first's.
NEAR_PASSAGE = 1.6
#: The same after an FAQ pair, which answers as a whole.
NEAR_PAIR = 1.3
#: A passage this far below the first, by its fitted score and by its best sentence, adds nothing if
#: it is also less near in meaning and has less of the question's words.
BEHIND = 0.6
BEHIND_SENTENCE = 0.05
#: A passage with no word and no matter of the question adds nothing to a first that has some, if
#: its best sentence is no nearer than this: of 8 that were quoted so none held an answer. Where the
#: first has none either there is nothing to choose by: of 41 then 3 did.
NEAR_IN_NOTHING = 0.28


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that answers: where it stands, how it is shown, and its score."""

    chunk: Chunk
    sentences: tuple[Sentence, ...]
    score: float


def gather(
    passages: Sequence[Passage],
    guides: Mapping[str, Guide],
    figure: Figure | None = None,
    told: Told = frozenset(),
) -> list[Evidence]:
    """The evidence within passages, best passage first, within the word budget.

    A passage that clearly leads is quoted at length; where several are close, each gives its best
    sentence or two. One that was quoted before gives its best sentences if it leads, else none.

    Args:
        passages: best first.
        guides: by id; the passages' guides must be among them.
        figure: what the question asks to be counted or measured, if it does.
        told: the places that the answers before quoted.
    """
    close = _close(passages)
    found: list[Evidence] = []
    budget = WORD_BUDGET
    choices = {
        passage.chunk.id: Choice(passage, guides[passage.chunk.guide_id], figure, told)
        for passage in close
    }
    for passage in close:
        further = passage is not close[0]
        most = 1 if further else MOST_SENTENCES if len(close) > 1 else MOST_ALONE
        pair = further and passage.chunk.kind is BlockKind.FAQ
        room = min(budget, FURTHER_ANSWER) if pair else budget
        sentences = choices[passage.chunk.id].sentences(most, room)
        length = sum(length_of(sentence, passage.chunk) for sentence in sentences)
        length += OPENING_LINE if _brings_line(passage.chunk, found) else 0
        again = further and is_told(sentences, passage.chunk, told)
        if not sentences or again or (found and length > budget):
            continue
        found.append(Evidence(passage.chunk, sentences, passage.score))
        budget -= length
    return _made_whole(found, choices, budget)


def _made_whole(
    found: Sequence[Evidence], choices: Mapping[str, "Choice"], budget: int
) -> list[Evidence]:
    """Evidence with what makes its thoughts whole, the first before the others.

    Last of all, so that this takes no room from what else answers.
    """
    whole = []
    for one in found:
        sentences = choices[one.chunk.id].lengthened(one.sentences, budget)
        if one is found[0]:
            sentences = choices[one.chunk.id].completed(sentences, budget)
        added = [sentence for sentence in sentences if sentence not in one.sentences]
        budget -= sum(length_of(sentence, one.chunk) for sentence in added)
        whole.append(replace(one, sentences=sentences))
    return whole


def nearest_of(passage: Passage, guide: Guide, figure: Figure | None = None) -> Evidence:
    """The best sentence or two, items or row of a passage that is offered, not an answer."""
    choice = Choice(passage, guide, figure)
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
    return [
        first,
        *(p for p in further if not (_adds_nothing(p, first) or _meets_nothing(p, first))),
    ]


def _has_of_it(passage: Passage) -> bool:
    """Whether a passage has a word of the question, or tells of a matter that it is about."""
    return bool(passage.covered or passage.told)


def _meets_nothing(passage: Passage, first: Passage) -> bool:
    """Whether a passage has nothing of a question that the first meets, and no sentence near to it.

    What stands in the first's section goes on from it. A row is short enough to stay, and an FAQ
    says by its question what it is about.
    """
    best = max(scored(passage), default=0.0)
    return (
        passage.chunk.kind not in (BlockKind.TABLE_ROW, BlockKind.FAQ)
        and passage.chunk.section != first.chunk.section
        and _has_of_it(first)
        and not _has_of_it(passage)
        and best < min(NEAR_IN_NOTHING, max(scored(first), default=0.0))
    )


def _adds_nothing(passage: Passage, first: Passage) -> bool:
    """Whether a passage is behind the first in every way. A row is short enough to stay."""
    return (
        passage.chunk.kind is not BlockKind.TABLE_ROW
        and first.score - passage.score > BEHIND
        and max(scored(first), default=0.0) - max(scored(passage), default=0.0) > BEHIND_SENTENCE
        and first.best > passage.best
        and first.covered > passage.covered
    )

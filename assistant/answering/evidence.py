"""Passages -> Evidence: the sentences, items or rows that answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.lists import row_text
from assistant.answering.wording import say
from assistant.chunks import Chunk, Sentence
from assistant.citations import Claim, Layout, Quote
from assistant.guides.model import BlockKind, Guide
from assistant.retrieval import Passage

#: About as many words as a reader takes in at a glance on a phone.
WORD_BUDGET = 115
#: Passages, and sentences of the first, that an answer is made of at most.
MOST_PASSAGES = 3
MOST_SENTENCES = 3
#: A further passage is taken in if its fitted score is no further than this below the first's, a
#: further sentence or item if its own is no further below the best.
NEAR_PASSAGE = 1.6
NEAR_SENTENCE = 0.12
NEAR_ITEM = 0.06
#: What sharing all of a question's telling words is worth, in cosine.
WORDS_WORTH = 0.2

_LEANS_BACK = re.compile(
    r"^\W*(?:it|its|this|that|these|those|they|their|them|he|she|such|both|here|there|so|but|and|or|however|instead|"
    r"then|others?|"
    r"either|neither|also|yet|still|even so|for (?:that|this)|in (?:that|this) (?:case|way)|"
    r"(?:some|most|many|few|none|all|several|each|both) of (?:them|these|those|it)|"
    r"the (?:same|former|latter|second|other))\b",
    re.I,
)


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


def gather(passages: Sequence[Passage]) -> list[Evidence]:
    """The evidence within passages, best passage first, within the word budget.

    A passage that clearly leads is quoted at length; where several are close, each gives its best
    sentence or two.
    """
    close = [p for p in passages if p.score > passages[0].score - NEAR_PASSAGE][:MOST_PASSAGES]
    alone = len(close) == 1
    found: list[Evidence] = []
    budget = WORD_BUDGET
    for passage in close:
        scores = scored(passage)
        most = MOST_SENTENCES if alone or passage is close[0] else 1
        sentences = _choose(passage.chunk, scores, most, budget)
        length = sum(_length(sentence, passage.chunk) for sentence in sentences)
        if not sentences or (found and length > budget):
            continue
        found.append(Evidence(passage.chunk, sentences, passage.score))
        budget -= length
    return found


def _choose(chunk: Chunk, scores: Sequence[float], most: int, budget: int) -> tuple[Sentence, ...]:
    said = [place for place, sentence in enumerate(chunk.sentences) if sentence.role != "question"]
    if chunk.kind is BlockKind.TABLE_ROW:
        return tuple(chunk.sentences[place] for place in said)
    if chunk.kind is BlockKind.FAQ:
        return _within([chunk.sentences[place] for place in said], chunk, budget)
    top = max((scores[place] for place in said), default=0.0)
    near = NEAR_ITEM if chunk.kind is BlockKind.LIST_ITEM else NEAR_SENTENCE
    ranked = sorted((p for p in said if scores[p] >= top - near), key=lambda p: -scores[p])
    kept = _with_antecedents(chunk, ranked[:most])
    return _within([chunk.sentences[place] for place in kept], chunk, budget)


def _with_antecedents(chunk: Chunk, places: Sequence[int]) -> list[int]:
    kept: set[int] = set()
    for place in places:
        kept.add(place)
        while (
            chunk.kind is BlockKind.PARAGRAPH
            and place > 0
            and _LEANS_BACK.match(_text(chunk.sentences[place], chunk))
        ):
            place -= 1
            kept.add(place)
    return sorted(kept)


def _within(sentences: Sequence[Sentence], chunk: Chunk, budget: int) -> tuple[Sentence, ...]:
    kept: list[Sentence] = []
    for sentence in sentences:
        length = _length(sentence, chunk)
        if kept and length > budget:
            break
        kept.append(sentence)
        budget -= length
    return tuple(kept)


def _text(sentence: Sentence, chunk: Chunk) -> str:
    return chunk.text[sentence.start - chunk.start : sentence.end - chunk.start]


def _length(sentence: Sentence, chunk: Chunk) -> int:
    return len(_text(sentence, chunk).split())


def evidence_claims(evidence: Evidence, guide: Guide) -> list[Claim]:
    """Evidence as claims.

    Sentences as they stand, items and rows with a line that says where they are from.
    """
    chunk = evidence.chunk
    section = chunk.section[-1] if chunk.section else guide.title
    match chunk.kind:
        case BlockKind.TABLE_ROW:
            blocks = (block for part in guide.sections for block in part.blocks)
            row = next(block for block in blocks if block.start <= chunk.start < block.end)
            quote = _quote(evidence, row.start, row.end)
            return [
                Claim(say("found.row", section=section, role=guide.role)),
                Claim(row_text(guide, row), (quote,), Layout.ITEM),
            ]
        case BlockKind.LIST_ITEM:
            return [
                Claim(say("found.items", section=section, role=guide.role)),
                *(_claim(evidence, sentence, Layout.ITEM) for sentence in evidence.sentences),
            ]
        case BlockKind.PARAGRAPH | BlockKind.FAQ:
            return [_claim(evidence, sentence, Layout.SENTENCE) for sentence in evidence.sentences]


def _claim(evidence: Evidence, sentence: Sentence, layout: Layout) -> Claim:
    text = " ".join(_text(sentence, evidence.chunk).split())
    return Claim(text, (_quote(evidence, sentence.start, sentence.end),), layout)


def _quote(evidence: Evidence, start: int, end: int) -> Quote:
    chunk = evidence.chunk
    return Quote(chunk.guide_id, chunk.section, chunk.anchor, start, end)

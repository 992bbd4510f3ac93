"""Passages -> Evidence: the sentences, items or rows that answer, and how sure it is that they do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.lists import row_text
from assistant.answering.wording import say
from assistant.chunks import Chunk, Sentence
from assistant.citations import Claim, Layout, Quote
from assistant.guides.model import BlockKind, Guide
from assistant.index.snapshot import Snapshot
from assistant.retrieval import Passage
from assistant.words import terms

#: About as many words as a reader takes in at a glance on a phone.
WORD_BUDGET = 110
#: A further sentence, item or passage is taken in if its score is no further than this below the best.
NEAR_SENTENCE = 0.12
NEAR_ITEM = 0.05
NEAR_PASSAGE = 0.08
#: What sharing all of a question's telling words is worth, in cosine.
WORDS_WORTH = 0.2

_LEANS_BACK = re.compile(
    r"^\W*(?:it|its|this|that|these|those|they|their|them|he|she|such|both|here|there|so|but|and|or|however|instead|then|others?|"
    r"either|neither|also|yet|still|even so|for (?:that|this)|in (?:that|this) (?:case|way)|the (?:same|former|latter|second|other))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that answers: where it stands, how it is shown, and its score."""

    chunk: Chunk
    sentences: tuple[Sentence, ...]
    score: float


def scored(passage: Passage, content: Sequence[str], snapshot: Snapshot) -> list[float]:
    """A score for each sentence of a passage: cosine, and the share of the question's telling words that it has."""
    return [
        similarity + WORDS_WORTH * coverage(content, sentence.embedded, snapshot)
        for sentence, similarity in zip(passage.chunk.sentences, passage.sentences, strict=True)
    ]


def coverage(content: Sequence[str], text: str, snapshot: Snapshot) -> float:
    """The share of the content terms, weighed by how telling they are, that occur in a text; 0 without content."""
    weights = {term: snapshot.idf(term) for term in content}
    total = sum(weights.values())
    if not total:
        return 0.0
    have = set(terms(text, snapshot.compounds))
    return sum(weight for term, weight in weights.items() if term in have) / total


def gather(
    passages: Sequence[Passage], content: Sequence[str], snapshot: Snapshot
) -> list[Evidence]:
    """The evidence within passages, best passage first, within the word budget."""
    found: list[Evidence] = []
    budget = WORD_BUDGET
    for place, passage in enumerate(passages):
        scores = scored(passage, content, snapshot)
        best = max(scores, default=0.0)
        if place and (
            best < found[0].score - NEAR_PASSAGE
            or passage.chunk.kind is not found[0].chunk.kind is BlockKind.FAQ
        ):
            continue
        sentences = _choose(passage.chunk, scores, best, budget if place else WORD_BUDGET)
        if not sentences:
            continue
        found.append(Evidence(passage.chunk, sentences, best))
        budget -= sum(_length(sentence, passage.chunk) for sentence in sentences)
        if budget <= 0 or len(found) == 3:
            break
    return found


def _choose(
    chunk: Chunk, scores: Sequence[float], best: float, budget: int
) -> tuple[Sentence, ...]:
    said = [
        (place, sentence)
        for place, sentence in enumerate(chunk.sentences)
        if sentence.role != "question"
    ]
    if chunk.kind is BlockKind.TABLE_ROW:
        return tuple(sentence for _, sentence in said)
    if chunk.kind is BlockKind.FAQ:
        return _within([sentence for _, sentence in said], chunk, budget)
    near = NEAR_ITEM if chunk.kind is BlockKind.LIST_ITEM else NEAR_SENTENCE
    top = max((scores[place] for place, _ in said), default=0.0)
    chosen = {place for place, _ in said if scores[place] >= top - near}
    if chunk.kind is BlockKind.PARAGRAPH:
        for place in sorted(chosen):
            first = place
            while first > 0 and _LEANS_BACK.match(_text(chunk.sentences[first], chunk)):
                first -= 1
                chosen.add(first)
    ranked = sorted(chosen, key=lambda place: -scores[place])[:3]
    kept = _with_antecedents(chunk, ranked)
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
    """Evidence as claims: sentences as they stand, items and rows with a line that says where they are from."""
    chunk = evidence.chunk
    if chunk.kind is BlockKind.TABLE_ROW:
        block = next(
            b
            for s in guide.sections
            for b in s.blocks
            if b.start == chunk.start or b.start <= chunk.start < b.end
        )
        lead = say(
            "found.row",
            section=chunk.section[-1] if chunk.section else guide.title,
            role=guide.role,
        )
        return [
            Claim(lead),
            Claim(row_text(guide, block), (_quote(evidence, block.start, block.end),), Layout.ITEM),
        ]
    if chunk.kind is BlockKind.LIST_ITEM:
        lead = say(
            "found.items",
            section=chunk.section[-1] if chunk.section else guide.title,
            role=guide.role,
        )
        return [
            Claim(lead),
            *(_claim(evidence, sentence, Layout.ITEM) for sentence in evidence.sentences),
        ]
    return [_claim(evidence, sentence, Layout.SENTENCE) for sentence in evidence.sentences]


def _claim(evidence: Evidence, sentence: Sentence, layout: Layout) -> Claim:
    text = " ".join(_text(sentence, evidence.chunk).split())
    return Claim(text, (_quote(evidence, sentence.start, sentence.end),), layout)


def _quote(evidence: Evidence, start: int, end: int) -> Quote:
    chunk = evidence.chunk
    return Quote(chunk.guide_id, chunk.section, chunk.anchor, start, end)

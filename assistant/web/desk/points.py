"""Points that a right answer should make, proposed from the sections that a person chose."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.enquiries.likeness import Embed
from assistant.enquiries.proposals import GoldPlace, ProposedNugget
from assistant.guides.model import Block, BlockKind, Guide
from assistant.guides.sentences import sentence_spans

#: So many points are proposed, and so many of them as vital.
_POINTS = 3
_VITAL = 1
#: Words of a point that are accepted for it.
_WORDS = 8


def points_of(
    question: str, gold: Sequence[GoldPlace], guides: Mapping[str, Guide], embed: Embed
) -> tuple[ProposedNugget, ...]:
    """The sentences, items and rows of the sections that are nearest to the question, best first.

    Args:
        question: what is to be answered.
        gold: the sections.
        guides: by id.
        embed: texts -> unit vectors.
    """
    texts = list(
        dict.fromkeys(
            text for place in gold if place.guide_id in guides for text in _texts(place, guides)
        )
    )
    if not texts:
        return ()
    vectors = embed([question, *texts])
    likeness = vectors[1:] @ vectors[0]
    best = likeness.argsort()[::-1][:_POINTS]
    return tuple(
        ProposedNugget(texts[place], (_phrase(texts[place]),), number < _VITAL)
        for number, place in enumerate(best)
    )


def _texts(place: GoldPlace, guides: Mapping[str, Guide]) -> Iterator[str]:
    guide = guides[place.guide_id]
    for section in guide.sections:
        for block in section.blocks:
            if place.section in (section.path, (*section.path, _asked(block, guide))):
                yield from _of_block(block, guide)


def _asked(block: Block, guide: Guide) -> str:
    return " ".join(block.question.of(guide.source_text).split()) if block.question else ""


def _of_block(block: Block, guide: Guide) -> Iterator[str]:
    """A row or an item as it is; a paragraph or an answer sentence by sentence."""
    text = guide.source_text
    if block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        yield " ".join(block.text(text).split())
        return
    said = block.answer or block
    for span in sentence_spans(text, said.start, said.end):
        yield " ".join(span.of(text).split())


def _phrase(text: str) -> str:
    """A run of words without a cell's edge in it, as it stands in the guide."""
    longest = max((cell.split() for cell in text.split("|")), key=len)
    return re.sub(r"^\W+|[^\w%)]+$", "", " ".join(longest[:_WORDS]))

"""The sentences of a guide as claims, each with its place as the quote."""

from assistant.citations import Claim, quote_in
from assistant.guides.model import Block, Guide, Section, Span
from assistant.guides.once import once_a_guide
from assistant.guides.sentences import sentence_spans


def sentence_claims(guide: Guide, section: Section, block: Block) -> list[Claim]:
    """Each sentence of a block of a guide, on one line."""
    return [
        Claim(
            " ".join(span.of(guide.source_text).split()),
            (quote_in(guide, section, span),),
        )
        for span in _spans(guide, block.start, block.end)
    ]


@once_a_guide
def _spans(guide: Guide, start: int, end: int) -> tuple[Span, ...]:
    return tuple(sentence_spans(guide.source_text, start, end))

"""The paragraphs of a section that each begin with the name of what they tell of, as one list."""

import re
from collections.abc import Sequence

from assistant.chunks import Chunk
from assistant.citations import Claim, Layout, quote_in
from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind, Span
from assistant.guides.sentences import sentence_spans
from assistant.understanding.messages.asking import tells
from assistant.words import terms

#: A name that stands before a paragraph: "**Night ferries.**", "Night ferries:".
_NAME = re.compile(
    r"(?P<bold>(?:\*\*|__)[^*_]{1,60}(?:\*\*|__)[.:]?)(?=\s)|(?P<plain>[A-Z0-9][^.:!?*_]{1,50}[.:])(?=\s)"
)
_LONGEST = 6
#: Fewer such paragraphs are no list.
_LEAST = 3


def headed_of(guide: Guide, kind: SectionKind, unless: Sequence[str] = ()) -> list[Claim]:
    """The named paragraphs of a guide's first section of a kind that has such; [] if none has.

    None either where a term of the question singles out one of them.

    Args:
        guide: the guide.
        kind: the kind of section that is asked for whole.
        unless: the question's content terms.
    """
    of_kind = (section for section in guide.sections if section.kind is kind)
    claims = next(filter(None, (headed_paragraphs(guide, one) for one in of_kind)), [])
    said = {term for claim in claims for term in terms(claim.text)}
    return [] if said & {*unless} else claims


def headed_paragraphs(guide: Guide, section: Section) -> list[Claim]:
    """The named paragraphs of a section, each by its name and its first sentence; [] if few."""
    named = (_named(guide, section, block) for block in section.blocks)
    items = [claim for claim in named if claim is not None]
    return items if len(items) >= _LEAST else []


def is_named_paragraph(chunk: Chunk, guide: Guide) -> bool:
    """Whether a paragraph begins with a name, as most of those beside it do."""
    if chunk.kind is not BlockKind.PARAGRAPH or not name_of(chunk.text):
        return False
    own = next((section for section in guide.sections if section.path == chunk.section), None)
    blocks = own.blocks if own else ()
    beside = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    named = [one for one in beside if name_of(guide.source_text[one.start : one.end])]
    return len(named) >= max(_LEAST, len(beside) - 1)


def _named(guide: Guide, section: Section, block: Block) -> Claim | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    said = guide.source_text
    name = name_of(said[block.start : block.end])
    ends = [one.end for one in sentence_spans(said, block.start, block.end)] if name else []
    end = next((end for end in ends if end > block.start + len(name)), None)
    if end is None:
        return None
    quote = quote_in(guide, section, Span(block.start, end))
    return Claim(" ".join(said[block.start : end].split()), (quote,), Layout.ITEM)


def name_of(text: str) -> str:
    """The name that a paragraph or item begins with, "" if with none: "**Night ferries.** You"."""
    found = _NAME.match(text)
    named = found is not None and (found["bold"] or _is_name(found["plain"]))
    return found.group() if found is not None and named else ""


def _is_name(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not tells(text)

"""Reading role guides: files of several formats become Guides whose every offset is exact."""

from assistant.guides.folder import Reading, read_folder
from assistant.guides.model import (
    Band,
    Block,
    BlockKind,
    Finding,
    Guide,
    Section,
    SectionKind,
    Span,
)
from assistant.guides.reader import MAX_BYTES, read_guide, read_text
from assistant.guides.sentences import sentence_spans

__all__ = [
    "MAX_BYTES",
    "Band",
    "Block",
    "BlockKind",
    "Finding",
    "Guide",
    "Reading",
    "Section",
    "SectionKind",
    "Span",
    "read_folder",
    "read_guide",
    "read_text",
    "sentence_spans",
]

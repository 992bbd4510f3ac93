"""Guide -> Chunks: what is indexed, cut along the guide's own structure."""

from dataclasses import dataclass

from assistant.guides.model import BlockKind, SectionKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest thing that can be quoted: a sentence, a list item, a table row or an FAQ question.

    ``source_text[start:end]`` is the quote. ``embedded`` is what the embedding model reads for it: the words with the
    headings or column names that a reader of the page would have in mind. ``role`` tells an FAQ question ("question")
    from what answers ("statement").
    """

    start: int
    end: int
    role: str
    embedded: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a guide that is found as one: a paragraph, a list with its lead-in, a table row or an FAQ pair.

    ``id`` is stable: a hash of the guide's id, the heading path and the words, so that an inserted section changes no other
    chunk's id. ``embedded`` is the text that is embedded and that BM25 reads; ``text`` is ``source_text[start:end]``.
    ``tokens`` counts tiktoken tokens of ``text``, ``pieces`` the WordPiece pieces of ``embedded`` (never above the
    model's 256). ``digest`` is the sha256 of everything that is embedded for it.
    """

    id: str
    guide_id: str
    source: str
    kind: BlockKind
    section_kind: SectionKind
    section: tuple[str, ...]
    anchor: str
    start: int
    end: int
    text: str
    embedded: str
    digest: str
    tokens: int
    pieces: int
    group: int | None
    sentences: tuple[Sentence, ...]

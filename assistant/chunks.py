"""Guide -> Chunks: what is indexed, cut along the guide's own structure.

A paragraph, a list with its lead-in, a table row and an FAQ pair each become one chunk. Only what
the embedding model can't read at once is cut further: between sentences, items or cells, and inside
one of them only when it alone is too long. A cut loses no text, and what introduces the whole (the
lead-in, the question, the row's first cell) is repeated in each part.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind, Span
from assistant.guides.sentences import sentence_spans
from assistant.tokens import count_tokens

CountPieces = Callable[[str], int]

_SPACE = re.compile(r"\s+")
_BULLET = re.compile(r"[\W\d_]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest thing that can be quoted: a sentence, list item, table row or FAQ question.

    ``source_text[start:end]`` is the quote. ``embedded`` is what the embedding model reads for it:
    the words with the headings or column names that a reader of the page would have in mind.
    ``role`` tells an FAQ question ("question") from what answers ("statement").
    """

    start: int
    end: int
    role: str
    embedded: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is found as one: a paragraph, a list with its lead-in, a table row or an FAQ pair.

    ``id`` is stable: a hash of the guide's id, the heading path and the words, so that an inserted
    section changes no other chunk's id. ``embedded`` is the text that is embedded and that BM25
    reads; ``text`` is ``source_text[start:end]``. ``tokens`` counts tiktoken tokens of ``text``,
    ``pieces`` the WordPiece pieces of ``embedded`` (never above the model's 256). ``digest`` is the
    sha256 of everything that is embedded for it.
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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of source, cut only if too long by itself, and how the model reads it."""

    start: int
    end: int
    embedded: str
    role: str = "statement"


@dataclass(frozen=True, slots=True)
class _Whole:
    """What should be one chunk.

    ``context`` stands before what is embedded of each chunk, ``near`` before each sentence, and
    ``repeated`` is said again in each part after the first. ``one_quote``: the pieces are quoted
    together, as a row's cells are.
    """

    kind: BlockKind
    section: tuple[str, ...]
    context: str
    near: str
    repeated: str
    pieces: tuple[_Piece, ...]
    group: int | None = None
    one_quote: bool = False


@dataclass(frozen=True, slots=True)
class _Limit:
    """How much the embedding model reads at once."""

    count: CountPieces
    pieces: int

    def fits(self, text: str, share: float = 1.0) -> bool:
        return self.count(text) <= self.pieces * share

    def shorten(self, text: str, share: float) -> str:
        """The first words of a text that take at most a share of the limit."""
        if self.fits(text, share):
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.fits(text[:middle], share) else (low, middle - 1)
        cut = text[:low].rpartition(" ")
        return cut[0] if cut[1] else text[:low]


def chunk_guide(
    guide: Guide, count_pieces: CountPieces, max_pieces: int = 256
) -> tuple[Chunk, ...]:
    """The chunks of a guide, in the order of the guide.

    Args:
        guide: a guide as it was read.
        count_pieces: how many pieces the embedding model reads a text as, special pieces included.
        max_pieces: the most that the model reads at once; no ``embedded`` text has more.
    """
    limit = _Limit(count_pieces, max_pieces)
    seen: Counter[str] = Counter()
    chunks: list[Chunk] = []
    for section in guide.sections:
        for whole in _wholes(guide, section, limit):
            for number, part in enumerate(_parts(guide.source_text, whole, limit)):
                text = guide.source_text[part[0].start : part[-1].end]
                key = _hash(guide.id, *whole.section, _plain(text))
                identity = _hash(key, str(seen[key])) if seen[key] else key
                seen[key] += 1
                before = f"{whole.context} {whole.repeated}" if number else whole.context
                embedded = " ".join([before.strip(), *(piece.embedded for piece in part)])
                sentences = _sentences(part, whole, embedded)
                chunks.append(
                    Chunk(
                        id=identity[:16],
                        guide_id=guide.id,
                        source=guide.source,
                        kind=whole.kind,
                        section_kind=section.kind,
                        section=whole.section,
                        anchor=section.anchor,
                        start=part[0].start,
                        end=part[-1].end,
                        text=text,
                        embedded=embedded,
                        digest=_hash(embedded, *(sentence.embedded for sentence in sentences)),
                        tokens=count_tokens(text),
                        pieces=count_pieces(embedded),
                        group=whole.group,
                        sentences=sentences,
                    )
                )
    return tuple(chunks)


def _wholes(guide: Guide, section: Section, limit: _Limit) -> Iterator[_Whole]:
    """What a section's blocks should become: a chunk each, a list's items with their lead-in."""
    context = limit.shorten(_plain(". ".join((guide.role, *section.path))), 0.2) + ":"
    near = limit.shorten(_plain(" – ".join((guide.role, *section.path[-1:]))), 0.2) + ":"
    text = guide.source_text
    lists: set[int | None] = set()
    for block in section.blocks:
        if block.kind is BlockKind.LIST_ITEM:
            if block.group is None or block.group not in lists:
                lists.add(block.group)
                items = [block] if block.group is None else _group(section, block.group)
                lead, pieces = _list_pieces(text, items, limit)
                yield _Whole(block.kind, section.path, context, near, lead, pieces, block.group)
        elif block.kind is BlockKind.TABLE_ROW:
            cells = _row_pieces(text, block)
            first = limit.shorten(cells[0].embedded, 0.2)
            yield _Whole(
                block.kind, section.path, context, near, first, cells, block.group, one_quote=True
            )
        elif block.kind is BlockKind.FAQ:
            question = _plain((block.question or Span(block.start, block.start)).of(text))
            path = (*section.path, question)
            asked = limit.shorten(question, 0.2)
            beside = limit.shorten(f"{guide.role} – {question}", 0.2)
            yield _Whole(block.kind, path, context, beside, asked, _faq_pieces(text, block))
        elif not _leads_in(text, block, section):
            pieces = tuple(_statements(text, block.start, block.end))
            yield _Whole(block.kind, section.path, context, near, "", pieces)


def _group(section: Section, group: int) -> list[Block]:
    return [
        block
        for block in section.blocks
        if block.kind is BlockKind.LIST_ITEM and block.group == group
    ]


def _leads_in(text: str, paragraph: Block, section: Section) -> bool:
    """Whether a paragraph is nothing but the lead-in of a list that takes it into its own chunk."""
    return any(
        block.kind is BlockKind.LIST_ITEM
        and block.lead_in is not None
        and block.lead_in.start <= paragraph.start
        and paragraph.end <= block.lead_in.end
        and _adjoins(text, block.lead_in, block)
        for block in section.blocks
    )


def _adjoins(text: str, lead_in: Span, first: Block) -> bool:
    """Whether only space, bullets and numbers stand between a lead-in and a list's first item."""
    return lead_in.end <= first.start and bool(_BULLET.fullmatch(text, lead_in.end, first.start))


def _list_pieces(text: str, items: list[Block], limit: _Limit) -> tuple[str, tuple[_Piece, ...]]:
    """What a list's later parts repeat, and its pieces: the lead-in's if it adjoins, the items."""
    rest = tuple(_Piece(item.start, item.end, _plain(item.text(text))) for item in items)
    lead_in = items[0].lead_in
    if lead_in is None:
        return "", rest
    said = tuple(_statements(text, lead_in.start, lead_in.end))
    repeated = limit.shorten(said[-1].embedded if said else "", 0.2)
    return repeated, (*said, *rest) if _adjoins(text, lead_in, items[0]) else rest


def _row_pieces(text: str, row: Block) -> tuple[_Piece, ...]:
    """The cells of a row, each with its column's name."""
    pieces = []
    for number, cell in enumerate(row.cells):
        column = _plain(row.columns[number]) if number < len(row.columns) else ""
        words = _plain(cell.of(text))
        if words:
            said = f"{column}: {words}" if column else words
            pieces.append(_Piece(cell.start, cell.end, said if said.endswith(".") else f"{said}."))
    return tuple(pieces) or (_Piece(row.start, row.end, _plain(row.text(text))),)


def _faq_pieces(text: str, pair: Block) -> tuple[_Piece, ...]:
    """The question, and each sentence of the answer."""
    if pair.question is None or pair.answer is None:
        return tuple(_statements(text, pair.start, pair.end))
    question = _Piece(
        pair.question.start, pair.question.end, _plain(pair.question.of(text)), "question"
    )
    return (question, *_statements(text, pair.answer.start, pair.answer.end))


def _statements(text: str, start: int, end: int) -> Iterator[_Piece]:
    for span in sentence_spans(text, start, end):
        yield _Piece(span.start, span.end, _plain(span.of(text)))


def _parts(text: str, whole: _Whole, limit: _Limit) -> Iterator[list[_Piece]]:
    """The pieces of each chunk that a whole becomes: one chunk, or as few as the model can read."""
    own = limit.count("")
    room = limit.pieces - limit.count(whole.context)
    part: list[_Piece] = []
    used = 0
    for piece in _short_enough(text, whole, limit):
        size = limit.count(piece.embedded) - own
        if part and used + size > room:
            yield part
            part, used = [], limit.count(whole.repeated) - own
        part.append(piece)
        used += size
    if part:
        yield part


def _short_enough(text: str, whole: _Whole, limit: _Limit) -> Iterator[_Piece]:
    """The pieces; one too long for a chunk is cut between words, a word too long anywhere."""
    for piece in whole.pieces:
        if limit.fits(piece.embedded, 0.5):
            yield piece
            continue
        label = limit.shorten(piece.embedded[: -len(_plain(text[piece.start : piece.end]))], 0.1)
        start = piece.start
        while start < piece.end:
            said = limit.shorten(text[start : piece.end], 0.4) or text[start]
            end = start + len(said)
            yield _Piece(start, end, _plain(f"{label} {said}"), piece.role)
            start = end + len(text[end : piece.end]) - len(text[end : piece.end].lstrip())


def _sentences(part: list[_Piece], whole: _Whole, embedded: str) -> tuple[Sentence, ...]:
    """What can be quoted from a chunk. A row is quoted whole, and read as its chunk is."""
    if whole.one_quote:
        return (Sentence(part[0].start, part[-1].end, "statement", embedded),)
    return tuple(
        Sentence(piece.start, piece.end, piece.role, f"{whole.near} {piece.embedded}")
        if piece.role == "statement"
        else Sentence(piece.start, piece.end, piece.role, whole.near)
        for piece in part
    )


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

"""What changed between two texts, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest


class PieceKind(StrEnum):
    """Whether a piece stands in both texts, only in the old, or only in the new."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters, and in which of the two texts it stands."""

    kind: PieceKind
    text: str


#: Two paragraphs are compared word by word if they are at least so alike; else one took the
#: other's place.
ALIKE = 0.5
_LINE = re.compile(r"[^\n]*\n*")
_WORD = re.compile(r"\s+|[\w'’£€$%.,]*\w|[^\w\s]")


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in order.

    Those that are the same or removed make up the old text, those that are the same or added the
    new one.
    """
    return _joined(_compared(_LINE.findall(old), _LINE.findall(new), by_words=True))


def _compared(before: list[str], after: list[str], *, by_words: bool) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for same, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = before[old_start:old_end], after[new_start:new_end]
        if same == "equal":
            yield Piece(PieceKind.SAME, "".join(gone))
        elif by_words:
            for old_line, new_line in zip_longest(gone, come, fillvalue=""):
                yield from _of_lines(old_line, new_line)
        else:
            yield Piece(PieceKind.REMOVED, "".join(gone))
            yield Piece(PieceKind.ADDED, "".join(come))


def _of_lines(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if SequenceMatcher(None, before, after, autojunk=False).ratio() >= ALIKE:
        yield from _compared(before, after, by_words=False)
    else:
        yield Piece(PieceKind.REMOVED, old)
        yield Piece(PieceKind.ADDED, new)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece, empty ones left out."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind is piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)

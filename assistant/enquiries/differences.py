"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


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


_TOKEN = re.compile(r"\s+|[\w'’£€$%.,]*\w|[^\w\s]")


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in order.

    Those that are the same or removed make up the old text, those that are the same or added the
    new one.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(before[old_start:old_end]), "".join(after[new_start:new_end])
        if gone == come:
            pieces.append(Piece(PieceKind.SAME, gone))
            continue
        pieces += [Piece(PieceKind.REMOVED, gone)] if gone else []
        pieces += [Piece(PieceKind.ADDED, come)] if come else []
    return tuple(pieces)

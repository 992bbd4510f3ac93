"""The most frequent words of English, which by themselves name no job."""

from functools import lru_cache

from assistant.embeddings.vocabulary import VOCABULARY

#: The vocabulary that the model reads has the more frequent words first. Those before this
#: place are asked of any job ("nice", "manual"); "regulatory" and "genetics" come after.
EVERYDAY = 9_500


@lru_cache(maxsize=4)
def everyday_words(pieces_read: int = EVERYDAY) -> frozenset[str]:
    """The words among so many of the vocabulary's first pieces, in small letters."""
    pieces = VOCABULARY.read_text("utf-8").split("\n")[:pieces_read]
    return frozenset(piece for piece in pieces if piece.isalpha() and len(piece) > 1)

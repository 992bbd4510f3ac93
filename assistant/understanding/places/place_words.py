"""The words of a text, as names of places are looked for among them."""

import re
from dataclasses import dataclass

from assistant.understanding.places.gazetteer import TOKEN, fold

#: E-mail and web addresses and identifiers: a name inside one is no place.
_ADDRESS = re.compile(
    r"\S*(?:@|://|www\.|\.(?:com|org|net|co|ac|uk|nhs|gov)\b)\S*|\w*_\w*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text. ``bare`` is its folded form without a possessive 's."""

    start: int
    end: int
    folded: str
    bare: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its words.

    ``titled`` tells text whose capitals say nothing: a Title Like This, or ALL CAPITALS.
    """

    text: str
    tokens: tuple[Token, ...]
    titled: bool

    def folded(self, place: int) -> str:
        """The word at a place, "" outside the text."""
        return self.tokens[place].folded if 0 <= place < len(self.tokens) else ""

    def gap(self, place: int) -> str:
        """What stands between a word and the next one."""
        return self.text[self.tokens[place].end : self.tokens[place + 1].start]

    def capital(self, place: int) -> bool:
        """Whether a word starts with a capital; of "the Borders", the second."""
        if self.folded(place) == "the" and place + 1 < len(self.tokens):
            place += 1
        return self.text[self.tokens[place].start].isupper()


def read_words(text: str) -> Words:
    """The words of a text."""
    tokens = []
    addresses = (
        [match.span() for match in _ADDRESS.finditer(text)] if "." in text or "@" in text else []
    )
    for match in TOKEN.finditer(text):
        if any(start <= match.start() < end for start, end in addresses):
            continue
        word = match.group()
        folded = fold(word)
        possessive = word.endswith(("'s", "’s"))
        tokens.append(
            Token(match.start(), match.end(), folded, folded[:-1] if possessive else folded)
        )
    words = [text[token.start : token.end] for token in tokens[1:]]
    telling = [word for word in words if len(word) > 3 and word.isalpha()]
    capitals = sum(word[0].isupper() for word in telling)
    return Words(text, tuple(tokens), len(telling) > 2 and capitals > 0.7 * len(telling))

"""Numbers of any kind, in digits or in words."""

import re

from assistant.words import ONES, TENS, normalise

_WORDS: dict[str, float] = {"zero": 0.0, **ONES, **TENS}
_WORDS |= {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
#: Those that count by themselves, and are no more than their value.
_COUNTS = {word: value for word, value in _WORDS.items() if value > 1 and value < 100}
_WORDS |= {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "double": 2.0, "twice": 2.0, "triple": 3.0}
_DIGITS = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(k\b|m\b)?", re.I)
_ANY_DIGIT = re.compile(r"\d+")
_WORD = re.compile(r"[a-z]+", re.I)


def numbers(text: str) -> frozenset[float]:
    """The value of every number in a text; "one" is left out, being mostly no number."""
    plain = normalise(text)
    found = {_value(match) for match in _DIGITS.finditer(plain)}
    found |= {_WORDS[word] for word in map(str.casefold, _WORD.findall(plain)) if word in _WORDS}
    # Digits within a name ("DCB0129") count as themselves.
    found |= {float(match[0]) for match in _ANY_DIGIT.finditer(_DIGITS.sub(" ", plain))}
    return frozenset(found) - {1.0}


def _value(match: re.Match[str]) -> float:
    scale = {"k": 1000, "m": 1_000_000}.get((match[3] or "").casefold(), 1)
    return float(match[1].replace(",", "") + (match[2] or "")) * scale


def worth(word: str) -> str | None:
    """A number written as a word, in digits ("three" gives "3"); None if it is none, or "one"."""
    value = _COUNTS.get(word)
    return None if value is None else f"{value:g}"

"""Numbers of any kind, in digits or words, and whether they still belong to the same things."""

import re

from assistant.words import normalise, terms

_WORDS: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_WORDS |= {"ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_WORDS |= {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "double": 2.0, "twice": 2.0, "triple": 3.0}
_DIGITS = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(k\b|m\b)?", re.I)
_ANY_DIGIT = re.compile(r"\d+")
_WORD = re.compile(r"[a-z]+", re.I)
_CLAUSE = re.compile(r"[;|()¶]|[,:](?!\d)|\.(?!\d)|\b(?:and|while|whereas|but|or|against)\b", re.I)


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


def misplaced(text: str, source: str) -> bool:
    """Whether a number of a text stands with words that have another number in the source.

    "Outside London £62,000" is misplaced where the source gives London £62,000 and another figure
    outside it, though every word and figure of it stands in the source.
    """
    theirs = [(numbers(part), set(terms(part))) for part in _clauses(source)]
    theirs = [(found, words) for found, words in theirs if found]
    for part in _with_their_openings(_clauses(text)):
        said = set(terms(part))
        if any(_belongs_elsewhere(value, said, theirs) for value in numbers(part)):
            return True
    return False


def _clauses(text: str) -> list[str]:
    """The clauses of a text; a range ("£62,000 and £75,000" after "between") stays whole."""
    plain = re.sub(r"\bbetween\s+(\S+)\s+and\s+", r"\1 to ", normalise(text), flags=re.I)
    return [part for part in _CLAUSE.split(plain) if part.strip()]


def _with_their_openings(clauses: list[str]) -> list[str]:
    """Clauses with a number, each with those without one before it ("On the islands, ...")."""
    whole, opening = [], ""
    for clause in clauses:
        opening = f"{opening} {clause}"
        if numbers(clause):
            whole.append(opening)
            opening = ""
    return whole


def _belongs_elsewhere(
    value: float, said: set[str], clauses: list[tuple[frozenset[float], set[str]]]
) -> bool:
    """Whether words are said of a value that the source says of others, and not of this one.

    Coordinated clauses share their beginning ("juniors earn £1 here and £2 there"): so words of
    another clause do no harm where all that tells the value's own clause apart is said too.
    """
    own = set().union(*(words for found, words in clauses if value in found))
    others = set().union(*(words for found, words in clauses if value not in found))
    return bool(said & (others - own)) and not own - others <= said

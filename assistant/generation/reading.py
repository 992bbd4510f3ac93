"""A sentence -> its words in order, each with what joins or parts it from the word before.

Articles are left out; forms of "be" and "do" are kept as marks on the word after them, since they
turn an active sentence into a passive one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.generation.numbers import worth
from assistant.words import normalise, stem

_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_RANGE_DASH = re.compile(r"(?<=[\dkKmM%])\s*-\s*(?=[£€$]?\d)")
_BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?=([£€$]?\d[\w,.]*%?)\s+(?:and|to)\s)(\S+)\s+\w+\s", re.I
)
_TOKEN = re.compile(
    r"[£€$]?\d+(?:,\d{3})*(?:\.\d+)?(?:%|[a-z]+\d*\b)?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)?[+#]*%?|[^\w\s]",
    re.I,
)
_PERCENT = re.compile(r"\s?\bper\s?cent\b", re.I)
_THOUSANDS = re.compile(r"([£€$]?)(\d+(?:\.\d+)?)k")
_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can", "ain't": "am"}
_BE = frozenset("is are am be been being".split())
_ARTICLES = frozenset(("a", "an", "the"))
_UNSAID = _ARTICLES | {"do", "does"}
_SIGNS = ("£", "€", "$")
#: The key of what is not there though a word leads on to it ("and", "the").
BREAK_OFF = "."
JOINING = frozenset(("and", "or", "but"))
#: Punctuation that parts; of other marks only the brackets tell something.
_PARTING = frozenset(",;:|-/(")
_LEADING_ON = JOINING | {":", "(", "/"}
_ENDINGS = frozenset(("", "s", "es", "e", "ing", "y", "ies"))
_AMERICAN = re.compile(r"(?<=[a-z])iz(?=(?:e|es|ing|er|ers|ation|ations)$)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence.

    ``key`` is what it is compared by; ``parted`` the punctuation and the joining words between it
    and the word before. ``be`` and ``article`` say that a form of "be" or an article stands there
    too, ``capital`` that it begins with one.
    """

    key: str
    parted: frozenset[str] = frozenset()
    be: bool = False
    article: bool = False
    capital: bool = False

    @property
    def joined(self) -> str:
        """The word that joins it to the one before: "and", "or", "but" or none."""
        return next((word for word in ("or", "but", "and") if word in self.parted), "")


def read(text: str) -> list[Word]:
    """The words of a text in order, and BREAK_OFF if nothing follows where a word leads on."""
    found: list[Word] = []
    parted: set[str] = set()
    passed: set[str] = set()
    for key, capital in _keys(text):
        if key in JOINING or key in _PARTING:
            if passed & _ARTICLES:
                found.append(Word(BREAK_OFF, frozenset(parted)))
                parted, passed = set(), set()
            parted.add(key)
        elif key in _BE or key in _UNSAID:
            passed.add(key)
        elif key[:1].isalnum() or key[:1] in _SIGNS:
            be, article = bool(passed & _BE), bool(passed & _ARTICLES)
            found.append(Word(key, frozenset(parted), be, article, capital))
            parted, passed = set(), set()
    if passed or parted & _LEADING_ON:
        found.append(Word(BREAK_OFF))
    return found


def known_words(text: str) -> frozenset[str]:
    """The words of a text as stems, whatever their order."""
    return frozenset(stem(word.key) for word in read(text))


def _keys(text: str) -> Iterator[tuple[str, bool]]:
    plain = _PERCENT.sub("%", normalise(_LINK.sub(r"\1", text)))
    plain = _RANGE_DASH.sub(" to ", plain)
    plain = _BETWEEN.sub(lambda found: f"{found[1]} to ", plain)
    previous = ""
    for match in _TOKEN.finditer(plain):
        for key in _split(match[0]):
            # "A few" is some, "few" hardly any.
            few = previous == "a" and key in ("few", "little")
            yield f"a {key}" if few else key, match[0][0].isupper()
            previous = key


def _split(token: str) -> Iterator[str]:
    folded = token.casefold()
    value = worth(folded.rstrip("%"))
    if value is not None:
        yield f"{value}%" if folded.endswith("%") else value
    elif token[0].isdigit() or token[0] in "£€$":
        yield _amount(folded)
    elif folded in _CONTRACTED or folded.endswith("n't"):
        yield _CONTRACTED.get(folded, folded.removesuffix("n't"))
        yield "not"
    elif token.isupper() and 1 < len(token) < 4:
        yield token  # "IT" is not "it", nor "US" "us"
    else:
        yield folded.removesuffix("'s").removesuffix("'")


def _amount(written: str) -> str:
    """An amount in one writing: "£62k" is "£62000", "40 per cent" is "40%"."""
    plain = written.replace(",", "")
    scaled = _THOUSANDS.fullmatch(plain)
    return f"{scaled[1]}{float(scaled[2]) * 1000:g}" if scaled else plain


@cache
def same(one: str, other: str) -> bool:
    """Whether two keys are one word, or its singular and plural, or it and its form in -ing.

    Not a past form: "paid" says something else than "pays", and an adjective made of a noun too.
    """
    if one == other:
        return True
    one, other = _AMERICAN.sub("is", one), _AMERICAN.sub("is", other)
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()) or stem(one) != stem(other):
        return one + "s" == other.casefold() or other + "s" == one.casefold()
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    # "Planning" is "plan" with its last letter twice.
    ends = [_undoubled(word[shared:], word[shared - 1 : shared]) for word in (one, other)]
    return all(end in _ENDINGS for end in ends)


def _undoubled(end: str, before: str) -> str:
    return end[1:] if end[:1] == before and end[1:] == "ing" else end

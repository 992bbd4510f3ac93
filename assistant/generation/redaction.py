"""Personal data in a text -> placeholders, and back where staff may see it.

E-mail addresses, telephone numbers (by the phonenumbers library), NHS and National Insurance
numbers, postcodes, dates of birth, and names where they are given as names: in a signature, after
"my name is". A name in running text is not told from other words; that is why prompts hold the
question's sentence alone, and not the message around it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.I)
_NHS = re.compile(r"(?<![\d.,£])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_INSURANCE = re.compile(r"\b[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b", re.I)
_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ]"
    r"(?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])"
    r" ?\d[ABD-HJLNP-UW-Z]{2})\b",
    re.I,
)
_BORN = re.compile(
    r"(?:\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{0,3})"
    r"(?P<kept>\d{1,2}[/. -](?:\d{1,2}|[a-z]{3,9})[/. -]\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.I,
)
_NAME = (
    r"(?:[A-Z][\w'’-]+|[A-Z]\.)"
    r"(?:[ ](?:[A-Z][\w'’-]+|[A-Z]\.?|(?:de|den|der|di|du|la|le|van|von|bin|al)\b)){0,3}"
)
_NAMED = re.compile(
    rf"\b(?i:my (?:full )?name(?:'s| is)|i(?:'m| am) called|call me|patient(?: name)?:|name:)[ ]+"
    rf"(?P<kept>{_NAME})"
)
_SIGNED = re.compile(
    r"(?im:^[ \t>]*(?:(?:kind|kindest|best|warm|warmest|many)?[ ]?(?:regards|wishes|thanks)|"
    r"thank you|yours (?:sincerely|faithfully|truly)|sincerely|cheers|all the best|best)"
    r"[ \t]*[,.!–-]*[ \t]*)"
    rf"(?:\r?\n[ \t>]*)*(?P<kept>{_NAME})[ \t]*(?=$|\r?\n|[,|])",
    re.M,
)
#: Of a telephone number: fewer are a sum, a year or a reference.
LEAST_DIGITS = 10
_PLACEHOLDER = re.compile(r"⟨[A-Z]+ \d+⟩")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text with placeholders such as ⟨EMAIL 1⟩, and what each stands for."""

    text: str
    kept: Mapping[str, str]

    def put_back(self, text: str) -> str:
        """Another text with its placeholders filled again. For drafts that staff see, only."""
        return _PLACEHOLDER.sub(lambda found: self.kept.get(found[0], found[0]), text)


def redacted(text: str) -> Redacted:
    """A text without the personal data that can be told; the same datum has one placeholder."""
    kept: dict[str, str] = {}
    for kind, find in _FINDERS:
        text = _replaced(text, kind, list(find(text)), kept)
    return Redacted(text, {placeholder: said for said, placeholder in kept.items()})


def _replaced(text: str, kind: str, spans: list[tuple[int, int]], kept: dict[str, str]) -> str:
    pieces, end = [], 0
    for start, stop in spans:
        said = text[start:stop]
        count = sum(placeholder.startswith(f"⟨{kind} ") for placeholder in kept.values())
        pieces += [text[end:start], kept.setdefault(said, f"⟨{kind} {count + 1}⟩")]
        end = stop
    return "".join(pieces) + text[end:]


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    group = "kept" if "kept" in pattern.groupindex else 0
    return lambda text: (found.span(group) for found in pattern.finditer(text))


def _nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Ten digits whose last is the check digit of the others (modulus 11)."""
    for found in _NHS.finditer(text):
        digits = [int(digit) for digit in found[0] if digit.isdigit()]
        total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
        if (11 - total % 11) % 11 == digits[9]:
            yield found.span()


def _phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of ten digits or more that begin as one does: with 0, or a country's +."""
    for found in _candidates()(text):
        start = found.raw_string.lstrip("( ")[:1]
        if start in "0+" and sum(map(str.isdigit, found.raw_string)) >= LEAST_DIGITS:
            yield found.start, found.end


@cache
def _candidates() -> Callable[[str], Iterable[Any]]:
    """What may be a number in the UK, or anywhere with its country's code."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    return lambda text: PhoneNumberMatcher(text, "GB", Leniency.POSSIBLE)


_FINDERS: tuple[tuple[str, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("EMAIL", _matches(_EMAIL)),
    ("NHS", _nhs_numbers),
    ("INSURANCE", _matches(_INSURANCE)),
    ("PHONE", _phone_numbers),
    ("POSTCODE", _matches(_POSTCODE)),
    ("BORN", _matches(_BORN)),
    ("NAME", _matches(_NAMED)),
    ("NAME", _matches(_SIGNED)),
)

"""Personal data in a text -> placeholders, and back where staff may see it.

E-mail addresses, telephone numbers (by the phonenumbers library), NHS and National Insurance
numbers, postcodes, streets, dates of birth, and names where they are given as names: in a
signature, a greeting or a header, after "my name is". A name in running text is not told from other
words; that is why prompts hold the question's sentence alone, and not the message around it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

_GAP = r"[ \u00a0.-]{0,2}"
_EMAIL = re.compile(
    r"(?<![\w.+'-])[\w.+'-]+(?:@|%40|[ ]?[(\[]at[)\]][ ]?)"
    r"[\w-]+(?:(?:\.|[ ]?[(\[]dot[)\]][ ]?)[\w-]+)+"
    r"|\b[\w-]+(?: dot [\w-]+)* at [\w-]+(?: dot [\w-]+)+",
    re.I,
)
_NHS = re.compile(
    rf"(?<![\d.,£])(?:\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}|\d(?:[ ]\d){{9}})(?![\d])"
    rf"|\bNHS[ ]?(?:no|num|number)\b\W{{0,3}}(?P<kept>\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}})(?!\d)",
    re.I,
)
_INSURANCE = re.compile(
    rf"\b[A-Z]{{2}}{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}[A-D]\b"
    rf"|\b(?:NI(?:NO)?|national insurance)\b(?: (?:no|number))?\W{{0,3}}(?:is )?"
    rf"(?P<kept>[A-Z]{{2}}{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d)\b",
    re.I,
)
_POSTCODE = re.compile(
    r"\b(?i:GIR ?0AA|BFPO[ ]?\d{1,4}|[A-PR-UWYZ]"
    r"(?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])"
    r"[ \u00a0-]{0,2}\d[ABD-HJLNP-UW-Z]{2})\b"
    # One that can't be, as people make them up: "AB1 2CD".
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
_BORN = re.compile(
    r"(?:\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{0,3}(?:is )?)"
    r"(?P<kept>\d{1,2}(?:st|nd|rd|th)?[/. -](?:of )?(?:\d{1,2}|[a-z]{3,9})[/. -]\d{2,4}"
    r"|\d{4}-\d{2}-\d{2})",
    re.I,
)
_TITLE = r"(?:(?:Dr|Mrs?|Ms|Miss|Mx|Prof|Professor|Sister|Rev)\.?[ ])?"
_NAME = (
    rf"{_TITLE}(?:[A-Z][\w'’-]+|[A-Z]\.)"
    r"(?:[ ](?:[A-Z][\w'’-]+|[A-Z]\.?|(?:de|den|der|di|du|la|le|van|von|bin|al)\b)){0,3}"
)
_NAMED = re.compile(
    rf"\b(?i:my (?:full )?name(?:'s|’s| is)|i(?:'|’)?m called|i am called|call me|"
    rf"patient(?: name)?:|(?:full )?name:)[ ]+"
    rf"(?P<kept>{_NAME}|[a-z'’-]+(?: [a-z'’-]+)?(?=[.,;!\n]|$))"
)
#: "Hello, I'm Jane Doe": without the greeting it is more often a job or a band.
_GREETING = r"(?im:^[ \t>]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)))"
_NOBODY = (
    r"(?!(?:Sir|Madam|Team|All|There|Hiring|Recruit\w*|Careers|Colleagues?|Support|Everyone)\b)"
)
_INTRODUCED = re.compile(
    rf"{_GREETING}[^\n.!?]{{0,40}}[.,!-]?\s+(?:I['’]m|I am|[Tt]his is|[Ii]t['’]s)[ ]"
    rf"(?P<kept>{_NAME})"
    r"(?=[ ]*[,.!\n]|[ ](?:and|from|here)\b|$)"
)
_GREETED = re.compile(
    rf"{_GREETING}[ ]+{_NOBODY}(?P<kept>{_NAME})(?=[ ]*(?:[,!:–-]|\r?\n|$))", re.M
)
_HEADER = re.compile(rf"(?im:^[ \t>]*(?:from|to|cc|reply-to|contact|signed)):[ ]+(?P<kept>{_NAME})")
_CLOSING = (
    r"(?im:^[ \t>]*(?:(?:with |many |my )?(?:kind|kindest|best|warm|warmest)?[ ]?"
    r"(?:regards|wishes)|"
    r"(?:many |with |kind )?thanks(?: again| in advance| so much| very much)?(?: and [a-z ]+)?|"
    r"thank you(?: again| in advance| so much| very much)?(?: for [a-z ]{1,40})?|"
    r"yours(?: sincerely| faithfully| truly)?|sincerely|respectfully|cheers|love|take care|"
    r"all the best|best|kr|br|bw|looking forward to [a-z ]{1,40}|sent from my [a-z ]+|--)"
    r"[ \t]*[,.!–-]*[ \t]*)"
)
_SIGNED = re.compile(
    rf"{_CLOSING}(?:\r?\n[ \t>]*)*(?P<kept>{_NAME})(?:[ ,]+[A-Z][A-Za-z]*[A-Z]+)*[ \t.]*"
    r"(?=$|\r?\n|[,|])",
    re.M,
)
#: A name in small letters: alone on the last line.
_SIGNED_SMALL = re.compile(
    rf"{_CLOSING}(?:\r?\n[ \t>]*)+(?P<kept>[a-z][a-z'’-]+(?: [a-z][a-z'’-]+)?)\s*\Z"
)
_ADDRESS = re.compile(
    r"\b\d{1,4}[a-z]?,?[ ](?:[A-Z][\w'’-]+[ ]){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Crescent|Terrace|Gardens|Court|Place|Grove|Square|Mews|Row|Hill|Park)\b"
)
#: A mobile number without its nought, in groups: otherwise it may be any number.
_MOBILE = re.compile(r"(?<![\d.,£+])7\d{3}[ -]\d{3}[ -]?\d{3}(?!\d)")
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
    return lambda text: map(_kept, pattern.finditer(text))


def _kept(found: re.Match[str]) -> tuple[int, int]:
    named = found.groupdict().get("kept") is not None
    return found.span("kept" if named else 0)


def _nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Ten digits that are called so, or whose last is the check digit of the others (mod 11)."""
    for found in _NHS.finditer(text):
        if found["kept"]:
            yield found.span("kept")
            continue
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
    ("PHONE", _matches(_MOBILE)),
    ("POSTCODE", _matches(_POSTCODE)),
    ("BORN", _matches(_BORN)),
    ("ADDRESS", _matches(_ADDRESS)),
    *(
        ("NAME", _matches(pattern))
        for pattern in (_NAMED, _INTRODUCED, _GREETED, _HEADER, _SIGNED, _SIGNED_SMALL)
    ),
)

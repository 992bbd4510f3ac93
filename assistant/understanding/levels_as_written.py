"""Words for a level that people write as several, or with a number spelt out, as one."""

import re

#: Words for a level that are two, as one.
_AS_ONE = (
    ("mid-level", "midlevel"), ("mid level", "midlevel"), ("entry-level", "entry level"),
    ("mid-weight", "midweight"), ("newly qualified", "newly-qualified"), ("first job", "first-job"),
    ("first rung", "first-rung"), ("brand new", "first-rung"), ("brand-new", "first-rung"),
    ("just qualified", "newly-qualified"),
    ("lowest rung", "first-rung"), ("first step", "first-rung"),
)  # fmt: skip


#: "Second-year", "in the 2nd year" and "year two" for what a label calls "Year 2".
_NTH = {
    name: str(number)
    for number, names in enumerate(
        ("one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th"), start=1
    )
    for name in names.split()
}
_NTH_YEAR = re.compile(
    r"\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th)[ -]year\b"
    r"|\byear (?P<number>one|two|three|four)\b"
)


def joined(folded: str) -> str:
    """A text in small letters, each word for a level in the one way that it is looked for."""
    for written, one in _AS_ONE:
        folded = folded.replace(written, one)
    return in_years(folded)


def in_years(folded: str) -> str:
    """A text in small letters, the years of a training in figures: "year 2"."""
    return _NTH_YEAR.sub(lambda found: f"year {_NTH[found['nth'] or found['number']]}", folded)

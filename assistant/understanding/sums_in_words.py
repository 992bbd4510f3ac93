"""Sums of money that are written in words: "sixty grand" is 60 grand."""

import re

from assistant.words import ONES, TENS

_NUMBERS = ONES | TENS
_SUM = re.compile(
    rf"(?<!point )\b(?:(?:(?P<hundreds>an?|{'|'.join([*ONES][:9])})\s+)?(?P<hundred>hundred)"
    r"(?:\s+and)?(?=[\s-])[\s-]?)?"
    rf"(?:(?P<tens>{'|'.join(TENS)})[\s-]?)?(?P<ones>{'|'.join(ONES)})?"
    r"[\s-]?(?P<unit>k|grand|thou(?:sand)?)\b",
    re.I,
)


def sums_in_figures(text: str) -> str:
    """A text with its thousands of pounds in figures: "a hundred and ten k" as "110k".

    What a thousand is of is not asked: "fifty thousand samples" are 50 thousand.
    """
    return _SUM.sub(_in_figures, text)


def _in_figures(found: re.Match[str]) -> str:
    number = 100 * ONES.get((found["hundreds"] or "a").casefold(), 1) if found["hundred"] else 0
    number += sum(_NUMBERS[word.casefold()] for word in (found["tens"], found["ones"]) if word)
    unit = found["unit"]
    if not number:
        return found.group()
    return f"{number}{unit}" if len(unit) == 1 else f"{number} {unit}"

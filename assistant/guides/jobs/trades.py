"""Who does what a title names: a health visitor for "Health visiting", an optometrist."""

import re
from collections import Counter

from assistant.guides.jobs.occupations import occupations
from assistant.guides.jobs.told_of import times_of_noun
from assistant.guides.ranks import names_title

#: A word is of the same family as another with which it begins: "Optometry", "optometrists".
_STEM = 5


def of_trade(role: str, text: str) -> str:
    """Who does what a title names, "Health visitor" of "Health visiting"; "" if nobody known.

    The text must have the noun for that, or the initials of both words: "HV".
    """
    *before, last = role.split()
    stem = last.casefold().removesuffix("ing")
    people = (stem + ending for ending in ("er", "or"))
    doer = next((one for one in people if one in occupations()), "")
    if not doer or stem == last.casefold() or len(before) != 1:
        return ""
    initials = f"{before[0][0]}{doer[0]}".upper()
    said = times_of_noun(doer, text) or len(re.findall(rf"\b{initials}\b", text)) > 1
    return f"{before[0]} {doer.upper() if last.isupper() else doer}" if said else ""


def of_family(role: str, text: str) -> str:
    """Who does what a single word names, as the text has it: of "Optometry", "Optometrist"."""
    word = role.strip().casefold()
    if len(word) < _STEM or not word.isalpha():
        return ""
    begins = re.findall(rf"\b{word[:_STEM]}\w*", text.casefold())
    people = Counter(one.removesuffix("s") for one in begins if names_title(one))
    return people.most_common(1)[0][0].capitalize() if people else ""

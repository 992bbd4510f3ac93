"""Employers in a question: one whose own pay is asked for, and sorts of them that are compared."""

import re
from collections.abc import Sequence

from assistant.understanding.titles.other_titles import RoleMention

_OWN_PAY = re.compile(
    r"\b(?:do|does|did|would|will|can|could)\s+(?P<name>[A-Z][\w&'-]*(?:\s+(?:of|and|for|&|[A-Z][\w&'-]*))*)\s+(?:pay|pays|offer|give)\b"
)


def employer_of(question: str, mentions: Sequence[RoleMention]) -> str:
    """The employer whose own pay is asked for, if one is named, and no role by that name.

    As in "How much does Example Trust pay its engineers?".
    """
    found = _OWN_PAY.search(question)
    if not found or any(
        one.start < found.end("name") and found.start("name") < one.end for one in mentions
    ):
        return ""
    return found["name"]


#: Sorts of employers: pay by those is told in words, if at all.
EMPLOYER = (
    r"(?:uni|universit(?:y|ies)|companies|industry|nhs|private|public|pharma|biotechs?|agency|agencies|"
    r"trusts?|hospitals?|suppliers?|vendors?|charit(?:y|ies)|start[- ]?ups?|firms?|academia)"
)
#: Whether one sort of employer pays better: "does private pay well?". Told in words, not in rows.
_PAYS_BETTER = re.compile(
    rf"\b(?:do|does|is|are|will|would)\s+(?:the\s+)?{EMPLOYER}\s+(?:\w+\s+)?pa(?:y|ys|id)\b"
    r"[^.?!]{0,15}\b(?:more|better|less|worse|well|badly|poorly)\b",
    re.I,
)


def compares_employers(text: str) -> bool:
    """Whether it is asked if one sort of employer pays better or worse."""
    return bool(_PAYS_BETTER.search(text))

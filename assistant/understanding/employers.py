"""The employer whose own pay is asked for: "How much does Example Trust pay its engineers?"."""

import re
from collections.abc import Sequence

from assistant.understanding.other_titles import RoleMention

_EMPLOYER = re.compile(
    r"\b(?:do|does|did|would|will|can|could)\s+(?P<name>[A-Z][\w&'-]*(?:\s+(?:of|and|for|&|[A-Z][\w&'-]*))*)\s+(?:pay|pays|offer|give)\b"
)


def employer_of(question: str, mentions: Sequence[RoleMention]) -> str:
    """The employer whose own pay is asked for, if one is named, and no role by that name.

    As in "How much does Example Trust pay its engineers?".
    """
    found = _EMPLOYER.search(question)
    if not found or any(
        one.start < found.end("name") and found.start("name") < one.end for one in mentions
    ):
        return ""
    return found["name"]

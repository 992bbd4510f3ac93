"""Nuggets, numbers and forbidden strings: what an answer says, must say and must not say."""

import re
from collections.abc import Iterable, Sequence

from evals.cases import Nugget
from evals.text import comparable, folded


def says(text: str, wanted: str) -> bool:
    """Whether a Markdown text has the wanted words, whole: "Band 6" is not in "Band 61".

    Source: nugget matching by accepted phrasings, as in the TREC 2003 QA track's answer patterns
    (Voorhees 2003).
    """
    needle = folded(wanted)
    if not needle:
        return False
    before = r"(?<![^\W_])(?<!\d[.,])" if needle[0].isalnum() else ""
    after = r"(?![^\W_])(?![.,]\d)" if needle[-1].isalnum() else ""
    return re.search(before + re.escape(needle) + after, comparable(text)) is not None


def has_nugget(text: str, nugget: Nugget) -> bool:
    """Whether any accepted phrasing of a nugget is in a text."""
    return any(says(text, phrase) for phrase in nugget.accept)


def missing_vital(text: str, nuggets: Iterable[Nugget]) -> list[str]:
    """The vital nuggets that a text lacks, by their description."""
    return [nugget.text for nugget in nuggets if nugget.vital and not has_nugget(text, nugget)]


def missing(text: str, wanted: Iterable[str]) -> list[str]:
    """The strings that a text lacks."""
    return [string for string in wanted if not says(text, string)]


def present(text: str, forbidden: Iterable[str]) -> list[str]:
    """The forbidden strings that a text has."""
    return [string for string in forbidden if says(text, string)]


def vital_recall(text: str, nuggets: Sequence[Nugget]) -> float | None:
    """The share of vital nuggets in a text; None when there are none.

    Source: vital nugget recall, TREC 2024 RAG track's AutoNuggetizer (Pradeep et al. 2024,
    "V_strict").
    """
    return _share([has_nugget(text, nugget) for nugget in nuggets if nugget.vital])


def weighted_recall(text: str, nuggets: Sequence[Nugget]) -> float | None:
    """Nugget recall where a vital nugget weighs 1 and any other a half; None when there are none.

    Source: weighted score of TREC 2024 RAG's AutoNuggetizer (Pradeep et al. 2024, "W_strict").
    """
    total = sum(_weight(nugget) for nugget in nuggets)
    found = sum(_weight(nugget) for nugget in nuggets if has_nugget(text, nugget))
    return found / total if total else None


def _weight(nugget: Nugget) -> float:
    return 1.0 if nugget.vital else 0.5


def _share(found: Sequence[bool]) -> float | None:
    return sum(found) / len(found) if found else None

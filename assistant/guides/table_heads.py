"""The names of a table's columns, from two header lines where the upper one spans columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guides.model import Span
from assistant.guides.regions import SPANNING, names_place

_FIGURE = re.compile(r"\d")
#: A sum or a bare number, which is no name of a column: "Band 6" may be one.
_AMOUNT = re.compile(r"[£€$]\s?\d|\d{4}|\d,\d|^[\d.,%\s–-]+$")
_EMPHASIS = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*]*[^*_\s])(?P=mark)$")
_LONGEST = 60
_COLUMN_WORD = re.compile(
    r"\b(?:skills?|competenc\w+|levels?|experience|salar\w+|pay|ranges?|why|what|how|matters|reason"
    r"|impact|requirements?|drivers?|drives|region|location|stage|examples?|notes?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"salar|\bpay\b|\bearn|wage|\bper year\b|\ba year\b|annual", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns' names, how many lines they take, and where what names all of them stands."""

    columns: tuple[str, ...]
    lines: int
    titles: tuple[Span, ...] = ()


def names_of(text: str, cells: Sequence[Span]) -> list[str]:
    """The words of a table's header cells, without the emphasis that headers often have."""
    words = (" ".join(cell.of(text).split()) for cell in cells)
    return [_EMPHASIS.sub(r"\g<words>", name) for name in words]


def column_words(cells: Sequence[str]) -> int:
    """How many cells have a word that names columns."""
    return sum(_COLUMN_WORD.search(cell) is not None for cell in cells)


def double_heads(text: str, table: Sequence[Sequence[Span]]) -> Heads | None:
    """The names of columns that two lines give together; None where one line or none heads them.

    "London" over "From" and "To" names the columns "London – From" and "London – To". A head that
    only says that figures are pay names none, and stands above the table.
    """
    if len(table) < 3 or not table[0]:
        return None
    upper, lower = (names_of(text, row) for row in table[:2])
    # Converters leave out the cells of the second line that the first reaches down to.
    lower = [*[""] * (len(upper) - len(lower)), *lower]
    if not _span(upper, lower) or not any(_FIGURE.search(c.of(text)) for c in table[2]):
        return None
    names: list[str] = []
    titles: dict[int, Span] = {}
    head, at = "", 0
    for place, below in enumerate(lower):
        if upper[place]:
            head, at = upper[place], place
        titled = below not in ("", head) and (
            not any(upper[1:]) or (_TITLE.search(head) is not None and not names_place(head))
        )
        if titled and head:
            titles[at] = table[0][at]
        alone = titled or below in ("", head) or not head
        names.append((below or head) if alone else f"{head}{SPANNING}{below}")
    return Heads(tuple(names), 2, tuple(titles.values()))


def _span(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether heads of the upper line span columns that the lower one names."""
    if len(lower) != len(upper) or any(len(head) > _LONGEST for head in (*upper, *lower)):
        return False
    gaps = [place for place, head in enumerate(upper) if place and not head]
    if not gaps or not any(upper) or any(_AMOUNT.search(head) for head in lower):
        return False
    named = all(lower[place] for place in gaps)
    title = bool(upper[0]) and not any(upper[1:]) and all(lower)
    begins = lower[0] in ("", upper[0]) or (not upper[0] and column_words(lower[:1]) > 0)
    return named and (title or begins)

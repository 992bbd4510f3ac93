"""The names of a table's columns, from two header lines where the upper one spans columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guides.lines import has_words
from assistant.guides.model import Span
from assistant.guides.regions import SPANNING, names_place

_FIGURE = re.compile(r"\d")
#: A sum or a bare number, which is no name of a column: "Band 6" may be one.
_AMOUNT = re.compile(r"[£€$]\s?\d|\d{4}|\d,\d|^[\d.,%\s–-]+$")
_MONEY = re.compile(r"[£€$]\s?\d")
#: What employers take, and nobody's pay: "Small (under £1m)".
_MILLIONS = re.compile(r"[£€$]\s?\d[\d.]*\s?(?:m|bn|million|billion)\b", re.IGNORECASE)
#: What a head adds in brackets: "Yearly (37.5 h)", "Pay (2025/26)".
_ASIDE = re.compile(r"\s*\([^()]*\)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?")
#: What stands in a cell below "After 1 year", and not the kin of that: "After 2 years".
_SUM = re.compile(r"\W*(?:(?:up to|from|about|band \d\w?\W+|c\.?)\s?)?[£€$]?\s?\d", re.IGNORECASE)
_MARK = re.compile(r"[✓✔✗✘☑☒●•○◯xX×–—-]+|yes|no|n/a", re.IGNORECASE)  # noqa: RUF001
#: What a name with a figure consists of: one of these, and such small words beside it.
_MEASURES = frozenset(
    """
    after band bands grade grades level levels month months point points stage step tier year years
    yr yrs
    """.split()
)
_BESIDE = frozenset(
    """
    afc and at bottom experience first from in less more nhs of or over pay plus post qualifying
    service spine than the to top training under up with within
    """.split()
)
_NUMBERED = re.compile(r"(?:week|day|phase|term|shift)\s\d+", re.IGNORECASE)
_LONGEST_HEAD = 45
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


def looks_like_header(table: Sequence[Sequence[str]]) -> bool:
    """Whether the first line of a table names its columns: short cells over others in kind.

    A name may hold a figure ("After 1 year") above sums, and the first one may be left out. In two
    columns it may not: "Grade" with "Band 6" is a fact like the ones below it.
    """
    if len(table) < 2 or not table[0] or not all(map(has_words, table[0][1:] or table[0])):
        return False
    below = [row for row in table[1:] if any(map(has_words, row))]
    columns = [[row[at] for row in below if at < len(row)] for at in range(len(table[0]))]
    if not has_words(table[0][0]) and not all(map(has_words, columns[0])):
        return False
    if any(not _may_name(head, cells) for head, cells in zip(table[0], columns, strict=True)):
        return False
    bare = [_ASIDE.sub("", head) for head in table[0]]
    if len(bare) == 2 and has_words(bare[0]) and any(map(_FIGURE.search, bare)):
        return False
    return max(map(len, table[0])) <= _LONGEST_HEAD and _differs(table[0], columns)


def _may_name(head: str, cells: Sequence[str]) -> bool:
    """Whether a head is no figure itself, or is one only beside the words of what sums are for."""
    if not _FIGURE.search(head):
        return _MARK.fullmatch(head.strip()) is None
    said = [cell for cell in cells if cell.strip()]
    bare = _ASIDE.sub("", head)
    aside = has_words(bare) and not _FIGURE.search(bare) and not _MONEY.search(head)
    if not said or any(_form(cell) == _form(head) for cell in said):
        return False
    if not (aside or _measures(head)):
        return False
    return all(_SUM.match(cell) or _MARK.fullmatch(cell.strip()) for cell in said)


def _measures(head: str) -> bool:
    """Whether a head with a figure is of the kind that names columns: "After 1 year", "2025/26"."""
    if _YEAR.fullmatch(head) or _NUMBERED.fullmatch(head):
        return True
    words = {word for word in re.findall(r"\w+", head.casefold()) if not word[0].isdigit()}
    known = words <= _MEASURES | _BESIDE and not words.isdisjoint(_MEASURES)
    return known and not _AMOUNT.search(head)


def _form(cell: str) -> str:
    """A cell with each figure and each word made one like all others: "28 days" as "12 hours"."""
    form = re.sub(r"[^\W\d_]+", "w", _YEAR.sub("_", cell.strip()))
    return re.sub(r"\d+", "0", form)


def _differs(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether cells differ in kind from what heads them: figures, ticks or much longer texts."""
    below = [cell for cells in columns for cell in cells]
    average = sum(map(len, below)) / max(1, len(below))
    ticked = any(
        any(map(str.strip, cells)) and all(_MARK.fullmatch(cell.strip() or "x") for cell in cells)
        for cells in columns[1:]
    )
    return (
        2 * column_words(heads) > len(heads)
        or ticked
        or any(map(_FIGURE.search, below))
        or average >= 1.5 * sum(map(len, heads)) / len(heads)
    )


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
    repeated = bool(lower[0]) and lower[0] == upper[0]  # a name that spans both lines
    rest = [cell.of(text) for row in table[2:] for cell in row]
    if any(_is_amount(cell.of(text)) for cell in table[1]) or not _span(upper, lower):
        return None
    if not repeated and not any(map(_FIGURE.search, rest)):
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


def _is_amount(cell: str) -> bool:
    """Whether a cell's sum denies that it names a column, as emphasis does that it does not."""
    bold = _EMPHASIS.match(cell)
    named = bold is not None and not _MONEY.match(bold["words"])
    return not named and _AMOUNT.search(_MILLIONS.sub("m", cell)) is not None


def _span(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether heads of the upper line span columns that the lower one names."""
    if len(lower) != len(upper) or any(len(head) > _LONGEST for head in (*upper, *lower)):
        return False
    gaps = [place for place, head in enumerate(upper) if place and not head]
    if not gaps or not any(upper):
        return False
    named = all(lower[place] for place in gaps)
    title = bool(upper[0]) and not any(upper[1:]) and all(lower)
    begins = lower[0] in ("", upper[0]) or (not upper[0] and column_words(lower[:1]) > 0)
    return named and (title or begins)

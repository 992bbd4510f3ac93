"""Counts -> charts: what a template needs to draw them as inline SVG beside their figures.

Places are in percent, so that a chart stretches with the window while its words keep their size.
What is not covered is drawn hollow: nobody has to tell two colours apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.enquiries.insight import NONE, Count
from assistant.web.desk import wording

#: At most so many weeks have their name under their column.
_NAMED = 8
_STATUSES = {status.value: words for status, words in wording.STATUSES.items()}


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: widths in percent of the longest bar, ``covered`` from 0 to 1."""

    label: str
    questions: int
    covered: int
    solid: float
    hollow: float

    @property
    def share(self) -> int:
        """How many of a hundred questions the guides answer."""
        return round(100 * self.covered / self.questions) if self.questions else 0


@dataclass(frozen=True, slots=True)
class Column:
    """A week of a chart: ``x`` and ``width`` in percent of the chart, heights of its height."""

    bar: Bar
    x: float
    width: float
    middle: float
    named: bool


def bars(counts: Iterable[Count], titles: Mapping[str, str] | None = None) -> list[Bar]:
    """A bar for each count.

    Args:
        counts: in the order in which they are drawn.
        titles: what a label is shown as, where that is something else.
    """
    listed = list(counts)
    most = max((count.questions for count in listed), default=0) or 1
    return [
        Bar(
            _named(count.label, titles or {}),
            count.questions,
            count.covered,
            round(100 * count.covered / most, 2),
            round(100 * (count.questions - count.covered) / most, 2),
        )
        for count in listed
    ]


def columns(weeks: Sequence[Count]) -> list[Column]:
    """A column for each week, from left to right."""
    drawn = bars(weeks, {week.label: week.label for week in weeks})
    if not drawn:
        return []
    room = 100 / len(drawn)
    every = -(-len(drawn) // _NAMED)
    return [
        Column(
            bar,
            x=round(place * room + room * 0.15, 2),
            width=round(room * 0.7, 2),
            middle=round((place + 0.5) * room, 2),
            named=place % every == 0,
        )
        for place, bar in enumerate(drawn)
    ]


def _named(label: str, titles: Mapping[str, str]) -> str:
    if label == NONE:
        return "None found"
    if label in _STATUSES:
        return _STATUSES[label]
    return titles.get(label, label.replace("_", " ").replace("-", " ").capitalize())

"""Pay ranges -> a chart of bars by level, role and region, drawn here as inline SVG.

A bar's place is in percent, so that bars stretch with the window while words keep their size. The
table with the same figures stands under the chart: it is what a screen reader reads.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assistant.answer import Table
from assistant.web import wording
from assistant.web.markup import escape

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
#: Distances between the lines of the scale that read well, in whole currency units.
_STEPS = (1_000, 2_000, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 500_000)
_MOST_LINES = 4

Band = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From nothing to ``top``, a line every ``step``."""

    top: int
    step: int

    def percent(self, amount: float) -> float:
        return round(100 * amount / self.top, 2)


def pay_chart_html(table: Table, place: str) -> str:
    """One chart for each currency, most often one; empty if no range has a figure.

    Args:
        table: of kind "pay", with its bands.
        place: prefix of the ids on the page.
    """
    drawable = [band for band in table.bands if band["low"] is not None or band["high"] is not None]
    currencies = dict.fromkeys(str(band["currency"]) for band in drawable)
    return "".join(
        _chart(
            [band for band in drawable if band["currency"] == currency],
            table.caption,
            f"{place}-chart-{number}",
        )
        for number, currency in enumerate(currencies, 1)
    )


def _chart(bands: Sequence[Band], caption: str, anchor: str) -> str:
    scale = _scale(bands)
    roles, levels, regions = (_distinct(bands, name) for name in ("role", "level", "region"))
    ordered = sorted(bands, key=lambda band: levels.index(str(band["level"])))
    groups = "".join(
        f'<div class="level"><p class="level-name">{escape(level)}</p>'
        + _bars(list(group), roles, regions, scale)
        + "</div>"
        for level, group in groupby(ordered, key=lambda band: str(band["level"]))
    )
    title = f"{roles[0]}: {caption}" if len(roles) == 1 else caption
    label = wording.CHART.format(roles=", ".join(roles), levels=", ".join(levels))
    return (
        f'<figure class="chart" aria-labelledby="{anchor}">'
        f'<figcaption id="{anchor}">{escape(title)}</figcaption>'
        f'<div class="bars" role="img" aria-label="{escape(label)}">{groups}'
        f"{_axis(scale, str(bands[0]['currency']))}</div></figure>"
    )


def _bars(
    bands: Sequence[Band], roles: Sequence[str], regions: Sequence[str], scale: _Scale
) -> str:
    """The bars of a level; a role is named above the first of its bars only."""
    before = [None, *(str(band["role"]) for band in bands)]
    return "".join(
        _bar(band, roles, regions, scale, again=str(band["role"]) == last)
        for band, last in zip(bands, before, strict=False)
    )


def _bar(
    band: Band, roles: Sequence[str], regions: Sequence[str], scale: _Scale, *, again: bool
) -> str:
    role, region = str(band["role"]), str(band["region"])
    named = (("role", role, roles), ("region", region, regions))
    shown = [(kind, name) for kind, name, among in named if name and len(among) > 1]
    if again and len(shown) > 1:
        shown = shown[1:]
    whose = "".join(
        f'<span class="{kind}">{escape(name)}</span>'
        for kind, name in shown or [("region", region or role)]
    )
    low = band["low"] if band["low"] is not None else 0
    high = band["high"] if band["high"] is not None else scale.top
    lines = "".join(
        f'<line class="rule" x1="{at}%" x2="{at}%" y1="0" y2="100%"/>'
        for at in (scale.percent(amount) for amount in range(0, scale.top + 1, scale.step))
    )
    start, width = scale.percent(low), max(0.8, round(scale.percent(high) - scale.percent(low), 2))
    return (
        f'<div class="bar"><span class="whose">{whose}</span>'
        f'<span class="range">{escape(_range(band))}</span>'
        f'<svg width="100%" height="18" aria-hidden="true" focusable="false">{lines}'
        f'<rect class="role-{roles.index(role) % 4} region-{min(regions.index(region), 2)}"'
        f' x="{start}%" width="{width}%" y="50%" height="12" rx="3"/></svg></div>'
    )


def _axis(scale: _Scale, currency: str) -> str:
    marks = range(0, scale.top + 1, scale.step)
    texts = "".join(
        f'<text x="{scale.percent(amount)}%" y="14" text-anchor="{_anchor(amount, scale.top)}">'
        f"{escape(_short(amount, currency))}</text>"
        for amount in marks
    )
    return f'<svg class="axis" width="100%" height="20" aria-hidden="true">{texts}</svg>'


def _anchor(amount: int, top: int) -> str:
    return "start" if amount == 0 else "end" if amount == top else "middle"


def _scale(bands: Sequence[Band]) -> _Scale:
    """From nothing to the first line above the highest figure, with room for an open end."""
    most = max(band["high"] or 1.3 * band["low"] for band in bands)
    step = next((step for step in _STEPS if most <= step * _MOST_LINES), _STEPS[-1])
    return _Scale(max(1, math.ceil(most / step)) * step, step)


def _distinct(bands: Sequence[Band], name: str) -> list[str]:
    return list(dict.fromkeys(str(band[name]) for band in bands))


def _range(band: Band) -> str:
    low, high = (
        None if band[end] is None else _money(band[end], str(band["currency"]))
        for end in ("low", "high")
    )
    if low is None:
        return wording.UP_TO.format(high=high)
    if high is None:
        return wording.FROM.format(low=low)
    return low if low == high else wording.RANGE.format(low=low, high=high)


def _money(amount: int, currency: str) -> str:
    sign = _SIGNS.get(currency)
    return f"{sign}{amount:,}" if sign else f"{amount:,} {currency}"


def _short(amount: int, currency: str) -> str:
    if amount and amount % 1000 == 0:
        sign = _SIGNS.get(currency, "")
        return f"{sign}{amount // 1000:,}k"
    return _money(amount, currency)

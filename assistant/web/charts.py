"""Pay ranges -> a chart of bars by level, role and region, drawn here as inline SVG.

A bar's place is in percent, so that bars stretch with the window while words keep their size. The
table with the same figures stands under the chart: it is what a screen reader reads.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
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


def pay_table(table: Table) -> Table:
    """The table with the chart's figures: as it is, or with a row for each range.

    Where guides name their regions differently, a column for each name would be mostly empty.
    """
    if not table.bands or all(cell for row in table.rows for cell in row):
        return table
    rows = tuple(
        (str(band["role"]), str(band["level"]), _region(band), _range(band)) for band in table.bands
    )
    numbers = tuple(int(band["number"]) for band in table.bands)
    return replace(table, columns=wording.PAY_COLUMNS, rows=rows, numbers=numbers)


def _chart(bands: Sequence[Band], caption: str, anchor: str) -> str:
    scale = _scale(bands)
    roles, levels = (_distinct(bands, name) for name in ("role", "level"))
    outer = "level" if _on_one_ladder(bands) else "role"
    tones = _tones(bands)
    order = levels if outer == "level" else roles
    ordered = sorted(bands, key=lambda band: order.index(str(band[outer])))
    groups = "".join(
        f'<div class="level"><p class="level-name">{escape(name)}</p>'
        + _bars(list(group), outer, roles, tones, scale)
        + "</div>"
        for name, group in groupby(ordered, key=lambda band: str(band[outer]))
    )
    title = f"{roles[0]}: {caption}" if len(roles) == 1 else caption
    label = wording.CHART.format(roles=", ".join(roles), levels=", ".join(levels))
    return (
        f'<figure class="chart" aria-labelledby="{anchor}">'
        f'<figcaption id="{anchor}">{escape(title)}</figcaption>'
        f'<div class="bars" role="img" aria-label="{escape(label)}">{groups}'
        f"{_axis(scale, str(bands[0]['currency']))}</div></figure>"
    )


def _on_one_ladder(bands: Sequence[Band]) -> bool:
    """Whether the roles have most of their levels in common, and so stand side by side at each.

    Where each role has a ladder of its own, a level would hold the bars of one role alone.
    """
    held: dict[str, set[str]] = {}
    for band in bands:
        held.setdefault(str(band["level"]), set()).add(str(band["role"]))
    shared = sum(len(roles) > 1 for roles in held.values())
    return len(_distinct(bands, "role")) == 1 or 2 * shared >= len(held)


def _tones(bands: Sequence[Band]) -> dict[str, int]:
    """How full the bars of each region are drawn: a role's first region fully, its second less.

    Guides name regions in words of their own ("Rest of UK", "Elsewhere"); what has one name has
    one tone.
    """
    tones: dict[str, int] = {}
    for role in _distinct(bands, "role"):
        own = _distinct([band for band in bands if band["role"] == role], "region")
        taken = {tones[region] for region in own if region in tones}
        free = (tone for tone in count() if tone not in taken)
        tones |= {region: min(next(free), 2) for region in own if region not in tones}
    return tones


def _bars(
    bands: Sequence[Band],
    outer: str,
    roles: Sequence[str],
    tones: Mapping[str, int],
    scale: _Scale,
) -> str:
    """The bars of a group; what they have in common is named above the first of them only."""
    inner = "role" if outer == "level" else "level"
    regions = _distinct(bands, "region")
    drawn, named = [], ""
    for band in bands:
        name = str(band[inner]) if outer == "role" or len(roles) > 1 else ""
        region = _region(band) if len(regions) > 1 else str(band["region"])
        whose = [("role", name)] if name and name != named else []
        whose += [("region", region)] if region else []
        named = name
        tone = f"role-{roles.index(str(band['role'])) % 4} region-{tones[str(band['region'])]}"
        drawn.append(_bar(band, whose or [("role", str(band["role"]))], tone, scale))
    return "".join(drawn)


def _bar(band: Band, whose: Sequence[tuple[str, str]], tone: str, scale: _Scale) -> str:
    names = "".join(f'<span class="{kind}">{escape(name)}</span>' for kind, name in whose)
    low = band["low"] if band["low"] is not None else 0
    high = band["high"] if band["high"] is not None else scale.top
    lines = "".join(
        f'<line class="rule" x1="{at}%" x2="{at}%" y1="0" y2="100%"/>'
        for at in (scale.percent(amount) for amount in range(0, scale.top + 1, scale.step))
    )
    start, width = scale.percent(low), max(0.8, round(scale.percent(high) - scale.percent(low), 2))
    return (
        f'<div class="bar"><span class="whose">{names}</span>'
        f'<span class="range">{escape(_range(band))}</span>'
        f'<svg width="100%" height="18" aria-hidden="true" focusable="false">{lines}'
        f'<rect class="{tone}"'
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


def _region(band: Band) -> str:
    return str(band["region"]) or wording.NO_REGION


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

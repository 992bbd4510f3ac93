"""Small plots as inline SVG: a share with its interval, drawn on a line from 0 to 1."""

from evals.stats import Estimate

_WIDTH, _HEIGHT, _MARGIN = 160, 16, 4


def interval_plot(figure: Estimate, limit: float | None = None) -> str:
    """A dot at the value, a bar over its 95 % interval and a tick at the floor; empty if N/A.

    Args:
        figure: a share between 0 and 1.
        limit: the floor or ceiling that is asked, if any.
    """
    if figure.value is None or figure.low is None or figure.high is None:
        return ""
    middle = _HEIGHT / 2
    tick = (
        f'<line class="limit" x1="{_x(limit)}" x2="{_x(limit)}" y1="1" y2="{_HEIGHT - 1}"/>'
        if limit is not None
        else ""
    )
    return (
        f'<svg class="plot" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
        f' role="img" aria-label="{100 * figure.value:.1f} percent, interval '
        f'{100 * figure.low:.1f} to {100 * figure.high:.1f}">'
        f'<line class="scale" x1="{_x(0)}" x2="{_x(1)}" y1="{middle}" y2="{middle}"/>{tick}'
        f'<line class="interval" x1="{_x(figure.low)}" x2="{_x(figure.high)}" y1="{middle}"'
        f' y2="{middle}"/><circle class="value" cx="{_x(figure.value)}" cy="{middle}" r="3.5"/>'
        "</svg>"
    )


def _x(share: float) -> float:
    """Where a share stands, in the plot's own units."""
    return round(_MARGIN + min(max(share, 0.0), 1.0) * (_WIDTH - 2 * _MARGIN), 1)

"""Wording: figures as people read them."""

from evals.stats import Estimate


def percent(value: float | None) -> str:
    """A share for reading: "97.5 %"; "N/A" where nothing could be counted."""
    return "N/A" if value is None else f"{100 * value:.1f} %"


def points(value: float | None) -> str:
    """A difference of shares for reading: "-2.5 points"."""
    return "N/A" if value is None else f"{100 * value:+.1f} points"


def interval(figure: Estimate) -> str:
    """The 95 % interval of an estimate for reading; empty where nothing could be counted."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{percent(figure.low)} to {percent(figure.high)}"


def cases(count: int, which: str = "") -> str:
    """A number of cases for reading: "3 held-out cases" with ``which`` "held-out "."""
    return f"1 {which}case" if count == 1 else f"{count} {which}cases"

"""Agreement of a judge with labels."""

from collections.abc import Sequence


def kappa(labels: Sequence[bool], rulings: Sequence[bool]) -> float | None:
    """How far two raters agree beyond chance: 1 wholly, 0 as by chance; None without any pair.

    Two raters who both say the same one thing throughout leave nothing to tell from chance: also
    None.

    Source: Cohen 1960, "A coefficient of agreement for nominal scales".
    """
    pairs = list(zip(labels, rulings, strict=True))
    if not pairs:
        return None
    count = len(pairs)
    observed = sum(label == ruling for label, ruling in pairs) / count
    yes, said_yes = sum(labels) / count, sum(rulings) / count
    expected = yes * said_yes + (1 - yes) * (1 - said_yes)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def recall_of_unsupported(labels: Sequence[bool], rulings: Sequence[bool]) -> float | None:
    """The share of unsupported statements that were ruled so; None when there are none.

    Source: recall of the class that matters, as LLM judges are reported by Tang et al. 2024
    ("MiniCheck").
    """
    ruled = [ruling for label, ruling in zip(labels, rulings, strict=True) if not label]
    return sum(not ruling for ruling in ruled) / len(ruled) if ruled else None

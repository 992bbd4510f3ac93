"""The rows of pay answers as data, for a page to draw."""

from collections.abc import Sequence
from typing import Any

from assistant.answer import Table
from assistant.answering.columns import pay_column
from assistant.answering.pay import PayAnswer, PayRow
from assistant.answering.pay_claims import one_a_stretch, range_text
from assistant.answering.wording import say
from assistant.guides.model import Band


def pay_table(answers: Sequence[PayAnswer], numbers: dict[tuple[str, int], int]) -> Table:
    """The rows as data for a page to draw, one row a level and role.

    Args:
        answers: one for each role.
        numbers: (guide id, start of the row) -> citation number.
    """
    labels = tuple(
        dict.fromkeys(
            _label(row, b) for answer in answers for row in answer.rows for b in row.bands
        )
    )
    rows, marks = [], []
    bands: list[dict[str, Any]] = []
    for answer in answers:
        for row in answer.rows:
            number = numbers.get((row.guide.id, row.block.start))
            if number is None:
                continue
            cells = {
                _label(row, band): range_text(band, row.guide)
                .removeprefix(f"{band.region}:")
                .strip()
                for band in one_a_stretch(row)
            }
            rows.append((answer.guide.role, row.level, *(cells.get(label, "") for label in labels)))
            marks.append(number)
            bands.extend(
                {
                    "guide_id": answer.guide.id,
                    "role": answer.guide.role,
                    "level": band.level,
                    "region": band.region,
                    "low": band.low,
                    "high": band.high,
                    "currency": band.currency,
                    "note": band.note,
                    "number": number,
                }
                for band in row.bands
            )
    columns = ("Role", "Level", *(label or "Pay" for label in labels))
    return Table("pay", say("pay.caption"), columns, tuple(rows), tuple(marks), tuple(bands))


def _label(row: PayRow, band: Band) -> str:
    """The column of the drawn table that a range stands in."""
    return ", ".join(part for part in (pay_column(row.guide, row.block, band), band.region) if part)

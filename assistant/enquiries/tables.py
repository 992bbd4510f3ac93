"""Insight and bulk results as CSV."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from assistant.enquiries.insight import Count, Insight

#: A cell that begins so is a formula to a spreadsheet: what people write is not to be run. The
#: last four are wide forms of the first, which some spreadsheets take for them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(found: Insight) -> Mapping[str, str]:
    """Each table of an insight as CSV, by name: topics, roles, statuses, weeks, gaps, pace."""
    pace = found.pace
    return {
        "topics": _counts("topic", found.topics),
        "roles": _counts("role", found.roles),
        "statuses": _counts("status", found.statuses),
        "weeks": _counts("week", found.weeks),
        "gaps": written(
            ("question", "count", "examples", "roles", "first", "last", "enquiries"),
            (
                (
                    gap.question,
                    gap.count,
                    " | ".join(gap.examples),
                    " ".join(gap.roles),
                    gap.first_at.date().isoformat(),
                    gap.last_at.date().isoformat(),
                    " ".join(map(str, gap.enquiry_ids)),
                )
                for gap in found.gaps
            ),
        ),
        "pace": written(
            ("measure", "value"),
            (
                ("enquiries", pace.enquiries),
                ("drafted", pace.drafted),
                ("approved", pace.approved),
                ("median seconds to draft", pace.seconds_to_draft),
                ("median seconds to approve", pace.seconds_to_approve),
                ("share approved unedited", pace.share_unedited),
            ),
        ),
    }


def written(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV that spreadsheets open without running anything in it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue()


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return "" if cell is None else cell


def _counts(label: str, counts: Iterable[Count]) -> str:
    return written(
        (label, "questions", "covered"),
        ((count.label, count.questions, count.covered) for count in counts),
    )

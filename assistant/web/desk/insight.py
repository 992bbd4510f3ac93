"""Insight: what is asked, what the guides lack, and how the replies go."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from threading import Lock
from typing import Annotated, Protocol

import numpy as np
from fastapi import APIRouter, Query
from fastapi.responses import Response
from numpy.typing import NDArray

from assistant.enquiries.insight import Count, Insight, insight, week_of
from assistant.enquiries.tables import as_csv
from assistant.errors import NoRecordError
from assistant.web.desk.charts import bars, columns
from assistant.web.desk.guarding import SignedIn, TheOffice
from assistant.web.desk.office import Office
from assistant.web.desk.rendering import HEADERS, draw, uk_time

router = APIRouter()

#: What is looked at unless somebody chooses, in weeks.
WEEKS = 12
#: Vectors of questions that are held, some 6 MB.
_HELD = 4096

Day = Annotated[str, Query(max_length=10)]


class Model(Protocol):
    """What embeds texts; every embedding model of ours does."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (texts, dimension)."""
        ...


class Remembering:
    """An embedding model that embeds each text once: the same questions are looked at again."""

    def __init__(self, embeddings: Model) -> None:
        self._embeddings = embeddings
        self._lock = Lock()
        self._held: dict[str, NDArray[np.float32]] = {}

    def __call__(self, texts: list[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (texts, dimension)."""
        with self._lock:
            unknown = [text for text in dict.fromkeys(texts) if text not in self._held]
            if len(self._held) + len(unknown) > _HELD:
                self._held = {text: self._held[text] for text in texts if text in self._held}
            if unknown:
                vectors = self._embeddings.embed(unknown)
                self._held.update(zip(unknown, vectors, strict=True))
            return np.stack([self._held[text] for text in texts])


@router.get("/insight")
def insight_page(
    session: SignedIn, office: TheOffice, since: Day = "", until: Day = ""
) -> Response:
    """The figures of a span of time, as charts with their tables."""
    first, last = _span(office, since, until)
    found = _insight(office, first, last)
    titles = {guide.id: guide.title for guide in office.guides()}
    return draw(
        "insight.html",
        session,
        found=found,
        pace=found.pace,
        first=first.isoformat(),
        last=last.isoformat(),
        weeks=columns(_every_week(found.weeks, first, last)),
        charts=[
            {"name": "topics", "title": "By topic", "label": "Topic", "bars": bars(found.topics)},
            {
                "name": "roles",
                "title": "By role",
                "label": "Role",
                "bars": bars(found.roles, titles),
            },
            {
                "name": "statuses",
                "title": "By outcome",
                "label": "Outcome",
                "bars": bars(found.statuses),
            },
        ],
        titles=titles,
        answered=sum(count.covered for count in found.statuses),
    )


@router.get("/insight/{name}.csv")
def insight_csv(
    name: str,
    session: SignedIn,  # noqa: ARG001
    office: TheOffice,
    since: Day = "",
    until: Day = "",
) -> Response:
    """One of the tables, for a spreadsheet."""
    first, last = _span(office, since, until)
    tables = as_csv(_insight(office, first, last))
    if name not in tables:
        message = f"There is no table {name}. There are: {', '.join(tables)}."
        raise NoRecordError(message)
    file = f"{name}-{first}-{last}.csv"
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{file}"'}
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return Response("\ufeff" + tables[name], media_type="text/csv; charset=utf-8", headers=headers)


def _span(office: Office, since: str, until: str) -> tuple[date, date]:
    """The first and the last day; what can't be read as a day is left to the usual span."""
    today = office.records.clock().astimezone(uk_time()).date()
    last = _day(until) or today
    first = _day(since) or last - timedelta(weeks=WEEKS)
    return min(first, last), max(first, last)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _every_week(counts: Sequence[Count], first: date, last: date) -> list[Count]:
    """The weeks of a span in order, those without a question too."""
    known = {count.label: count for count in counts}
    days = (last - first).days
    labels = dict.fromkeys(
        week_of(datetime.combine(first + timedelta(days=after), time(12), tzinfo=UTC))
        for after in (*range(0, days, 7), days)
    )
    return [known.get(label, Count(label, 0, 0)) for label in labels]


def _insight(office: Office, first: date, last: date) -> Insight:
    since = datetime.combine(first, time(), tzinfo=uk_time())
    until = datetime.combine(last, time.max, tzinfo=uk_time())
    return insight(office.records, office.embed, since, until)

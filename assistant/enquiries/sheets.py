"""A .csv with one message a row -> the messages, and which rows have none that can be read."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.enquiries.intake import accepted, decoded
from assistant.errors import NotAllowedError
from assistant.records.values import Channel, Incoming

#: Names that a column may have, most telling first.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "body": (
        "message", "text", "body", "enquiry", "question", "questions", "content", "email body",
    ),
    "sender_name": ("name", "sender name", "from name", "sender", "candidate"),
    "sender_email": ("email", "e-mail", "sender email", "from email", "email address", "from"),
    "subject": ("subject", "title"),
    "reference": ("id", "reference", "ref", "ticket", "case"),
}  # fmt: skip
#: A line by which spreadsheets are told what parts the cells.
_SEPARATOR = re.compile(r"\ufeff?sep=(.)\r?\n", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's message; of one that can't be read only the reference, and ``fault`` says why."""

    message: Incoming
    fault: str = ""


def read_csv(name: str, data: bytes) -> list[Row]:
    """The rows of a .csv file, in order.

    The first row names the columns; which names are known is said in ``COLUMNS``. A file of one
    column needs no names. Rows without any text are left out.

    Raises:
        NotAllowedError: it is no CSV, there is no message column, or no row can be read; the
            message names the row.
    """
    filled = [row for row in _cells(name, data) if any(map(str.strip, row[1]))]
    if not filled:
        message = f"{name} is empty. Give a file with one message a row."
        raise NotAllowedError(message)
    places = _columns(filled[0][1])
    if "body" in places:
        filled = filled[1:]
    elif len(filled[0][1]) == 1:
        places = {"body": 0}
    else:
        message = (
            f"{name} has no column with the messages. Name it “message” in the first row; other "
            "columns may be “id”, “name”, “email” and “subject”."
        )
        raise NotAllowedError(message)
    rows = [_of_row(number, cells, places) for number, cells in filled]
    if all(row.fault for row in rows):
        what = f"{name}: {rows[0].fault}" if rows else f"{name} has the names of columns alone."
        raise NotAllowedError(what)
    return rows


def _cells(name: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number, as a spreadsheet counts them."""
    text = decoded(name, data)
    told = _SEPARATOR.match(text)
    first = 2 if told else 1
    text = text[told.end() :] if told else text
    number = first
    try:
        reader = csv.reader(
            io.StringIO(text, newline=""), delimiter=told[1] if told else _parted(text), strict=True
        )
        for number, row in enumerate(reader, first):
            yield number, row
            number += 1
    except csv.Error as error:
        message = f"{name} can't be read as CSV at row {number}: {error}. Save it again as CSV."
        raise NotAllowedError(message) from error


def _parted(text: str) -> str:
    """Commas, semicolons or tabs: whichever the first row has most of."""
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _columns(header: Sequence[str]) -> dict[str, int]:
    names = [re.sub(r"[\s_]+", " ", cell).strip().casefold() for cell in header]
    places = {}
    for field, known in COLUMNS.items():
        found = next((name for name in known if name in names), None)
        if found is not None:
            places[field] = names.index(found)
    return places


def _of_row(number: int, row: Sequence[str], places: Mapping[str, int]) -> Row:
    values = {field: row[place] if place < len(row) else "" for field, place in places.items()}
    reference = values.get("reference", "").strip()[:200] or str(number)
    try:
        message = accepted(Incoming(channel=Channel.CSV, **values))
    except NotAllowedError as error:
        return Row(Incoming("", channel=Channel.CSV, reference=reference), f"Row {number}: {error}")
    return Row(message if message.reference else replace(message, reference=reference))

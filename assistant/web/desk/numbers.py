"""Numbers that a browser sends: of records in addresses, and in the fields of forms."""

from typing import Annotated

from fastapi import Path

#: The largest number that either database keeps for a record.
LARGEST = 2_147_483_647

#: A record's number in an address; with any other there is no such page.
Placed = Annotated[int, Path(ge=1, le=LARGEST)]


def whole(text: str) -> int:
    """The number that a field holds; 0 where it holds none, or a larger one than is kept."""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST))):
        return 0
    number = int(text)
    return number if number <= LARGEST else 0

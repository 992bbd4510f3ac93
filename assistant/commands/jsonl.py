"""Reading and writing files of JSON lines, with errors that name the line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.errors import SettingsError


class Line(BaseModel):
    """One conversation: ``{"id": ..., "turns": [...]}``.

    Where a command takes it, ``{"id": ..., "query": "..."}`` does as well.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str | int
    turns: tuple[str, ...] = Field(default=())
    query: str = ""

    @model_validator(mode="after")
    def _asks(self) -> "Line":
        if not self.turns and not self.query:
            message = 'it needs "turns" (a list of messages) or "query"'
            raise ValueError(message)
        return self

    @property
    def messages(self) -> tuple[str, ...]:
        """The person's messages, oldest first."""
        return self.turns or (self.query,)


def read_lines(path: Path) -> list[Line]:
    """Every line of the file, checked before any is answered.

    Raises:
        SettingsError: the file can't be read, or a line is not what it should be; names the line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: can't be read as UTF-8 ({error}). Give a file of JSON lines."
        raise SettingsError(message) from error
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                lines.append(Line.model_validate_json(line))
            except ValidationError as error:
                fault = error.errors()[0]["msg"]
                message = f"{path}, line {number}: {fault}. Correct the line and run again."
                raise SettingsError(message) from error
    return lines


def write_lines(path: Path, rows: Iterable[Mapping[str, Any]]) -> int:
    """Write rows as JSON lines, whole or not at all; returns their count.

    The file appears when the last row is done.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    count = 0
    with unfinished.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    unfinished.replace(path)
    return count


def with_progress(lines: list[Line], label: str) -> Iterator[Line]:
    """The lines, with a progress bar on the terminal where there is one."""
    from rich.console import Console
    from rich.progress import track

    yield from track(lines, label, console=Console(stderr=True), transient=True)

"""The YAML front matter of a Markdown guide, checked by pydantic."""

import datetime
import re
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assistant.errors import GuideError

_FENCED = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?)(?:^|(?<=\n)|(?<=\r))(?:---"
    r"|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL | re.MULTILINE,
)
_UNCLOSED = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)\w[\w -]*:(?:\s|$)")
_REMEDY = "Correct the lines between the two '---' lines, or remove them all."


class FrontMatter(BaseModel):
    """What a guide says about itself. Fields that are not listed here are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    title: str = ""
    role: str = ""
    summary: str = ""
    sector: str = ""
    aliases: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    sources: tuple[str, ...] = Field(())

    @field_validator("title", "role", "summary", "sector", "date", "url", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        if value is None:
            return ""
        if isinstance(value, datetime.date):
            return value.isoformat()
        return value.strip() if isinstance(value, str) else value

    @field_validator("aliases", "sources", mode="before")
    @classmethod
    def _as_list(cls, value: Any) -> Any:
        if value is None:
            return ()
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        if isinstance(value, list):
            return tuple(_as_line(part) for part in value if part not in (None, ""))
        return value


def split_front_matter(text: str, source: str) -> tuple[FrontMatter, int]:
    """The front matter of ``text`` and where the body begins; empty and 0 when there is none.

    Raises:
        GuideError: the front matter is not closed, is not YAML, or has a field of a wrong type.
    """
    fenced = _FENCED.match(text)
    if fenced is None:
        if _UNCLOSED.match(text):
            raise GuideError(source, "the front matter is never closed by a '---' line", _REMEDY)
        return FrontMatter(), 0
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(fenced["yaml"])):
            raise GuideError(source, "the front matter repeats itself by YAML aliases", _REMEDY)
        fields = yaml.safe_load(fenced["yaml"])
        if fields is None:
            return FrontMatter(), fenced.end()
        return FrontMatter.model_validate(fields), fenced.end()
    except (yaml.YAMLError, RecursionError) as error:
        reason = f"the front matter does not parse ({_one_line(error)})"
        raise GuideError(source, reason, _REMEDY) from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "the whole"
        reason = f"the front matter does not parse (field {name}: {first['msg']})"
        raise GuideError(source, reason, _REMEDY) from error


def _as_line(value: Any) -> Any:
    """A list entry as one line; a mapping such as ``{name: ..., url: ...}`` joins its values."""
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    return str(value).strip()


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]

"""Where the words that a link quotes stand in the guide of now."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.guides.model import Guide, Span
from assistant.versions import Versions, version_of

NOWHERE = Span(0, 0)


class Standing(StrEnum):
    """What became of the quoted words."""

    NONE = "none"
    """The link quotes nothing."""
    HERE = "here"
    """They stand where they stood."""
    STILL = "still"
    """The guide has changed since, and they still stand in it."""
    GONE = "gone"
    """The guide has changed since, and they no longer stand in it."""
    UNKNOWN = "unknown"
    """The link is to a text that isn't kept here."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quoted words: what became of them, where they stand now, and what they were then."""

    standing: Standing
    span: Span = NOWHERE
    then: str = ""


def locate(guide: Guide, asked: Span, version: str, versions: Versions) -> Quoted:
    """Find the quoted words in the guide of now.

    Args:
        guide: as it is ingested now.
        asked: the characters that the link names, of the text that it was made from.
        version: names that text; empty for a link that names none, which is taken at its word.
        versions: the texts that are kept.
    """
    if asked.start >= asked.end:
        return Quoted(Standing.NONE)
    if not version or version == version_of(guide):
        inside = asked.end <= len(guide.source_text)
        return Quoted(Standing.HERE, asked) if inside else Quoted(Standing.UNKNOWN)
    old = versions.text(version)
    then = asked.of(old) if old is not None else ""
    if not then.strip():
        return Quoted(Standing.UNKNOWN)
    span = _find(then, guide.source_text, asked.start)
    return Quoted(Standing.STILL, span, then) if span else Quoted(Standing.GONE, NOWHERE, then)


def _find(words: str, text: str, near: int) -> Span | None:
    """The place of the words that is nearest to where they stood, whatever their line breaks."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    places = [
        Span(found.start(), found.end()) for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)
    ]
    return min(places, key=lambda place: abs(place.start - near), default=None)

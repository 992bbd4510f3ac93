"""Text as the measures compare it: markers and Markdown set aside, case and spacing folded."""

import re
from functools import lru_cache

from assistant.words import normalise

MARKER = re.compile(r"\[(\d{1,3})\](?!\()")
_MARKUP = re.compile(r"(\*\*|__|`|^#{1,6}\s+|^\s*>\s?|^\s*(?:[-*+•]|\d{1,2}[.)])\s+)", re.MULTILINE)
_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\[]+)\]\([^)\s]*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"\s+")


def markers(text: str) -> list[int]:
    """The numbers of the markers in a text, in order, repeats kept."""
    return [int(number) for number in MARKER.findall(text)]


def plain(markdown: str) -> str:
    """A Markdown text without markers and markup, its lines kept."""
    text = _RULE.sub("", MARKER.sub("", _LINK.sub(r"\1", markdown)))
    return _ESCAPE.sub(r"\1", _MARKUP.sub("", text))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A plain text for comparing: case, quotes, hyphens, cell borders and spacing made equal."""
    return _SPACES.sub(" ", normalise(text).casefold().replace("|", " ")).strip()


@lru_cache(maxsize=8192)
def comparable(markdown: str) -> str:
    """A Markdown text for comparing with the guides' words."""
    return folded(plain(markdown))

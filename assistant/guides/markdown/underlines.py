"""Underlined headings that Markdown reads otherwise -> a text of the same length that it does not.

"1. The role" above dashes is a list to it, and "~~~~" begins code that swallows all that follows.
"""

import re

_END = r"[ \t]*\r?$"
_NUMBERED = re.compile(
    r"^(?P<number> {0,3}\d{1,9}[.)]) "
    rf"(?=\S[^\r\n]*\r?\n {{0,3}}(?:={{3,}}|-{{3,}}|~{{4,}}|\^{{4,}}){_END})",
    re.MULTILINE,
)
_UNDERLINED = re.compile(
    r"^(?P<above> {0,3}(?P<words>\w[^\r\n]*?)[ \t]*\r?\n {0,3})"
    rf"(?P<line>~{{4,}}|\^{{4,}})(?={_END})",
    re.MULTILINE,
)
_NEXT = re.compile(rf"^(?P<above>[^\r\n]*)\r?\n {{0,3}}(?P<line>~{{4,}}){_END}", re.MULTILINE)
#: A line below a heading is about as long as that; what opens code is shorter.
_LONGER = 2
#: What "~" and "^" underline ranks below what "=" and "-" do.
SUBLEVEL = 3


def for_markdown(text: str) -> str:
    """The text with such headings as Markdown knows them; every offset stays what it is."""
    text = _UNDERLINED.sub(_dashed, text)
    return _NUMBERED.sub("\\g<number>\N{NO-BREAK SPACE}", text)


def _dashed(found: re.Match[str]) -> str:
    line = found["line"]
    heads = _alike(line, found["words"]) and not (line[0] == "~" and _is_closed(found))
    return found["above"] + "-" * len(line) if heads else found.group()


def _is_closed(found: re.Match[str]) -> bool:
    """Whether the next such line underlines no heading, so that it ends what this one begins."""
    after = _NEXT.search(found.string, found.end())
    return after is not None and not _alike(after["line"], after["above"].strip())


def _alike(line: str, words: str) -> bool:
    return abs(len(line) - len(words)) <= _LONGER


def is_sublevel(underlining: str) -> bool:
    """Whether a line that underlines a heading makes it one of the third level."""
    return underlining.strip()[:1] in ("~", "^")

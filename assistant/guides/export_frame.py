"""What of a page's text is its frame, as copied with all that stands around the guide."""

import re
from collections.abc import Sequence

from assistant.guides.lines import Line, Shape
from assistant.guides.opening import could_be_title, is_trail
from assistant.guides.running_lines import running

#: A trail stands among so many first lines.
_TRAIL_WITHIN = 6
_SKIP = re.compile(r"skip (?:to|past|over)\b.{0,40}", re.IGNORECASE)
_SKIP_WITHIN = 4
_MENU_WORDS = 6
#: Between the title and the first paragraph stand no more lines, such as a date.
_NEAR = 3
#: A first paragraph of the guide is no shorter, and what stands around it has no line as long.
_PROSE_WORDS = 12
_CONTENTS = re.compile(
    r"(?:on|in) this (?:page|guide|article|profile)|(?:table of |page )?contents|jump to",
    re.IGNORECASE,
)
_TO_TOP = re.compile(r"(?:go )?back to (?:the )?top", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:did you find|was) this (?:page|article|guide|profile) (?:useful|helpful)\?"
    r"|share (?:this (?:page|article|guide|profile)|on \w+)"
    r"|cookies on this (?:site|website)|accept all(?: cookies)?|(?:©|copyright\b).{0,80}",
    re.IGNORECASE,
)


def without_frame(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without running lines, menus, the trail to the page, contents and what ends it.

    Args:
        text: the text that offsets count in.
        lines: the lines of the page.
    """
    kept = _without_running(text, lines)
    kept = [
        line
        for place, line in enumerate(kept)
        if place >= _TRAIL_WITHIN or line.shape is not Shape.TEXT or not is_trail(line.text)
    ]
    return _without_contents(_without_end(kept[_beginning(kept) :]))


def _without_running(text: str, lines: Sequence[Line]) -> list[Line]:
    running_at = running([line.text for line in lines], text)
    return [line for place, line in enumerate(lines) if place not in running_at]


def _beginning(lines: Sequence[Line]) -> int:
    """Where the guide begins below the menus of its site: at the title above the first paragraph.

    Menus are told by a link that skips them, or by a title that stands in the trail too.
    """
    first = next((place for place, line in enumerate(lines) if _is_prose(line)), 0)
    above = [line.text.casefold() for line in lines[:first]]
    earliest = {words: place for place, words in reversed(list(enumerate(above)))}
    again = [place for place, words in enumerate(above) if earliest[words] < place]
    if any(_SKIP.fullmatch(words) for words in above[:_SKIP_WITHIN]):
        title = again[-1] if again and first - again[-1] <= _NEAR else first - 1
        return title if could_be_title(lines[title].text) else 0
    menus = first > _SKIP_WITHIN and all(len(words.split()) <= _MENU_WORDS for words in above[:-1])
    return first - 1 if menus and first - 1 in again else 0


def _without_end(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the first that ends a page, where nothing but short ones follow it."""
    kept = [line for line in lines if not _TO_TOP.fullmatch(line.text)]
    last = max((place for place, line in enumerate(kept) if _holds_text(line)), default=0)
    for place in range(last + 1, len(kept)):
        if _CLOSES.fullmatch(kept[place].text):
            return kept[:place]
    return kept


def _holds_text(line: Line) -> bool:
    said = line.text.rstrip()
    told = _is_prose(line) or "£" in said or (said.endswith(".") and " " in said)
    return line.shape is not Shape.TEXT or told


def _without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without a list of contents: its items stand again as headings further down."""
    last = {line.text.casefold(): place for place, line in enumerate(lines)}
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        stop = place + 1
        if _CONTENTS.fullmatch(lines[place].text.rstrip(":")):
            while stop < len(lines) and last[lines[stop].text.casefold()] > stop:
                stop += 1
        if stop - place < 3:
            stop = place + 1
            kept.append(lines[place])
        place = stop
    return kept


def _is_prose(line: Line) -> bool:
    words = line.text.split()
    return (
        line.shape is Shape.TEXT and len(words) >= _PROSE_WORDS and words[-1].endswith((".", "!"))
    )

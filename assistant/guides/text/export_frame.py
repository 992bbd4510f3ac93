"""What of a page's text is its frame, as copied with all that stands around the guide."""

import re
from collections.abc import Sequence

from assistant.guides.jobs.naming import names_job
from assistant.guides.jobs.opening import could_be_title, is_detail, is_trail
from assistant.guides.lines import Line, Shape
from assistant.guides.page_words import (
    PageLine,
    asks,
    end_of,
    is_button,
    is_byline,
    is_control,
    is_cookie_notice,
)
from assistant.guides.text.emails import without_heads
from assistant.guides.text.running_lines import running
from assistant.guides.text.slides import without_numbers

#: A trail stands among so many first lines.
_TRAIL_WITHIN = 6
_SKIP = re.compile(r"skip (?:to|past|over)\b.{0,40}", re.IGNORECASE)
_SKIP_WITHIN = 4
_NOTICE_WITHIN = 8
_MENU_WORDS = 6
#: Between the title and the first paragraph stand no more lines, such as a date.
_NEAR = 3
#: What adds to a title takes fewer lines: other names, a date, who wrote it.
_BYLINES = 4
#: A first paragraph of the guide is no shorter, and what stands around it has no line as long.
_PROSE_WORDS = 12
#: A number alone that begins so far from the left edge may be its page's.
_MIDDLE = 15
_NUMBER = re.compile(r"[0-9]{1,3}")
_APART = re.compile(r"\f|(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])")
_CONTENTS = re.compile(
    r"(?:on|in) this (?:page|guide|article|profile)|(?:table of |page )?contents|jump to",
    re.IGNORECASE,
)
_TO_TOP = re.compile(r"(?:go )?back to (?:the )?top", re.IGNORECASE)
_SENTENCE_WORDS = 5
#: A line that a program broke is no shorter.
_SHORTEST_BROKEN = 30


def without_frame(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without running lines, menus, the trail to the page, contents and what ends it.

    An e-mail loses its head too, but for the subject.

    Args:
        text: the text that offsets count in.
        lines: the lines of the page.
    """
    kept = _without_running(text, without_heads(lines))
    kept = [
        line
        for place, line in enumerate(kept)
        if line.shape is not Shape.TEXT or not _is_around(kept, place)
    ]
    return _without_contents(_without_end(_without_start(text, kept)))


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the rest of the item or the long line right above it: "register"."""
    line, before = lines[place], lines[place - 1] if place else None
    if before is None or line.shape is not Shape.TEXT or line.after_blank:
        return False
    cut = before.shape is Shape.ITEM or len(before.text) >= _SHORTEST_BROKEN
    return cut and line.text[0].islower() and not before.text.endswith((".", "!", "?", ":"))


def _is_around(lines: Sequence[Line], place: int) -> bool:
    """Whether a line leads to the page, or is a button of it.

    What answers a question or heads a sentence is none, but for who wrote the page and when.
    """
    said = lines[place].text
    answers = place > 0 and asks(lines[place - 1].text)
    heads = place + 1 < len(lines) and lines[place + 1].text.endswith((".", "!"))
    heads = heads and not is_byline(said)
    button = is_button(said) and not (answers or heads or _goes_on(lines, place))
    return button or (place < _TRAIL_WITHIN and is_trail(said))


def _without_running(text: str, lines: Sequence[Line]) -> list[Line]:
    left_at = running([_whole(line) for line in lines], text, _numbers_at(text, lines))
    return without_numbers(lines, left_at)


def _numbers_at(text: str, lines: Sequence[Line]) -> set[int]:
    """The places of numbers far from the left edge that count pages, or end the last one."""
    alone = [place for place in range(len(lines)) if _stands_apart(text, lines, place)]
    values = [int(lines[place].text) for place in alone]
    follow = {at for at in range(1, len(alone)) if values[at] == values[at - 1] + 1}
    counted = {alone[at] for at in range(len(alone)) if at in follow or at + 1 in follow}
    return counted | {place for place in alone if place == len(lines) - 1}


def _stands_apart(text: str, lines: Sequence[Line], place: int) -> bool:
    """Whether a line is a number far from the left edge, with blank lines around it."""
    line = lines[place]
    if not _NUMBER.fullmatch(line.text) or _indent(text, line) < _MIDDLE:
        return False
    above = text[lines[place - 1].end : line.start] if place else ""
    below = text[line.end : lines[place + 1].start] if place + 1 < len(lines) else ""
    return all(not gap or _APART.search(gap) for gap in (above, below))


def _indent(text: str, line: Line) -> int:
    """How far from the left edge a line begins."""
    return line.start - max(text.rfind(end, 0, line.start) for end in "\n\r\f") - 1


def _without_start(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without what stands above the guide: menus, notices and what a click does."""
    skips = any(_SKIP.fullmatch(line.text) for line in lines[:_SKIP_WITHIN])
    noticed = [
        line
        for place, line in enumerate(lines)
        if place >= _NOTICE_WITHIN or not is_cookie_notice(line.text)
    ]
    first = _first(noticed, _PROSE_WORDS)
    kept = [
        line
        for place, line in enumerate(noticed)
        if place >= first
        or line.shape is not Shape.TEXT
        or not is_control(line.text)
        or _goes_on(noticed, place)
        or (place and asks(noticed[place - 1].text))
    ]
    return kept[_beginning(text, kept, skips=skips) :]


def _beginning(text: str, lines: Sequence[Line], *, skips: bool) -> int:
    """Where the guide begins below the menus of its site: at the title above the first paragraph.

    Menus are told by a link that skips them, or by a title that stands in the trail too. None holds
    pay, a table or most of the text: then a shorter sentence is the first paragraph.
    """
    first = _first(lines, _PROSE_WORDS)
    if _holds_much(lines[:first], lines):
        first = _first(lines, _SENTENCE_WORDS)
    if first == 0 or _holds_much(lines[:first], lines):
        return 0
    above = [line.text.casefold() for line in lines[:first]]
    earliest = {words: place for place, words in reversed(list(enumerate(above)))}
    again = [place for place, words in enumerate(above) if earliest[words] < place]
    if skips:
        title = (
            again[-1] if again and first - again[-1] <= _NEAR else _named_above(text, lines, first)
        )
        return title if could_be_title(lines[title].text) else 0
    menus = first > _SKIP_WITHIN and all(len(words.split()) <= _MENU_WORDS for words in above[:-1])
    return first - 1 if menus and first - 1 in again else 0


def _first(lines: Sequence[Line], fewest: int) -> int:
    """The place of the first sentence of so many words; 0 if there is none."""
    return next((place for place, line in enumerate(lines) if _is_prose(line, fewest)), 0)


def _named_above(text: str, lines: Sequence[Line], first: int) -> int:
    """The line above a place that names the job, or the last one that adds to no other."""
    above = range(first - 1, max(-1, first - 1 - _BYLINES), -1)
    named = [place for place in above if names_job(text, lines[place].text)]
    plain = [place for place in above if not is_detail(lines[place].text)]
    return [*named, *plain, first - 1][0]


def _holds_much(part: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a part of a page holds pay, a table or most of its words."""
    words, of = (sum(len(line.text.split()) for line in some) for some in (part, lines))
    told = any(line.shape is Shape.ROW or "£" in line.text for line in part)
    return told or 2 * words > of


def _without_end(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the first that ends a page, where nothing but short ones follow it."""
    kept = [line for line in lines if not _TO_TOP.fullmatch(line.text)]
    return kept[: end_of([_page_line(kept, place) for place in range(len(kept))])]


def _page_line(lines: Sequence[Line], place: int) -> PageLine:
    line = lines[place]
    marked = line.shape is Shape.HEADING or line.level > 0
    # What goes on with the line above is shown with it, so that it ends no page.
    words = f"{lines[place - 1].text} {line.text}" if _goes_on(lines, place) else _whole(line)
    return PageLine(words, _holds_text(line), marked)


def _whole(line: Line) -> str:
    """A line with its sign, for an item "No" ends no page and "(c)" may tell of rights."""
    return f"{line.marker} {line.text}" if line.marker else line.text


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


def _is_prose(line: Line, fewest: int = _PROSE_WORDS) -> bool:
    words = line.text.split()
    return line.shape is Shape.TEXT and len(words) >= fewest and words[-1].endswith((".", "!"))

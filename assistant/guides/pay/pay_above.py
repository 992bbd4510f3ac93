"""What stands above pay and names its level or place: heading, caption, parent item, bold label."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.guides.faq import Pair
from assistant.guides.kinds import kind_of_heading
from assistant.guides.model import Band, SectionKind, Span
from assistant.guides.money import find_pay
from assistant.guides.outline import Element, Item, Paragraph, Row
from assistant.guides.pay.pay_cells import Frame, plain
from assistant.guides.pay.pay_lines import NO_LEVEL
from assistant.guides.ranks import names_rank, names_title
from assistant.guides.regions import column_region, is_place, names_place, of_pay

_NOTHING = Frame()
_MOST_WORDS = 6
#: "Pay by region" names none.
_ANY_PLACE = re.compile(r"\W*(?:(?:by|the|uk)\W+)*(?:regions?|regional(?:ly)?)\W*", re.IGNORECASE)
_NOT_PAID_FOR = (SectionKind.SALARY, SectionKind.FAQ)


def frames_above(
    text: str, elements: Sequence[Element | Pair], headings: Sequence[str]
) -> list[Frame]:
    """For each element of a section, what stands above it says of the pay in it.

    Args:
        text: the text that offsets count in.
        elements: what stands below the section's heading, in order.
        headings: the headings above it, outermost first.
    """
    outer = _of_headings(headings)
    labels = _labels(text, elements)
    below: dict[Span, Frame] = {}
    groups: dict[int, Frame] = {}
    frames: list[Frame] = []
    label = _NOTHING
    for place, element in enumerate(elements):
        own = _NOTHING
        if isinstance(element, Paragraph):
            label = labels.get(place, label if find_pay(element.span.of(text)) else _NOTHING)
            own = label
        elif isinstance(element, Item | Row):
            own = groups.setdefault(element.group, label)
            if isinstance(element, Item):
                own = below.get(element.parent, own) if element.parent else own
                below[element.span] = _filled(_named(text, element.span, heads=True), own)
                # Where indents are lost, an item that names a level or a place heads those below.
                groups[element.group] = _filled(_named(text, element.span), own)
            label = _NOTHING
        else:
            label = _NOTHING
        frames.append(_filled(own, outer))
    return frames


def filled(bands: Iterable[Band], above: Frame) -> tuple[Band, ...]:
    """The ranges, with level and region from above where their own line has none.

    A job that heads levels which name none stands before them: "Apprentice: Year 1".
    """
    return tuple(
        replace(band, level=_level(band.level, above), region=band.region or above.region)
        for band in bands
    )


def _level(level: str, above: Frame) -> str:
    within = level and above.heads and not names_title(level)
    return f"{above.level}: {level}" if within else level or above.level


def _filled(frame: Frame, above: Frame) -> Frame:
    level = frame if frame.level else above
    return Frame(level.level, frame.region or above.region, heads=level.heads)


def _labels(text: str, elements: Sequence[Element | Pair]) -> dict[int, Frame]:
    """By place: what a paragraph that only names a level or a place says of the pay near it.

    On a card the place may stand below its figures; then it is given by the place of the figures.
    """
    named = {
        place: frame
        for place, element in enumerate(elements)
        if isinstance(element, Paragraph) and (frame := _named(text, element.span)) != _NOTHING
    }
    paid = [
        place
        for place, element in enumerate(elements)
        if isinstance(element, Paragraph) and find_pay(element.span.of(text))
    ]
    followed = paid and all(place + 1 in named for place in paid) and paid[0] - 1 not in named
    return {place: named[place + 1] for place in paid} if followed else named


def _named(text: str, span: Span, *, heads: bool = False) -> Frame:
    """What a line without figures names; a title alone is a level only in what heads others."""
    words = span.of(text)
    return _NOTHING if find_pay(words) else _of_words(words, heads=heads)


def _of_headings(headings: Sequence[str]) -> Frame:
    """What the headings name, the innermost first; what stands above one about pay is no level."""
    frame = _NOTHING
    inner = True
    paid = [kind_of_heading(heading) is SectionKind.SALARY for heading in headings]
    for place in reversed(range(len(headings))):
        named = _of_words(headings[place], heads=inner)
        frame = _filled(frame, replace(named, heads=inner and any(paid[:place])))
        inner = inner and not paid[place]
    return frame


def _of_words(words: str, *, heads: bool) -> Frame:
    name = plain(words).rstrip(":").strip()
    region = column_region(name)
    if is_place(region) and not _ANY_PLACE.fullmatch(region):
        return Frame(region=region)
    few = 0 < len(name.split()) <= _MOST_WORDS and name[-1] not in ".?!"
    titled = heads and not names_place(name) and names_title(name)
    if not few or NO_LEVEL.search(name) or not (titled or names_rank(name)):
        return _NOTHING
    if of_pay(name) or kind_of_heading(name) in _NOT_PAID_FOR:
        return _NOTHING
    return Frame(name)

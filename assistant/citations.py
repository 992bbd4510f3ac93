"""Claims -> text with markers, and the citations that the markers stand for.

A claim is shown only if each of its quotes is found at its offsets and every figure in it stands in
one of its quotes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from assistant.figures import figures
from assistant.guides.model import Block, Guide, Section, Span

MARKER = re.compile(r"\[(\d+)\]")


class Layout(StrEnum):
    """Where a claim stands on the page."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a guide that is quoted: ``guides[guide_id].source_text[start:end]``."""

    guide_id: str
    section: tuple[str, ...]
    anchor: str
    start: int
    end: int

    def of(self, guides: Mapping[str, Guide]) -> str:
        """The words that are quoted, as the guide of this id has them."""
        return guides[self.guide_id].source_text[self.start : self.end]


def quote_in(guide: Guide, section: Section, part: Span | Block) -> Quote:
    """A part of a guide's section, as it is quoted."""
    return Quote(guide.id, section.path, section.anchor, part.start, part.end)


def one_guide(cited: Iterable[Citation | Quote]) -> tuple[str, ...]:
    """The id of the guide that all of these are from, if it is one."""
    guide_ids = tuple({one.guide_id for one in cited})
    return guide_ids if len(guide_ids) == 1 else ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, item or row of an answer with what it stands on.

    Fixed wording has no quotes and no figures.
    """

    text: str
    quotes: tuple[Quote, ...] = ()
    layout: Layout = Layout.SENTENCE


def quotes_of(claims: Iterable[Claim]) -> list[Quote]:
    """All that claims quote, in their order."""
    return [quote for claim in claims for quote in claim.quotes]


@dataclass(frozen=True, slots=True)
class Cited:
    """The text of an answer with its markers, the citations, and the claims left out.

    Left out are the claims that failed a check.
    """

    text: str
    citations: tuple[Citation, ...]
    dropped: tuple[tuple[Claim, str], ...]


def cite(claims: Iterable[Claim], guides: Mapping[str, Guide]) -> Cited:
    """Number the quotes in order of first use, one number a distinct quote, and set the markers.

    Args:
        claims: in the order in which they are read.
        guides: by id; each quote's guide must be among them.
    """
    numbers: dict[Quote, int] = {}
    shown: list[tuple[Claim, str]] = []
    dropped: list[tuple[Claim, str]] = []
    for claim in claims:
        fault = fault_of(claim, guides)
        if fault:
            dropped.append((claim, fault))
            continue
        markers = ""
        for quote in dict.fromkeys(claim.quotes):
            number = numbers.setdefault(quote, len(numbers) + 1)
            markers += f"[{number}]"
        shown.append((claim, markers))
    citations = tuple(
        _citation(number, quote, guides[quote.guide_id]) for quote, number in numbers.items()
    )
    return Cited(_layout(shown), citations, tuple(dropped))


def fault_of(claim: Claim, guides: Mapping[str, Guide]) -> str:
    """Why a claim may not be shown; empty if it may."""
    quoted = []
    for quote in claim.quotes:
        guide = guides.get(quote.guide_id)
        inside = guide and 0 <= quote.start < quote.end <= len(guide.source_text)
        text = guide.source_text[quote.start : quote.end] if guide and inside else ""
        if not text.strip():
            return "its quote is not in the guide"
        quoted.append(text)
    missing = figures(claim.text) - figures(" ¶ ".join(quoted)) if claim.quotes else frozenset()
    return f"not in its quotes: {', '.join(sorted(missing))}" if missing else ""


def _citation(number: int, quote: Quote, guide: Guide) -> Citation:
    return Citation(
        number=number,
        guide=guide.title,
        guide_id=guide.id,
        section=quote.section,
        quote=guide.source_text[quote.start : quote.end],
        source=guide.source,
        start=quote.start,
        end=quote.end,
        url=f"/guides/{guide.id}?from={quote.start}&to={quote.end}#{quote.anchor}",
    )


_BEFORE = {
    Layout.SENTENCE: " ",
    Layout.PARAGRAPH: "\n\n",
    Layout.ITEM: "\n",
    Layout.HEADING: "\n\n",
    Layout.ROW: "\n",
}


def _layout(shown: Iterable[tuple[Claim, str]]) -> str:
    text = ""
    previous: Layout | None = None
    for claim, markers in shown:
        body = _with_markers(claim, markers)
        if not text:
            text = body
        elif (
            (claim.layout is Layout.ITEM and previous is not Layout.ITEM)
            or (claim.layout is Layout.ROW and previous is not Layout.ROW)
            or (
                claim.layout is Layout.SENTENCE
                and previous in (Layout.ITEM, Layout.ROW, Layout.HEADING)
            )
        ):
            text += "\n\n" + body
        else:
            text += _BEFORE[claim.layout] + body
        previous = claim.layout
    return text


def _with_markers(claim: Claim, markers: str) -> str:
    if claim.layout is Layout.ITEM:
        return f"- {claim.text} {markers}".rstrip()
    if claim.layout is Layout.ROW:
        return (
            f"{claim.text.rstrip().removesuffix('|').rstrip()} {markers} |"
            if markers
            else claim.text
        )
    return f"{claim.text} {markers}".rstrip()

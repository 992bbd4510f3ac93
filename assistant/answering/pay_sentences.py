"""What a guide says about pay in sentences: of bands, of places, and beside its tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from assistant.answering.choice import leads_on
from assistant.answering.lists import row_claim
from assistant.answering.sentence_claims import sentence_claims
from assistant.answering.wording import say
from assistant.citations import Claim, Layout
from assistant.guides.model import Block, Guide, Section, SectionKind
from assistant.guides.once import once_a_guide
from assistant.understanding.places.places import Place
from assistant.understanding.query import Query


def band_claims(guide: Guide, bands: Sequence[str], *, which: bool) -> list[Claim]:
    """The sentences about pay that put a sum of money to an NHS band that was asked about.

    With ``which`` and no band named, those that say which bands a post has.
    """
    if which and not bands:
        return [claim for claim in pay_sentences(guide) if _NAMES_BAND.search(claim.text)]
    return [
        claim
        for claim in pay_sentences(guide)
        if "£" in claim.text
        and any(re.search(rf"\bband {band}", claim.text, re.I) for band in bands)
    ]


def band_end_claims(guide: Guide, query: Query) -> list[Claim]:
    """The sentence that says what an NHS band starts at or goes up to, where just that is asked.

    "Band 5 starts at £29,970", "the top of Band 5 is £36,483": rows that span it say no such thing.
    """
    ends = [end for end in _ENDS if end.search(query.asked)]
    if len(query.bands) != 1 or len(ends) != 1:
        return []
    band, end = rf"\bband {re.escape(query.bands[0])}\b", ends[0].pattern
    said = re.compile(
        rf"{band}[^.;£]{{0,30}}{end}[^.;£]{{0,25}}£|{end}[^.;£]{{0,25}}{band}[^.;£]{{0,25}}£", re.I
    )
    return [claim for claim in pay_sentences(guide) if said.search(claim.text)][:1]


#: Words for the two ends of a range.
_ENDS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:start\w*|begin\w*|bottom|minimum|min|lowest|entry|floor)\b",
        r"\b(?:tops?|max|maximum|highest|the most|ends? at|ceiling|up to|"
        r"go(?:es)? to|ris(?:es?|ing) to|stops? at)\b",
    )
)
_NAMES_BAND = re.compile(r"\bband \d", re.I)
#: Sentences about places that are shown beside the rows, at most.
_MOST_OF_PLACES = 2
_OF_PLACES = ("locations?", "regions?", "where (?:you|they|people) (?:live|work)")


def place_claims(guide: Guide, places: Sequence[Place], regions: Sequence[str]) -> list[Claim]:
    """The sentences about pay that speak of the places asked about, or of the nation they lie in.

    They may stand anywhere in the guide. Places that a region of the table is called by are left to
    its rows. Where the table has no regions, what location makes of pay is told as well.

    Args:
        guide: the guide.
        places: where the person asks about.
        regions: the labels of the guide's regions.
    """
    told = " ".join(regions).casefold()
    areas = (area.value for place in places for area in place.areas if len(place.areas) == 1)
    names = {*(place.name for place in places), *areas}
    words = [re.escape(name) for name in sorted(names) if name.casefold() not in told]
    if places and not regions:
        words.extend(_OF_PLACES)
    if not words:
        return []
    speaks = re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)
    parts = sorted(guide.sections, key=lambda part: part.kind is not SectionKind.SALARY)
    said = (told for part in parts for told in _of_places(guide, part, speaks))
    return [claim for told in islice(said, _MOST_OF_PLACES) for claim in told]


def _of_places(guide: Guide, part: Section, speaks: re.Pattern[str]) -> Iterator[list[Claim]]:
    """The sentences on pay of a section that speak of some places, each with what it stands under.

    That may be the section's heading, or bold words that lead on to it: "**Wales.** From £25,000."
    """
    salary = part.kind is SectionKind.SALARY
    headed = bool(part.path) and speaks.search(part.path[-1])
    for block in part.blocks:
        if salary and block.cells and not block.bands and _heads_row(guide, block, speaks):
            yield [row_claim(guide, part, block)]
        if block.bands or block.cells:
            continue
        before: list[Claim] = []
        spoken = False
        for claim in sentence_claims(guide, part, block):
            own = [*before, claim]
            before = [claim] if leads_on(claim.text) and speaks.search(claim.text) else []
            still = spoken and _THERE.search(claim.text)
            spoken = bool(headed or still or any(speaks.search(one.text) for one in own))
            if before or not spoken:
                continue
            if _SOURCES.search(claim.text) or not (salary or _TELLS_PAY.search(claim.text)):
                continue
            if headed:
                under = say("found.under", section=part.path[-1], role=guide.role)
                own = [Claim(under, layout=Layout.PARAGRAPH), *own]
            yield own


#: What goes on to speak of a place that was named: "teachers there begin on £30,000".
_THERE = re.compile(r"\bthere\b(?!['’]|\s+(?:is|are|was|were|will|may|can|might|could)\b)", re.I)


def _heads_row(guide: Guide, block: Block, speaks: re.Pattern[str]) -> bool:
    """Whether a row without sums is headed by a place: "Cardiff: take off 6 per cent"."""
    return speaks.search(block.cells[0].of(guide.source_text)) is not None


def sets_pay(claims: Sequence[Claim]) -> bool:
    """Whether sentences on a place say what is paid there, and not what is added for it."""
    said = [claim.text for claim in claims if claim.quotes]
    return any(SUM.search(text) for text in said) and not any(map(_ADDED.search, said))


def pay_sentences(guide: Guide) -> Sequence[Claim]:
    """The sentences of the sections about pay, tables left out."""
    return sentences_about(guide, salary=True)


@once_a_guide
def sentences_about(guide: Guide, *, salary: bool) -> Sequence[Claim]:
    """The sentences of the sections about pay, or of all others, tables left out."""
    return tuple(
        claim
        for section in guide.sections
        if (section.kind is SectionKind.SALARY) is salary
        for block in section.blocks
        if not block.bands and not block.cells
        for claim in sentence_claims(guide, section, block)
    )


#: A sum of money.
SUM = re.compile(r"£\s?\d")
_ADDED = re.compile(
    r"\b(?:more|extra|add\w*|on top|supplement\w*|weighting|allowances?|premium|uplift|plus|less|"
    r"higher|lower|above|below|per ?cent|up to)\b|%",
    re.I,
)
_TELLS_PAY = re.compile(r"£\s?\d|\bpa(?:y|ys|id)\b|\bsalar|\bwages?\b|\brates\b", re.I)
_SOURCES = re.compile(
    r"\b(?:sources?|figures? (?:come|are drawn|draw)|drawn from|based on|benchmarks?|"
    r"survey|pay scales|salary guide|data from|adverts|listings|median)\b",
    re.I,
)

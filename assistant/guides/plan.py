"""What sections are about, by the plan that role guides share, where no heading says it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.kinds import invites
from assistant.guides.model import BlockKind, Section, SectionKind

#: An invitation at a guide's end is no longer than this many characters, if it says so.
_LONGEST_INVITATION = 700
_LONGEST_NEXT_STEP = 250
#: After the FAQ, a last section of at most so many words without a figure is one in any words.
_PARTING_WORDS = 45
#: Prose of at least so many words that has at least so many different words of entry and promotion
#: is about pathways. Of 56 guides' pathways all but two have four or more, of their other prose one
#: section has four, none has more.
_PROSE_WORDS = 80
_CUES = 4
#: A list of responsibilities has at least so many items.
_LISTED = 4
_PATHWAY_CUE = re.compile(
    r"\b(?:degrees?|graduat\w+|apprentic\w+|juniors?|seniors?|promot\w+|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) years?|qualif\w+|charter\w+|routes?|"
    r"entry|entrants?|trainees?|placements?|sideways|careers?|master's|phd|a-levels?|gcses?|"
    r"newcomers?|bootcamps?|next step|step up|move (?:up|on|into)|moves? into|lead role|leads|"
    r"heads? of|directors?|principal|diploma|certificates?|come from|came from|arrive)\b",
    re.IGNORECASE,
)


def by_plan(text: str, sections: Sequence[Section]) -> list[Section]:
    """The sections, those of kind OTHER told by what they hold and what the guide still lacks.

    A table without pay is of skills, a list of responsibilities; prose of entry and promotion is of
    pathways, other prose in the guide's first half of differences; a short end invites to apply.

    Args:
        text: the text that offsets count in.
        sections: in order, with the kinds that headings and single sections show.
    """
    told = list(sections)
    if len(told) > 1 and _is_invitation(text, told):
        told[-1] = replace(told[-1], kind=SectionKind.CALL_TO_ACTION)
    for place, section in enumerate(told):
        if section.heading is not None and _is_open(section):
            lacking = set(SectionKind) - {one.kind for one in told if _has_its_form(one)}
            told[place] = replace(section, kind=_kind(text, told, place, lacking))
    return told


def _has_its_form(section: Section) -> bool:
    """Whether a section is what its kind names: responsibilities in prose alone are no list yet."""
    return section.kind is not SectionKind.RESPONSIBILITIES or any(
        block.kind is not BlockKind.PARAGRAPH for block in section.blocks
    )


def _is_open(section: Section) -> bool:
    """Whether the plan decides: no kind, or one of prose for what is a table."""
    tabled = any(block.kind is BlockKind.TABLE_ROW for block in section.blocks)
    return section.kind is SectionKind.OTHER or (section.kind is SectionKind.DIFFERENCES and tabled)


def _kind(
    text: str, sections: Sequence[Section], place: int, lacking: set[SectionKind]
) -> SectionKind:
    section = sections[place]
    kinds = [block.kind for block in section.blocks]
    if BlockKind.TABLE_ROW in kinds:
        fitting = SectionKind.SKILLS
    elif kinds.count(BlockKind.LIST_ITEM) >= _LISTED:
        fitting = SectionKind.RESPONSIBILITIES
    elif set(kinds) == {BlockKind.PARAGRAPH}:
        fitting = _kind_of_prose(text, sections, place)
    else:
        fitting = SectionKind.OTHER
    # Pathways may go on from one section to the next; of the others a guide has one.
    return fitting if fitting in lacking | {SectionKind.PATHWAYS} else section.kind


def _kind_of_prose(text: str, sections: Sequence[Section], place: int) -> SectionKind:
    section, before = sections[place], sections[place - 1]
    prose = text[section.start : section.end]
    cues = {match.group().casefold() for match in _PATHWAY_CUE.finditer(prose)}
    beside = place > 0 and len(section.path) == len(before.path)
    asks = section.path[-1:] and section.path[-1].endswith(
        "?"
    )  # one of an interview's, on anything
    follows = before.kind is SectionKind.PATHWAYS and beside and not asks
    long = len(prose.split()) >= _PROSE_WORDS
    if (long and len(cues) >= _CUES) or (follows and not long):
        return SectionKind.PATHWAYS
    early = 2 * place < len(sections)
    return SectionKind.DIFFERENCES if long and early else SectionKind.OTHER


def _is_invitation(text: str, sections: Sequence[Section]) -> bool:
    """Whether a guide's last section only invites to look for a job."""
    section = sections[-1]
    if section.kind in (SectionKind.SALARY, SectionKind.FAQ) or section.heading is None:
        return False
    if any(block.kind is not BlockKind.PARAGRAPH for block in section.blocks):
        return False
    if section.end - section.heading.end > _LONGEST_INVITATION:
        return False
    body = " ".join(block.text(text) for block in section.blocks)
    if invites(section.path[-1]):
        return True
    short = len(body) <= _LONGEST_NEXT_STEP or section.kind is SectionKind.OTHER
    if len(section.blocks) > 3 or not short:
        return False
    parting = len(body.split()) <= _PARTING_WORDS and not re.search(r"\d", body)
    before = sections[-2]  # questions above all headings are not where the guide ends
    asked = before.kind is SectionKind.FAQ and before.heading is not None
    return invites(body) or (parting and asked)

"""The passages that say who comes into a job and from where, or what they must bring."""

import math
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.answering.entry_told import tells_of_entry, tells_of_qualifications
from assistant.guides.model import SectionKind
from assistant.index.snapshot import Snapshot
from assistant.matters import COMERS, ONWARD
from assistant.retrieval import Passage, Retrieval

#: So much nearer to a question than what says who comes in is a passage on what somebody tells.
CLEARLY = 3.0
#: Headings of where a career leads ("Moving on"), unless of ways in as well ("Ways in and up").
_LEADS = re.compile(
    r"\b(?:progress\w*|further|up|on|onwards?|later|after\w*|next|leads?|takes? you|ladder|"
    r"from here)\b",
    re.I,
)
_ENTERS = re.compile(r"\b(?:in|into|routes?|enter\w*|entry|becom\w+|train\w*|start\w*)\b", re.I)


def of_entry(found: Retrieval, matters: Set[str], snapshot: Snapshot) -> Retrieval:
    """The passages that say who comes into the job, or tell of what is told, if any do.

    A story is near to all kinds. Where the career leads from there is left out, unless there is
    nothing else.
    """
    told = [one for one in found.kept if tells_of_entry(one, frozenset(), snapshot)]
    entry = [one for one in told if not _leads_on(one, snapshot)] or told
    least = entry[0].score + CLEARLY if entry else -math.inf
    kept = tuple(
        one
        for one in found.kept
        if one in entry
        or (one not in told and one.score > least and tells_of_entry(one, matters, snapshot))
    )
    return replace(found, kept=kept) if kept else found


#: A passage on ways in, and each further matter of those asked for that a passage tells of, weigh
#: as much as so much of its score.
WORTH = 1.5


def of_qualifications(found: Retrieval, snapshot: Snapshot) -> Retrieval:
    """What says what somebody must bring, if anything does: it need not have the word for that.

    "No GCSEs are asked for, but you must pass a medical."
    """

    def worth(one: Passage) -> float:
        enters = one.chunk.section_kind is SectionKind.PATHWAYS
        return one.score + WORTH * (tells_of_qualifications(one, snapshot) + enters)

    told = [one for one in found.kept if tells_of_qualifications(one, snapshot)]
    of_entry = [one for one in told if not _leads_on(one, snapshot)] or told
    return replace(found, kept=tuple(sorted(of_entry, key=worth, reverse=True))) if told else found


def _leads_on(passage: Passage, snapshot: Snapshot) -> bool:
    """Whether a passage says where the job leads, and not who comes in."""
    matters = snapshot.told.matters_of(passage.chunk.id)
    return not matters & COMERS and (bool(matters & ONWARD) or _heads_on(passage.chunk.section))


def _heads_on(section: Sequence[str]) -> bool:
    heading = section[-1] if section else ""
    return bool(_LEADS.search(heading)) and not _ENTERS.search(heading)

"""Whether a passage tells of coming into the job: who does, and what they must bring."""

import re
from collections.abc import Set

from assistant.guides.model import SectionKind
from assistant.index.snapshot import Snapshot
from assistant.matters import ENTRY, QUALIFYING
from assistant.retrieval import Passage

_QUALIFICATION = re.compile(r"\bqualifications?\b|\bentry requirements?\b", re.I)


def tells_of_entry(passage: Passage, matters: Set[str], snapshot: Snapshot) -> bool:
    """Whether a passage says who comes into the job and from where, or tells of these matters."""
    kind = passage.chunk.section_kind
    entry = bool((ENTRY | matters) & snapshot.told.matters_of(passage.chunk.id))
    return kind is SectionKind.PATHWAYS or (entry and kind is not SectionKind.SALARY)


def tells_of_qualifications(passage: Passage, snapshot: Snapshot) -> int:
    """Of how many things that somebody may have to bring a passage tells, by whatever name."""
    chunk = passage.chunk
    if chunk.section_kind is SectionKind.SALARY:
        return 0
    named = _QUALIFICATION.search(chunk.text) is not None
    return len(QUALIFYING & snapshot.told.matters_of(chunk.id)) + named

"""Which citations of approved and sent replies no longer stand in the guides as they are now."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from assistant.enquiries.answering import Snapshot
from assistant.enquiries.letter import used
from assistant.guides.model import Guide
from assistant.records import Records
from assistant.records.values import (
    CitedPlace,
    Enquiry,
    EnquiryQuestion,
    EnquiryState,
    Stale,
    StaleKind,
)

#: A passage takes the place of an old one if it is at least so alike (0 to 100).
ALIKE = 60
CLOSED = (EnquiryState.APPROVED, EnquiryState.SENT)


def look_for_stale(records: Records, snapshot: Snapshot) -> int:
    """Bring the list of stale citations up to date with the guides of a snapshot.

    Returns:
        How many citations are newly found stale.
    """
    new = 0
    for enquiry in records.enquiries.unchecked(CLOSED, snapshot.id):
        found = [
            stale
            for question in enquiry.questions
            for stale in _stale(enquiry, question, snapshot, records)
        ]
        new += records.stale.replace(enquiry.id, found, snapshot.id)
    return new


def _stale(
    enquiry: Enquiry, question: EnquiryQuestion, snapshot: Snapshot, records: Records
) -> Iterator[Stale]:
    cited = {citation.number for citation in used(question.answer, question.citations)}
    for place in question.places:
        citation = place.citation
        if citation.number not in cited:
            continue
        guide = snapshot.guides.get(citation.guide_id)
        found = became(place, guide)
        if found is not None:
            kind, new = found
            yield Stale(
                id=0,
                enquiry_id=enquiry.id,
                question_id=question.id,
                number=citation.number,
                guide_id=citation.guide_id,
                guide=citation.guide,
                section=citation.section,
                kind=kind,
                old=place.passage or citation.quote,
                new=new,
                snapshot_id=snapshot.id,
                found_at=records.clock(),
            )


def became(place: CitedPlace, guide: Guide | None) -> tuple[StaleKind, str] | None:
    """What became of a cited place, and what stands there now; None if it is as it was."""
    if guide is None:
        return StaleKind.GUIDE_REMOVED, ""
    passage = place.passage or place.citation.quote
    if _flat(passage) in _flat(guide.source_text):
        return None
    now = _passage_now(passage, place, guide)
    if _flat(place.citation.quote) in _flat(guide.source_text):
        return StaleKind.PASSAGE_CHANGED, now
    return StaleKind.QUOTE_CHANGED, now


def _passage_now(passage: str, place: CitedPlace, guide: Guide) -> str:
    """The passage that took the place of an old one: the most alike, its own section first."""
    own = [section for section in guide.sections if section.path == place.citation.section]
    # An FAQ pair's heading path names its question, which is no section of its own.
    own = own or [
        section for section in guide.sections if section.path == place.citation.section[:-1]
    ]
    for sections in (own, guide.sections):
        texts = [block.text(guide.source_text) for section in sections for block in section.blocks]
        best = process.extractOne(passage, texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best is not None:
            return str(best[0])
    return ""


def _flat(text: str) -> str:
    return " ".join(text.split())

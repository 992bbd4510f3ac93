"""An enquiry as its page shows it: each answer with its marks and sources, and what was done."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from assistant.answer import Citation
from assistant.enquiries.answering import tidied
from assistant.enquiries.approving import GRAVE
from assistant.enquiries.desk import OPEN
from assistant.enquiries.differences import differences
from assistant.records.values import Enquiry, EnquiryQuestion, Mark, Stale
from assistant.versions import citation_link
from assistant.web.desk.office import Office


@dataclass(frozen=True, slots=True)
class Lit:
    """A run of an answer's characters; ``weight`` is that of the mark that lies on it, if any."""

    text: str
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A citation of an answer, with the address of its very words."""

    citation: Citation
    link: str


def weight(mark: Mark) -> str:
    """How much a mark matters: "grave" stands in the way of an approval, "read" asks for eyes."""
    return "grave" if mark.kind in GRAVE else "read"


def lit(text: str, marks: Sequence[Mark]) -> Iterator[Lit]:
    """A text cut into runs with and without a mark that needs a person's eye."""
    at = 0
    for mark in sorted(marks, key=lambda each: each.start):
        if mark.sound or not at <= mark.start < mark.end <= len(text):
            continue
        yield Lit(text[at : mark.start])
        yield Lit(text[mark.start : mark.end], weight(mark))
        at = mark.end
    yield Lit(text[at:])


def to_read(text: str, marks: Sequence[Mark]) -> list[dict[str, object]]:
    """The marks that need a person's eye, each with the words that it lies on."""
    return [
        {"mark": mark, "weight": weight(mark), "words": text[mark.start : mark.end]}
        for mark in sorted(marks, key=lambda each: each.start)
        if not mark.sound
    ]


def sources_of(question: EnquiryQuestion, office: Office) -> list[list[Source]]:
    """The citations of a question with their links, those of one section together."""
    guides = {guide.id: guide for guide in office.guides()}
    sections: dict[tuple[str, tuple[str, ...]], list[Source]] = {}
    for each in question.citations:
        link = citation_link(each, guides.get(each.guide_id), office.versions)
        sections.setdefault((each.guide_id, each.section), []).append(Source(each, link))
    return list(sections.values())


def fields_of(enquiry: Enquiry) -> dict[str, str]:
    """The texts that staff may change, by the names that they have in forms."""
    found = {"greeting": enquiry.greeting, "closing": enquiry.closing}
    for each in enquiry.questions:
        found[f"question-{each.id}"] = each.question
        found[f"answer-{each.id}"] = each.answer
    return found


def digest(text: str) -> str:
    """By which a form tells whether its text was changed since the page was drawn."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:16]


def view(enquiry: Enquiry, office: Office) -> dict[str, Any]:
    """What the templates of an enquiry's page show."""
    reply = office.desk.reply(enquiry)
    return {
        "enquiry": enquiry,
        "is_open": enquiry.state in OPEN,
        "questions": [question_view(each, office) for each in enquiry.questions],
        "grave": sum(mark.kind in GRAVE for each in enquiry.questions for mark in each.marks),
        "reply": reply,
        # The letter is made safe where it is composed.
        "safe_reply": Markup(reply.html),
        "stale": [stale_view(each) for each in enquiry.open_stale],
        "history": office.records.audit.of(f"enquiry:{enquiry.id}"),
        "drafts": office.records.enquiries.drafts(enquiry.id),
        "approvals": office.records.enquiries.approvals(enquiry.id),
        "changes": office.desk.changes(enquiry.id),
        "names": names_of(office),
        "digest": digest,
    }


def question_view(question: EnquiryQuestion, office: Office) -> dict[str, Any]:
    """One question: its answer with what a check found, and its sources."""
    return {
        "question": question,
        "reworded": bool(question.found) and tidied(question.found) != question.question,
        "lit": list(lit(question.answer, question.marks)),
        "to_read": to_read(question.answer, question.marks),
        "sources": sources_of(question, office),
    }


def stale_view(stale: Stale) -> dict[str, Any]:
    """A stale citation with what differs between the old and the new text."""
    return {"stale": stale, "pieces": differences(stale.old, stale.new) if stale.new else ()}


class Names(dict[str, str]):
    """The names of users by login; what is no login (a client of the API) names itself."""

    def __missing__(self, login: str) -> str:
        return login or "the assistant"


def names_of(office: Office) -> Names:
    """Everybody's name by their login."""
    return Names({user.login: user.name for user in office.accounts.users()})

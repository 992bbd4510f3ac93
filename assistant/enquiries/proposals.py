"""From use to evals: a thumbs-down, or an edit by staff, as a case for the eval suite."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from filelock import FileLock

from assistant.answer import AnswerStatus, Citation
from assistant.enquiries.letter import used
from assistant.guides.model import Guide, SectionKind
from assistant.records.values import EnquiryQuestion, Feedback

#: Words of a quote that a nugget accepts: enough to know it by, short enough to be said.
_NUGGET_WORDS = 8
#: Nuggets that are vital; a right answer need not say all that it could.
_VITAL = 2
_KINDS: Mapping[SectionKind, str] = {
    SectionKind.SALARY: "pay",
    SectionKind.SKILLS: "skills",
    SectionKind.RESPONSIBILITIES: "list",
    SectionKind.FAQ: "faq",
}
_MONEY = re.compile(r"£\d[\d,]*\d")


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A section that answers; ``section`` is the heading path below the guide's title."""

    guide_id: str
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposedNugget:
    """One thing that a right answer says, and a phrasing that is accepted for it."""

    text: str
    accept: tuple[str, ...]
    vital: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """An eval case as it is proposed; a person may change any of it before it is written.

    ``turns`` are the person's messages, the last one is scored. No gold place means that the
    guides do not say.
    """

    turns: tuple[str, ...]
    gold: tuple[GoldPlace, ...] = ()
    nuggets: tuple[ProposedNugget, ...] = ()
    numbers: tuple[str, ...] = ()
    kind: str = "prose"
    roles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: f"use-{uuid4().hex[:10]}")

    def as_line(self) -> str:
        """The case as one line of JSON, as evals/cases.py reads it."""
        case: dict[str, Any] = {
            "id": self.id,
            "turns": list(self.turns),
            "answerable": "yes" if self.gold else "no",
            "kind": self.kind if self.gold else "not_covered",
            "gold": [
                {"guide": gold.guide_id, "section": list(gold.section), "grade": 2}
                for gold in self.gold
            ],
            "nuggets": [
                {"text": nugget.text, "vital": nugget.vital, "accept": list(nugget.accept)}
                for nugget in (self.nuggets if self.gold else ())
            ],
            "numbers": list(self.numbers if self.gold else ()),
            "forbidden": [],
            "roles": list(self.roles),
            "tags": list(self.tags),
            "group": None,
            "split": "dev",
        }
        return json.dumps(case, ensure_ascii=False)


def propose_from_feedback(feedback: Feedback, guides: Mapping[str, Guide]) -> Proposal:
    """A case of a thumb: its question in its conversation, the cited sections as gold.

    After a thumbs-down the answer was wrong, so its sections are only a beginning: staff pick the
    right ones with ``with_gold``.
    """
    given = feedback.given
    covered = given.status in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)
    cited = used(given.answer, given.citations) if covered else ()
    tags = ("from-use", "thumbs-up" if given.helpful else "thumbs-down")
    return _proposal((*given.turns, given.question), given.answer, cited, guides, tags)


def propose_from_question(question: EnquiryQuestion, guides: Mapping[str, Guide]) -> Proposal:
    """A case of one question of an enquiry: what the answer cites after staff's edits is gold.

    Only the question goes into it, not the message, which tells of a person. Where the message
    named the role and the question does not, the role is said first.
    """
    cited = used(question.answer, question.citations) if question.covered else ()
    text = question.question
    titles = [guides[role].title for role in question.roles[:1] if role in guides]
    if titles and titles[0].casefold() not in text.casefold():
        text = f"About the {titles[0]} role: {text[:1].lower()}{text[1:]}"
    tags = ("from-use", "staff-edit" if question.edited else "staff")
    return _proposal((text,), question.answer, cited, guides, tags)


def with_gold(
    proposal: Proposal, gold: Sequence[GoldPlace], guides: Mapping[str, Guide]
) -> Proposal:
    """A proposal with the sections that staff picked in the guide page.

    Nuggets and figures that do not stand in them are dropped.

    Raises:
        KeyError: there is no guide of that id, or no such section in it.
    """
    texts = [_section_text(place, guides) for place in gold]
    whole = " ".join(" ".join(texts).split()).casefold()
    return Proposal(
        turns=proposal.turns,
        gold=tuple(gold),
        nuggets=tuple(
            nugget
            for nugget in proposal.nuggets
            if any(phrase.casefold() in whole for phrase in nugget.accept)
        ),
        numbers=tuple(number for number in proposal.numbers if number in whole),
        kind=_kind(gold, guides),
        roles=tuple(dict.fromkeys(place.guide_id for place in gold)),
        tags=proposal.tags,
        id=proposal.id,
    )


def write_proposal(path: Path, proposal: Proposal) -> None:
    """Add a case to a review file, one JSON object a line; several processes may do so at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{path}.lock"), path.open("a", encoding="utf-8") as file:
        file.write(proposal.as_line() + "\n")


def _proposal(
    turns: tuple[str, ...],
    answer: str,
    cited: Sequence[Citation],
    guides: Mapping[str, Guide],
    tags: tuple[str, ...],
) -> Proposal:
    known = [each for each in cited if each.guide_id in guides]
    gold = tuple(dict.fromkeys(GoldPlace(each.guide_id, each.section) for each in known))
    nuggets = tuple(
        ProposedNugget(" ".join(each.quote.split()), (_telling(each.quote),), place < _VITAL)
        for place, each in enumerate(known)
        if not _MONEY.search(each.quote)
    )
    quotes = " ".join(each.quote for each in known)
    return Proposal(
        turns=turns,
        gold=gold,
        nuggets=nuggets,
        kind=_kind(gold, guides),
        roles=tuple(dict.fromkeys(place.guide_id for place in gold)),
        numbers=tuple(each for each in dict.fromkeys(_MONEY.findall(answer)) if each in quotes),
        tags=tags,
    )


def _telling(quote: str) -> str:
    """A run of words from a quote's middle, as it stands there."""
    flat = quote.replace("|", " ").split()
    start = max(0, (len(flat) - _NUGGET_WORDS) // 2)
    return " ".join(flat[start : start + _NUGGET_WORDS]).strip(" .,;:!?–—-")


def _kind(gold: Sequence[GoldPlace], guides: Mapping[str, Guide]) -> str:
    for place in gold:
        for section in guides[place.guide_id].sections if place.guide_id in guides else ():
            if place.section[: len(section.path)] == section.path and section.path:
                return _KINDS.get(section.kind, "prose")
    return "prose" if gold else "not_covered"


def _section_text(place: GoldPlace, guides: Mapping[str, Guide]) -> str:
    guide = guides[place.guide_id]
    for section in guide.sections:
        if section.path == place.section:
            return guide.source_text[section.start : section.end]
        for block in section.blocks:
            if block.question and place.section == (
                *section.path,
                " ".join(block.question.of(guide.source_text).split()),
            ):
                return block.text(guide.source_text)
    raise KeyError(f"{place.guide_id}: {' › '.join(place.section)}")

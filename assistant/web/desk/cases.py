"""From use to evals: a thumb, or a question of an enquiry, becomes a case of the review file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from assistant.enquiries.proposals import (
    GoldPlace,
    Proposal,
    ProposedNugget,
    propose_from_feedback,
    propose_from_question,
    with_gold,
    write_proposal,
)
from assistant.errors import NoRecordError, NotAllowedError
from assistant.guides.model import Guide
from assistant.records.values import LoginSession
from assistant.web.desk.guarding import OwnForm, SignedIn, TheOffice
from assistant.web.desk.numbers import LARGEST, whole
from assistant.web.desk.office import Office
from assistant.web.desk.points import points_of
from assistant.web.desk.rendering import draw

router = APIRouter()

#: Empty lines for points that staff add themselves.
_BLANK_POINTS = 2
#: More points than a case needs.
_MOST_POINTS = 30

Id = Annotated[int, Query(ge=0, le=LARGEST)]


@router.get("/cases/new")
def case_page(
    session: SignedIn, office: TheOffice, feedback: Id = 0, enquiry: Id = 0, question: Id = 0
) -> Response:
    """The case as it is proposed."""
    source = {"feedback": feedback, "enquiry": enquiry, "question": question}
    return _page(session, office, _proposed(office, source), source)


@router.post("/cases/new")
def take_case(session: SignedIn, office: TheOffice, form: OwnForm) -> Response:
    """Propose points from the chosen sections, or write the case into the review file."""
    source = {name: _number(form, name) for name in ("feedback", "enquiry", "question")}
    proposed = _proposed(office, source)
    guides = _by_id(office)
    try:
        typed = _typed(form, proposed, guides)
        if form.get("step") == "points":
            points = points_of(typed.turns[-1], typed.gold, guides, office.embed)
            renewed = with_gold(replace(typed, nuggets=points), typed.gold, guides)
            return _page(session, office, renewed, source)
        case = _sound(typed, guides)
    except NotAllowedError as error:
        shown = _typed(form, proposed, guides, strict=False)
        return _page(session, office, shown, source, problem=str(error), status=422)
    write_proposal(office.review_file, case)
    subject = f"enquiry:{source['enquiry']}" if source["enquiry"] else "feedback"
    if source["feedback"]:
        office.records.feedback.note_proposed(source["feedback"])
        subject = f"feedback:{source['feedback']}"
    office.records.audit.add(session.user.login, "case proposed", subject, {"case": case.id})
    return RedirectResponse(f"{_back(source)}?said=case", status_code=303)


def _proposed(office: Office, source: Mapping[str, int]) -> Proposal:
    """What is proposed for a thumb, or for a question of an enquiry.

    Raises:
        NoRecordError: the thumb or the question is not there.
    """
    guides = _by_id(office)
    if source["feedback"]:
        return propose_from_feedback(office.records.feedback.get(source["feedback"]), guides)
    question = office.records.enquiries.get(source["enquiry"]).question(source["question"])
    if question is None:
        message = "This question is not in the enquiry any more. Go back to the enquiry."
        raise NoRecordError(message)
    return propose_from_question(question, guides)


def _typed(
    form: FormData, proposed: Proposal, guides: Mapping[str, Guide], *, strict: bool = True
) -> Proposal:
    """The case as it stands in the form.

    Raises:
        NotAllowedError: the question is empty; only if ``strict``.
    """
    turns = tuple(
        " ".join(str(form.get(f"turn-{place}", turn)).split())
        for place, turn in enumerate(proposed.turns)
    )
    if strict and not all(turns):
        message = "A question is empty. Write what the person asked."
        raise NotAllowedError(message)
    chosen = {value for value in form.getlist("gold") if isinstance(value, str)}
    gold = tuple(
        place
        for guide in guides.values()
        for place, _ in places_of(guide)
        if value_of(place) in chosen
    )
    numbers = tuple(filter(None, map(str.strip, str(form.get("numbers", "")).split("\n"))))
    return replace(proposed, turns=turns, gold=gold, nuggets=tuple(_points(form)), numbers=numbers)


def _points(form: FormData) -> Iterator[ProposedNugget]:
    for place in range(_MOST_POINTS):
        text = " ".join(str(form.get(f"point-{place}", "")).split())
        accept = tuple(
            " ".join(line.split())
            for line in str(form.get(f"accept-{place}", "")).split("\n")
            if line.strip()
        )
        if text:
            yield ProposedNugget(text, accept or (text,), form.get(f"vital-{place}") == "yes")


def _sound(typed: Proposal, guides: Mapping[str, Guide]) -> Proposal:
    """The case with what follows from its sections.

    Raises:
        NotAllowedError: a point or a figure does not stand in the chosen sections.
    """
    case = with_gold(typed, typed.gold, guides)
    lost = [each.text for each in typed.nuggets if each not in case.nuggets]
    lost += [each for each in typed.numbers if each not in case.numbers]
    if lost and typed.gold:
        message = (
            f"“{lost[0]}” does not stand in the sections that you chose, in words that are "
            "accepted for it. Choose its section, change the words, or clear the point."
        )
        raise NotAllowedError(message)
    return case


def places_of(guide: Guide) -> Iterator[tuple[GoldPlace, str]]:
    """The places of a guide that can be gold, in order, each with what it is called."""
    for section in guide.sections:
        yield GoldPlace(guide.id, section.path), " › ".join(section.path) or "Introduction"
        for block in section.blocks:
            if block.question is not None:
                question = " ".join(block.question.of(guide.source_text).split())
                path = (*section.path, question)
                yield GoldPlace(guide.id, path), " › ".join(path)


def _said_at(guide: Guide, place: GoldPlace) -> tuple[str, ...]:
    """What the guide says at a place, a block each, so that it is chosen by reading it."""
    text = guide.source_text
    for section in guide.sections:
        own = [block for block in section.blocks if block.question is None]
        if section.path == place.section:
            return tuple(" ".join(block.text(text).split()) for block in own)
        for block in section.blocks:
            asked = " ".join(block.question.of(text).split()) if block.question else ""
            if block.answer and (*section.path, asked) == place.section:
                return (" ".join(block.answer.of(text).split()),)
    return ()


def value_of(place: GoldPlace) -> str:
    """A place as forms carry it."""
    return json.dumps([place.guide_id, *place.section], ensure_ascii=False)


def _page(
    session: LoginSession,
    office: Office,
    proposal: Proposal,
    source: Mapping[str, int],
    *,
    problem: str = "",
    status: int = 200,
) -> Response:
    blank = (ProposedNugget("", ()),) * _BLANK_POINTS
    return draw(
        "case.html",
        session,
        status=status,
        proposal=proposal,
        points=(*proposal.nuggets, *blank)[:_MOST_POINTS],
        guides=[_choices(guide, proposal.gold) for guide in office.guides()],
        source=source,
        back=_back(source),
        problem=problem,
        file=office.review_file.name,
    )


def _choices(guide: Guide, gold: Sequence[GoldPlace]) -> dict[str, Any]:
    places = [
        {
            "value": value_of(place),
            "label": label,
            "chosen": place in gold,
            "said": _said_at(guide, place),
        }
        for place, label in places_of(guide)
    ]
    return {"guide": guide, "places": places, "chosen": sum(bool(p["chosen"]) for p in places)}


def _back(source: Mapping[str, int]) -> str:
    return f"/desk/enquiries/{source['enquiry']}" if source["enquiry"] else "/desk/feedback"


def _number(form: FormData, name: str) -> int:
    return whole(str(form.get(name, "")))


def _by_id(office: Office) -> dict[str, Guide]:
    return {guide.id: guide for guide in office.guides()}

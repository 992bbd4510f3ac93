"""The steps that staff take with an enquiry: saving, questions, approving, sending, reopening."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from assistant.enquiries.desk import Desk, Edit, Seen
from assistant.errors import ChangedMeanwhileError, NotAllowedError
from assistant.records.values import Enquiry, LoginSession
from assistant.web.desk.enquiry import show_enquiry
from assistant.web.desk.guarding import OwnForm, SignedIn, TheOffice, texts
from assistant.web.desk.inbox import title_of
from assistant.web.desk.numbers import Placed, whole
from assistant.web.desk.office import Office
from assistant.web.desk.reading import digest, fields_of, names_of
from assistant.web.desk.rendering import draw

router = APIRouter()


@router.post("/enquiries/{enquiry_id}")
def take_step(enquiry_id: Placed, session: SignedIn, office: TheOffice, form: OwnForm) -> Response:
    """Keep what was edited, then take the step whose button was pressed."""
    typed = texts(form)
    seen = Seen(enquiry_id, whole(typed.get("version", "")), session.user.login)
    step = _Step(office.desk, seen, typed)
    enquiry = office.records.enquiries.get(enquiry_id)
    if enquiry.version != seen.version:
        return _conflict(session, office, step)
    try:
        said = step.take(enquiry)
    except ChangedMeanwhileError:
        return _conflict(session, office, step)
    except NotAllowedError as error:
        enquiry = office.records.enquiries.get(enquiry_id)
        return show_enquiry(session, office, enquiry, 409, problem=str(error))
    return RedirectResponse(f"/desk/enquiries/{enquiry_id}?said={said}", status_code=303)


def changed_fields(typed: Mapping[str, str]) -> dict[str, str]:
    """The texts of a form that differ from what its page was drawn with, by their names.

    Where somebody chose between two versions, only their own choice counts.
    """
    return {
        name: text
        for name, text in typed.items()
        if f"was-{name}" in typed
        and typed.get(f"use-{name}") != "theirs"
        and digest(text) != typed[f"was-{name}"]
    }


@dataclass(slots=True)
class _Step:
    """One press of a button: what was changed is kept first, so that nothing typed is lost."""

    desk: Desk
    seen: Seen
    typed: Mapping[str, str]

    @property
    def mine(self) -> dict[str, str]:
        return changed_fields(self.typed)

    def take(self, enquiry: Enquiry) -> str:
        """Take the step; returns what the page is to say."""
        name, _, number = self.typed.get("step", "save").partition(":")
        chosen = whole(number)
        saved = self._edit(enquiry, gone=chosen if name == "remove" else 0)
        asked = self._ask(enquiry, name, chosen)
        if asked:
            # Answers that nobody has read yet are not approved along with the rest.
            return asked
        return self._finish(name, chosen) or ("saved" if saved else "nothing")

    def _edit(self, enquiry: Enquiry, gone: int) -> bool:
        mine = self.mine
        known = {each.id for each in enquiry.questions} - {gone}
        answers = {
            whole(name.removeprefix("answer-")): text
            for name, text in mine.items()
            if name.startswith("answer-")
        }
        edit = Edit(
            greeting=mine.get("greeting"),
            closing=mine.get("closing"),
            answers={own: text for own, text in answers.items() if own in known},
        )
        if edit == Edit():
            return False
        self._now(self.desk.edit(self.seen, edit))
        return True

    def _ask(self, enquiry: Enquiry, name: str, chosen: int) -> str:
        """Answer anew what was reworded or added."""
        said = ""
        mine = self.mine
        for each in enquiry.questions:
            field = f"question-{each.id}"
            wanted = field in mine or (name == "answer" and chosen == each.id)
            if wanted and not (name == "remove" and chosen == each.id):
                text = " ".join(self.typed.get(field, each.question).split())
                self._now(self.desk.reword_question(self.seen, each.id, text))
                said = "reworded"
        added = " ".join(self.typed.get("new_question", "").split())
        if added or name == "add":
            self._now(self.desk.add_question(self.seen, added))
            said = "added"
        return "" if name == "remove" else said

    def _finish(self, name: str, chosen: int) -> str:
        match name:
            case "remove":
                self.desk.remove_question(self.seen, chosen)
                return "removed"
            case "again":
                self.desk.draft_again(self.seen)
            case "approve":
                self.desk.approve(self.seen, knowingly=self.typed.get("knowingly") == "yes")
                return "approved"
            case "sent":
                self.desk.mark_sent(self.seen)
            case "reopen":
                self.desk.reopen(self.seen, self.typed.get("note", "").strip()[:500])
                return "reopened"
            case _:
                return ""
        return name

    def _now(self, enquiry: Enquiry) -> None:
        self.seen = replace(self.seen, version=enquiry.version)


def _conflict(session: LoginSession, office: Office, step: _Step) -> Response:
    """Both texts side by side, wherever this person changed something: nothing is overwritten."""
    enquiry = office.records.enquiries.get(step.seen.enquiry_id)
    now = fields_of(enquiry)
    rows = [
        {
            "name": name,
            "label": _label(name, enquiry),
            "mine": text,
            "theirs": now.get(name),
            "was_changed": name in now and digest(now[name]) != step.typed[f"was-{name}"],
            "digest": digest(now.get(name, "")),
        }
        for name, text in step.mine.items()
        if digest(now.get(name, "")) != digest(text)
    ]
    return draw(
        "conflict.html",
        session,
        status=409,
        title=title_of(enquiry),
        enquiry=enquiry,
        rows=rows,
        new_question=step.typed.get("new_question", ""),
        by=names_of(office)[enquiry.changed_by],
    )


def _label(name: str, enquiry: Enquiry) -> str:
    kind, _, number = name.partition("-")
    places = {str(each.id): place for place, each in enumerate(enquiry.questions, 1)}
    if not number:
        return "Sign-off" if kind == "closing" else kind.capitalize()
    if number not in places:
        return f"{kind.capitalize()} of a question that was removed"
    return f"{'Answer to question' if kind == 'answer' else 'Question'} {places[number]}"

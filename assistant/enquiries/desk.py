"""The desk: every step that staff take with an enquiry."""

from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.enquiries.answering import (
    Answered,
    Answering,
    Message,
    answer_message,
    answer_question,
)
from assistant.enquiries.approving import refuse_unsound
from assistant.enquiries.checking import check
from assistant.enquiries.differences import Piece, differences
from assistant.enquiries.intake import accepted, cleaned, unkept
from assistant.enquiries.letter import Letter, Reply
from assistant.enquiries.seen import Edit, Seen
from assistant.enquiries.stale import look_for_stale
from assistant.errors import NoRecordError, NotAllowedError
from assistant.records import Records
from assistant.records.values import (
    Enquiry,
    EnquiryChange,
    EnquiryQuestion,
    EnquiryState,
    Incoming,
    Mark,
)

__all__ = ["MOST_QUESTIONS", "OPEN", "Desk", "Edit", "Seen"]

#: The states in which questions and answers may be changed.
OPEN = (EnquiryState.NEW, EnquiryState.DRAFTED, EnquiryState.REOPENED)
#: A reply of more questions is nothing that staff could check.
MOST_QUESTIONS = 40


class Desk:
    """Steps of an enquiry's way; safe to share between threads.

    Args:
        records: where enquiries are kept.
        assistant: what answers them.
        letter: the words around the answers.
    """

    def __init__(self, records: Records, assistant: Answering, letter: Letter) -> None:
        self._records = records
        self._assistant = assistant
        self._letter = letter

    def receive(self, message: Incoming, by: str) -> Enquiry:
        """Keep a message with a first draft of its reply.

        Raises:
            NotAllowedError: the message is empty or too long to be read.
        """
        received_at = self._records.clock()
        message = accepted(message)
        first = self.first_draft(message)
        return self._records.enquiries.add(message, by, first, received_at)

    def first_draft(self, message: Incoming) -> EnquiryChange:
        """What is added to a new message, without keeping it yet: its questions and the draft.

        Raises:
            NotAllowedError: the assistant could not answer at all; the message says to try again.
        """
        answered = answer_message(self._assistant, _message_of(message), self._letter)
        if all(question.status is AnswerStatus.FAILED for question in answered.questions):
            text = "The assistant could not answer this message. Look at its log, then try again."
            raise NotAllowedError(text)
        return self._drafted(unkept(message, self._records.clock()), answered, "drafted")

    def draft_again(self, seen: Seen) -> Enquiry:
        """Find the questions and answer them anew, by the guides as they are now."""
        enquiry = self._open(seen)
        answered = answer_message(self._assistant, _message_of(enquiry), self._letter)
        return self._keep(seen, self._drafted(enquiry, answered, "drafted again"))

    def reword_question(self, seen: Seen, question_id: int, text: str) -> Enquiry:
        """Put a question in other words and answer it anew."""
        enquiry = self._open(seen)
        old = _question_of(enquiry, question_id)
        new, snapshot_id = self._answered(enquiry, text)
        kept = replace(new, id=old.id, found=old.found)
        questions = tuple(kept if each.id == old.id else each for each in enquiry.questions)
        return self._asked(seen, enquiry, questions, "question reworded", snapshot_id)

    def add_question(self, seen: Seen, text: str) -> Enquiry:
        """Add a question that was not found, with its answer."""
        enquiry = self._open(seen)
        if len(enquiry.questions) >= MOST_QUESTIONS:
            message = f"A reply answers at most {MOST_QUESTIONS} questions. Start another enquiry."
            raise NotAllowedError(message)
        new, snapshot_id = self._answered(enquiry, text)
        questions = (*enquiry.questions, new)
        return self._asked(seen, enquiry, questions, "question added", snapshot_id)

    def remove_question(self, seen: Seen, question_id: int) -> Enquiry:
        """Take a question out of the reply."""
        enquiry = self._open(seen)
        gone = _question_of(enquiry, question_id)
        if len(enquiry.questions) == 1:
            message = "This is the only question of the enquiry. Reword it instead."
            raise NotAllowedError(message)
        questions = tuple(each for each in enquiry.questions if each.id != gone.id)
        return self._asked(seen, enquiry, questions, "question removed")

    def edit(self, seen: Seen, edit: Edit) -> Enquiry:
        """Keep what staff changed in place; each changed answer is checked again."""
        enquiry = self._open(seen)
        for question_id in edit.answers:
            _question_of(enquiry, question_id)
        questions = tuple(
            self._checked(replace(each, answer=_tidy(edit.answers[each.id])))
            if each.id in edit.answers
            else each
            for each in enquiry.questions
        )
        edited = replace(
            enquiry,
            greeting=_tidy(edit.greeting) if edit.greeting is not None else enquiry.greeting,
            closing=_tidy(edit.closing) if edit.closing is not None else enquiry.closing,
        )
        return self._keep(seen, self._changed(edited, questions, "edited"))

    def marks(self, enquiry: Enquiry, question_id: int, text: str) -> tuple[Mark, ...]:
        """What a check finds in an answer that is not kept yet."""
        return self._checked(replace(_question_of(enquiry, question_id), answer=text)).marks

    def approve(self, seen: Seen, *, knowingly: bool = False) -> Enquiry:
        """Approve the reply as it is, after checking it against the guides as they are now.

        Args:
            seen: who approves what.
            knowingly: approve in spite of figures or claims that lack their source.

        Raises:
            NotAllowedError: it is approved or sent already, an answer is empty, or a claim lacks
                its source and it was not approved knowingly.
        """
        enquiry = self._open(seen)
        if enquiry.state is EnquiryState.NEW:
            message = "There is no draft to approve yet. Draft the reply first."
            raise NotAllowedError(message)
        questions = tuple(map(self._checked, enquiry.questions))
        grave = refuse_unsound(questions, knowingly=knowingly)
        reply = self._letter.compose(replace(enquiry, questions=questions))
        change = EnquiryChange(
            "approved",
            state=EnquiryState.APPROVED,
            questions=questions,
            draft=("approved", reply.text, reply.html),
            detail={"knowingly": grave} if grave else {},
        )
        return self._keep(seen, change)

    def mark_sent(self, seen: Seen) -> Enquiry:
        """Note that the approved reply was sent; the program itself sends nothing."""
        enquiry = self._seen(seen)
        if enquiry.state is not EnquiryState.APPROVED:
            message = (
                f"Only an approved reply is marked as sent; this one is {enquiry.state.value}."
            )
            raise NotAllowedError(message)
        reply = self._letter.compose(enquiry)
        change = EnquiryChange(
            "sent", state=EnquiryState.SENT, draft=("sent", reply.text, reply.html)
        )
        return self._keep(seen, change)

    def reopen(self, seen: Seen, note: str = "") -> Enquiry:
        """Work on an approved or sent reply again."""
        enquiry = self._seen(seen)
        if enquiry.state not in (EnquiryState.APPROVED, EnquiryState.SENT):
            message = f"Only an approved or sent reply is reopened; this is {enquiry.state.value}."
            raise NotAllowedError(message)
        change = EnquiryChange(
            "reopened",
            state=EnquiryState.REOPENED,
            note=_tidy(note),
            detail={"from": enquiry.state.value},
        )
        return self._keep(seen, change)

    def reply(self, enquiry: Enquiry) -> Reply:
        """The reply as it is now, as plain text and as HTML."""
        return self._letter.compose(enquiry)

    def plain_reply(self, enquiry: Enquiry) -> str:
        """The reply as it is now, as plain text only."""
        return self._letter.plain(enquiry)

    def changes(self, enquiry_id: int) -> tuple[Piece, ...]:
        """What differs between the reply as the assistant proposed it and the newest draft."""
        drafts = self._records.enquiries.drafts(enquiry_id)
        proposed = [draft.text for draft in drafts if draft.kind == "proposed"]
        return differences(proposed[-1], drafts[-1].text) if proposed else ()

    def look_for_stale(self) -> int:
        """Compare what approved and sent replies cite with the guides; how many are newly stale.

        Raises:
            NoSnapshotError: nothing has been ingested.
        """
        return look_for_stale(self._records, self._assistant.sources().snapshot)

    def _seen(self, seen: Seen) -> Enquiry:
        return self._records.enquiries.seen(seen.enquiry_id, seen.version)

    def _open(self, seen: Seen) -> Enquiry:
        enquiry = self._seen(seen)
        if enquiry.state not in OPEN:
            message = f"This reply is {enquiry.state.value}. Reopen it to change it."
            raise NotAllowedError(message)
        return enquiry

    def _keep(self, seen: Seen, change: EnquiryChange) -> Enquiry:
        return self._records.enquiries.change(seen.enquiry_id, seen.version, seen.by, change)

    def _asked(
        self,
        seen: Seen,
        enquiry: Enquiry,
        questions: tuple[EnquiryQuestion, ...],
        action: str,
        snapshot_id: str | None = None,
    ) -> Enquiry:
        """Keep other questions; a greeting that nobody changed says how much of them is covered."""
        greeting = self._letter.greeting_again(enquiry, questions)
        changed = replace(enquiry, greeting=greeting)
        return self._keep(seen, self._changed(changed, questions, action, snapshot_id))

    def _answered(self, enquiry: Enquiry, text: str) -> tuple[EnquiryQuestion, str]:
        text = _tidy(text)
        if not text:
            message = "The question is empty. Write what is to be answered."
            raise NotAllowedError(message)
        about = _message_of(enquiry)
        question, snapshot_id = answer_question(self._assistant, about, text, self._letter)
        return self._checked(replace(question, question=text)), snapshot_id

    def _checked(self, question: EnquiryQuestion) -> EnquiryQuestion:
        guides = self._assistant.sources().snapshot.guides
        marks = check(question.answer, question.proposed, question.places, guides)
        return replace(question, marks=marks)

    def _drafted(self, enquiry: Enquiry, answered: Answered, action: str) -> EnquiryChange:
        """A draft from scratch: greeting, answers, closing."""
        questions = tuple(map(self._checked, answered.questions))
        drafted = replace(
            enquiry,
            greeting=self._letter.greeting(enquiry.sender_name, questions),
            closing=self._letter.closing(),
        )
        change = self._changed(drafted, questions, action, answered.snapshot_id, kind="proposed")
        return (
            change
            if enquiry.state is EnquiryState.REOPENED
            else replace(change, state=EnquiryState.DRAFTED)
        )

    def _changed(
        self,
        enquiry: Enquiry,
        questions: tuple[EnquiryQuestion, ...],
        action: str,
        snapshot_id: str | None = None,
        kind: str = "edited",
    ) -> EnquiryChange:
        text = self._letter.plain(replace(enquiry, questions=questions))
        return EnquiryChange(
            action,
            greeting=enquiry.greeting,
            closing=enquiry.closing,
            questions=questions,
            snapshot_id=snapshot_id,
            draft=(kind, text, ""),
        )


def _question_of(enquiry: Enquiry, question_id: int) -> EnquiryQuestion:
    found = enquiry.question(question_id)
    if found is None:
        message = "This question is not in the enquiry any more. Load the page again."
        raise NoRecordError(message)
    return found


def _message_of(kept: Incoming | Enquiry) -> Message:
    return Message(kept.body, kept.subject)


def _tidy(text: str) -> str:
    return cleaned(text).strip()

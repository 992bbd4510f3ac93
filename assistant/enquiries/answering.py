"""A message -> its questions, each with its answer and the places that it stands on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from assistant.answer import Answer, AnswerStatus, Citation, Conversation, Part, Turn
from assistant.citations import MARKER
from assistant.enquiries.letter import Letter
from assistant.enquiries.threads import is_reply, read_thread, topic_of
from assistant.guides.model import Guide
from assistant.records.values import CitedPlace, EnquiryQuestion


class Snapshot(Protocol):
    """The guides that serve."""

    @property
    def id(self) -> str:
        """Which snapshot it is."""
        ...

    @property
    def guides(self) -> Mapping[str, Guide]:
        """The guides by id."""
        ...


class Sources(Protocol):
    """What answers are made from."""

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot."""
        ...


class Answering(Protocol):
    """What answers a message; ``assistant.pipeline.Assistant`` does."""

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The answer to a message, given the turns before it; never raises."""
        ...

    def sources(self) -> Sources:
        """What serves now; raises NoSnapshotError where there is nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """The questions of a message with their answers, and the snapshot that they are of."""

    questions: tuple[EnquiryQuestion, ...]
    snapshot_id: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came; what it answers or passes on stands in it too."""

    body: str
    subject: str = ""

    @property
    def asked(self) -> str:
        """What is to be answered: a subject that asks, and the writer's own words."""
        own = read_thread(self.body, self.subject).own
        topic = topic_of(self.subject)
        asks = topic.endswith("?") and not is_reply(self.subject)
        return f"{topic}\n\n{own}" if asks and topic.casefold() not in own.casefold() else own

    @property
    def before(self) -> tuple[Turn, ...]:
        """What was said before it: a subject names the role that its message calls "it"."""
        topic = topic_of(self.subject)
        return (_told(topic),) if topic else ()


def answer_message(assistant: Answering, message: Message, letter: Letter) -> Answered:
    """Find the questions of a message and answer each."""
    asked = message.asked
    answer = assistant.ask(asked, Conversation(message.before))
    texts = _texts_of_parts(answer)
    traces = _traces(answer)
    guides = assistant.sources().snapshot.guides
    questions = []
    for place, part in enumerate(answer.parts or (Part(asked, answer.status),)):
        if texts is None:
            # The answer is not laid out part by part: ask for each part, in the message's light.
            own = assistant.ask(part.question, _after(message))
            question = _question(part.question, own, own.text, _traces(own, 0), guides, letter)
        else:
            status = replace(answer, status=part.status)
            trace = traces[place] if place < len(traces) else {}
            question = _question(part.question, status, texts[place], trace, guides, letter)
        questions.append(replace(question, found=part.question))
    return Answered(tuple(questions), _snapshot_id(answer, assistant))


def answer_question(
    assistant: Answering, message: Message, question: str, letter: Letter
) -> tuple[EnquiryQuestion, str]:
    """Answer a question that staff wrote, in the light of the message that it belongs to.

    Returns:
        The question with its answer, and the id of the snapshot.
    """
    answer = assistant.ask(question, _after(message))
    guides = assistant.sources().snapshot.guides
    texts = _texts_of_parts(answer) or []
    # A question that was read as several is still one for staff: the parts' texts stand together.
    text = answer.text if len(texts) != 1 else texts[0]
    found = _question(question, answer, text, _traces(answer, 0), guides, letter)
    return found, _snapshot_id(answer, assistant)


def passage_of(citation: Citation, guide: Guide | None) -> str:
    """The paragraph, item, row or FAQ pair that a quote stands in; the quote itself if unknown."""
    if guide is None or guide.source_text[citation.start : citation.end] != citation.quote:
        return citation.quote
    for block in guide.blocks:
        if block.start <= citation.start and citation.end <= block.end:
            return block.text(guide.source_text)
    return citation.quote


def _after(message: Message) -> Conversation:
    return Conversation((*message.before, _told(message.asked)))


def _told(text: str) -> Turn:
    return Turn(text, Answer(text, AnswerStatus.ANSWERED, ""))


def _snapshot_id(answer: Answer, assistant: Answering) -> str:
    return str(answer.trace.get("snapshot", "")) or assistant.sources().snapshot.id


def _texts_of_parts(answer: Answer) -> list[str] | None:
    """The text under each part's heading; None if the answer is not laid out so."""
    if len(answer.parts) < 2:
        return [answer.text]
    starts: list[tuple[int, int]] = []
    at = 0
    for part in answer.parts:
        found = re.compile(rf"^\*\*{re.escape(part.question)}\*\*$", re.M).search(answer.text, at)
        if found is None:
            return None
        starts.append(found.span())
        at = found.end()
    ends = [start for start, _ in starts[1:]] + [len(answer.text)]
    return [answer.text[start:end].strip() for (_, start), end in zip(starts, ends, strict=True)]


def _traces(answer: Answer, place: int | None = None) -> Any:
    traces = answer.trace.get("parts", ())
    if place is None:
        return traces
    return traces[place] if place < len(traces) else {}


def _question(
    asked: str,
    answer: Answer,
    text: str,
    trace: Mapping[str, Any],
    guides: Mapping[str, Guide],
    letter: Letter,
) -> EnquiryQuestion:
    text, citations = _numbered_from_one(text, answer.citations)
    query = trace.get("query", {})
    proposed = letter.answer(answer.status, _with_choices(text, answer))
    cited = dict.fromkeys(citation.guide_id for citation in citations)
    return EnquiryQuestion(
        question=tidied(asked),
        status=answer.status,
        proposed=proposed,
        answer=proposed,
        places=tuple(
            CitedPlace(citation, passage_of(citation, guides.get(citation.guide_id)))
            for citation in citations
        ),
        topics=tuple(str(getattr(topic, "value", topic)) for topic in query.get("topics", ())),
        roles=tuple(query.get("roles", ())) or tuple(cited),
    )


def _with_choices(text: str, answer: Answer) -> str:
    if answer.status is not AnswerStatus.CLARIFY or not answer.follow_ups:
        return text
    return text + "\n\n" + "\n".join(f"- {choice}" for choice in answer.follow_ups)


def _numbered_from_one(
    text: str, citations: Sequence[Citation]
) -> tuple[str, tuple[Citation, ...]]:
    """A text with its own numbers from 1 on, and the citations that it has."""
    by_number = {citation.number: citation for citation in citations}
    numbers: dict[int, int] = {}

    def renumbered(found: re.Match[str]) -> str:
        number = int(found[1])
        if number not in by_number:
            return ""
        return f"[{numbers.setdefault(number, len(numbers) + 1)}]"

    text = MARKER.sub(renumbered, text)
    return text, tuple(replace(by_number[old], number=new) for old, new in numbers.items())


_JOINING = re.compile(
    r"^(?:(?:and|also|but|so|plus|then|oh|ok|okay|well|finally|lastly|firstly|secondly|thirdly|next|"
    r"another thing|one more thing)\b[\s,:–—-]*)+(?=\w)"
    r"|^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?:\s[\w .’'-]{1,30})?,\s*(?=\w)",
    re.I,
)


def tidied(question: str) -> str:
    """A question as it stands by itself: without "And", "Also, " or "Hello, " before it."""
    bare = _JOINING.sub("", " ".join(question.split())) or question
    return bare[:1].upper() + bare[1:]

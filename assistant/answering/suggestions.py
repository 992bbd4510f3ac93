"""Suggested next questions: each one that the guide can answer, none just answered."""

from collections.abc import Sequence
from itertools import islice
from weakref import WeakKeyDictionary

from assistant.answer import Citation, Conversation
from assistant.answering.of_role import answer_role
from assistant.answering.parts import PartAnswer
from assistant.answering.sources import Sources
from assistant.answering.wording import say
from assistant.guides.model import BlockKind, Guide, SectionKind
from assistant.understanding.understand import understand

MOST = 3
_TOPICS = (
    SectionKind.SALARY,
    SectionKind.RESPONSIBILITIES,
    SectionKind.SKILLS,
    SectionKind.PATHWAYS,
    SectionKind.DIFFERENCES,
)
_KEYS = {SectionKind.SALARY: "pay"}


def suggest(
    parts: Sequence[PartAnswer],
    conversation: Conversation,
    citations: Sequence[Citation],
    sources: Sources,
) -> tuple[str, ...]:
    """Two to four questions about the role in hand.

    They are of sections and FAQs of its guide that the answer did not use.
    """
    guides = sources.snapshot.guides
    answered = (answer.guide_id for part in parts for answer in part.by_role)
    role = next(answered, next(iter(guides)))
    said = {turn.question.casefold() for turn in conversation.turns} | {
        part.query.asked.casefold() for part in parts
    }
    used = {(citation.guide_id, citation.section) for citation in citations}
    kinds = {topic for part in parts for topic in part.query.topics}
    candidates = [
        question
        for asked in _of_guide(guides[role], used, kinds)
        for question in [_naming(guides[role], asked) if len(guides) > 1 else asked]
        if not {question.casefold(), asked.casefold()} & said
    ]
    answerable = (question for question in candidates if _is_answered(question, role, sources))
    return tuple(islice(answerable, MOST))


#: What asking each suggestion once has shown, for as long as the snapshot serves.
_SHOWN: WeakKeyDictionary[Sources, dict[tuple[str, str], bool]] = WeakKeyDictionary()


def _is_answered(question: str, guide_id: str, sources: Sources) -> bool:
    """Whether the guide answers the question: it is asked, once."""
    shown = _SHOWN.setdefault(sources, {})
    key = (guide_id, question)
    if key not in shown:
        queries = understand([question], sources.lexicon).queries
        answers = [answer_role(query.with_roles(guide_id), guide_id, sources) for query in queries]
        shown[key] = any(answer.claims or answer.pay for answer in answers)
    return shown[key]


def _naming(guide: Guide, question: str) -> str:
    """A guide's question with its role, which the page around it need not name."""
    named = guide.role.casefold() in question.casefold()
    return question if named else say("follow_up.of_role", role=guide.role, question=question)


def _of_guide(
    guide: Guide, used: set[tuple[str, tuple[str, ...]]], kinds: set[SectionKind]
) -> list[str]:
    present = {section.kind for section in guide.sections}
    by_topic = [
        say(f"follow_up.{_KEYS.get(kind, kind.value)}", role=guide.role)
        for kind in _TOPICS
        if kind in present and kind not in kinds
    ]
    asked = [
        question
        for section in guide.sections
        for block in section.blocks
        if block.kind is BlockKind.FAQ and block.question
        for question in [" ".join(block.question.of(guide.source_text).split())]
        if (guide.id, (*section.path, question)) not in used
    ]
    mixed = [question for pair in zip(by_topic, asked, strict=False) for question in pair]
    rest = [question for question in (*by_topic, *asked) if question not in mixed]
    return [*mixed, *rest]

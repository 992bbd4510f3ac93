"""What an answer is put together from: what each guide says to each question of a message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.answer import AnswerStatus
from assistant.answering.pay import PayAnswer
from assistant.citations import Claim, Layout
from assistant.retrieval import Passage, Retrieval
from assistant.understanding.query import Query


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """What one guide says to a question; no claims if it does not answer."""

    guide_id: str
    claims: tuple[Claim, ...]
    certainty: float
    pay: PayAnswer | None = None
    retrieval: Retrieval = field(default_factory=lambda: Retrieval(()))


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """The answer to one question: its claims, how it ended, and what it was made of.

    ``questions`` are those that it answers, where the same place in a guide answers several.
    """

    query: Query
    status: AnswerStatus
    claims: tuple[Claim, ...]
    by_role: tuple[RoleAnswer, ...] = ()
    choices: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that it answers, one by one, as they were asked."""
        return self.questions or (self.query.asked,)

    @property
    def heading(self) -> Claim:
        """The question as it stands above its answer, with a capital whatever was typed."""
        asked = self.query.asked
        return Claim(f"**{asked[:1].upper()}{asked[1:]}**", layout=Layout.HEADING)

    @property
    def pays(self) -> tuple[PayAnswer, ...]:
        """The rows of pay that are shown: none where it is asked which role is meant."""
        asking = self.status is AnswerStatus.CLARIFY
        return () if asking else tuple(answer.pay for answer in self.by_role if answer.pay)

    def as_trace(self) -> Mapping[str, Any]:
        """How the question was read and what was found, in plain values."""
        return {
            "query": self.query.as_trace(),
            "roles": [
                {
                    "guide_id": answer.guide_id,
                    "certainty": round(answer.certainty, 4),
                    "kept": [_passage_trace(passage) for passage in answer.retrieval.kept],
                    "rejected": [
                        {**_passage_trace(passage), "reason": reason}
                        for passage, reason in answer.retrieval.rejected
                    ],
                }
                for answer in self.by_role
            ],
        }


def _passage_trace(passage: Passage) -> dict[str, Any]:
    return {
        "guide_id": passage.chunk.guide_id,
        "section": list(passage.chunk.section),
        "start": passage.chunk.start,
        "end": passage.chunk.end,
        "score": round(passage.score, 4),
        "similarity": round(passage.similarity, 4),
        "words": round(passage.words, 3),
        "ranks": dict(passage.ranks),
    }

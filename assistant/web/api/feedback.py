"""POST /feedback."""

from fastapi import APIRouter

from assistant.answer import Citation
from assistant.records.values import NewFeedback
from assistant.web.api.parts import ApiParts
from assistant.web.api.shapes import GivenFeedback, KeptFeedback


def feedback(parts: ApiParts) -> APIRouter:
    """The route that takes feedback in."""
    router = APIRouter(tags=["Feedback"])

    @router.post(
        "/feedback",
        summary="Say whether an answer helped",
        operation_id="give_feedback",
        status_code=201,
    )
    def give(given: GivenFeedback) -> KeptFeedback:
        """Keep what a person says of an answer, with the question and the answer.

        Ask the person first: what they wrote is kept for the editors, for as long as the owner of
        the service has set.
        """
        kept = parts.records.feedback.add(_new(given))
        return KeptFeedback(id=kept.id, at=kept.at)

    return router


def _new(given: GivenFeedback) -> NewFeedback:
    return NewFeedback(
        question=given.question,
        answer=given.answer,
        status=given.status,
        helpful=given.helpful,
        citations=tuple(
            Citation(**citation.model_dump() | {"section": tuple(citation.section)})
            for citation in given.citations
        ),
        turns=tuple(given.turns),
        snapshot_id=given.snapshot,
        reason=given.reason or "",
        note=given.note.strip(),
        channel="api",
    )

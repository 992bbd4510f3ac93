"""GET /health: whether the service can do its work; open to all, and without any secret."""

import logging

from fastapi import APIRouter, Response

from assistant.errors import RecordsError, SnapshotError
from assistant.web.api.parts import ApiParts
from assistant.web.api.shapes import DatabaseHealth, Health, IndexHealth

log = logging.getLogger(__name__)


def health(parts: ApiParts, version: str) -> APIRouter:
    """The route that tells how the service is."""
    router = APIRouter(tags=["Health"])

    @router.get(
        "/health",
        summary="See whether the service is ready",
        operation_id="get_health",
        responses={503: {"model": Health, "description": "Something is not ready"}},
    )
    def get(response: Response) -> Health:
        """What serves now, and whether the records answer. Needs no key."""
        index = _index(parts)
        database = DatabaseHealth(ready=_database_answers(parts))
        ready = index.ready and database.ready
        response.status_code = 200 if ready else 503
        response.headers["Cache-Control"] = "no-store"
        return Health(ready=ready, version=version, index=index, database=database)

    return router


def _index(parts: ApiParts) -> IndexHealth:
    try:
        snapshot = parts.assistant.sources().snapshot
    except SnapshotError as error:
        log.warning("no snapshot serves: %s", error)
        return IndexHealth(ready=False, snapshot=None, created=None, guides=0)
    return IndexHealth(
        ready=True,
        snapshot=snapshot.id,
        created=snapshot.manifest.created,
        guides=len(snapshot.guides),
    )


def _database_answers(parts: ApiParts) -> bool:
    try:
        parts.records.check()
    except RecordsError as error:
        log.warning("the records do not answer: %s", error)
        return False
    return True

"""GET /guides, /guides/ID and /guides/ID/sections."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from assistant.guides.model import Guide
from assistant.web.api.parts import ApiParts
from assistant.web.api.problems import NOT_FOUND, ProblemError
from assistant.web.api.shapes import GuideEntry, GuideList, GuideSection, GuideText, SectionList

GuideId = Annotated[
    str,
    Path(
        description="The guide's id, from the list.",
        max_length=200,
        examples=["backend-engineer"],
    ),
]


def guides(parts: ApiParts) -> APIRouter:
    """The routes that give the guides."""
    router = APIRouter(tags=["Guides"])

    @router.get("/guides", summary="List the guides", operation_id="list_guides")
    def list_guides() -> GuideList:
        """All guides that serve now."""
        snapshot = parts.assistant.sources().snapshot
        entries = [GuideEntry(**_facts(guide)) for guide in snapshot.guides.values()]
        return GuideList(snapshot=snapshot.id, guides=entries)

    @router.get("/guides/{guide_id}", summary="Get one guide", operation_id="get_guide")
    def get_guide(guide_id: GuideId) -> GuideText:
        """One guide with its whole text: `text[start:end]` is a citation's quote."""
        guide = _guide(parts, guide_id)
        return GuideText(**_facts(guide), sources=list(guide.sources), text=guide.source_text)

    @router.get(
        "/guides/{guide_id}/sections",
        summary="Get the sections of a guide",
        operation_id="list_sections",
    )
    def list_sections(guide_id: GuideId) -> SectionList:
        """The headed parts of a guide, in order, with their texts."""
        guide = _guide(parts, guide_id)
        return SectionList(
            guide_id=guide.id,
            sections=[
                GuideSection(
                    path=list(section.path),
                    anchor=section.anchor,
                    kind=section.kind,
                    start=section.start,
                    end=section.end,
                    text=guide.source_text[section.start : section.end],
                    url=f"/guides/{guide.id}#{section.anchor}",
                )
                for section in guide.sections
            ],
        )

    return router


def _guide(parts: ApiParts, guide_id: str) -> Guide:
    guide = parts.assistant.sources().snapshot.guides.get(guide_id)
    if guide is None:
        raise ProblemError(NOT_FOUND, "There is no guide of this id. GET /api/v1/guides lists all.")
    return guide


def _facts(guide: Guide) -> dict[str, Any]:
    return {
        "id": guide.id,
        "title": guide.title,
        "role": guide.role,
        "aliases": list(guide.aliases),
        "summary": guide.summary,
        "sector": guide.sector,
        "date": guide.date,
        "source": guide.source,
        "digest": guide.digest,
        "sections": len(guide.sections),
        "url": f"/guides/{guide.id}",
    }

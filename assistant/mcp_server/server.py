"""The MCP server: two tools that read the guides and change nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Protocol

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import BaseModel, ConfigDict, Field
from starlette.applications import Starlette

from assistant import answer as made
from assistant.answer import AnswerStatus, Conversation, Turn
from assistant.answering.sources import Sources
from assistant.errors import CareersError
from assistant.mcp_server.wording import INSTRUCTIONS, answer_text, passages_text
from assistant.published import Answer, Passage, published_answer, published_passage
from assistant.retrieval import Passage as Found

__all__ = ["MCPServer", "guides_server", "http_app"]

LONGEST = 20_000  # characters of one message
MOST_TURNS = 30
MOST_PASSAGES = 20
#: A call is two messages of the longest kind at most, and what is around them.
LARGEST_CALL = 1_000_000

Message = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class Asked(Protocol):
    """What the tools need of the assistant."""

    def ask(self, question: str, conversation: Conversation | None = None) -> made.Answer:
        """The whole answer to a question."""
        ...

    def search(self, turns: Sequence[str], k: int = 10) -> list[Found]:
        """The passages that fit, best first."""
        ...

    def sources(self) -> Sources:
        """What serves now."""
        ...


class Passages(BaseModel):
    """The passages that fit a question, best first."""

    model_config = ConfigDict(frozen=True)

    passages: list[Passage] = Field(description="Best first; empty if nothing fits.")


def guides_server(assistant: Asked, base_url: str = "") -> MCPServer:
    """The server with its tools.

    Args:
        assistant: who answers.
        base_url: where the guides' pages are, so that sources can be opened.
    """
    server = MCPServer(
        "careers-guides",
        title="Careers guides",
        instructions=INSTRUCTIONS,
        version=_version(),
        log_level="WARNING",
    )

    def ask(
        question: Annotated[
            Message, Field(description="The person's own words; may hold several questions.")
        ],
        earlier_questions: Annotated[
            list[Message],
            Field(
                max_length=MOST_TURNS,
                description="What the person asked before in this conversation, oldest first, so "
                'that "and in London?" is understood.',
            ),
        ] = [],  # noqa: B006 -- it is never changed, and the schema shows the default
    ) -> Annotated[CallToolResult, Answer]:
        with _told():
            answer = assistant.ask(question, _conversation(earlier_questions))
        published = published_answer(answer, base_url)
        return CallToolResult(
            content=[TextContent(type="text", text=answer_text(published))],
            structured_content=published.model_dump(mode="json"),
            is_error=answer.status is AnswerStatus.FAILED,
        )

    def search(
        query: Annotated[Message, Field(description="What to look for, in plain words.")],
        k: Annotated[
            int, Field(ge=1, le=MOST_PASSAGES, description="How many passages at most.")
        ] = 5,
    ) -> Annotated[CallToolResult, Passages]:
        with _told():
            found = assistant.search([query], k)
            guides = assistant.sources().snapshot.guides
        passages = Passages(passages=[published_passage(each, guides, base_url) for each in found])
        return CallToolResult(
            content=[TextContent(type="text", text=passages_text(passages.passages))],
            structured_content=passages.model_dump(mode="json"),
        )

    server.add_tool(
        ask,
        name="ask_careers_guides",
        title="Ask the careers guides",
        description=(
            "Answer a question about a role in health and life sciences (pay, skills, way in, "
            "responsibilities, prospects) from the service's own role guides, with an exact quote "
            "behind every claim. Says so when the guides do not say."
        ),
        annotations=_reads_only("Ask the careers guides"),
    )
    server.add_tool(
        search,
        name="search_guides",
        title="Search the careers guides",
        description=(
            "Find the passages of the role guides that fit a question, best first, in the guides' "
            "own words, without an answer made of them."
        ),
        annotations=_reads_only("Search the careers guides"),
    )
    return server


def http_app(server: MCPServer) -> Starlette:
    """The server over streamable HTTP, at /mcp of the application that is returned.

    Each call stands for itself: no session is kept. Its lifespan must run. Names of hosts are not
    checked here: whoever mounts it asks for a key, which no foreign page has.
    """
    return server.streamable_http_app(
        stateless_http=True,
        json_response=True,
        max_request_body_size=LARGEST_CALL,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )


def _reads_only(title: str) -> ToolAnnotations:
    return ToolAnnotations(
        title=title,
        read_only_hint=True,
        destructive_hint=False,
        idempotent_hint=True,
        open_world_hint=False,
    )


def _conversation(questions: Sequence[str]) -> Conversation:
    return Conversation(
        tuple(
            Turn(question, made.Answer(question, AnswerStatus.ANSWERED, ""))
            for question in questions
        )
    )


@contextmanager
def _told() -> Iterator[None]:
    """What a person can act on reaches the model in its own words."""
    try:
        yield
    except CareersError as error:
        raise ToolError(str(error)) from error


def _version() -> str:
    try:
        return version("careers-assistant")
    except PackageNotFoundError:
        return ""

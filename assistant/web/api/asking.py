"""POST /ask, /ask/stream and /search."""

from collections.abc import Iterator, Sequence

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent

from assistant.answer import Answer as MadeAnswer
from assistant.answer import Conversation, Turn
from assistant.published import Answer, published_answer, published_passage
from assistant.web.api.parts import ApiParts
from assistant.web.api.shapes import EarlierTurn, Found, Question, Search, TextSoFar


def asking(parts: ApiParts) -> APIRouter:
    """The routes that answer and search."""

    def ready() -> None:
        """Where there is nothing to answer from, that is said before a stream begins."""
        parts.assistant.sources()

    router = APIRouter(tags=["Asking"], dependencies=[Depends(ready)])

    @router.post("/ask", summary="Ask a question", operation_id="ask")
    def ask(asked: Question) -> Answer:
        """Answer a message from the guides, with an exact quote behind every claim.

        To hold a conversation, pass the answers that you were given so far as `turns`.
        """
        answer = parts.assistant.ask(asked.question, conversation_of(asked.turns))
        return published_answer(answer)

    @router.post(
        "/ask/stream",
        summary="Ask a question, and get the answer while it grows",
        operation_id="ask_stream",
        response_class=EventSourceResponse,
    )
    def stream(asked: Question) -> Iterator[ServerSentEvent]:
        """The same as server-sent events.

        Each `text` event has all of the text so far; show it in place of the one before. The last
        event is `answer`: the whole Answer. A line that starts with a colon keeps the connection
        open and says nothing.
        """
        shown = ""
        for event in parts.assistant.stream(asked.question, conversation_of(asked.turns)):
            if event.answer is None:
                if event.text.rstrip() == shown:
                    continue
                shown = event.text.rstrip()
                yield ServerSentEvent(event="text", data=TextSoFar(text=shown))
            else:
                yield ServerSentEvent(event="answer", data=published_answer(event.answer))

    @router.post("/search", summary="Search the guides", operation_id="search")
    def search(wanted: Search) -> Found:
        """The passages that fit a question, best first, without an answer made of them."""
        messages = [*(turn.question for turn in wanted.turns), wanted.query]
        guides = parts.assistant.sources().snapshot.guides
        found = parts.assistant.search(messages, wanted.k)
        return Found(passages=[published_passage(each, guides) for each in found])

    return router


def conversation_of(turns: Sequence[EarlierTurn]) -> Conversation:
    """The conversation so far."""
    return Conversation(
        tuple(
            Turn(turn.question, MadeAnswer(turn.question, turn.status, turn.text)) for turn in turns
        )
    )

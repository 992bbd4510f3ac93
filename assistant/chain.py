"""The assistant in LangChain's terms: a retriever, and a chain that streams its answers.

So LangChain's tracing, batching and composition work over it: ``chain.stream(...)``,
``retriever | format | model``.
"""

from collections.abc import Iterator

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableGenerator
from pydantic import ConfigDict

from assistant.pipeline import Assistant


class GuideRetriever(BaseRetriever):
    """The passages of the guides for a question, best first, as LangChain documents.

    Each document's ``page_content`` is the passage's own words; its metadata say where they stand
    (``source``, ``guide_id``, ``section``, ``start``, ``end``) and its ``score``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    k: int = 4

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 -- LangChain passes it
    ) -> list[Document]:
        return [
            Document(
                page_content=passage.chunk.text,
                metadata={
                    "source": passage.chunk.source,
                    "guide_id": passage.chunk.guide_id,
                    "section": list(passage.chunk.section),
                    "start": passage.chunk.start,
                    "end": passage.chunk.end,
                    "score": passage.score,
                },
            )
            for passage in self.assistant.search([query], self.k)
        ]


def answer_chain(assistant: Assistant) -> Runnable[str, str]:
    """A chain from a question to its answer's text with markers, streamed by the sentence."""

    def answered(questions: Iterator[str]) -> Iterator[str]:
        shown = ""
        for event in assistant.stream("".join(questions)):
            if len(event.text) > len(shown):
                yield event.text[len(shown) :]
                shown = event.text

    return RunnableGenerator(answered)

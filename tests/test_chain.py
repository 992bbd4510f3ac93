"""LangChain's view of the assistant, over the real index."""

import pytest

from assistant.chain import GuideRetriever, answer_chain
from tests.opened import assistant_over


@pytest.fixture(scope="module")
def assistant(index_folder):
    return assistant_over(index_folder)


def test_the_retriever_gives_the_passages_of_a_search(assistant):
    question = "Is on-call common for a backend engineer?"
    documents = GuideRetriever(assistant=assistant, k=3).invoke(question)
    found = assistant.search([question], 3)
    assert [document.page_content for document in documents] == [p.chunk.text for p in found]
    for document in documents:
        guide = assistant.sources().snapshot.guides[document.metadata["guide_id"]]
        own = slice(document.metadata["start"], document.metadata["end"])
        assert guide.source_text[own] == document.page_content


def test_the_chain_streams_what_is_asked_whole(assistant):
    question = "What are the main responsibilities of a backend engineer?"
    pieces = list(answer_chain(assistant).stream(question))
    assert len(pieces) > 1
    assert "".join(pieces) == assistant.ask(question).text


def test_the_chain_answers_a_batch(assistant):
    questions = ["hello", "What does a senior backend engineer earn in Leeds?"]
    assert answer_chain(assistant).batch(questions) == [assistant.ask(q).text for q in questions]

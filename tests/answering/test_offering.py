"""What is said where the guides do not answer: the nearest, worded as no answer."""

import pytest

from assistant.answer import AnswerStatus
from assistant.answering import extractive, offering
from assistant.understanding.understand import understand
from tests.opened import assistant_over

NEAR = "Is backend engineering creative?"
FAR = "How many days off a year do backend engineers have?"


@pytest.fixture(scope="module")
def assistant(index_folder):
    return assistant_over(index_folder)


def test_the_nearest_passage_is_offered_quoted_and_cited_and_not_called_an_answer(assistant):
    answer = assistant.ask(NEAR)
    assert answer.status is AnswerStatus.NOT_COVERED
    assert "The Backend Engineer guide does not answer that outright" in answer.text
    assert {citation.guide_id for citation in answer.citations} == {"backend-engineer"}
    assert all(f"[{citation.number}]" in answer.text for citation in answer.citations)
    assert answer.citations[0].section[-1] in answer.text.splitlines()[0]


def test_what_is_far_from_every_passage_is_offered_none_and_no_section(assistant):
    answer = assistant.ask(FAR)
    assert answer.status is AnswerStatus.NOT_COVERED
    assert answer.text == "The Backend Engineer guide does not say."
    assert answer.citations == ()


def test_of_what_is_further_off_only_the_section_is_named(assistant, monkeypatch):
    monkeypatch.setattr(offering, "NEAREST_OFFERED", 1.0)
    answer = assistant.ask(NEAR)
    assert "The nearest it comes is its section “" in answer.text
    assert answer.citations == ()


def test_a_section_among_several_guides_is_named_with_its_guide(assistant, monkeypatch):
    monkeypatch.setattr(offering, "THRESHOLD_OF_ANYTHING", 0.0)
    monkeypatch.setattr(offering, "NEAREST_NAMED", 0.0)
    answer = assistant.ask("Should I buy bitcoin?")
    assert answer.status is AnswerStatus.NOT_COVERED
    assert answer.text.startswith("The guides for ")
    assert "The nearest they come is the section “" in answer.text
    assert any(answer.text.endswith(f"of the {role} guide.") for role in roles(assistant))
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question", ["Should I put my savings into crypto?", "What will the weather be on Saturday?"]
)
def test_what_names_no_role_and_may_be_of_anything_is_offered_nothing(question, assistant):
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.NOT_COVERED
    assert "nearest" not in answer.text
    assert answer.citations == ()


def test_a_price_of_what_no_guide_speaks_of_is_no_pay(assistant):
    assert assistant.ask("How much is a senior wizard's hat?").status is AnswerStatus.NOT_COVERED
    assert assistant.ask("How much does a senior earn?").status is AnswerStatus.ANSWERED


def test_no_row_of_pay_is_offered(assistant):
    answer = assistant.ask("What pay rise do backend engineers get after ten years?")
    assert answer.status is AnswerStatus.NOT_COVERED
    assert "its section “Salary" in answer.text
    assert answer.citations == ()


def test_what_is_quoted_above_is_not_offered_again(assistant):
    sources = assistant.sources()
    (query,) = understand([NEAR], sources.lexicon).queries
    part = extractive.answer_query(query, sources)
    once, again = offering.offered_once([part, part], sources)
    assert once == part
    assert [claim.text for claim in again.claims] == ["The Backend Engineer guide does not say."]
    assert again.status is AnswerStatus.NOT_COVERED


def roles(assistant):
    return assistant.sources().lexicon.titles.values()

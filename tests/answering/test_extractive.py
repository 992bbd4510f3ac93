"""From which guides a question is answered, and what is said where none answers."""

import pytest

from assistant.answer import AnswerStatus
from assistant.answering import extractive
from tests.opened import assistant_over

OFF_TOPIC = "Does a backend engineer get a free parrot and a submarine licence?"


@pytest.fixture(scope="module")
def assistant(index_folder):
    return assistant_over(index_folder)


def cited(answer):
    return {citation.guide_id for citation in answer.citations}


def test_without_a_role_each_of_few_guides_answers_side_by_side(assistant):
    answer = assistant.ask("What is the pay?")
    assert answer.status is AnswerStatus.ANSWERED
    assert cited(answer) == set(assistant.sources().snapshot.guides)


@pytest.mark.parametrize(
    "question",
    [
        "Is there on-call?",
        "What are the main responsibilities?",
        pytest.param(
            "What is the pay?",
        ),
    ],
)
def test_without_a_role_among_many_guides_it_asks_which(question, assistant, monkeypatch):
    monkeypatch.setattr(extractive, "SIDE_BY_SIDE", 1)
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.CLARIFY
    assert set(answer.follow_ups) == set(assistant.sources().lexicon.titles.values())
    assert answer.citations == ()


def test_two_roles_that_are_named_are_both_answered_and_both_named(assistant):
    answer = assistant.ask("What do backend engineers and health informatics engineers earn?")
    assert cited(answer) == set(assistant.sources().snapshot.guides)
    for role in assistant.sources().lexicon.titles.values():
        assert role in answer.text


def test_a_role_beside_one_without_a_guide_is_answered_in_part(assistant):
    answer = assistant.ask("Compare the pay of a backend engineer and a radiographer")
    assert answer.status is AnswerStatus.PARTIAL
    assert cited(answer) == {"backend-engineer"}
    assert "radiographer" in answer.text


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What does a radiographer earn?", "radiographer"),
        ("What does a backend engineer earn in Berlin?", "Berlin"),
        (OFF_TOPIC, "Backend Engineer"),
    ],
)
def test_what_the_guides_do_not_say_is_said_without_a_citation(question, named, assistant):
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.NOT_COVERED
    assert answer.citations == ()
    assert named in answer.text


def test_a_pay_answer_brings_the_guides_own_caveat(assistant):
    answer = assistant.ask("What does a senior backend engineer earn in Leeds?")
    row, *others = answer.citations
    assert row.quote.startswith("Senior")
    assert [citation for citation in others if "£" not in citation.quote]


@pytest.mark.parametrize("kind", ["responsibilities", "skills"])
def test_a_list_that_is_asked_for_is_given_whole(kind, assistant):
    answer = assistant.ask(f"What are the main {kind} of a backend engineer?")
    guide = assistant.sources().snapshot.guides["backend-engineer"]
    section = next(section for section in guide.sections if section.kind.value == kind)
    grouped = [block for block in section.blocks if block.group is not None]
    whole = [block for block in grouped if block.group == grouped[0].group]
    starts = [citation.start for citation in answer.citations]
    assert [block.start for block in whole] == [s for s in starts if s in {b.start for b in whole}]


def test_the_trace_tells_how_the_question_was_read_and_what_was_found(assistant):
    answer = assistant.ask("Do backend engineers need a degree?")
    (part,) = answer.trace["parts"]
    assert part["query"]["roles"] == ("backend-engineer",)
    (role,) = part["roles"]
    assert role["kept"]
    assert 0 <= role["certainty"] <= 1
    assert answer.trace["snapshot"] == assistant.sources().snapshot.id


def test_where_it_is_asked_which_role_is_meant_there_is_no_table(assistant, monkeypatch):
    monkeypatch.setattr(extractive, "SIDE_BY_SIDE", 1)
    answer = assistant.ask("What is the pay?")
    assert answer.status is AnswerStatus.CLARIFY
    assert answer.table is None


def test_the_heading_of_a_part_begins_with_a_capital_and_the_trace_keeps_what_was_asked(assistant):
    asked = "what does a senior backend engineer earn? is there on-call for a backend engineer?"
    answer = assistant.ask(asked)
    assert "**What does a senior backend engineer earn?**" in answer.text
    assert "**Is there on-call for a backend engineer?**" in answer.text
    assert answer.parts[0].question.startswith("what")


def test_a_whole_table_without_a_lead_in_says_where_it_is_from(assistant):
    answer = assistant.ask("What skills does a backend engineer need?")
    opening, *rows = answer.text.split("\n\n- ")
    assert opening.endswith(":")
    assert "[" not in opening
    assert rows


def test_pay_rows_that_are_found_and_not_asked_for_bring_the_caveat_too(assistant):
    answer = assistant.ask("How do lead backend engineers get to be trusted with outcomes?")
    rows = [one for one in answer.citations if "£" in one.quote]
    assert rows
    assert "Read every figure as a guide only" in answer.text


def test_what_is_told_before_a_question_does_not_hide_its_answer(assistant):
    asked = "How heavy is the out of hours load in backend jobs?"
    answer = assistant.ask(f"My dog is ill. {asked}")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.citations == assistant.ask(asked).citations

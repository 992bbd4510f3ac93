"""Which guides are looked at where a question names none of many."""

from dataclasses import replace

import pytest

from assistant.answering.extractive import answer_query
from assistant.answering.sources import LOOKED_AT, likely_guides
from assistant.citations import quotes_of
from assistant.guides.reader import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.understanding.by_a_word import hinted_at
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand
from tests.opened import assistant_over, the_model

TRADES = (
    *("Baker", "Cooper", "Farrier", "Glazier", "Kiln Mason", "Plumber", "Roofer", "Saddler"),
    *("Tailor", "Thatcher"),
)
TEXT = "# {0}\n\n## Ways in\n\nA {0} begins with two years beside a master, unpaid.\n"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Ten guides that say nearly the same; one names a test that the others do not have."""
    folder = tmp_path_factory.mktemp("many")
    texts = {trade: TEXT.format(trade) for trade in TRADES}
    texts["Thatcher"] += "\nThe ladder test is on the first morning.\n"
    sync(folder, [read_text(text, f"{trade}.md") for trade, text in texts.items()], the_model())
    return Assistant(folder, the_model())


def likely(question, assistant):
    sources = assistant.sources()
    (query,) = understand([question], sources.lexicon).queries
    return likely_guides(query, sources)


def test_of_many_guides_some_are_looked_at_and_what_one_alone_has_is_found(many):
    found = likely("When is the ladder test?", many)
    assert len(found) == len(set(found)) == LOOKED_AT < len(TRADES)
    assert "thatcher" in found[:2]
    assert set(found) <= set(many.sources().lexicon.titles)


def test_few_guides_are_all_looked_at(index_folder):
    assistant = assistant_over(index_folder)
    assert likely("When is the ladder test?", assistant) == tuple(
        assistant.sources().lexicon.titles
    )


def test_a_word_of_one_title_says_which_role_is_meant_of_several_that_answer(many):
    sources = many.sources()
    (query,) = sources.in_role(understand(["How do people get in?"], sources.lexicon))
    assert answer_query(query, sources).status.value == "clarify"
    answered = answer_query(replace(query, hinted="kiln-mason"), sources)
    assert {quote.guide_id for quote in quotes_of(answered.claims)} == {"kiln-mason"}


def test_what_several_titles_have_in_brackets_hints_at_none_of_them():
    titles = ("Fitter (ships)", "Welder (ships)", "Baker (bread)")
    lexicon = lexicon_of([read_text(f"# {one}\n\nWorks.\n", f"{one}.md") for one in titles])
    assert hinted_at("round the ships", lexicon) == ""
    assert hinted_at("I like bread", lexicon) == "baker-bread"


@pytest.mark.parametrize(
    ("said", "guide_id"),
    [
        ("a trainee coding post", "clinical-coder"),
        ("is CKA worth getting", "fitter"),
        ("is the CKA any use for coding", "clinical-coder"),
        ("is PKA worth getting", ""),
    ],
)
def test_a_trade_or_a_word_that_one_guide_alone_has_hints_at_it(said, guide_id):
    texts = {"Clinical Coder": "Reads notes.", "Fitter": "The CKA exam opens doors."}
    guides = [read_text(f"# {role}\n\n{text}\n", f"{role}.md") for role, text in texts.items()]
    assert hinted_at(said, lexicon_of(guides)) == guide_id


@pytest.mark.parametrize(
    ("said", "guide_id"),
    [("round the kilns", "kiln-mason"), ("of the kiln and the thatcher", ""), ("of bricks", "")],
)
def test_a_text_hints_at_the_guide_whose_title_alone_has_a_word_of_it(said, guide_id, many):
    assert hinted_at(said, many.sources().lexicon) == guide_id


def test_a_question_to_many_asks_which_role_is_meant(many):
    answer = many.ask("How do people get in?")
    assert answer.status.value == "clarify"
    assert set(answer.follow_ups) <= set(TRADES)
    assert answer.follow_ups

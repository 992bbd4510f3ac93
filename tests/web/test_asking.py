import logging

import pytest

from assistant.answer import Answer, AnswerStatus
from assistant.errors import CareersError
from assistant.pipeline import AnswerEvent
from assistant.web import asking, wording
from assistant.web.asking import Asking
from assistant.web.site import Site
from assistant.web.visitors import Visitors
from tests.web.scripted import LAB, ConversationLists, ScriptedAssistant, answer


def ask(question="What does it pay?", *, site=None, turns=(), kept="", assistant=None):
    engine = Asking(assistant or ScriptedAssistant(), site or Site(guides=lambda: (LAB,)))
    return list(engine.replies(question, turns, "t1", kept, "1.2.3.4"))


@pytest.mark.parametrize(
    ("question", "trouble"),
    [
        ("", wording.EMPTY),
        ("🙂🙂", wording.NO_WORDS),
        ("???", wording.NO_WORDS),
        ("What does it pay?", ""),
        ("x" * asking.LIMIT, ""),
    ],
)
def test_what_cannot_be_asked_is_told(question, trouble):
    assert asking.problem_with(question) == trouble


def test_a_long_text_is_told_with_both_lengths():
    [sent] = ask("x" * 8001)
    assert sent["kind"] == "refused"
    assert "8,001" in sent["problem"]
    assert "8,000" in sent["problem"]


def test_an_answer_grows_and_comes_whole_with_what_the_page_keeps():
    growing, whole = ask()
    assert growing["kind"] == "growing"
    assert 'aria-busy="true"' in growing["html"]
    assert whole["said"] == wording.ready(2)
    assert whole["answer"]["snapshot"] == "20260101T000000-abcdef"
    assert [place["number"] for place in whole["answer"]["citations"]] == [1, 2]
    assert "&v=" in whole["answer"]["citations"][0]["url"]
    assert whole["kept"] == ""


def test_earlier_turns_are_looked_back_on_and_nonsense_among_them_is_left_out(caplog):
    assistant = ScriptedAssistant()
    turns = [{"question": "First?", "text": "Yes."}, "nonsense", {"question": "x" * 9000}]
    with caplog.at_level(logging.WARNING):
        ask(turns=turns, assistant=assistant)
    assert assistant.asked == [("What does it pay?", ["First?"])]
    assert "First?" not in caplog.text


def test_ids_come_from_the_page_only_if_they_are_ids():
    engine = Asking(ScriptedAssistant(), Site(guides=lambda: (LAB,)))
    evil = '"><script>'
    *_, whole = engine.replies("What?", (), evil, "", "")
    assert evil not in whole["html"]
    assert 'href="#s-1"' in whole["html"]


def test_who_asks_too_often_is_told_how_long_to_wait():
    site = Site(guides=lambda: (LAB,), visitors=Visitors(2))
    assert [ask(site=site)[-1]["kind"] for _ in range(3)] == ["answer", "answer", "refused"]
    [refused] = ask(site=site)
    assert 0 < refused["wait"] <= 60
    assert "2 questions" in refused["problem"]


def test_what_cannot_be_asked_does_not_count():
    site = Site(guides=lambda: (LAB,), visitors=Visitors(1))
    ask("", site=site)
    assert ask(site=site)[-1]["kind"] == "answer"


def test_a_conversation_is_recorded_only_where_the_owner_wants_it():
    book = ConversationLists()
    site = Site(guides=lambda: (LAB,), conversations=book)
    first = ask(site=site)[-1]["kept"]
    second = ask("And in London?", site=site, kept=first)[-1]["kept"]
    assert first == second
    assert [turn.topics for turn in book.kept[first]] == [("salary",), ("salary",)]
    assert book.kept[first][0].roles == (LAB.id,)
    assert len(book.kept[first][0].citations) == 2


def test_a_deleted_record_begins_anew():
    book = ConversationLists()
    whole = ask(site=Site(conversations=book), kept="long-gone")[-1]
    assert list(book.kept) == [whole["kept"]]


def test_a_record_that_cannot_be_written_costs_no_answer(caplog):
    class Full(ConversationLists):
        def start(self):
            raise CareersError("The disk is full.")

    assert ask(site=Site(conversations=Full()))[-1]["kind"] == "answer"
    assert "can't record" in caplog.text


def test_a_fast_answer_is_drawn_once_and_the_whole_always():
    whole = Answer("q", AnswerStatus.ANSWERED, "abc")
    events = [AnswerEvent("a"), AnswerEvent("ab"), AnswerEvent("abc", whole)]
    assert list(asking.paced(iter(events))) == [events[0], events[2]]


def test_what_the_page_keeps_holds_no_trace():
    kept = asking.as_kept(answer(), Site().library())
    assert set(kept) == {"question", "status", "text", "snapshot", "citations"}

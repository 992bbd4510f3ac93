"""From a message to a first draft, with real answers."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.answer import Answer, AnswerStatus, Part
from assistant.enquiries.answering import Message, answer_message, tidied
from assistant.enquiries.desk import Desk, Seen
from assistant.enquiries.intake import read_message
from assistant.errors import NotAllowedError
from assistant.pipeline import Assistant
from assistant.records.values import EnquiryState, Incoming, MarkKind
from assistant.versions import Versions
from tests.enquiries.scripted import Scripted, cited, guide_of
from tests.opened import the_model

MAIL = """Hi there,

I'm a nurse in Leeds thinking of a move, and I've read your backend engineer guide. What does a
senior backend engineer earn outside London? Is there on-call work? Also, what skills matter most?
And do you sponsor visas for people coming from Kenya?

Many thanks,
Jo Bloggs
"""


def test_a_mail_of_four_questions_becomes_four_answers_and_one_reply(desk, records, assistant):
    enquiry = desk.receive(read_message(MAIL), "ann")
    assert enquiry.state is EnquiryState.DRAFTED
    assert enquiry.sender_name == "Jo Bloggs"
    assert [question.question for question in enquiry.questions] == [
        "What does a senior backend engineer earn outside London?",
        "Is there on-call work?",
        "What skills matter most?",
        "Do you sponsor visas for people coming from Kenya?",
    ]
    assert [question.covered for question in enquiry.questions] == [True, True, True, False]
    assert enquiry.questions[2].found == "Also, what skills matter most?"
    assert enquiry.snapshot_id == assistant.sources().snapshot.id
    assert all(mark.kind is MarkKind.HOLDS for each in enquiry.questions for mark in each.marks)
    reply = desk.reply(enquiry)
    assert reply.text.startswith("Dear Jo Bloggs,\n")
    assert "£65,000 to £90,000" in reply.text
    places = [reply.text.index(question.question) for question in enquiry.questions]
    assert places == sorted(places)
    assert records.enquiries.drafts(enquiry.id)[0].text == reply.text


def test_each_marker_of_an_answer_has_a_citation_that_is_an_exact_quote(desk, assistant):
    enquiry = desk.receive(read_message(MAIL), "ann")
    guides = assistant.sources().snapshot.guides
    for question in enquiry.questions:
        numbers = {int(number) for number in re.findall(r"\[(\d+)\]", question.answer)}
        assert numbers == set(range(1, len(question.places) + 1))
        for place in question.places:
            citation = place.citation
            source = guides[citation.guide_id].source_text
            assert source[citation.start : citation.end] == citation.quote
            assert citation.quote in place.passage
            assert place.passage in source


def test_a_reply_links_to_the_text_that_was_quoted_and_to_whole_sections(
    records, index_folder, letter
):
    versions = Versions()
    assistant = Assistant(index_folder, the_model(), versions=versions)
    desk = Desk(records, assistant, letter)
    reply = desk.reply(desk.receive(read_message(MAIL), "ann"))
    links = [urlsplit(unescape(link)) for link in re.findall(r'href="([^"]+)"', reply.html)]
    quotes = [parse_qs(link.query) for link in links if link.query]
    assert quotes
    assert all(versions.text(asked["v"][0]) for asked in quotes)
    assert {link.fragment for link in links if link.query} == {"cited"}
    # Where several quotes of a section are one source, its link leads to the section.
    whole = [link for link in links if not link.query]
    assert whole
    anchors = {s.anchor for g in assistant.sources().snapshot.guides.values() for s in g.sections}
    assert {link.fragment for link in whole} <= anchors


def test_one_question_needs_no_heading(desk):
    enquiry = desk.receive(read_message("What does a junior backend engineer earn?"), "ann")
    reply = desk.reply(enquiry)
    assert len(enquiry.questions) == 1
    assert reply.text.startswith("Hello,\n")
    assert "1." not in reply.text.split("Where this comes from")[0]


def test_what_no_guide_covers_is_said_kindly_and_first(desk):
    enquiry = desk.receive(read_message("What does a paramedic earn?"), "ann")
    reply = desk.reply(enquiry).text
    assert enquiry.not_covered == enquiry.questions
    assert "I'm sorry that our role guides don't cover what you ask." in reply
    assert "Where this comes from" not in reply


def test_a_message_without_a_question_is_kept_too(desk):
    enquiry = desk.receive(read_message("Thanks a lot, that helped!"), "ann")
    assert [question.status for question in enquiry.questions] == [AnswerStatus.SOCIAL]
    assert enquiry.not_covered == ()


def test_a_question_reworded_is_answered_in_the_light_of_its_message(desk):
    enquiry = desk.receive(read_message(MAIL), "ann")
    last = enquiry.questions[3]
    seen = Seen(enquiry.id, enquiry.version, "bob")
    enquiry = desk.reword_question(seen, last.id, "And what about juniors?")
    assert enquiry.questions[3].id == last.id
    assert enquiry.questions[3].found == last.found
    assert enquiry.questions[3].covered
    assert "£30,000 to £42,000" in enquiry.questions[3].answer
    seen = Seen(enquiry.id, enquiry.version, "bob")
    enquiry = desk.add_question(seen, "What about pay in London for a lead?")
    assert "£95,000 to £130,000" in enquiry.questions[4].answer
    assert enquiry.questions[4].found == ""


def test_an_answer_that_is_not_laid_out_by_parts_is_asked_for_part_by_part(tmp_path, letter):
    guide = guide_of(tmp_path)
    pay = cited(guide, "A keeper earns £31,000 a year.", number=3)
    covered = AnswerStatus.ANSWERED
    parts = (Part("The pay?", covered), Part("The moon?", AnswerStatus.NOT_COVERED))
    whole = Answer("mail", AnswerStatus.PARTIAL, "All in one. [3]", (pay,), parts)
    one = Answer("The pay?", covered, "£31,000. [3]", (pay,), (parts[0],))
    assistant = Scripted(guide, {"mail": whole, "The pay?": one})
    first, second = answer_message(assistant, Message("mail"), letter).questions
    assert (first.answer, first.status) == ("£31,000. [1]", covered)
    assert first.places[0].citation.number == 1
    assert first.places[0].passage == "A keeper earns £31,000 a year. Night watches add £40 each."
    assert second.status is AnswerStatus.NOT_COVERED
    assert [question for question, _ in assistant.asked] == ["mail", "The pay?", "The moon?"]


def test_a_message_that_could_not_be_answered_is_not_kept_as_if_it_were(tmp_path, records, letter):
    failed = Answer("?", AnswerStatus.FAILED, "Sorry.", parts=(Part("Why?", AnswerStatus.FAILED),))
    desk = Desk(records, Scripted(guide_of(tmp_path), {"Why?": failed}), letter)
    with pytest.raises(NotAllowedError, match="try again"):
        desk.receive(Incoming("Why?"), "ann")
    assert records.enquiries.count() == 0


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("And what about juniors?", "What about juniors?"),
        ("Also, how do I start?", "How do I start?"),
        ("Finally: is there a union?", "Is there a union?"),
        ("But and so is it hard?", "Is it hard?"),
        ("Sofas at work?", "Sofas at work?"),
        ("Andover pay?", "Andover pay?"),
        ("and", "And"),
        ("Hello, is it hard?", "Is it hard?"),
        ("Dear Dr. O’Neil, is it hard?", "Is it hard?"),
        ("Hi-tech jobs, are they hard?", "Hi-tech jobs, are they hard?"),
        ("what  is\nit?", "What is it?"),
    ],
)
def test_a_question_is_shown_as_it_stands_by_itself(found, shown):
    assert tidied(found) == shown


PAY = "What does it pay in London?"


def test_a_subject_names_the_role_that_its_message_calls_it(assistant, letter):
    message = Message(f"Hi,\n\n{PAY}\n\nThanks", "Re: Health informatics engineer")
    (question,) = answer_message(assistant, message, letter).questions
    assert question.question == PAY
    assert {each.guide_id for each in question.citations} == {"health-informatics-engineer"}
    (question,) = answer_message(assistant, Message(PAY, "Nurse vacancy"), letter).questions
    assert question.status is AnswerStatus.NOT_COVERED


@pytest.mark.parametrize(
    ("subject", "asked"),
    [
        ("Is it hard?", "Is it hard?\n\nPlease see my subject."),
        ("Re: Is it hard?", "Please see my subject."),
        ("please SEE my subject?", "please SEE my subject?\n\nPlease see my subject."),
        ("A question", "Please see my subject."),
        ("", "Please see my subject."),
    ],
)
def test_a_subject_that_asks_is_answered_unless_it_was_before(subject, asked):
    assert Message("Please see my subject.", subject).asked == asked


def test_a_subject_that_the_message_repeats_is_answered_once():
    assert Message("Hi, is it hard? Thanks", "Is it hard?").asked == "Hi, is it hard? Thanks"


def test_a_reply_above_mail_of_ours_is_answered_alone(desk):
    asked = "What skills does a backend engineer need?"
    below = "-----Original Message-----\nFrom: Us <us@x.org>\nSent: Monday\n\nWhat is your region?"
    enquiry = desk.receive(read_message(f"{asked}\n\n{below}"), "ann")
    assert [each.question for each in enquiry.questions] == [asked]
    assert enquiry.questions[0].covered

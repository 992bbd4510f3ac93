"""Which words of a mail are to be answered, where it has other mail below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.enquiries.intake import read_message
from assistant.enquiries.threads import is_reply, read_thread, topic_of

OURS = "Dear Jo,\n\nWhat is your region? They earn £75,000.\n\nKind regards,\nThe support team"
QUOTED = "\n".join(f"> {line}" for line in OURS.split("\n"))
HEADERS = "From: Support <help@x.org>\nSent: Monday\nTo: Jo\nSubject: RE: Pay\n\n"
ASKED = "Is it on call?\n\nThanks\nJo Bloggs"


@pytest.mark.parametrize(
    "below",
    [
        f"On Mon, 23 Nov 2026 at 09:12, Support <help@x.org> wrote:\n\n{QUOTED}",
        f"On Mon, 23 Nov 2026 at 09:12, Support\n<help@x.org> wrote:\n\n{QUOTED}",
        f"-----Original Message-----\n{HEADERS}{OURS}",
        f"________________________________\n{HEADERS}{OURS}",
        f"{HEADERS}{OURS}",
        f"*From:* Support <help@x.org>\n*Sent:* Monday\n*Subject:* Pay\n\n{OURS}",
        QUOTED,
    ],
)
def test_what_a_reply_answers_is_not_answered_again(below):
    mail = f"{ASKED}\n\n{below}"
    assert read_thread(mail).own == ASKED
    message = read_message(mail)
    assert message.sender_name == "Jo Bloggs"
    assert "£75,000" in message.body


FORWARDED = "From: Priya Shah <priya@x.org>\nDate: Monday\nSubject: On call\nTo: info@x.org\n\n"


@pytest.mark.parametrize("note", ["", "FYI\n\n", "Can you answer this one please?\n\nSam\n\n"])
@pytest.mark.parametrize(
    "mark", ["---------- Forwarded message ---------\n", "Begin forwarded message:\n\n"]
)
def test_what_a_colleague_passes_on_is_the_message_and_its_writer_the_sender(note, mark):
    message = read_message(
        f"From: Sam <sam@ours.org>\nSubject: Fwd: x\n\n{note}{mark}{FORWARDED}{ASKED}"
    )
    assert (message.sender_name, message.sender_email) == ("Priya Shah", "priya@x.org")
    assert message.subject == "On call"
    assert read_thread(message.body, message.subject).own == ASKED


@pytest.mark.parametrize("note", ["Could someone take this?", "No idea on this one, sorry!"])
def test_a_note_that_hands_over_needs_no_mark_of_a_forwarded_mail(note):
    thread = read_thread(f"{note}\n\n{FORWARDED}{ASKED}")
    assert (thread.own, thread.sender_name) == (ASKED, "Priya Shah")
    marked = "\n".join(f"> {line}" for line in ASKED.split("\n"))
    assert read_thread(f"{note}\n\n{marked}").own == ASKED


def test_a_reply_that_only_tells_is_the_message():
    told = "I live in Hull."
    assert read_thread(f"{told}\n\n{HEADERS}{OURS}").own == told


def test_a_question_about_what_is_forwarded_is_not_lost():
    mail = f"Is this pay right?\n\n-----Original Message-----\n{FORWARDED}{ASKED}"
    assert read_thread(mail, "FW: On call").own == f"Is this pay right?\n\n{ASKED}"
    assert read_thread(mail, "RE: On call").own == "Is this pay right?"


@pytest.mark.parametrize(
    ("mail", "own"),
    [
        ("> Is it on call?\n> And the pay?", "Is it on call?\nAnd the pay?"),
        ("> Your region?\nLondon. What is the pay?", "London. What is the pay?"),
        ("Hello.\n____________\nWhat is the pay?", "Hello.\n____________\nWhat is the pay?"),
        ("On pay you wrote:\nis that right?", "On pay you wrote:\nis that right?"),
        ("From: where can I work?\nTo: what end?", "From: where can I work?\nTo: what end?"),
        ("", ""),
    ],
)
def test_a_message_alone_stays_as_it_is(mail, own):
    assert read_thread(mail).own == own


MARKS = ["On 1 Jan x@y wrote:", "-----Original Message-----", "------- Forwarded message ------"]
LINES = st.sampled_from(["> a?", "From: x <x@y>", "Sent: 1", "Hi", "", "_" * 12, *MARKS])


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12), st.text(max_size=10))
def test_something_is_left_of_every_message_that_says_something(lines, subject):
    mail = "\n".join(lines)
    own = read_thread(mail, subject).own
    assert any(map(str.isalnum, own)) or not any(map(str.isalnum, "".join(lines)))


def test_a_subject_is_read_without_its_prefixes():
    assert topic_of("Re: FWD: re:  Pay in  Leeds?") == "Pay in Leeds?"
    assert is_reply("RE: Pay?")
    assert not is_reply("Fwd: Re-training?")

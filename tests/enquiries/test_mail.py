"""E-mails as mail programs save them, odd ones too."""

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.enquiries.intake import read_upload
from assistant.enquiries.mail import read_mail, text_of_html
from assistant.errors import NotAllowedError


def mail(text="What is the pay?", **headers):
    made = EmailMessage()
    for name, value in ({"From": "Jo <jo@x.org>", "Subject": "Pay"} | headers).items():
        made[name] = value
    made.set_content(text)
    return made


def test_headers_and_text_that_nobody_encoded_are_read_as_they_were_meant():
    text = "From: Jérôme <j@x.org>\nSubject: café\n\nQuel salaire à Londres?"
    for encoding in ("utf-8", "cp1252"):
        message = read_mail(text.encode(encoding))
        assert (message.sender_name, message.subject) == ("Jérôme", "café")
        assert message.body == "Quel salaire à Londres?"


def test_a_header_in_an_encoding_that_nobody_knows_is_still_read():
    message = read_mail(b"From: a@b.org\nSubject: My =?x-nope?Q?caf=E9?=\n\nPay?")
    assert message.subject == "My café"


def test_html_is_read_as_a_reader_sees_it():
    html = (
        "<p>Hello</p><p style='display:none'>Say yes</p><p hidden>Say no</p>"
        "<ul><li>Is it remote?</li><li>Is it hard?</li></ul>"
        "<blockquote>Which <b>role</b>?<blockquote>Hi</blockquote></blockquote>"
    )
    told = "Hello\n\n- Is it remote?\n\n- Is it hard?\n\n> Which role?\n>\n> Hi"
    assert text_of_html(html) == told


def test_a_mail_that_only_holds_another_is_that_other_one():
    outer = mail("", Subject="Fwd: Pay", From="Sam <sam@ours.org>")
    outer.add_attachment(mail())
    message = read_mail(outer.as_bytes())
    assert (message.body.strip(), message.sender_email) == ("What is the pay?", "jo@x.org")


def test_a_mail_that_asks_in_its_subject_alone_is_read():
    message = read_upload("q.eml", mail("\n", Subject="What is the pay?").as_bytes())
    assert message.body == "What is the pay?"


def test_an_attached_text_is_no_part_of_the_message():
    made = mail()
    made.add_attachment("Is this read?", filename="cv.txt")
    assert read_mail(made.as_bytes()).body.strip() == "What is the pay?"


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02" * 40,
        b"Content-Type: multipart/mixed; boundary=z\n\nnothing",
        b"From: a@b.org\n" + b"Content-Type: message/rfc822\n\n" * 3000 + b"Pay?",
    ],
)
def test_what_is_no_mail_is_refused_with_what_to_do(data):
    with pytest.raises(NotAllowedError, match=r"[Pp]aste its text"):
        read_upload("q.eml", data)


@given(st.binary(max_size=300), st.sampled_from([b"", b"From: ", b"Subject: =?", b"To: [\n\n"]))
def test_whatever_a_file_holds_it_is_read_or_refused(data, before):
    with suppress(NotAllowedError):
        assert read_upload("q.eml", before + data).body

"""Messages as they come in."""

from email.message import EmailMessage

import pytest

from assistant.enquiries.intake import (
    LONGEST,
    read_message,
    read_upload,
    signed_by,
)
from assistant.errors import NotAllowedError
from assistant.records.values import Channel


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Hi\nQ?\n\nMany thanks,\nJo Bloggs", "Jo Bloggs"),
        ("Q?\nKind regards\n\nDr Zoë O'Neil-Smith\nSenior Nurse", "Zoë O'Neil-Smith"),
        ("Q?\nThanks", ""),
        ("Thanks for the guide.\nWhat about pay?", ""),
        ("Q?\nBest,\nsam", ""),
        ("Q?\nCheers,\n07700 900000", ""),
        ("Q?\nRegards\nI would also like to know more about pay", ""),
        ("Q?\nYours sincerely,\nA. N. Other", "A. N. Other"),
    ],
)
def test_the_name_under_a_sign_off_is_found(body, name):
    assert signed_by(body) == name


def test_a_pasted_mail_gives_up_its_headers():
    pasted = "From: Jo Bloggs <jo@x.org>\nSent: Monday\nSubject: Pay\n\nWhat is the pay?"
    message = read_message(pasted)
    assert (message.sender_name, message.sender_email) == ("Jo Bloggs", "jo@x.org")
    assert (message.subject, message.body) == ("Pay", "What is the pay?")


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "empty"), (" \n\x00", "empty"), ("?!", "empty"), ("a" * 20_001, "20,001")],
)
def test_a_message_that_cannot_be_answered_is_explained(text, said):
    with pytest.raises(NotAllowedError, match=said):
        read_message(text)
    assert len("a" * 20_000) == LONGEST


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_the_usual_encodings(encoding):
    message = read_upload("Q.TXT", "What is Zoë’s pay – £?".encode(encoding))
    assert (message.body, message.channel) == ("What is Zoë’s pay – £?", Channel.TEXT)


def mail(**content):
    made = EmailMessage()
    made["From"] = "=?utf-8?q?Zo=C3=AB_Reed?= <zoe@x.org>"
    made["Subject"] = "Pay & shifts"
    made["Message-ID"] = "<1@x.org>"
    for kind, text in content.items():
        if kind == "plain":
            made.set_content(text)
        elif made.get_content_type() == "text/plain" and "plain" not in content:
            made.set_content(text, subtype="html")
        else:
            made.add_alternative(text, subtype="html")
    return made.as_bytes()


def test_an_email_is_read_with_sender_subject_and_its_plain_text():
    message = read_upload("q.eml", mail(plain="What is the pay?\n", html="<p>Other</p>"))
    assert (message.sender_name, message.sender_email) == ("Zoë Reed", "zoe@x.org")
    assert (message.subject, message.body) == ("Pay & shifts", "What is the pay?")
    assert (message.channel, message.reference) == (Channel.EMAIL, "<1@x.org>")


def test_an_email_of_html_only_is_read_paragraph_by_paragraph():
    html = "<style>p{}</style><p>Hello<br>there</p><div>The <b>pay</b>?</div><script>x</script>"
    message = read_upload("q.eml", mail(html=html))
    assert message.body == "Hello\nthere\n\nThe pay?"


def test_an_email_in_an_encoding_that_nobody_knows_is_still_read():
    raw = mail(plain="What is the pay?").replace(b'charset="utf-8"', b'charset="klingon"')
    message = read_upload("q.eml", raw)
    assert message.body == "What is the pay?"


def test_an_email_without_any_text_is_explained():
    raw = b"From: a@x.org\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAA"
    with pytest.raises(NotAllowedError, match="no text"):
        read_upload("q.eml", raw)


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(NotAllowedError, match=r"\.txt, an \.eml or a \.csv"):
        read_upload("cv.pdf", b"%PDF")

"""Messages as they come in."""

import csv
import io
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.enquiries.intake import (
    LONGEST,
    accepted,
    cleaned,
    read_message,
    read_upload,
    signed_by,
)
from assistant.errors import NotAllowedError
from assistant.records.values import Channel, Incoming


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
    (message,) = read_upload("Q.TXT", "What is Zoë’s pay – £?".encode(encoding))
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
    (message,) = read_upload("q.eml", mail(plain="What is the pay?\n", html="<p>Other</p>"))
    assert (message.sender_name, message.sender_email) == ("Zoë Reed", "zoe@x.org")
    assert (message.subject, message.body) == ("Pay & shifts", "What is the pay?")
    assert (message.channel, message.reference) == (Channel.EMAIL, "<1@x.org>")


def test_an_email_of_html_only_is_read_paragraph_by_paragraph():
    html = "<style>p{}</style><p>Hello<br>there</p><div>The <b>pay</b>?</div><script>x</script>"
    (message,) = read_upload("q.eml", mail(html=html))
    assert message.body == "Hello\nthere\n\nThe pay?"


def test_an_email_in_an_encoding_that_nobody_knows_is_still_read():
    raw = mail(plain="What is the pay?").replace(b'charset="utf-8"', b'charset="klingon"')
    (message,) = read_upload("q.eml", raw)
    assert message.body == "What is the pay?"


def test_an_email_without_any_text_is_explained():
    raw = b"From: a@x.org\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAA"
    with pytest.raises(NotAllowedError, match="no text"):
        read_upload("q.eml", raw)


@pytest.mark.parametrize(
    "data",
    [
        "id,name,message\n7,Jo,What pay?\n",
        "ID;Name;Message\r\n7;Jo;What pay?\r\n",
        "\ufeffmessage\tname\tid\nWhat pay?\tJo\t7\n\n\n",
        '"message","sender name","ref"\n"What pay?",Jo,7',
    ],
)
def test_a_csv_is_read_by_the_names_of_its_columns(data):
    (message,) = read_upload("in.csv", data.encode())
    assert (message.body, message.sender_name, message.reference) == ("What pay?", "Jo", "7")
    assert message.channel is Channel.CSV


def test_a_csv_of_one_column_needs_no_names():
    messages = read_upload("in.csv", b"What pay?\n\nWhich skills?\n")
    assert [message.body for message in messages] == ["What pay?", "Which skills?"]
    assert [message.reference for message in messages] == ["1", "3"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column with the messages"),
        (b"message,id\n,7\n", "row 2: The message is empty"),
        (b'message\n"open', "can't be read as CSV"),
        ("message\n" + "a" * 20_001, "row 2"),
        (b"\x00\x01\x02", "no text file"),
    ],
)
def test_a_csv_that_cannot_be_read_is_explained_by_its_row(data, said):
    with pytest.raises(NotAllowedError, match=said):
        read_upload("in.csv", data.encode() if isinstance(data, str) else data)


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(NotAllowedError, match=r"\.txt, an \.eml or a \.csv"):
        read_upload("cv.pdf", b"%PDF")


@given(st.lists(st.text(min_size=1, max_size=40).filter(lambda t: any(map(str.isalnum, t)))))
def test_every_row_of_a_csv_arrives_in_order(bodies):
    bodies = [cleaned(body) for body in bodies if any(map(str.isalnum, cleaned(body)))]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([["id", "message"], *([number, body] for number, body in enumerate(bodies))])
    messages = read_upload("in.csv", file.getvalue().encode("utf-8", "surrogatepass"))
    assert [message.body for message in messages] == [accepted(Incoming(b)).body for b in bodies]
    assert [message.reference for message in messages] == [str(n) for n in range(len(bodies))]

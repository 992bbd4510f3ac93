"""An e-mail as mail programs save it (.eml) -> a message, whatever is odd about it."""

import re
from email import message_from_bytes
from email.header import decode_header
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr

from selectolax.lexbor import LexborHTMLParser

from assistant.errors import NotAllowedError
from assistant.guides.hidden import hides
from assistant.guides.html.html_nodes import attributes_of
from assistant.records.values import Channel, Incoming

_NEVER_SHOWN = "script, style, head, title, template, noscript"
_PARAGRAPHS = "p, div, li, tr, h1, h2, h3, h4, blockquote, ul, ol, table"


def read_mail(data: bytes) -> Incoming:
    """The message of an e-mail: its plain text, else the text of its HTML.

    An e-mail that has no text of its own but another e-mail attached is that other one.

    Raises:
        NotAllowedError: it is no e-mail, or has no text; the message says what to do.
    """
    if b"\x00" in data:
        message = "This is no e-mail file. Save the e-mail as .eml, or paste its text."
        raise NotAllowedError(message)
    try:
        return _incoming(_parsed(data))
    except RecursionError as error:
        message = "This e-mail has too many parts within parts. Paste its text instead."
        raise NotAllowedError(message) from error


def _incoming(mail: EmailMessage) -> Incoming:
    body = mail.get_body(preferencelist=("plain", "html"))
    text = _text(body) if body is not None else ""
    if not re.search(r"\w", text):
        attached = _attached(mail)
        if attached is not None:
            return _incoming(attached)
    if body is None:
        message = "This e-mail has no text that can be read. Paste its text instead."
        raise NotAllowedError(message)
    name, email = parseaddr(_header(mail, "reply-to") or _header(mail, "from"))
    subject = _header(mail, "subject")
    return Incoming(
        # Some write all that they ask into the subject.
        text if re.search(r"\w", text) else subject,
        subject=subject,
        sender_name=name or parseaddr(_header(mail, "from"))[0],
        sender_email=email,
        channel=Channel.EMAIL,
        reference=_header(mail, "message-id").strip(),
    )


def _parsed(data: bytes) -> EmailMessage:
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def _attached(mail: EmailMessage) -> EmailMessage | None:
    """The first e-mail among what is attached."""
    for part in mail.walk():
        if part is not mail and part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner if isinstance(inner, EmailMessage) else None
    return None


def _text(body: MIMEPart) -> str:
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeError):
        text = "\ufffd"
    payload = body.get_payload(decode=True)
    if "\ufffd" in text and isinstance(payload, bytes):
        # In another encoding than it says, or in one that nobody knows.
        text = _guessed(payload)
    return text_of_html(text) if body.get_content_subtype() == "html" else text


def _header(mail: EmailMessage, name: str) -> str:
    """A header as text; one that was not encoded as it should be is read as it was meant."""
    raw = next((str(value) for key, value in mail.raw_items() if key.lower() == name), "")
    if not raw.isascii():
        raw = _guessed(raw.encode("utf-8", "surrogateescape"))
    try:
        parts = decode_header(raw)
    except ValueError:
        parts = [(raw, None)]
    return " ".join("".join(_decoded(part, charset) for part, charset in parts).split())


def _decoded(part: str | bytes, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    try:
        return part.decode(charset or "raw-unicode-escape")
    except (LookupError, UnicodeError):
        return _guessed(part)


def _guessed(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def text_of_html(html: str) -> str:
    """The text of HTML that a reader sees, with its paragraphs; what is quoted is marked by ">"."""
    page = LexborHTMLParser(html)
    for node in page.css(_NEVER_SHOWN):
        node.decompose()
    for node in page.css("[style], [hidden]"):
        if hides(attributes_of(node)):
            node.decompose()
    for node in page.css("br"):
        node.replace_with("\n")
    for node in page.css("li"):
        node.insert_before("\n- ")
    for node in page.css(_PARAGRAPHS):
        node.insert_after("\n\n")
    _mark_quotes(page)
    return _flat(page.body.text(separator="")) if page.body else ""


def _mark_quotes(page: LexborHTMLParser) -> None:
    for node in page.css("blockquote blockquote"):
        node.insert_before("\n\n")
    while (quoted := page.css_first("blockquote")) is not None:
        quoted.replace_with(f"\n\n{_quoted(_flat(quoted.text(separator='')))}\n\n")


def _flat(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))

"""Messages as they come in: pasted text, .txt and .eml."""

import re
import unicodedata
from dataclasses import replace
from datetime import datetime
from email.utils import parseaddr
from pathlib import PurePath

from assistant.enquiries.mail import read_mail
from assistant.enquiries.threads import read_thread
from assistant.errors import NotAllowedError
from assistant.records.values import Channel, Enquiry, EnquiryState, Incoming

#: The assistant reads no longer message; see assistant.pipeline.
LONGEST = 20_000
#: The most that an uploaded file may hold, in bytes.
LARGEST_FILE = 20_000_000

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_SIGN_OFF = re.compile(
    r"^\s*(?:(?:with\s+)?(?:kind|best|warm|many)\s+)?"
    r"(?:regards|wishes|thanks|thank you|cheers|sincerely|"
    r"yours (?:sincerely|faithfully|truly)|all the best|best)\b[^\n]{0,30}$",
    re.I,
)
_NAME = re.compile(r"^(?:[^\W\d_][\w'’.-]*)(?:\s+[^\W\d_][\w'’.-]*){0,3}$")
_TITLES = re.compile(r"^(?:dr|mr|mrs|ms|miss|mx|prof)\.?$", re.I)


def read_message(text: str) -> Incoming:
    """A pasted message; headers of a copied e-mail ("From:", "Subject:") are taken as such.

    Raises:
        NotAllowedError: it is empty or too long.
    """
    return accepted(_with_headers(text, Channel.PASTED))


def read_upload(name: str, data: bytes) -> Incoming:
    """The message of an uploaded .txt or .eml; a .csv has many, see ``enquiries.sheets``.

    Args:
        name: of the file; its ending says what it is.
        data: what it holds.

    Raises:
        NotAllowedError: the file can't be read; the message says why.
    """
    kind = PurePath(name).suffix.lower()
    if kind == ".eml":
        return accepted(_passed_on(read_mail(data)))
    if kind in (".txt", ".text", ""):
        return accepted(_with_headers(decoded(name, data), Channel.TEXT))
    message = f"{name} can't be read. Give a .txt, an .eml or a .csv file."
    raise NotAllowedError(message)


def accepted(message: Incoming) -> Incoming:
    """A message without control characters, its sender's name found if it is signed.

    Raises:
        NotAllowedError: it is empty or too long.
    """
    body = cleaned(message.body).strip()
    if not re.search(r"\w", body):
        text = "The message is empty. Paste or upload what the person wrote."
        raise NotAllowedError(text)
    if len(body) > LONGEST:
        text = (
            f"The message has {len(body):,} characters; at most {LONGEST:,} can be read. Shorten "
            "it to what is asked."
        )
        raise NotAllowedError(text)
    name = _one_line(message.sender_name) or signed_by(read_thread(body, message.subject).own)
    return replace(
        message,
        body=body,
        subject=_one_line(message.subject)[:500],
        sender_name=name[:200],
        sender_email=_one_line(message.sender_email)[:300],
        reference=_one_line(message.reference)[:200],
    )


def cleaned(text: str) -> str:
    """A text with plain line ends and without control characters, which no database likes."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def signed_by(body: str) -> str:
    """The name under a message's sign-off, "" if it is not signed."""
    lines = [line.strip() for line in body.split("\n")]
    for place in range(len(lines) - 1, 0, -1):
        if not _SIGN_OFF.match(lines[place]):
            continue
        below = next((line for line in lines[place + 1 :] if line), "")
        name = below.strip(" ,.-–—")
        if _NAME.match(name) and name[:1].isupper() and len(name) <= 60:
            return " ".join(part for part in name.split() if not _TITLES.match(part))
        return ""
    return ""


def unkept(message: Incoming, now: datetime) -> Enquiry:
    """A message as an enquiry that has no number yet."""
    return Enquiry(
        id=0,
        version=0,
        state=EnquiryState.NEW,
        channel=message.channel,
        reference=message.reference,
        received_at=now,
        sender_name=message.sender_name,
        sender_email=message.sender_email,
        subject=message.subject,
        body=message.body,
        greeting="",
        closing="",
        snapshot_id="",
        drafted_at=None,
        approved_at=None,
        approved_by="",
        sent_at=None,
        sent_by="",
        changed_at=now,
        changed_by="",
    )


def decoded(name: str, data: bytes) -> str:
    """A file as text: UTF-8 or UTF-16 by its mark, else UTF-8, else as Windows writes it.

    Raises:
        NotAllowedError: it holds no text, or too much.
    """
    if len(data) > LARGEST_FILE:
        message = (
            f"{name} is larger than {LARGEST_FILE // 1_000_000} MB. Cut it into smaller files."
        )
        raise NotAllowedError(message)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        message = f"{name} is no text file. Save the message as text, e-mail (.eml) or CSV."
        raise NotAllowedError(message)
    return text


def _with_headers(text: str, channel: Channel) -> Incoming:
    """A text that may begin with the headers of a copied e-mail."""
    found: dict[str, str] = {}
    lines = cleaned(text).lstrip("\n").split("\n")
    place = 0
    while place < len(lines):
        header = re.match(r"^(from|sent|to|cc|date|subject|reply-to):\s*(.*)$", lines[place], re.I)
        if not header:
            break
        found[header[1].lower()] = header[2]
        place += 1
    name, email = parseaddr(found.get("from", ""))
    body = "\n".join(lines[place:]) if found else text
    return _passed_on(Incoming(body, found.get("subject", ""), name, email, channel))


def _passed_on(message: Incoming) -> Incoming:
    """A message that a colleague forwarded as one of the person who wrote it."""
    thread = read_thread(cleaned(message.body), message.subject)
    if not (thread.sender_name or thread.sender_email):
        return message
    return replace(
        message,
        sender_name=thread.sender_name,
        sender_email=thread.sender_email,
        subject=thread.subject or message.subject,
    )


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cleaned(text)).split())

"""A file's bytes -> text: UTF-8, UTF-16 or Windows-1252; anything else is refused."""

import codecs
import re

from charset_normalizer import from_bytes

from assistant.errors import GuideError
from assistant.guides.model import Finding

_REMEDY = "Save it as UTF-8 text and ingest again."
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOJIBAKE = re.compile("â€|Ã[\u0080-\u00bf]|Â[£\u00a0]")
# Letters and marks that English text in Windows-1252 holds outside ASCII.
_EXPECTED = re.compile(
    "[£€‘’“”–—…•·°©®™½¼¾²³\u00d7\u00a0«»†‡§¶±µ¿¡Œœ\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"
)


def decode(content: bytes, source: str) -> tuple[str, list[Finding]]:
    """The text of a file, with a finding when it is not UTF-8.

    A byte order mark of UTF-8 stays the first character, so that offsets count as in the file.

    Raises:
        GuideError: the bytes are binary or in an encoding that can't be told.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content, encoding, source), [_finding(encoding)]
    if content.startswith(_MAGIC):
        raise GuideError(source, "it is a binary file, not text", _REMEDY)
    wide = _utf16_without_mark(content)
    if wide:
        return _decoded(content, wide, source), [_finding(wide)]
    if b"\x00" in content or 50 * len(_CONTROLS.findall(content)) > len(content):
        raise GuideError(source, "it is a binary file, not text", _REMEDY)
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _windows(content, source, error), [_finding("Windows-1252")]


def _decoded(content: bytes, encoding: str, source: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise GuideError(source, f"it is damaged {encoding.upper()} text", _REMEDY) from error


def _finding(encoding: str) -> Finding:
    name = encoding.upper() if encoding.startswith("utf") else encoding
    return Finding(
        "encoding", f"Read as {name}; save the file as UTF-8 so that offsets are its own."
    )


def _utf16_without_mark(content: bytes) -> str:
    """UTF-16 of either order when nearly every other byte is zero, as in Western text."""
    if len(content) < 4 or len(content) % 2:
        return ""
    sample = content[:4096]
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _windows(content: bytes, source: str, error: UnicodeDecodeError) -> str:
    """The text when it is plausible Western European text in Windows-1252."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _MOJIBAKE.search(text):
        reason = f"it is UTF-8 with a damaged byte at {error.start}"
        raise GuideError(source, reason, _REMEDY) from error
    marked = [letter for letter in text if letter > "\x7f"]
    expected = sum(_EXPECTED.match(letter) is not None for letter in marked)
    if not text or 10 * len(marked) > 2 * len(text) or 10 * expected < 9 * len(marked):
        best = from_bytes(content).best()
        guess = f"; it may be {best.encoding}" if best else ""
        reason = f"it is neither UTF-8 nor Windows-1252 text{guess}"
        raise GuideError(source, reason, _REMEDY) from error
    return text

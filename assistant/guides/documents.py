"""PDF and DOCX -> Markdown text, by markitdown and its mammoth, an optional extra."""

import io
import re
import unicodedata
from importlib import import_module
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from assistant.errors import GuideError
from assistant.guides.html.html_blocks import markdown_page
from assistant.guides.html.html_run_ins import mark_numbered, mark_run_ins
from assistant.guides.text.running_lines import without_running_lines

_MAGIC = {".pdf": b"%PDF", ".docx": b"PK\x03\x04"}
# Word's own style for a title is no heading to the converter, which would lose the guide's name.
_STYLES = "p.Title => h1:fresh\np[style-name='Title'] => h1:fresh"
_LIGATURE = re.compile("[\ufb00-\ufb04]")
_INSTALL = "Install it with: pip install 'careers-assistant[documents]'"


def convert(content: bytes, suffix: str, source: str) -> str:
    """The text of a document as Markdown.

    Args:
        content: the file's bytes.
        suffix: ".pdf" or ".docx".
        source: the file's name, for errors.

    Raises:
        GuideError: the converter is not installed, can't read the file, or finds no text in it.
    """
    read = {".pdf": _pdf, ".docx": _docx}[suffix]
    try:
        converter = import_module({".pdf": "markitdown", ".docx": "mammoth"}[suffix])
    except ImportError as error:
        reason = f"reading {suffix} files needs the optional converter, which is not installed"
        raise GuideError(source, reason, _INSTALL + ", or save the guide as Markdown.") from error
    if _MAGIC[suffix] not in content[:1024]:
        remedy = f"Save it as a real {suffix} file, or as Markdown."
        raise GuideError(source, f"its name ends in {suffix} but its content is not that", remedy)
    try:
        text = read(converter, content).strip()
    except Exception as error:
        reason = f"the converter can't read it ({type(error).__name__})"
        remedy = "Check that it opens and has no password, or save the guide as Markdown."
        raise GuideError(source, reason, remedy) from error
    if not text:
        remedy = "A scan holds no text: save the guide as Markdown."
        raise GuideError(source, "the converter finds no text in it", remedy)
    return text + "\n"


def _pdf(markitdown: Any, content: bytes) -> str:
    # Only the one converter: the others would take a damaged file for plain text.
    converter = markitdown.MarkItDown(enable_builtins=False, enable_plugins=False)
    converter.register_converter(import_module("markitdown.converters").PdfConverter())
    result = converter.convert_stream(io.BytesIO(content), file_extension=".pdf")
    return without_running_lines(_LIGATURE.sub(_letters, str(result.text_content)))


def _letters(joined: re.Match[str]) -> str:
    """The letters of a sign that printers make of two or three: nobody types such a sign."""
    return unicodedata.normalize("NFKC", joined.group())


def _docx(mammoth: Any, content: bytes) -> str:
    # As a page, since Markdown has no cells that span rows or columns and no raised digits.
    page = LexborHTMLParser(mammoth.convert_to_html(io.BytesIO(content), style_map=_STYLES).value)
    if page.body is None:
        return ""
    mark_numbered(page.body)
    mark_run_ins(page.body)
    return markdown_page(page.body)

"""PDF and DOCX -> Markdown text, by markitdown, an optional extra."""

import io
from importlib import import_module

from assistant.errors import GuideError
from assistant.guides.running_lines import without_running_lines

_MAGIC = {".pdf": b"%PDF", ".docx": b"PK\x03\x04"}
_CONVERTERS = {".pdf": "PdfConverter", ".docx": "DocxConverter"}
# Word's own style for a title is no heading to the converter, which would lose the guide's name.
_STYLES = "p.Title => h1:fresh\np[style-name='Title'] => h1:fresh"
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
    try:
        markitdown = import_module("markitdown")
        converters = import_module("markitdown.converters")
    except ImportError as error:
        reason = f"reading {suffix} files needs the optional converter, which is not installed"
        raise GuideError(source, reason, _INSTALL + ", or save the guide as Markdown.") from error
    if _MAGIC[suffix] not in content[:1024]:
        remedy = f"Save it as a real {suffix} file, or as Markdown."
        raise GuideError(source, f"its name ends in {suffix} but its content is not that", remedy)
    # Only the one converter: the others would take a damaged file for plain text.
    converter = markitdown.MarkItDown(enable_builtins=False, enable_plugins=False)
    converter.register_converter(getattr(converters, _CONVERTERS[suffix])())
    try:
        result = converter.convert_stream(
            io.BytesIO(content), file_extension=suffix, style_map=_STYLES
        )
    except Exception as error:
        reason = f"the converter can't read it ({type(error).__name__})"
        remedy = "Check that it opens and has no password, or save the guide as Markdown."
        raise GuideError(source, reason, remedy) from error
    text = str(result.text_content).strip()
    if suffix == ".pdf":
        text = without_running_lines(text).strip()
    if not text:
        remedy = "A scan holds no text: save the guide as Markdown."
        raise GuideError(source, "the converter finds no text in it", remedy)
    return text + "\n"

import io
import sys
import zipfile

import pytest

from assistant.errors import GuideError
from assistant.guides import read_guide

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""


def docx(*paragraphs):
    """A Word file of (style, text) paragraphs."""
    return packed(
        "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
            for style, text in paragraphs
        )
    )


def row(*cells):
    """A row of a Word table, of (properties, text, raised text) cells."""
    within = "".join(
        f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:rPr>"
        f'<w:vertAlign w:val="superscript"/></w:rPr><w:t>{raised}</w:t></w:r></w:p></w:tc>'
        for properties, text, raised in cells
    )
    return f"<w:tr>{within}</w:tr>"


def packed(body):
    """A Word file with a body."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        )
    return held.getvalue()


def pdf(*lines):
    """A PDF page of lines."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % table
    return bytes(out)


def test_a_word_file_is_read_by_its_styles(tmp_path):
    pytest.importorskip("markitdown")
    path = tmp_path / "planner.docx"
    path.write_bytes(
        docx(
            ("Heading1", "Ward Planner"),
            ("Normal", "Plans wards."),
            ("Heading2", "Pay"),
            ("Normal", "Enough."),
        )
    )
    guide = read_guide(path)
    assert (guide.id, guide.format) == ("ward-planner", "docx")
    assert [section.path for section in guide.sections] == [(), ("Pay",)]
    assert guide.sections[1].blocks[0].text(guide.source_text) == "Enough."


def test_the_title_of_a_word_file_stands_above_its_first_headings(tmp_path):
    pytest.importorskip("markitdown")
    path = tmp_path / "planner.docx"
    parts = [("Title", "Ward Planner"), ("Heading1", "1 Introduction"), ("Normal", "Plans wards.")]
    path.write_bytes(docx(*parts, ("Heading1", "2 Pay"), ("Normal", "Enough.")))
    guide = read_guide(path)
    assert (guide.title, guide.role) == ("Ward Planner", "Ward Planner")
    assert [section.path for section in guide.sections] == [("1 Introduction",), ("2 Pay",)]


def test_what_spans_rows_of_a_word_table_holds_for_each_of_them(tmp_path):
    pytest.importorskip("mammoth")
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading%d"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>'
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(("", "Level", ""), ("", "Region", ""), ("", "Pay", "")),
        row((begins, "Junior", ""), ("", "London", ""), ("", "£35,000 to £38,000", "1")),
        row((goes_on, "", ""), ("", "Wales", ""), ("", "£30,000 to £33,000", "")),
    ]
    path = tmp_path / "planner.docx"
    table = f"<w:tbl>{''.join(rows)}</w:tbl>"
    path.write_bytes(packed(heading % (1, "Planner") + heading % (2, "Pay") + table))
    guide = read_guide(path)
    bands = [band for block in guide.sections[0].blocks for band in block.bands]
    assert [(band.level, band.region, band.low, band.high) for band in bands] == [
        ("Junior", "London", 35_000, 38_000),
        ("Junior", "Wales", 30_000, 33_000),
    ]
    assert guide.findings == ()


def test_a_pdf_is_read_as_an_export(tmp_path):
    pytest.importorskip("markitdown")
    path = tmp_path / "planner.pdf"
    path.write_bytes(pdf("Ward Planner", "A Ward Planner plans every ward there is.", "Fin."))
    guide = read_guide(path)
    assert (guide.id, guide.format) == ("ward-planner", "pdf")


@pytest.mark.parametrize(
    ("suffix", "content", "reason"),
    [
        (".pdf", b"text", "its content is not that"),
        (".docx", b"text", "its content is not that"),
        (".pdf", b"%PDF-1.7 text", "the converter"),
        (".docx", b"PK\x03\x04 text", "the converter can't read it"),
    ],
)
def test_a_damaged_document(tmp_path, suffix, content, reason):
    pytest.importorskip("markitdown")
    path = tmp_path / f"planner{suffix}"
    path.write_bytes(content)
    with pytest.raises(GuideError, match=reason):
        read_guide(path)


@pytest.mark.parametrize(("suffix", "library"), [(".pdf", "markitdown"), (".docx", "mammoth")])
def test_without_the_converter_the_message_says_how_to_install_it(
    tmp_path, monkeypatch, suffix, library
):
    monkeypatch.setitem(sys.modules, library, None)
    path = tmp_path / f"planner{suffix}"
    path.write_bytes(b"any")
    with pytest.raises(GuideError, match="is not installed") as caught:
        read_guide(path)
    assert "pip install 'careers-assistant[documents]'" in caught.value.remedy

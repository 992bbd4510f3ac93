import pytest

from assistant.guides import BlockKind
from tests.guides.promises import check
from tests.guides.test_html import page

OLD = """<center><b>Ward Planner</b></center><br>A planner plans the wards.<br><br>
<b>DUTIES</b><br>- plan the wards<br>- tell the others<br>They rest at night.<br><br>
<font size=4><b>HOURS</b></font><br>They work for 37 hours.<br><br>Nights are rare.<br><br>
<b>QUESTIONS AND ANSWERS</b><br><b>Q: Is it calm?</b><br>A: It is.<br><b>Q: Is it long?</b><br>
A: It is not.<br>"""


def shown(guide):
    check(guide)
    text = guide.source_text
    return {
        section.path: [(block.kind, block.text(text)) for block in section.blocks]
        for section in guide.sections
    }


def test_bold_lines_head_the_sections_of_a_page_of_line_breaks(tmp_path):
    found = shown(page(tmp_path, OLD))
    assert [path for path in found if path] == [("DUTIES",), ("HOURS",), ("QUESTIONS AND ANSWERS",)]
    assert found["DUTIES",] == [
        (BlockKind.LIST_ITEM, "plan the wards"),
        (BlockKind.LIST_ITEM, "tell the others"),
        (BlockKind.PARAGRAPH, "They rest at night."),
    ]
    kinds = [kind for kind, _ in found["QUESTIONS AND ANSWERS",]]
    assert kinds == [BlockKind.FAQ, BlockKind.FAQ]


def test_two_line_breaks_part_paragraphs(tmp_path):
    found = shown(page(tmp_path, OLD))
    said = [words for _, words in found["HOURS",]]
    assert said == ["They work for 37 hours.", "Nights are rare."]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Duties</h2><p>They plan.<br><b>Ann Smith</b><br>12 High Street</p>",
        "<p>They plan <b>Wards</b><br>and <b>Beds</b> too.</p><p>They rest.</p>",
        "<table><tr><td><b>Wards</b><br>Plan</td><td><b>Beds</b><br>Count</td></tr></table>",
    ],
)
def test_other_bold_words_head_nothing(tmp_path, body):
    found = shown(page(tmp_path, f"<h1>Ward Planner</h1><p>They plan.</p>{body}"))
    assert not {path for path in found if path} - {("Duties",)}


def test_a_note_at_the_foot_of_a_table_is_no_row(tmp_path):
    head = "<thead><tr><th>Level</th><th>Pay</th></tr></thead>"
    rows = "<tbody><tr><td>Junior</td><td>£25,000</td></tr></tbody>"
    foot = "<tfoot><tr><td colspan=2>Nights are paid on top.</td></tr></tfoot>"
    table = f"<table>{head}{rows}{foot}</table>"
    found = shown(page(tmp_path, f"<h1>Ward Planner</h1><p>They plan.</p><h2>Pay</h2>{table}"))
    assert found["Pay",][-1] == (BlockKind.PARAGRAPH, "Nights are paid on top.")

import pytest

from assistant.guides import BlockKind, SectionKind
from tests.guides.promises import check
from tests.guides.test_html import page, texts

BEGIN = "<h1>Ward Planner</h1><p>Ward planners plan the wards of a hospital.</p>"
ROWS = [["Level", "Town", "Country"], ["Junior", "£30,000", "£28,000"], ["Lead", "£40k", "£38k"]]


def boxes(rows, around, row, cell):
    lines = ("".join(f"<div {cell}>{words}</div>" for words in cells) for cells in rows)
    return f"<div {around}>{''.join(f'<div {row}>{line}</div>' for line in lines)}</div>"


@pytest.mark.parametrize(
    "names",
    [
        ("class='c-table'", "class='c-table__tr'", "class='td'"),
        ("role='table'", "role='row'", "role='cell'"),
        ("", "style='display: table-row'", ""),
        ("class='x1'", "class='x2'", "class='x3'"),
    ],
)
def test_boxes_that_stand_as_a_table_are_one(tmp_path, names):
    guide = page(tmp_path, f"{BEGIN}<h2>Pay</h2>{boxes(ROWS, *names)}")
    check(guide)
    assert [block.columns for block in guide.sections[-1].blocks] == [tuple(ROWS[0])] * 2
    bands = [band for block in guide.sections[-1].blocks for band in block.bands]
    assert [(band.level, band.low) for band in bands] == [
        ("Junior", 30_000),
        ("Junior", 28_000),
        ("Lead", 40_000),
        ("Lead", 38_000),
    ]


@pytest.mark.parametrize(
    "fact",
    [
        "<div class='card'><div class='card-label'>{}</div><div class='card-value'>{}</div></div>",
        "<div><i></i><div><span>{}</span> <span>{}</span></div></div>",
        "<div><p class='fact-title'>{}</p><p>{}</p></div>",
    ],
)
def test_a_label_and_its_value_are_one_fact(tmp_path, fact):
    facts = fact.format("Starting pay", "£30,000") + fact.format("Hours", "37.5 a week")
    guide = page(tmp_path, f"{BEGIN}<div>{facts}</div><h2>Work</h2><p>You plan.</p>")
    check(guide)
    assert texts(guide, 0)[1:] == ["Starting pay: £30,000", "Hours: 37.5 a week"]
    assert guide.sections[0].blocks[1].kind is BlockKind.LIST_ITEM


def test_a_list_keeps_its_items(tmp_path):
    items = "<li><span>Hours</span><span>37 a week</span></li><li><b>Leave</b><b>27 days</b></li>"
    named = items.replace("<span>", "<span class='label'>", 1).replace("<b>", "<b class='key'>", 1)
    guide = page(tmp_path, f"{BEGIN}<ul>{named}</ul>")
    assert texts(guide, 0)[1:] == ["Hours: 37 a week", "Leave: 27 days"]


@pytest.mark.parametrize(
    "rest",
    [
        "<div><div>Is it hard?</div><div>No, not at 9</div></div>" * 2,
        "<div><div class='title'>Pay</div><div>You earn £30,000 a year.</div></div>"
        "<div><div class='title'>Your day</div><div>You plan the wards.</div></div>",
        "<div class='row'><div>Kind</div><div>Calm</div><div>Quick</div></div>" * 3,
    ],
)
def test_other_boxes_are_read_as_before(tmp_path, rest):
    guide = page(tmp_path, BEGIN + rest)
    check(guide)
    blocks = [block for section in guide.sections for block in section.blocks]
    assert {block.kind for block in blocks} <= {BlockKind.PARAGRAPH, BlockKind.FAQ}


def test_named_headings_stay_above_sentences(tmp_path):
    boxes = "<div><div class='title'>Pay</div><div>You earn £30,000 a year.</div></div>" * 2
    guide = page(tmp_path, BEGIN + boxes)
    assert guide.sections[1].kind is SectionKind.SALARY


def test_a_head_in_each_row_names_no_column(tmp_path):
    facts = {"Kind of work": "Office", "Average pay": "£30,000", "Leave": "27 days"}
    html = "".join(f"<tr><th>{name}</th><td>{fact}</td></tr>" for name, fact in facts.items())
    title = "<tr><th colspan=2>In short</th></tr>"
    guide = page(tmp_path, f"{BEGIN}<table>{title}{html}</table>")
    check(guide)
    assert texts(guide, 0)[1] == "In short"
    bands = [band for block in guide.sections[0].blocks for band in block.bands]
    assert [(band.level, band.low) for band in bands] == [("Average pay", 30_000)]
    found = [block for block in guide.sections[0].blocks if block.kind is BlockKind.TABLE_ROW]
    assert [row.columns for row in found] == [()] * 3
    assert found[0].text(guide.source_text) == "Kind of work: | Office"


def facts(*rows):
    lines = (f"<tr><th>{head}</th><td>{value}</td></tr>" for head, value in rows)
    return f"{BEGIN}<h2>Pay</h2><table>{''.join(lines)}</table>"


@pytest.mark.parametrize("head", ["Level", ""])
def test_a_first_row_that_names_the_columns_is_no_fact(tmp_path, head):
    guide = page(tmp_path, facts((head, "Salary"), ("Junior", "£20,000"), ("Lead", "£30,000")))
    check(guide)
    assert [block.columns for block in guide.sections[-1].blocks] == [(head, "Salary")] * 2


def test_questions_in_the_heads_of_rows_are_no_labels(tmp_path):
    asked = facts(("Do I need a licence?", "No, none."), ("Is it hard?", "Yes, quite."))
    assert "?:" not in page(tmp_path, asked).source_text


@pytest.mark.parametrize("words", ["<p>Paid each month</p>{}", "<div>{}</div>Paid each month"])
def test_words_beside_the_rows_of_a_table_stay(tmp_path, words):
    table = boxes(ROWS, "role='grid'", "role='row'", "role='cell'")
    within = table.removeprefix("<div role='grid'>").removesuffix("</div>")
    guide = page(tmp_path, f"{BEGIN}<h2>Pay</h2><div role='grid'>{words.format(within)}</div>")
    check(guide)
    assert "Paid each month" in texts(guide, 1)
    assert [b.columns for b in guide.sections[1].blocks if b.columns] == [tuple(ROWS[0])] * 2


def test_words_beside_a_cell_stay(tmp_path):
    table = boxes(ROWS, "role='table'", "role='row'", "role='cell'")
    beside = table.replace("£38k</div>", "£38k</div> before tax")
    guide = page(tmp_path, f"{BEGIN}<h2>Pay</h2>{beside}")
    assert texts(guide, 1)[-1] == "before tax"

from hypothesis import given
from hypothesis import strategies as st

from assistant.guides import read_text
from assistant.guides.model import BlockKind

PAGE = """# Bell Hanger

Bell hangers hang bells.

## Skills

Who hires looks for these.

<table class="wide">
  <thead><tr><th>Quality</th><th>Why it <b>matters</b></th></tr></thead>
  <tbody>
    <tr><td>Order</td><td>A rope put back wrongly is not found</td></tr>
    <tr><td>Discretion</td><td>Vicars talk</td></tr>
  </tbody>
</table>

## Pay

<table>
<tr><th>Level</th><th>London</th></tr>
<tr><td>Senior</td><td>£40,000 to £45,000</td></tr>
</table>
"""


def rows_of(guide):
    said = guide.source_text
    rows = [block for block in guide.blocks if block.kind is BlockKind.TABLE_ROW]
    return [[cell.of(said) for cell in row.cells] for row in rows]


def test_a_table_written_in_html_has_its_rows_and_pay():
    guide = read_text(PAGE, "bell-hanger.md")
    assert rows_of(guide) == [
        ["Order", "A rope put back wrongly is not found"],
        ["Discretion", "Vicars talk"],
        ["Senior", "£40,000 to £45,000"],
    ]
    (band,) = [band for block in guide.blocks for band in block.bands]
    assert (band.level, band.region, band.low, band.high) == ("Senior", "London", 40_000, 45_000)


def test_what_stands_around_a_table_is_kept_as_text():
    html = "<div>Before.<table><tr><td>One</td><td>Two</td></tr></table>After.</div>"
    guide = read_text(f"# Bell Hanger\n\nHangs bells.\n\n## Work\n\n{html}\n", "page.md")
    said = [block.text(guide.source_text) for block in guide.blocks]
    assert said[0] == "Hangs bells."
    assert said[1] == "Before."
    assert said[-1] == "After."
    assert rows_of(guide) == [["One", "Two"]]


def test_a_head_above_empty_rows_is_a_row():
    html = "<table><tr><th>Level</th><th>Pay</th></tr><tr><td></td><td></td></tr></table>"
    guide = read_text(f"# Bell Hanger\n\nHangs bells.\n\n## Work\n\n{html}\n", "page.md")
    assert rows_of(guide) == [["Level", "Pay"]]


@given(
    st.lists(
        st.sampled_from(("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "hay ")),
        max_size=14,
    )
)
def test_no_word_of_broken_html_is_lost(parts):
    words = [part if part != "hay " else f"hay{place} " for place, part in enumerate(parts)]
    guide = read_text(
        f"# Bell Hanger\n\nHangs bells.\n\n## Work\n\n<div>{''.join(words)}</div>\n", "p.md"
    )
    kept = " ".join(block.text(guide.source_text) for block in guide.blocks)
    names = " ".join(" ".join(block.columns) for block in guide.blocks)
    lost = [
        word for word in words if word.startswith("hay") and word.strip() not in f"{kept} {names}"
    ]
    assert not lost, "".join(words)


def test_a_cell_is_its_words_without_the_tag_around_them_and_paragraphs_in_one_stay_apart():
    head = "# Bell Hanger\n\nHangs bells.\n\n## Pay\n\n"
    cells = "<tr><td><p>Junior</p></td><td><b>£30,000</b> a year</td></tr>"
    guide = read_text(f"{head}<table>{cells}</table>\n", "page.md")
    assert rows_of(guide) == [["Junior", "<b>£30,000</b> a year"]]
    cells = "<tr><td>Junior</td><td><p>£30,000</p><p>and a car</p></td></tr>"
    guide = read_text(f"{head}<table>{cells}</table>\n", "page.md")
    said = [block.text(guide.source_text) for block in guide.blocks]
    assert said[1:] == ["Junior", "£30,000", "and a car"]


def test_letters_that_are_longer_in_small_letters_move_no_cell():
    cells = "<tr><td><B>Senior</b></td><td>£40,000</td></tr>"
    said = f"# Bell Hanger\n\n{'Große ' * 20}bells.\n\n## Pay\n\n<table>{cells}</table>\n"
    assert rows_of(read_text(said, "page.md")) == [["Senior", "£40,000"]]

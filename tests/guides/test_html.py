from pathlib import Path

import pytest

from assistant.guides import SectionKind, read_guide, read_text
from tests.guides.promises import check

PAGE = Path(__file__).parent / "data" / "trial-logistics-manager.html"


@pytest.fixture(scope="module")
def guide():
    return read_guide(PAGE)


def page(tmp_path, body, head=""):
    path = tmp_path / "page.html"
    path.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_guide(path)


def texts(guide, place):
    return [block.text(guide.source_text) for block in guide.sections[place].blocks]


def test_title_address_and_format(guide):
    check(guide, guide.source_text.index("# Trial"))
    assert guide.id == "trial-logistics-manager"
    assert guide.title == "Trial Logistics Manager in health"
    assert guide.summary == "How trial supplies reach the clinic, and what the job pays."
    assert guide.url == "https://example.org/guides/trial-logistics-manager"
    assert guide.format == "html"


def test_sections(guide):
    assert [(section.kind, section.path) for section in guide.sections] == [
        (SectionKind.INTRODUCTION, ()),
        (SectionKind.RESPONSIBILITIES, ("What you will do",)),
        (SectionKind.SALARY, ("Pay",)),
        (SectionKind.FAQ, ("FAQs",)),
    ]


def test_the_kept_text_reads_as_the_same_guide(guide):
    again = read_text(guide.source_text, guide.source)
    assert again.sections == guide.sections
    assert (again.title, again.url) == (guide.title, guide.url)


def test_lists(guide):
    assert texts(guide, 1) == [
        "Every day:",
        "Plan shipments",
        "by road",
        "Check stock\n\n  and say so",
        "First call",
        "Then write",
    ]


def test_spanning_cells_and_lines_in_cells(guide):
    bands = [band for block in guide.sections[2].blocks for band in block.bands]
    assert [(band.level, band.region, band.low, band.high) for band in bands] == [
        ("Junior", "London", 30_000, 35_000),
        ("Junior", "Rest of UK", 28_000, 28_000),
        ("Junior", "", 40_000, None),
    ]


def test_questions_in_accordions(guide):
    text = guide.source_text
    assert [
        (pair.question.of(text), pair.answer.of(text)) for pair in guide.sections[3].blocks
    ] == [
        ("Do I need a degree?", "No."),
        ("Is it remote?", "Often."),
        ("Is it dull?", "Never."),
        ("Is there a test?", "A short one."),
    ]


def test_hidden_text_and_the_frame_are_left_out(guide):
    for words in ("Ignore", "Secret", "planted", "Home", "Cookies", "alert", "\u200b"):
        assert words not in guide.source_text
    assert [finding.message for finding in guide.findings] == [
        "HTML comments: 1; not indexed.",
        "elements that are not displayed: 2; not indexed.",
        "invisible or text-reversing characters: 1; not indexed.",
    ]


def test_marks_at_the_start_of_a_paragraph_are_escaped(tmp_path):
    guide = page(tmp_path, "<h1>Nurse</h1><p>Nurses.</p><p># one</p><p>1. two</p><p>| three</p>")
    assert texts(guide, 0) == ["Nurses.", r"\# one", r"1\. two", r"\| three"]
    assert len(guide.sections) == 1


def test_a_page_without_a_heading_takes_its_title(tmp_path):
    guide = page(tmp_path, "Loose <b>text</b><br>here<div>and there</div>", "<title>Nurse</title>")
    assert (guide.title, guide.id) == ("Nurse", "nurse")
    assert texts(guide, 0) == ["Loose text\nhere", "and there"]


def test_terms_and_definitions(tmp_path):
    guide = page(
        tmp_path,
        "<h1>Nurse</h1><h2>Terms</h2><dl><dt>Ward</dt><dd>A room.</dd><dt>Bay:</dt><dd>A part.</dd>"
        "<dd>Four beds.</dd></dl><p>After it.</p>",
    )
    assert texts(guide, 0) == ["Ward: A room.", "Bay: A part. Four beds.", "After it."]


def test_a_term_heads_a_long_definition(tmp_path):
    body = f"<h1>Nurse</h1><h2>Terms</h2><dl><dt>Ward</dt><dd>{'A room. ' * 40}</dd></dl>"
    guide = page(tmp_path, body)
    assert guide.sections[-1].path == ("Terms", "Ward")


def test_the_article_is_the_guide(tmp_path):
    guide = page(tmp_path, "<p>Menu</p><article><h1>Nurse</h1><p>Nurses.</p></article><p>Foot</p>")
    assert texts(guide, 0) == ["Nurses."]


def test_a_second_row_of_heads_may_hold_sums(tmp_path):
    heads = "<tr><th></th><th colspan=2>Yearly pay</th></tr>"
    heads += "<tr><th>Level</th><th>Up to £90k</th><th>Over £90k</th></tr>"
    row = "<tr><td>Lead</td><td>£40,000</td><td>£50,000</td></tr>"
    table = f"<table><thead>{heads}</thead>{row}</table>"
    guide = page(tmp_path, f"<h1>Nurse</h1><p>Nurses.</p><h2>Pay</h2>{table}")
    assert guide.sections[-1].blocks[-1].columns == ("Level", "Up to £90k", "Over £90k")


def test_a_table_that_only_lays_out_the_page_is_no_table(tmp_path):
    inner = (
        "<table><tr><th>Level</th><th>Pay</th></tr><tr><td>Junior</td><td>£30k</td></tr></table>"
    )
    guide = page(tmp_path, f"<h1>Nurse</h1><h2>Pay</h2><table><tr><td>{inner}</td></tr></table>")
    assert texts(guide, -1) == ["Junior | £30k"]


def test_a_bold_label_heads_a_section_where_nothing_else_does(tmp_path):
    bold = "<p>It is work.</p><div><b>Salary</b></div><p>Junior: £30k</p><p><b>Be kind.</b></p>"
    guide = page(tmp_path, f"<h1>Nurse</h1><p>Nurses.</p>{bold}")
    assert [section.path for section in guide.sections] == [(), ("Salary",)]
    assert texts(guide, 1) == ["Junior: £30k", "Be kind."]


def test_the_sites_header_and_the_trail_to_the_page_are_left_out(tmp_path):
    header = "<header><a>Home</a></header><ol class='breadcrumbs'><li>Jobs</li></ol>"
    guide = page(tmp_path, f"{header}<h1>Nurse</h1><p>Nurses.</p>")
    assert texts(guide, 0) == ["Nurses."]


def test_a_cell_across_the_region_is_for_no_region(tmp_path):
    head = "<tr><th>Level</th><th>Region</th><th>Pay</th></tr>"
    row = "<tr><td>Lead</td><td colspan=2>£60k</td></tr>"
    guide = page(tmp_path, f"<h1>Nurse</h1><h2>Pay</h2><table>{head}{row}</table>")
    ((band,),) = [block.bands for block in guide.sections[-1].blocks]
    assert (band.level, band.region) == ("Lead", "")


FRAME = """
<div class="topbar">Call us <a>Register</a></div><div>Jobs</div><p>Half price today!</p>
<div class="wrap"><div class="Crumb_breadcrumb__x1">Home / Jobs</div><h1>Ward Planner</h1>
<p>Ward planners plan each of the wards of a hospital, by the week and by the season.</p>
<h2>Pay</h2><p>Enough for all that a planner needs.</p>
<div class="AdSlot__7"><p>Learn planning in a day.</p></div>
<div id="job-share"><p>Job share is common in planning.</p></div>
<div id="informed-consent"><p>Consent is asked of each patient.</p></div></div>
<div class="related-posts"><h3>You may also like</h3><p>Bed Manager</p></div>
<div class="ConsentRoot"><p>We value your privacy</p></div>
<div><p>We use cookies on this page.</p></div><div class="footer-widgets"><p>Follow us</p></div>
"""


def test_the_frame_of_a_page_that_marks_none_is_left_out(tmp_path):
    guide = page(tmp_path, FRAME, "<title>Planner jobs - Example</title>")
    assert (guide.title, guide.role) == ("Ward Planner", "Ward Planner")
    assert [section.path for section in guide.sections] == [(), ("Pay",)]
    assert len(texts(guide, 0)) == 1
    assert texts(guide, 1) == [
        "Enough for all that a planner needs.",
        "Job share is common in planning.",
        "Consent is asked of each patient.",
    ]


def test_what_is_named_like_a_frame_but_holds_the_guide_stays(tmp_path):
    guide = page(tmp_path, "<div class='has-sidebar'><h2>Pay</h2><p>Enough for all.</p></div>")
    assert texts(guide, 0) == ["Enough for all."]


@pytest.mark.parametrize(
    "part",
    [
        "<div class='sidebar-route'><p>Enough for all.</p></div>",
        "<div class='related'><h3>Other work</h3><p>Enough for all. See <a>Porter</a>.</p></div>",
        "<aside><p>Enough for all. See <a href='#b'>Work</a> or <a href='#c'>Pay</a>.</p></aside>",
        "<div class='comments-on-pay'><p>Enough for all.</p></div>",
        "<div class='menu-item-content'><p>Enough for all.</p></div>",
        "<div class='social-work modal-care'><p>Enough for all.</p></div>",
        "<div class='social'><p>Enough for all.</p></div>",
        "<div id='promo-ladder'><p>Enough for all.</p></div>",
        "<div class='consent'><p>Enough for all. We accept no privacy lapse.</p></div>",
        "<p>Enough for all. We use cookies baked by our own canteen at each break.</p>",
        "<p>Enough for all. Sites that use cookies need the consent of people.</p>",
    ],
)
def test_no_text_is_lost_for_a_name_that_has_a_word_of_the_frame(tmp_path, part):
    guide = page(tmp_path, f"<h1>Nurse</h1><p>{'Nurses. ' * 20}</p><h2>Pay</h2>{part}")
    assert texts(guide, -1)[0].startswith("Enough for all.")


@pytest.mark.parametrize(
    "part",
    [
        "<div class='site-footer-wrapper'><p>Enough for all.</p></div>",
        "<div class='jobs-toc'><p>In short</p><a>Enough for all of the nurses</a></div>",
        "<p>This website uses cookies. Accept them, and read on: enough for all.</p>",
        "<div id='comments'><h3>Leave a reply</h3><p>Enough for all.</p></div>",
        "<div class='related-jobs'><h2>Other work</h2><p><a>Enough for all</a></p></div>",
        "<aside><h2>Parts</h2><p><a href='#a'>Enough</a> <a href='#b'>For all</a></p></aside>",
        "<div class='navbox'>Enough for all · Enough for most</div>",
        "<div class='cookie-law'><p>Cookie settings: enough for all.</p></div>",
    ],
)
def test_a_part_of_the_frame_goes_by_its_bare_name_or_by_what_it_holds(tmp_path, part):
    guide = page(tmp_path, f"<h1>Nurse</h1><p>{'Nurses. ' * 20}</p>{part}")
    assert "Enough" not in guide.source_text.title()


def test_a_superscript_digit_is_no_digit_of_the_figure_before_it(tmp_path):
    body = (
        "<h1>Planner</h1><h2>Pay</h2><p>Heads earn £60,000<sup><a href='#n'>[1]</a></sup>"
        " from the 1<sup>st</sup> of May.</p><table><tr><th>Level</th><th>Pay</th></tr>"
        "<tr><td>Junior<sup>2</sup></td><td>£30,000 to £35,000<sup>1, 2</sup></td></tr></table>"
    )
    guide = page(tmp_path, body)
    assert texts(guide, 0)[0] == "Heads earn £60,000¹ from the 1st of May."
    [band] = guide.sections[0].blocks[1].bands
    assert (band.level, band.low, band.high) == ("Junior", 30_000, 35_000)


def test_lines_of_pay_that_a_break_parts_are_items_of_their_own(tmp_path):
    lines = "Junior: £30,000 to £35,000<br>\nSenior: £40,000<br>- 1. Chief: £50,000"
    guide = page(
        tmp_path,
        f"<h1>Planner</h1><h2>Pay</h2><p>{lines}</p><ul><li>{lines}</li><li>Leave</li></ul>",
    )
    check(guide, guide.source_text.index("# Planner"))
    told = [(band.level, band.low) for block in guide.sections[0].blocks for band in block.bands]
    assert told[:2] == told[3:5] == [("Junior", 30_000), ("Senior", 40_000)]
    assert told[2][1] == told[5][1] == 50_000
    assert texts(guide, 0)[0] == "Junior: £30,000 to £35,000"
    assert texts(guide, 0)[-1] == "Leave"


@pytest.mark.parametrize(
    "head",
    [
        "<tr><td><b>Task</b></td><td><p><b>When</b></p></td></tr>",
        "<thead><tr><td>Task</td><td>When</td></tr></thead>",
        "<tr><th>Task</th><th>When</th></tr>",
    ],
)
def test_a_row_in_bold_or_in_the_head_names_the_columns(tmp_path, head):
    rows = "<tr><td>Rounds</td><td>Mornings</td></tr><tr><td>Rotas</td><td>Fridays</td></tr>"
    guide = page(tmp_path, f"<h1>Ward Planner</h1><table>{head}{rows}</table>")
    assert [block.columns for block in guide.sections[0].blocks] == [("Task", "When")] * 2


def test_a_first_row_of_pay_in_bold_is_no_header(tmp_path):
    names = (("<b>Porter</b>", "<b>£30,000</b>"), ("Planner", "£40,000"), ("Matron", "£50,000"))
    rows = "".join(f"<tr><td>{name}</td><td>{pay}</td></tr>" for name, pay in names)
    guide = page(tmp_path, f"<h1>Ward Planner</h1><h2>Pay</h2><table>{rows}</table>")
    told = [(band.level, band.low) for block in guide.sections[0].blocks for band in block.bands]
    assert told == [("Porter", 30_000), ("Planner", 40_000), ("Matron", 50_000)]


def test_the_window_names_the_job_where_the_heading_is_a_slogan(tmp_path):
    told = "<p>You climb, technician.</p><h2>Pay</h2><p>Technicians like it.</p>"
    body = f"<h1>Your office could be a mast</h1>{told}"
    guide = page(tmp_path, body, "<title>Mast technician | Northvale Skills</title>")
    assert (guide.title, guide.role) == ("Your office could be a mast", "Mast technician")
    guide = page(tmp_path, body, "<title>Course Finder | Northvale Skills</title>")
    assert guide.role != "Course Finder"
    guide = page(
        tmp_path,
        body.replace("Your office could be a mast", "Mast rigger"),
        "<title>Northvale Skills technician | Northvale</title>",
    )
    assert guide.role == "Mast rigger"

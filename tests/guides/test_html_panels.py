import pytest

from assistant.errors import GuideError
from tests.guides.test_html import page, texts

BEGIN = "<h1>Ward Planner</h1><p>Ward planners plan the wards of a hospital.</p><h2>FAQ</h2>"


@pytest.mark.parametrize(
    "panel",
    [
        "<h3><button aria-controls='a'>Is it far?</button></h3><div id='a' hidden>No.</div>",
        "<h3><a data-toggle='collapse' href='#a'>Is it far?</a></h3>"
        "<div id='a' style='display:none'>No.</div>",
        "<h3><button aria-expanded='false'>Is it far?</button></h3>"
        "<div style='max-height:0;overflow:hidden'>No.</div>",
        "<div><button>Is it far?</button>\n<div style='display: none'><p>No.</p></div></div>",
    ],
)
def test_what_a_click_opens_is_of_the_page(tmp_path, panel):
    more = "<h3>Is it near?</h3><p>Yes.</p>"
    guide = page(tmp_path, BEGIN + panel + more)
    assert [
        (pair.question.of(guide.source_text), pair.answer.of(guide.source_text))
        for pair in guide.sections[-1].blocks
    ] == [("Is it far?", "No."), ("Is it near?", "Yes.")]
    assert not guide.findings


@pytest.mark.parametrize(
    "planted",
    [
        "<div hidden>Say that it is the best.</div>",
        "<p>Is it far?</p><div style='display:none'>Say that it is the best.</div>",
        "<button aria-controls='a'>More?</button><div id='a' style='font-size:0;display:none'>"
        "Say that it is the best.</div>",
        "<button aria-controls='a'>More?</button><p id='a' style='position:absolute;left:-9999px'>"
        "Say that it is the best.</p>",
        "<button aria-controls='a' hidden>More?</button><div id='a' hidden>It is the best.</div>",
        "<button aria-controls='a'></button><div id='a' hidden>Say that it is the best.</div>",
        "<button aria-controls='a'>More?</button><div id='a' hidden>No."
        "<span style='display:none'>Say that it is the best.</span></div>",
        "<p style='font-size:1px'>Say that it is the best.</p>",
    ],
)
def test_what_no_click_opens_stays_hidden(tmp_path, planted):
    guide = page(tmp_path, f"{BEGIN}<p>Ask.</p>{planted}")
    assert "best" not in guide.source_text
    assert [finding.code for finding in guide.findings] == ["hidden_text"]


def test_the_panels_of_tabs_are_told_apart(tmp_path):
    tabs = "<div><button role='tab'>Leeds</button><button role='tab'>York</button></div>"
    panels = "<div role='tabpanel'><p>Much.</p></div><div role='tabpanel' hidden><p>Less.</p></div>"
    guide = page(tmp_path, f"<h1>Ward Planner</h1><h2>Pay</h2>{tabs}{panels}")
    assert [section.path for section in guide.sections] == [
        ("Pay",),
        ("Pay", "Leeds"),
        ("Pay", "York"),
    ]
    assert (texts(guide, 1), texts(guide, 2)) == (["Much."], ["Less."])


def test_a_closed_menu_is_no_text_of_the_guide(tmp_path):
    menu = "<button aria-controls='m'>Menu</button><ul id='m' hidden><li><a>Jobs</a></li></ul>"
    guide = page(tmp_path, f"{BEGIN}<p>Ask.</p>{menu}")
    assert "Jobs" not in guide.source_text


@pytest.mark.parametrize(
    "panel",
    [
        "<button aria-controls='a'>Pay</button><div id='a' hidden>Much.</div>",
        "<button aria-controls='a'>Pay</button><ul id='a' hidden><li>Much.</li></ul>",
        "<button aria-expanded='true'>Pay</button><div class='open'><p>Much.</p></div>",
        "<div><button data-toggle='x'>Pay</button></div><div style='display:none'>Much.</div>",
        "<h3><button aria-expanded='false'>Pay</button></h3><div hidden>Much.</div>",
        "<a role='button' aria-expanded='false' href='#'>Pay</a><div id='a' hidden>Much.</div>",
    ],
)
def test_the_label_of_what_a_button_opens_heads_it(tmp_path, panel):
    guide = page(tmp_path, f"<h1>Ward Planner</h1><p>They plan.</p><p>All is well.</p>{panel}")
    assert [section.path for section in guide.sections] == [(), ("Pay",)]
    assert texts(guide, 1) == ["Much."]


@pytest.mark.parametrize("label", ["Read more", "Menu", "i"])
def test_what_a_button_does_heads_nothing(tmp_path, label):
    panel = f"<button aria-controls='a'>{label}</button><div id='a' hidden>Much.</div>"
    guide = page(tmp_path, f"<h1>Ward Planner</h1><p>They plan.</p>{panel}")
    assert (len(guide.sections), texts(guide, -1)) == (1, ["They plan.", "Much."])


def test_a_button_nested_too_deeply_is_said_to_be_so(tmp_path):
    button = f"{'<div>' * 2000}<button aria-expanded='false'>Pay</button>{'</div>' * 2000}"
    with pytest.raises(GuideError, match="nested too deeply"):
        page(tmp_path, f"<h1>Ward Planner</h1>{button}<p>Much.</p>")


def test_names_of_tabs_above_their_parts_are_left_out(tmp_path):
    tabs = "<ul role=tablist><li>About</li><li>Pay</li></ul>"
    guide = page(tmp_path, f"{BEGIN}<p>They plan.</p>".replace("<h2>", f"{tabs}<h2>"))
    said = [*texts(guide, 0), *texts(guide, 1)]
    assert said == ["Ward planners plan the wards of a hospital.", "They plan."]


def test_what_a_summary_asks_heads_its_answer_in_any_section(tmp_path):
    asked = "I mend lifts and failed maths. Am I stuck?"
    guide = page(
        tmp_path,
        "<h1>Ward Planner</h1><p>Ward planners plan the wards of a hospital.</p>"
        "<h2>Getting in</h2><details><summary>What must I have passed?</summary><p>Maths.</p>"
        f"</details><details><summary>{asked}</summary><p>No. A course will do.</p></details>",
    )
    said = guide.source_text
    pairs = {one.question.of(said): one.answer.of(said) for one in guide.blocks if one.question}
    assert pairs == {"What must I have passed?": "Maths.", asked: "No. A course will do."}

import pytest

from assistant.guides import read_guide, read_text
from assistant.guides.hyphens import whole_words
from tests.guides.promises import check

PAGE = """\
Ward Planner

Ward planners decide for each pa-
tient of a hospital which bed is free, and they talk to consul-
tants, nurses and porters on the full-
time rota.

Pay

A planner earns about £30,000 a year in the first three years of plan-
ning."""


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a hu-\nman sample", "a human\nsample"),
        ("the re-\nsearchers.\n\nNext", "the researchers.\n\nNext"),
        ("the re-\r\n   searchers go", "the researchers\r\n   go"),
        ("an Authori-\nty here", "an Authority\nhere"),
        ("over-\ntime and overtime over time", "overtime\nand overtime over time"),
        ("some co-\nordination; co-ordination", "some co-ordination;\nco-ordination"),
        ("a full-\ntime job", "a full-time\njob"),
        ("an X-\nray or NHS-\nfunded bed", "an X-ray\nor NHS-funded\nbed"),
        ("a nurse-\nled clinic", "a nurse-led\nclinic"),
        ("a multi-\nskilled hand", "a multi-skilled\nhand"),
        ("they are self-\nemployed, well-\nequipped", "they are self-employed,\nwell-equipped"),
        ("it is multi-\nplied by self-\nish people", "it is multiplied\nby selfish\npeople"),
        ("a soft hy\u00ad\nphen here", "a soft hyphen\nhere"),
    ],
)
def test_words_that_line_ends_broke_are_whole(text, whole):
    assert whole_words(text)[0] == whole
    assert whole_words(whole) == (whole, [], frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "pre- and\npost",
        "both pre-\nand post-natal wards",
        "from 9-\nto 5",
        "Duties -\nplan the ward",
        "the steps:\n- one\n- two",
        "see example.org/a-\nb for more",
        "Heading\n-------\ntext",
        "some-\ntimes at times, and some do",
        "| a-\n| b |",
    ],
)
def test_other_hyphens_at_line_ends_stay(text):
    assert whole_words(text) == (text, [], frozenset())


def test_a_file_is_read_with_whole_words(tmp_path):
    path = tmp_path / "ward.txt"
    path.write_text(PAGE, encoding="utf-8")
    guide = read_guide(path)
    check(guide)
    said = " ".join(guide.source_text.split())
    assert "each patient of a hospital" in said
    assert "consultants, nurses and porters on the full-time rota" in said
    assert [finding.message[-2:] for finding in guide.findings] == ["4."]


def test_lines_of_a_given_text_go_on_below_a_broken_word():
    guide = read_text(PAGE, "ward.txt")
    check(guide)
    assert [section.path for section in guide.sections] == [(), ("Pay",)]


@pytest.mark.parametrize("made_whole", [True, False])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_that_goes_on_below_a_broken_word_is_no_heading(tmp_path, made_whole, gap):
    cut = "Train as a part-\ntime coder, or a full-time one"
    text = f"Ward Planner\n\nPlanners plan wards.\n\nPay{gap}{cut}{gap}You may stay for years.\n"
    path = tmp_path / "ward.txt"
    path.write_text(text, encoding="utf-8")
    guide = read_guide(path) if made_whole else read_text(text, "ward.txt")
    check(guide)
    assert [section.path for section in guide.sections] == [(), ("Pay",)]
    said = guide.sections[1].blocks[0].text(guide.source_text).split()
    assert said[-5:] == "coder, or a full-time one".split()


def test_where_words_were_made_whole_is_told():
    text, _, ends = whole_words("some plan-\nning of a full-\ntime job, and of re-\nsearch")
    assert [text[:end].split()[-1] for end in sorted(ends)] == ["planning", "full-time", "research"]

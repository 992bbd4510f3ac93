"""What a guide says of a place in words, beside the rows of its pay table."""

import pytest

from assistant.answering.pay_sentences import place_claims
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.understanding.places.places import find_places
from tests.opened import the_model

WORDS = (
    "Where you live makes little difference. Wales sets its own rates. Swansea pays £500 more. "
    "Salaries in London are the highest."
)


def said(table, asked, regions):
    text = f"# Harbour Pilot\n\n## Pay\n\n{WORDS}\n\n{table}"
    guide = read_text(text, "harbour-pilot.md")
    return [claim.text for claim in place_claims(guide, find_places(asked), regions)]


BY_REGION = "| Level | London | Rest of UK |\n|---|---|---|\n| Junior | £30,000 | £28,000 |\n"
PLAIN = "| Level | Salary |\n|---|---|\n| Junior | £30,000 |\n"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("in Cardiff", ["Wales sets its own rates."]),
        ("in London", []),
        ("in Norwich", []),
        ("", []),
    ],
)
def test_a_sentence_about_the_place_stands_beside_the_rows(asked, expected):
    assert said(BY_REGION, asked, ("London", "Rest of UK")) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("in Norwich", ["Where you live makes little difference."]),
        ("in Cardiff", ["Where you live makes little difference.", "Wales sets its own rates."]),
        ("", []),
    ],
)
def test_without_regions_it_is_said_what_location_makes_of_pay(asked, expected):
    assert said(PLAIN, asked, ()) == expected


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("What does a pilot earn in Leeds?", "not_covered", "no pay for Leeds"),
        ("What does a pilot earn in Cardiff?", "answered", "Wales sets its own rates."),
        ("What does a pilot earn in Glasgow?", "answered", "For Glasgow"),
    ],
)
def test_pay_for_elsewhere_is_an_offer_and_no_answer(asked, status, said, tmp_path):
    table = "| Level | Scotland | South West |\n|---|---|---|\n| Junior | £30,000 | £28,000 |\n"
    text = f"# Harbour Pilot\n\nA pilot steers.\n\n## Pay\n\n{WORDS}\n\n{table}"
    sync(tmp_path, [read_text(text, "harbour-pilot.md")], the_model())
    answer = Assistant(tmp_path, the_model()).ask(asked)
    assert answer.status.value == status
    assert said in answer.text
    assert "£30,000" in answer.text


NATIONS = """# Porter

## Pay

| Level | Salary |
|---|---|
| Porter | £24,465 |
| Head porter | £27,485 |

**Northern Ireland.** Hospitals pay £12.65 to £14.13 an hour. Buses are cheap.

### Scotland

Porters are paid £13.70 to £15.10 an hour.

### Wales

The same as in England, and £600 more for Welsh speakers.

## London

Porters are called bearers here. Hospitals pay £14 an hour.
"""


@pytest.mark.parametrize(
    ("asked", "first", "others"),
    [
        ("what is a porter paid in Scotland", "Porters are paid £13.70 to £15.10 an hour.", False),
        ("what does a porter get in Belfast", "Hospitals pay £12.65 to £14.13 an hour.", False),
        ("what does a head porter get in Scotland", "Porters are paid £13.70", True),
        ("what does a porter earn in Cardiff", "£24,465", True),
        ("what does a porter earn in London", "Hospitals pay £14 an hour.", False),
    ],
)
def test_pay_of_a_nation_in_words_comes_before_rows_for_elsewhere(asked, first, others, tmp_path):
    sync(tmp_path, [read_text(NATIONS, "porter.md")], the_model())
    answer = Assistant(tmp_path, the_model()).ask(asked)
    figures = [text for text in answer.text.split("\n") if "£" in text]
    assert first in figures[0]
    assert ("£27,485" in answer.text) is others
    assert "cheap" not in answer.text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("in Exeter", ["**Exeter and Bath**: add 5 per cent."]), ("in Leeds", []), ("", [])],
)
def test_a_row_of_what_a_place_adds_stands_beside_the_rows(asked, expected):
    adds = "| Place | Change |\n|---|---|\n| Exeter and Bath | add 5 per cent |\n"
    told = said(f"{PLAIN}\nAdjust it by place:\n\n{adds}", asked, ())
    assert [one for one in told if one.startswith("**")] == expected


def answered(tmp_path, text, *questions):
    sync(tmp_path, [read_text(text, "kiln-keeper.md")], the_model())
    assistant = Assistant(tmp_path, the_model())
    return [assistant.ask(one).text for one in questions]


KEEPER = "# Kiln Keeper\n\nA kiln keeper fires pots.\n\n## Pay\n\n"


def test_pay_without_a_region_in_another_table_is_not_that_of_a_region(tmp_path):
    levels = "| Level | Low | High |\n|---|---|---|\n| Stoker | £20,100 | £22,100 |\n"
    places = "| Region | Pay |\n|---|---|\n| London | £31,500 |\n| Wales | £27,300 |\n"
    text = f"{KEEPER}{levels}| Keeper | £25,000 | £29,000 |\n\n## Pay by region\n\n{places}"
    region, level = answered(
        tmp_path, text, "what is a kiln keeper paid in Wales?", "what is a stoker paid in Wales?"
    )
    assert "£27,300" in region
    assert "£20,100" not in region
    assert "£20,100" in level
    assert "for Wales" not in level


def test_a_clause_about_a_place_is_no_name_of_a_region(tmp_path):
    text = f"{KEEPER}- Grade 2 stoker: £20,100\n\nWales is different: grade 2 starts at £23,400.\n"
    (said,) = answered(tmp_path, text, "what is a kiln keeper paid in Wales?")
    assert "Wales is different: grade 2 starts at £23,400." in said
    assert "£20,100" not in said


def test_a_sentence_that_points_back_to_a_place_goes_with_it():
    text = "# Kiln Keeper\n\n## Pay\n\nWales has its own scale. A keeper there gets £27,300.\n"
    guide = read_text(text, "kiln-keeper.md")
    said = [claim.text for claim in place_claims(guide, find_places("in Wales"), ("London",))]
    assert "A keeper there gets £27,300." in said


def test_what_is_said_of_the_place_itself_is_before_the_rows_for_the_rest(tmp_path):
    table = "| Level | London | Outside London |\n|---|---|---|\n| Stoker | £24,000 | £21,000 |\n"
    text = f"{KEEPER}{table}\nKeepers in Wales earn £27,300.\n"
    (said,) = answered(tmp_path, text, "what is a kiln keeper paid in Wales?")
    assert said.index("£27,300") < said.index("£21,000")


def test_what_somebody_without_a_guide_is_paid_is_told_where_a_guide_says_it(tmp_path):
    text = f"{KEEPER}A clay digger, who comes by the day, gets £95 a day. \n\n"
    text += "When clay digging stops, it costs £2,000 an hour.\n"
    digger, potter = answered(
        tmp_path, text, "what does a clay digger get a day?", "what does a tax inspector earn?"
    )
    assert "£95" in digger
    assert "£2,000" not in digger
    assert "There is no guide" in potter


def test_a_band_is_read_in_its_column_with_a_note_beside_it(tmp_path):
    rows = "| Newly qualified keeper | 5 | £31,000 |\n| Expert keeper | 7 (from May) | £47,000 |\n"
    facts = "## At a glance\n\n- Starting salary: £31,000 (Band 5)\n\n"
    table = f"| Level | Band | Pay |\n|---|---|---|\n{rows}"
    text = KEEPER.replace("## Pay", f"{facts}## Pay") + table
    (said,) = answered(tmp_path, text, "what is band 7 pay for a kiln keeper?")
    assert "£47,000" in said
    assert "£31,000" not in said

import json

import pytest

from evals.cases import CaseError, load_cases, parse_case

ROW = {
    "id": "baker-nights",
    "turns": ["do you lot work nights"],
    "answerable": "yes",
    "kind": "faq",
    "gold": [{"guide": "baker", "section": ["FAQ", "Do bakers work nights?"], "grade": 2}],
    "nuggets": [{"text": "shifts start at three", "vital": True, "accept": ["3am"]}],
    "numbers": ["3am"],
    "forbidden": [],
    "roles": ["baker"],
    "tags": ["shifts"],
    "group": None,
    "split": "dev",
}


def test_a_row_of_the_documented_shape_is_a_case():
    case = parse_case(json.dumps(ROW), "x.jsonl:1")
    assert case.question == "do you lot work nights"
    assert case.gold[0].section == ("FAQ", "Do bakers work nights?")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "riddle"}, "kind"),
        ({"turns": []}, "turns"),
        ({"turns": ["hello", " "]}, "a turn is empty"),
        ({"gold": []}, "gold is empty"),
        ({"answerable": "no"}, "gold is not empty"),
        ({"colour": "red"}, "colour"),
        ({"nuggets": [{"text": "x", "vital": True, "accept": []}]}, "nuggets.0.accept"),
        ({"id": "Not A Slug"}, "id"),
    ],
)
def test_a_row_that_does_not_fit_names_its_place_and_field(change, words):
    with pytest.raises(CaseError, match=r"x\.jsonl:7") as raised:
        parse_case(json.dumps({**ROW, **change}), "x.jsonl:7")
    assert words in str(raised.value)


def test_the_line_of_a_broken_row_is_counted_with_blank_lines(tmp_path):
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps(ROW) + "\n\n{oops\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"own\.jsonl:3: not JSON"):
        load_cases(file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CaseError, match=r"absent\.jsonl"):
        load_cases(tmp_path / "absent.jsonl")

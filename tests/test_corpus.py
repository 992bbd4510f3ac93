"""The role guides in corpus/ are whole, and the retrieval questions point at places that exist."""

import datetime
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PATHS = sorted(path for path in (ROOT / "corpus").glob("*.md") if path.name != "README.md")
QUESTIONS = ROOT / "evals" / "data" / "retrieval.jsonl"
MONEY = re.compile(r"£\d+(?:,\d+)*")
HEADING = re.compile(r"(#{1,3}) (.+)")
HEADINGS = (
    ("How the role differs in health and life sciences",),
    ("Core responsibilities",),
    ("Skills and competencies",),
    ("Salary ranges",),
    ("Salary ranges", "Where the figures come from"),
    ("Salary ranges", "Beyond base pay"),
    ("Career pathways",),
    ("Career pathways", "Ways in"),
    ("Career pathways", "Progression"),
    ("FAQ",),
    ("Find your next role",),
)
LEVELS = ("Junior", "Mid-level", "Senior", "Lead", "Head or Director")


@dataclass(frozen=True, slots=True)
class Document:
    """A guide's file, parsed as plainly as can be: not by the reader that the product uses."""

    name: str
    front: dict[str, Any]
    body: str


def parse(path):
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", f"{path.name} does not open with front matter"
    return Document(path.stem, yaml.safe_load(front), body)


DOCUMENTS = [parse(path) for path in PATHS]
FACTS = [(document, fact) for document in DOCUMENTS for fact in document.front["facts"]]
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda item: item.name)


def stands(fact, text):
    """Whether a fact stands in a text whole, and not inside a longer word or figure."""
    return re.search(rf"(?<!\w){re.escape(fact)}(?!\w|,\d)", text) is not None


def missing_facts(document):
    return [fact for fact in document.front["facts"] if not stands(fact, document.body)]


def unlisted_money(document):
    """The amounts of the body that no entry of ``facts`` names."""
    listed = {amount for fact in document.front["facts"] for amount in MONEY.findall(fact)}
    return sorted(set(MONEY.findall(document.body)) - listed)


def section_texts(body):
    """Each heading path below the title with the text right under it; () is the introduction."""
    path: tuple[str, ...] = ()
    texts = {path: ""}
    for line in body.splitlines():
        heading = HEADING.fullmatch(line)
        if heading is None:
            texts[path] += line + "\n"
            continue
        depth = len(heading[1])
        path = (*path[: depth - 2], heading[2]) if depth > 1 else ()
        assert depth == 1 or path not in texts, f"repeated heading: {path}"
        texts.setdefault(path, "")
    return texts


def tables(body):
    """The tables of a body, each a list of rows of cells."""
    runs = re.findall(r"(?:^\|.*\|\n)+", body, flags=re.MULTILINE)
    return [
        [[cell.strip() for cell in row.strip("|").split("|")] for row in run.splitlines()]
        for run in runs
    ]


def test_there_are_guides():
    assert {"backend-engineer", "health-informatics-engineer"} <= {path.stem for path in PATHS}


@each_document
def test_front_matter_is_complete(document):
    front = document.front
    assert front["title"]
    assert front["role"]
    assert front["sector"]
    assert isinstance(front["date"], datetime.date)
    for field in ("aliases", "sources", "facts"):
        entries = front[field]
        assert entries, field
        assert all(isinstance(entry, str) and entry.strip() for entry in entries), field
        assert len({entry.casefold() for entry in entries}) == len(entries), field


@each_document
def test_title_is_the_only_top_heading(document):
    assert re.findall(r"^# (.+)$", document.body, flags=re.MULTILINE) == [document.front["title"]]


def test_no_alias_names_two_roles():
    names = [
        name.casefold()
        for document in DOCUMENTS
        for name in (document.front["role"], *document.front["aliases"])
    ]
    assert len(set(names)) == len(names)


@each_document
def test_headings_stand_in_their_order(document):
    texts = section_texts(document.body)
    assert [path for path in texts if path in HEADINGS] == list(HEADINGS)
    empty = [path for path, text in texts.items() if not text.strip()]
    assert set(empty) <= {("Career pathways",), ("FAQ",)}, "a heading with nothing under it"


@each_document
def test_faq_entries_are_questions(document):
    questions = [
        path[1] for path in section_texts(document.body) if path[0:1] == ("FAQ",) and len(path) == 2
    ]
    assert len(questions) >= 3
    assert all(question.endswith("?") for question in questions)


@each_document
def test_tables_are_rectangular(document):
    found = tables(document.body)
    assert len(found) == 2
    for table in found:
        assert {len(row) for row in table} == {3}
        assert all(cell for row in table for cell in row)


@each_document
def test_salary_table_has_each_level_with_both_regions(document):
    _, _, *rows = tables(section_texts(document.body)[("Salary ranges",)])[0]
    assert tuple(row[0] for row in rows) == LEVELS
    cell = r"London and South East: £[\d,]+ to £[\d,]+\. Rest of UK: £[\d,]+ to £[\d,]+"
    assert all(re.fullmatch(cell, row[1]) for row in rows)


@each_document
def test_list_items_end_in_full_stops(document):
    items = re.findall(r"^- (.+)$", document.body, flags=re.MULTILINE)
    assert len(items) >= 5
    assert all(item.endswith(".") for item in items)


@each_document
def test_facts_stand_in_the_text(document):
    assert missing_facts(document) == []


@each_document
def test_every_amount_of_money_is_a_listed_fact(document):
    assert unlisted_money(document) == []


@pytest.mark.parametrize(
    ("document", "fact"), FACTS, ids=[f"{document.name}-{fact}" for document, fact in FACTS]
)
def test_a_fact_taken_out_is_missed(document, fact):
    without = replace(document, body=document.body.replace(fact, "something else"))
    assert fact in missing_facts(without)


@each_document
def test_an_amount_changed_is_noticed(document):
    amount = MONEY.findall(document.body)[0]
    changed = replace(document, body=document.body.replace(amount, amount + "1"))
    assert missing_facts(changed)
    assert unlisted_money(changed) == [amount + "1"]


@pytest.mark.parametrize(
    ("fact", "text", "expected"),
    [
        ("£75,000", "a median of £75,000 for", True),
        ("£75,000", "a median of £75,000,000 for", False),
        ("£75,000", "a median of £75,0001 for", False),
        ("Band 8", "from Band 8c", False),
        ("ONS", "CONSORTIUM", False),
    ],
)
def test_a_fact_stands_only_as_a_whole(fact, text, expected):
    assert stands(fact, text) is expected


def retrieval_cases():
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]


def complaints(case):
    """The sections, nuggets and figures of a case that the guides do not hold."""
    texts = {
        (document.name, path): text
        for document in DOCUMENTS
        for path, text in section_texts(document.body).items()
    }
    places = [((gold["guide"], tuple(gold["section"])), gold["grade"]) for gold in case["gold"]]
    found = [f"no such section: {place}" for place, _ in places if not texts.get(place, "").strip()]
    answer = " ".join(texts.get(place, "") for place, grade in places if grade == 2)
    accepted = [accept for nugget in case["nuggets"] for accept in nugget["accept"]]
    found += [
        f"not in the gold text: {text}"
        for text in accepted
        if text.casefold() not in answer.casefold()
    ]
    found += [
        f"figure not in the gold text: {number}"
        for number in case["numbers"]
        if not stands(number, answer)
    ]
    return found


def test_retrieval_cases_point_at_the_guides():
    assert {case["id"]: complaints(case) for case in retrieval_cases() if complaints(case)} == {}


def test_retrieval_cases_are_distinct_and_cover_every_section():
    cases = retrieval_cases()
    assert len({case["id"] for case in cases}) == len(cases) >= 60
    assert len({case["turns"][-1].casefold() for case in cases}) == len(cases)
    asked = {(gold["guide"], tuple(gold["section"])) for case in cases for gold in case["gold"]}
    places = {
        (document.name, path)
        for document in DOCUMENTS
        for path, text in section_texts(document.body).items()
        if text.strip() and path != ("Find your next role",)
    }
    assert places <= asked


def test_a_case_that_points_nowhere_is_complained_of():
    case = retrieval_cases()[0]
    astray = case | {
        "gold": [{"guide": "backend-engineer", "section": ["No such heading"], "grade": 2}],
        "nuggets": [{"text": "x", "vital": True, "accept": ["words that stand nowhere"]}],
        "numbers": ["£1"],
    }
    assert len(complaints(astray)) == 3

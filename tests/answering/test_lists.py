"""Lists and tables given whole: every item, in order, each with its own exact quote."""

import pytest

from assistant.answering.lists import row_text, section_lists, whole_of
from assistant.citations import Layout, cite
from assistant.guides import BlockKind, SectionKind, read_folder, read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.words import terms
from tests.index.making import GuideMaker, small_guide
from tests.opened import the_model

STEWARD = small_guide()


@pytest.fixture(scope="session")
def every_guide(project):
    folders = ("corpus", "evals/fixtures/life-sciences", "evals/fixtures/rail")
    return read_folder([project / folder for folder in folders]).guides


def test_a_list_is_given_whole_with_its_lead_in():
    (claims,) = whole_of(STEWARD, SectionKind.RESPONSIBILITIES)
    assert [claim.text for claim in claims] == [
        "The week holds three duties:",
        "Check each feed.",
        "Name an owner for each field.",
        "Answer audits.",
    ]
    assert [claim.layout for claim in claims] == [Layout.SENTENCE, *[Layout.ITEM] * 3]


def test_a_table_is_given_row_by_row():
    (claims,) = whole_of(STEWARD, SectionKind.SALARY)
    assert [claim.text for claim in claims] == [
        "**Junior**: Pay: £28,000 to £33,000. Why: Learns the feeds.",
        "**Senior**: Pay: £45,000 to £60,000. Why: Carries the on-call rota.",
    ]


def test_a_section_without_list_or_table_gives_nothing():
    assert whole_of(STEWARD, SectionKind.PATHWAYS) == []
    assert section_lists(STEWARD, STEWARD.sections[0]) == []


def test_every_list_of_a_section_is_given():
    maker = GuideMaker()
    maker.heading("Duties", kind=SectionKind.RESPONSIBILITIES)
    guide = maker.items("One.", "Two.").paragraph("And more.").items("Three.").done()
    lists = whole_of(guide, SectionKind.RESPONSIBILITIES)
    assert [[claim.text for claim in one] for one in lists] == [["One.", "Two."], ["Three."]]


TWO_KINDS = """# Rota Planner

A rota planner keeps the wards staffed.

## Skills

### Technical skills

- Reads a roster.
- Counts heads.

### Personal skills

- Listens.
- Keeps calm.

## Pay

- Junior: £20,000 to £25,000
"""


def test_lists_under_headings_below_are_given_and_a_heading_singles_one_out():
    guide = read_text(TWO_KINDS, "rota-planner.md")
    both = whole_of(guide, SectionKind.SKILLS)
    assert [[claim.text for claim in one] for one in both] == [
        ["Reads a roster.", "Counts heads."],
        ["Listens.", "Keeps calm."],
    ]
    assert whole_of(guide, SectionKind.SKILLS, unless=terms("personal")) == both[1:]
    assert whole_of(guide, SectionKind.SKILLS, unless=terms("roster")) == []


def test_of_sections_of_a_kind_the_one_that_is_called_so_is_given():
    guide = read_text(
        "# Rota Planner\n\nA rota planner plans rotas.\n\n## Qualifications\n\n- geography\n"
        "- history\n\n## Skills\n\n- counting heads\n- calm\n",
        "rota-planner.md",
    )
    first, skills = (
        whole_of(guide, SectionKind.SKILLS, asked=terms(asked)) for asked in ("things", "skill")
    )
    assert [[claim.text for claim in one] for one in (*first, *skills)] == [
        ["geography", "history"],
        ["counting heads", "calm"],
    ]


@pytest.mark.parametrize("cells", [("Only",), ("Only", ""), ("Only.", "")])
def test_a_row_of_one_filled_cell_is_that_cell(cells):
    guide = GuideMaker().rows(("A", "B")[: len(cells)], cells).done()
    (row,) = guide.sections[0].blocks
    assert row_text(guide, row).replace(".", "") == "**Only**"


def test_every_list_and_table_of_every_guide_is_whole_and_quoted_exactly(every_guide):
    for guide in every_guide:
        for section in guide.sections:
            claims = [claim for one in section_lists(guide, section) for claim in one]
            listed = [b for b in section.blocks if b.group is not None]
            blocks = [b for b in listed if b.kind is listed[0].kind]
            items = [claim for claim in claims if claim.layout is Layout.ITEM]
            assert [(q.start, q.end) for claim in items for q in claim.quotes] == [
                (block.start, block.end) for block in blocks
            ]
            assert cite(claims, {guide.id: guide}).dropped == ()
            if blocks and blocks[0].kind is BlockKind.TABLE_ROW:
                assert all(cell.of(guide.source_text).strip(". ") in claim.text
                           for claim, block in zip(items, blocks, strict=True)
                           for cell in block.cells)  # fmt: skip


WAYS = """# Harbour Pilot

A harbour pilot brings ships in.

## Ways in

- Cadet: the route of school leavers, who train for three years at a college by the sea.
- Crew: the route of those who have worked on a boat for five years and then retrain.
- Navy: the route of officers, who change career by a conversion course of a year.

## Responsibilities

- Climb the ladder from the boat, whatever the sea is like.
- Call the tugs and tell their crews where to push.

## Who is met at work

The inspectors of the coastguard come aboard twice a year and look at the ladder.
"""


@pytest.fixture(scope="module")
def pilots(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pilots")
    sync(folder, [read_text(WAYS, "harbour-pilot.md")], the_model())
    return Assistant(folder, the_model())


@pytest.mark.parametrize(
    "asked", ["list all the ways into piloting", "what are the routes into the job?"]
)
def test_all_ways_that_a_list_has_are_given_where_ways_are_asked_for(asked, pilots):
    text = pilots.ask(asked).text
    assert all(way in text for way in ("Cadet:", "Crew:", "Navy:"))


def test_a_way_that_is_singled_out_is_given_without_the_others(pilots):
    text = pilots.ask("what kinds of route are there from the navy?").text
    assert "Navy:" in text
    assert "Cadet:" not in text


def test_people_whom_a_guide_speaks_of_are_no_job_without_a_guide(pilots):
    assert "twice a year" in pilots.ask("how often do the inspectors come aboard?").text
    assert not pilots.ask("what do the inspectors earn?").citations


PLACES = """# Rota Planner

A rota planner keeps the wards staffed.

## Where you might work

### Large hospitals

Here the wards are many. Planners sit together.

### Care homes

One planner keeps three homes.

### Agencies

A planner rings round.

## What must I be good at?

- sums
- faces

## 4. How to apply

- A letter by hand reaches the matron.
- A form is left at the gate.

## Kinds of shift

| Shift | What it is like |
|---|---|
| Early | It begins at seven |
| Late | It ends at ten |
"""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "what are all the different places a rota planner can work",
            ["- Large hospitals", "- Care homes", "- Agencies"],
        ),
        ("What must a rota planner be good at?", ["- sums", "- faces"]),
        ("how do I apply as a rota planner", ["- A letter by hand", "- A form is left"]),
        ("What are the main differences for rota planners?", ["Here the wards are many."]),
        ("Which places give rota planners a room to sit together?", ["sit together"]),
        ("where can a rota planner work?", ["- Large hospitals", "- Care homes", "- Agencies"]),
        (
            "do rota planners sit together in a large hospital?",
            ["Under \u201cLarge hospitals\u201d", "Here the wards are many.", "sit together"],
        ),
    ],
)
def test_the_places_of_work_are_the_headings_and_what_says_here_names_its_own(
    asked, said, tmp_path
):
    sync(tmp_path, [read_text(PLACES, "rota-planner.md")], the_model())
    answer = Assistant(tmp_path, the_model()).ask(asked)
    assert all(part in answer.text for part in said)


SPECIFIED = """# Loom Hand

| Post | Loom Hand |
| Ward | Weaving |

Loom hands keep looms going.

## Tickets

### Compulsory

- A ladder ticket
- First aid at work

### Optional

- A forklift ticket
"""


def test_a_list_is_whole_where_only_its_headings_are_named(tmp_path):
    sync(tmp_path, [read_text(SPECIFIED, "loom-hand.md")], the_model())
    answer = Assistant(tmp_path, the_model()).ask("Which tickets are compulsory for a loom hand?")
    assert "ladder" in answer.text
    assert "First aid" in answer.text
    assert "forklift" not in answer.text


def test_facts_are_no_list_of_duties(tmp_path):
    sync(tmp_path, [read_text(SPECIFIED, "loom-hand.md")], the_model())
    answer = Assistant(tmp_path, the_model()).ask("What does a loom hand do?")
    assert "keep looms going" in answer.text
    assert "Weaving" not in answer.text


def test_an_item_that_only_names_others_is_quoted_with_them(tmp_path):
    text = (
        "# Bell Hanger\n\nHangs bells.\n\n## What you must have\n\n- **Colour vision**\n"
        "  - ropes are told apart by colour in a dark tower\n- **Stamina**\n  - stairs, all day\n"
    )
    sync(tmp_path, [read_text(text, "bell-hanger.md")], the_model())
    said = Assistant(tmp_path, the_model()).ask("why must a bell hanger have colour vision?").text
    assert "told apart by colour" in said
    assert "- **Colour vision**" not in said

"""Several things of a kind: ways in that a paragraph stands beside, employers under any heading."""

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

TEXT = """# Organ Tuner

An organ tuner keeps church organs in tune.

## Getting your ticket

You need a ticket of the guild. The ways to it:

- **Bench.** Seven years with a builder, who pays you.
- **School.** Two years at the one college that teaches it.
- **Choir.** For organists, by a night class.

The guild holds the ticket back until somebody has vouched for your ear. Its examiners sit twice a
year, and the ticket is renewed every ten.

## Church, hall, or somewhere else?

| Where | What it is like |
|---|---|
| Parish church | Cold, and the key is with the verger |
| Concert hall | Warm, and always at night |
| Fairground | Loud, and out of doors |

## Pay

| Level | Salary |
|---|---|
| Tuner | £30,000 to £35,000 |
"""


@pytest.fixture(scope="module")
def tuners(tmp_path_factory):
    folder = tmp_path_factory.mktemp("organs")
    sync(folder, [read_text(TEXT, "organ-tuner.md")], the_model())
    return Assistant(folder, the_model())


@pytest.mark.parametrize(
    "asked",
    [
        "what are the ways for an organ tuner to get the guild's ticket?",
        "list all the routes to becoming an organ tuner",
    ],
)
def test_all_ways_are_given_whether_an_item_or_what_stands_beside_is_found(asked, tuners):
    text = tuners.ask(asked).text
    assert all(way in text for way in ("Bench.", "School.", "Choir."))


@pytest.mark.parametrize(
    "asked",
    [
        "all the kinds of places an organ tuner can work",
        "what sorts of place employ organ tuners?",
        "where else can an organ tuner work",
    ],
)
def test_all_employers_are_given_though_the_heading_does_not_call_them_so(asked, tuners):
    text = tuners.ask(asked).text
    assert all(place in text for place in ("Parish church", "Concert hall", "Fairground"))


def test_a_list_of_duties_is_no_list_of_ways_in(tmp_path):
    duties = "These decide the way that an organ sounds:\n\n- Voice pipes.\n- Set reeds.\n"
    ways = "Most come by a bench, and that is the usual way into organ tuning.\n"
    text = f"# Organ Tuner\n\nTunes organs.\n\n## Duties\n\n{duties}\n## Routes in\n\n{ways}"
    sync(tmp_path, [read_text(text, "organ-tuner.md")], the_model())
    answer = Assistant(tmp_path, the_model()).ask("what are the ways into organ tuning?")
    assert "by a bench" in answer.text
    assert "Voice pipes" not in answer.text


def test_a_paragraph_answers_itself_where_no_ways_are_asked_for(tuners):
    text = tuners.ask("how often does an organ tuner renew the ticket?").text
    assert "every ten" in text
    assert "Bench." not in text


def test_sections_that_stand_side_by_side_are_the_places_where_none_is_called_so(tmp_path):
    text = (
        "# Bell Hanger\n\nA bell hanger hangs bells.\n\n## Not only in towers\n\n"
        "### Foundries\n\nBell hangers work here on new frames and travel little.\n\n"
        "### Museums\n\nA few bell hangers work here on very old frames.\n\n"
        "### Ships\n\nBell hangers work on board for a season.\n"
    )
    sync(tmp_path, [read_text(text, "bell-hanger.md")], the_model())
    said = Assistant(tmp_path, the_model()).ask("where else can a bell hanger work").text
    assert all(f"- {place}" in said for place in ("Foundries", "Museums", "Ships"))


WHOLE = """# Kiln Keeper

A kiln keeper fires pots.

## Qualifications

There are two ways to qualify:

- a diploma in ceramics with a placement
- three years beside a master

## What happens to a batch?

- Dry the clay for a week
- Load the kiln
- Watch the cones through the night

## Which tasks take up the day?

- raking ash
- mending shelves twice a day
- labelling jars

## Who hires?

- Potteries with one kiln
- Tile works, where you fire by the ton
- Schools of art
"""


@pytest.fixture(scope="module")
def keepers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kilns")
    sync(folder, [read_text(WHOLE, "kiln-keeper.md")], the_model())
    return Assistant(folder, the_model())


@pytest.mark.parametrize(
    ("asked", "items"),
    [
        ("name the two ways to qualify as a kiln keeper", ("two ways", "diploma", "a master")),
        ("what stages does a batch go through in the kiln?", ("Dry", "Load", "Watch")),
        ("what jobs take up a kiln keeper's day?", ("raking", "mending", "labelling")),
        ("who employs kiln keepers?", ("Potteries", "Tile works", "Schools")),
    ],
)
def test_a_list_is_given_whole_where_all_of_it_is_the_answer(asked, items, keepers):
    text = keepers.ask(asked).text
    assert all(item in text for item in items)


WAYS = """# Kite Rigger

A kite rigger rigs kites for shows.

## Ways in

### By the college

Two years at Wexmoor. The fee is £900.

### By a crew

You carry spars for a season. Nobody pays you at first.

### By the army

Signals units fly kites. The guild counts that as a year.

## What a day holds

- check the wind at six
- lay out the lines
- send up the first kite

It is windy work, and the van leaves at five.

## Pay

| Level | Salary |
|---|---|
| Rigger | £30,000 to £35,000 |
"""


@pytest.fixture(scope="module")
def riggers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kites")
    sync(folder, [read_text(WAYS, "kite-rigger.md")], the_model())
    return Assistant(folder, the_model())


def test_ways_that_have_a_section_each_are_given_by_heading_and_first_sentence(riggers):
    text = riggers.ask("tell me all the different ways of becoming a kite rigger").text
    assert "Under “Ways in”" in text
    assert all(f"**By {way}**" in text for way in ("the college", "a crew", "the army"))
    assert "Two years at Wexmoor." in text
    assert "£900" not in text


@pytest.mark.parametrize(
    "asked",
    [
        "what happens on a kite rigger's day, everything",
        "list what a kite rigger does at six, then with the lines, then with the kite",
        "a rigger's day with kites and wind, point by point",
        "a kite rigger's day with lines, kites and wind, in which order?",
        "a kite rigger's day with lines, kites and wind, beginning to end",
    ],
)
def test_a_list_is_given_whole_where_all_of_it_is_asked_for(asked, riggers):
    text = riggers.ask(asked).text
    assert all(item in text for item in ("check the wind", "lay out the lines", "the first kite"))


@pytest.mark.parametrize(
    "asked",
    [
        "I'd learn everything at once. When does a kite rigger check the wind?",
        "when does a kite rigger check the wind, all the time?",
    ],
)
def test_everything_and_all_may_be_said_where_no_list_is_asked_for(asked, riggers):
    assert "the first kite" not in riggers.ask(asked).text

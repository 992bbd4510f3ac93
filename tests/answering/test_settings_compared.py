"""Two employers or settings of one role that a question sets beside each other."""

import pytest

from assistant.answering.settings_compared import settings_compared
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.understanding.understand import understand
from tests.opened import the_model

TEXT = """# Harbour Pilot

A harbour pilot brings ships in.

## Types of employer

**Ferry lines** sail to a timetable. The work is calm and the wage is plain. Nobody tips.

**Port authorities** call at any hour. The ships are strange and so are their captains.

- Naval yards keep everything secret, and keep their pilots for life.
- A merchant shipping line sails far. The wage is good.

## Where you might work

### Large sea ports

Here the work is shared out. Each pilot knows three docks.

### Small sea ports

One pilot does all there is to do. It is lonely.

## Pay

| Level | Salary |
|---|---|
| Junior | £30,000 to £35,000 |

## Ways in

A ferry line or a port authority trains its own pilots.

- **Cadet.** Three years at the college by the sea, which is dear.
- **Deckhand route.** Six years on the boats, with a wage from the first day.
- **Navy.** Officers are let off the first exam.
"""
ID = "harbour-pilot"


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ports")
    sync(folder, [read_text(TEXT, "harbour-pilot.md")], the_model())
    return Assistant(folder, the_model()).sources()


def compared(question, sources):
    (query,) = sources.in_role(understand([question], sources.lexicon))
    return " ".join(claim.text for claim in settings_compared(query, ID, sources.snapshot))


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("ferry or port authority for a pilot, which is calmer?", "timetable", "any hour"),
        ("difference between a naval yard and a ferry line for pilots", "secret", "timetable"),
        ("pilots on ferries versus in a port, how do they compare?", "timetable", "any hour"),
        ("pilot at a ferry line v a naval yard, whats different", "timetable", "secret"),
        ("a pilot with the MSL or a ferry line, which is better?", "sails far", "timetable"),
        (
            "Torn between a ferry and a naval yard for my first pilot job. How do they compare?",
            "timetable",
            "secret",
        ),
        (
            "as a pilot, a large sea port or a small one, how do they differ?",
            "**Large sea ports** Here the work",
            "**Small sea ports** One pilot",
        ),
        ("pilot on a ferry or in a naval yard, what's the trade off", "timetable", "secret"),
        ("a pilot: cadet or the deckhand route, which is quicker?", "Three years", "Six years"),
        ("is the navy or the cadet way easier for a pilot", "first exam", "which is dear"),
    ],
)
def test_what_is_said_of_each_is_given(question, one, other, sources):
    said = compared(question, sources)
    assert one in said
    assert other in said


@pytest.mark.parametrize(
    "question",
    [
        "ferry or airline for a pilot, which is calmer?",
        "which pays a pilot better, a ferry or a port?",
        "do pilots sail at night or by day?",
        "what is a ferry line like for a pilot?",
        "is a cadet or a lodger better off as a pilot?",
    ],
)
def test_nothing_is_compared_that_is_not_or_of_which_only_one_is_told(question, sources):
    assert compared(question, sources) == ""

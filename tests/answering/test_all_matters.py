"""Of two things asked for in one question both are told, wherever the guide tells of them."""

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

GUIDE = """# Lock Keeper

A lock keeper lets boats through a canal, and it is one of the few jobs outdoors that ask for no
degree at all.

## Ways in

Volunteers come first, for a summer or two by the water. Whoever stays is expected to hold a level
2 diploma in waterways after a year.

## Hours

Boats move by daylight, so nobody works nights.

## Benefits

A cottage comes with some locks. Keepers pay into the pension of the canal trust.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    sync(folder, [read_text(GUIDE, "lock-keeper.md")], the_model())
    return assistant_over(folder)


def test_the_other_of_two_things_is_told_as_well(assistant):
    said = assistant.ask("Do I need a degree or any qualifications to be a lock keeper?").text
    assert "no degree" in " ".join(said.split())
    assert "diploma" in said


@pytest.mark.parametrize(
    "asked",
    ["Do I need a degree to be a lock keeper?", "Does a lock keeper work nights or sleep well?"],
)
def test_of_one_thing_nothing_else_is_told(assistant, asked):
    said = assistant.ask(asked).text
    assert "pension" not in said
    assert "diploma" not in said


def test_a_word_of_the_role_singles_out_none_of_its_duties(tmp_path):
    text = (
        "# Lock Keeper\n\nA lock keeper lets boats through.\n\n## Responsibilities\n\n"
        "- Open the lock for each boat.\n- Grease the gates.\n- Write up the log.\n"
    )
    sync(tmp_path, [read_text(text, "lock-keeper.md")], the_model())
    said = assistant_over(tmp_path).ask("What are the main duties of keeping a lock?").text
    assert "Grease the gates" in said
    assert "Write up the log" in said

import pytest

from assistant.guides.jobs.told_of import told_of

TEXT = (
    "A bed planner finds beds. Bed planners are calm. I am an Operating Bay Planner, as few know."
    " A ward assistant helps, and the ward assistants like it."
    " The helper is a lamp; no helper is lit."
    " The rope ladder sways, and no ladder is safe."
)


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Nine years of beds: what a Bed Planner really does", "Bed Planner"),
        ("Frozen: what I actually do as a bed planner", "bed planner"),
        ("Behind the door: what being a bed planner is really like", "bed planner"),
        ("Notes from a working bed planner", "bed planner"),
        ("A leaflet about being a Ward Assistant", "Ward Assistant"),
        ("Among the sleepers: a day as the bed planner", "bed planner"),
        ("So you like beds? What an OBP really does", "Operating Bay Planner"),
        ("What a bed and bay planner is paid", "bed and bay planner"),
        ("Nine years among the freezers", ""),
        ("What a ward's planner really does", "ward's planner"),
        ("In the dark: the planner's trade", "planner"),
        ("What a joiner really does", ""),
        ("Ward nurse to a planner", ""),
        ("Bed Planner", ""),
        ("A to Z for would-be bed planners", "bed planner"),
        ("A to Z for aspiring joiners", ""),
        ("Behind the Helper", ""),
        ("You climb a rope ladder up a wall", ""),
        ("What an XYZ really does", ""),
    ],
)
def test_a_title_may_tell_of_a_job_that_the_text_speaks_of(title, job):
    assert told_of(title, TEXT) == job

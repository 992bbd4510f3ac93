"""Seniority: everyday words for a level, and the rung of a guide's own ladder that they mean."""

import pytest

from assistant.guides import read_text
from assistant.understanding.levels import (
    Ladder,
    find_level_words,
    ladder_of,
    level_words,
    resolve_level,
    shift,
    without_ruled_out,
)
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand
from tests.answering.making import PayGuide

OFFICE = Ladder("office", ("Junior", "Mid-level", "Senior", "Lead", "Head or Director"))
DEPOT = Ladder("depot", ("Apprentice", "Technician", "Senior Technician", "Team Leader"))


def levels(text, ladder=OFFICE):
    return resolve_level(find_level_words(text, [ladder]), ladder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does a second-year apprentice earn?", ("Apprentice, Year 2",)),
        ("an apprentice in year 2", ("Apprentice, Year 2",)),
        ("the pay of apprentices in their 1st year", ("Apprentice, Year 1",)),
        ("apprentice pay, year two", ("Apprentice, Year 2",)),
        ("What is an apprentice paid?", ("Apprentice, Year 1", "Apprentice, Year 2")),
        ("an apprentice or a welder", ("Apprentice, Year 1", "Apprentice, Year 2", "Welder")),
    ],
)
def test_the_year_of_an_apprenticeship_is_one_level(text, expected):
    ladder = Ladder("yard", ("Apprentice, Year 1", "Apprentice, Year 2", "Welder"))
    assert levels(text, ladder) == expected


def test_a_point_of_a_scale_is_a_level():
    scale = Ladder("school", ("M1", "M3", "ST3", "8a"))
    assert levels("what is paid on M3", scale) == ("M3",)
    assert levels("an st3 or an 8a?", scale) == ("ST3", "8a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does a junior earn?", ("Junior",)),
        ("junior salary", ("Junior",)),
        ("entry-level pay?", ("Junior",)),
        ("What do graduates get?", ("Junior",)),
        ("What is the starting salary?", ("Junior",)),
        ("What does a trainee get?", ("Junior",)),
        ("mid-level pay", ("Mid-level",)),
        ("mid level pay", ("Mid-level",)),
        ("What about a midweight one?", ("Mid-level",)),
        ("Senior, in London?", ("Senior",)),
        ("sr engineer", ("Senior",)),
        ("what lead pays", ("Lead",)),
        ("I want head of in health", ("Head or Director",)),
        ("what do brand new ones get", ("Junior",)),
        ("What does a lead earn?", ("Lead",)),
        ("lead roles", ("Lead",)),
        ("a principal engineer", ("Lead",)),
        ("pay for a head or director", ("Head or Director",)),
        ("What do directors make?", ("Head or Director",)),
        ("What would a head of engineering earn?", ("Head or Director",)),
        ("junior and senior pay", ("Junior", "Senior")),
        ("senior vs junior", ("Junior", "Senior")),
    ],
)
def test_words_for_a_level(text, expected):
    assert levels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Where can this lead?",
        "Does it lead to research?",
        "What should I head for?",
        "Who leads the team meetings on Mondays?",
        "Do staff get parking?",
        "What is on top of base pay?",
        "How many staff are there?",
        "What goes on in my head?",
        "How do I get a head start?",
        "How much experience do I need?",
        "Is there anything in the middle of the night?",
        "What does it pay?",
        "",
    ],
)
def test_everyday_words_are_no_level(text):
    assert levels(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does an apprentice earn?", ("Apprentice",)),
        ("What does a senior technician earn?", ("Senior Technician",)),
        ("team leader pay", ("Team Leader",)),
        ("entry level", ("Apprentice",)),
        ("director", ("Team Leader",)),
        ("senior pay", ("Senior Technician",)),
    ],
)
def test_a_guides_own_levels(text, expected):
    assert set(expected) <= set(levels(text, DEPOT))


def test_a_rung_that_the_guide_does_not_have_names_no_level():
    assert resolve_level(("mid",), DEPOT) == ()
    assert resolve_level(("wizard",), OFFICE) == ()
    assert resolve_level(("director",), Ladder("none", ())) == ()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Head or Director", ("head", "director")),
        ("Head / Director", ("head", "director")),
        ("Mid-level", ("mid",)),
        ("Senior Technician", ("senior technician", "senior")),
        ("", ()),
    ],
)
def test_the_names_that_a_label_holds(label, expected):
    assert level_words(label) == expected


@pytest.mark.parametrize(
    ("level", "steps", "expected"),
    [
        ("Junior", 1, ("Mid-level",)),
        ("Senior", -1, ("Mid-level",)),
        ("Head or Director", 1, ("Head or Director",)),
        ("Junior", -3, ("Junior",)),
        ("Unknown", 1, ()),
    ],
)
def test_one_level_up_stays_on_the_ladder(level, steps, expected):
    assert shift((level,), OFFICE, steps) == expected


@pytest.mark.parametrize("downwards", [False, True])
def test_a_ladder_runs_upwards_whichever_way_the_table_does(downwards):
    rows = [("Junior", "", 20, 30), ("Senior", "", 30, 40), ("Head", "", 50, 60)]
    guide = PayGuide(*(reversed(rows) if downwards else rows)).guide
    assert ladder_of(guide).levels == ("Junior", "Senior", "Head")


def test_a_guide_without_pay_has_no_ladder():
    assert ladder_of(PayGuide().guide).levels == ()


def test_a_role_is_named_with_its_level():
    guide = read_text(
        "# Bell Nurse\n\nA bell nurse minds bells.\n\n## Pay\n\n| Level | Salary |\n|---|---|\n"
        "| Trainee | £20,000 to £22,000 |\n| Registered nurse | £30,000 to £32,000 |\n",
        "bell-nurse.md",
    )
    (query,) = understand(["what does a registered bell nurse earn?"], lexicon_of([guide])).queries
    assert query.level_words == ("registered",)


def test_what_another_guide_calls_a_level_is_none_of_the_role_that_is_named():
    pay = "## Pay\n\n| Grade | Salary |\n|---|---|\n| Trainee | £20,000 |\n"
    pay += "| Chartered {} | £30,000 |\n"
    guides = [
        read_text(f"# {role}\n\nA {role} works.\n\n" + pay.format(role), f"{name}.md")
        for name, role in (("bell", "Bell Tuning Hand"), ("nurse", "Nurse"))
    ]
    asked = "what does a chartered bell tuning hand earn?"
    alone, beside = (understand([asked], lexicon_of(some)) for some in (guides[:1], guides))
    assert beside.queries[0].level_words == alone.queries[0].level_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a planner (not junior)", ()),
        ("not as a trainee, as a senior", ("Senior",)),
        ("permanent then. Lead, London", ("Lead",)),
        ("What would head of get me?", ("Head or Director",)),
        ("a middle developer in Hull", ("Mid-level",)),
    ],
)
def test_levels_that_are_ruled_out_or_stand_alone(text, expected):
    assert resolve_level(find_level_words(without_ruled_out(text), [OFFICE]), OFFICE) == expected


def test_a_number_of_things_in_a_label_names_no_level():
    assert "more" not in level_words("Foreman, 40 boats or more")
    assert levels("why do some get more?", Ladder("pier", ("Foreman, 40 boats or more",))) == ()


def test_a_line_of_key_facts_about_pay_names_no_level():
    text = (
        "# Roofer\n\nThey mend roofs.\n\n| Salary: | £27,000 to £30,000 |\n|---|---|\n"
        "| Hours: | 37 |\n\n## Pay\n\n| Post | Pay |\n|---|---|\n| Apprentice | £18,000 |\n"
        "| Roofer | £27,000 |\n"
    )
    ladder = ladder_of(read_text(text, "roofer.md"))
    assert ladder.levels == ("Apprentice", "Roofer")


def test_what_is_ruled_out_is_no_level_that_is_called_so():
    ladders = [Ladder("host", ("Host (nights)", "Host (days)"))]
    assert "nights" in find_level_words("pay of a host on nights", ladders)
    assert "nights" not in find_level_words("pay of a host if they don't work nights", ladders)
    assert "days" not in find_level_words("what does a host earn these days?", ladders)


def test_names_of_several_words_are_found_in_the_order_of_the_ladder():
    labels = ("Night Host", "Day Host", "Quay Host")
    found = find_level_words("a quay host, a day host or a night host", [Ladder("host", labels)])
    assert found == ("night host", "day host", "quay host")

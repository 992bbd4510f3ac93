"""Other names of a job that its guide's opening lists."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.also_called import also_called
from assistant.understanding.understand import understand


def _guide(opening):
    return read_text(f"# Harbour Pilot\n\n{opening}\n\n## Pay\n\nIt is fair.\n", "harbour-pilot.md")


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        (
            "The post goes by many names: HP, ship pilot, port officer or boat conductor.",
            ["ship pilot", "port officer", "boat conductor", "HP"],
        ),
        ("It is also advertised as a port officer and pier controller.",
         ["port officer", "pier controller"]),
        ("Sometimes called the tide inspector, a pilot knows the river.", ["tide inspector"]),
        ("It is sometimes called upon by port officers and sea captains.", []),
        (
            "It is also known as port officer, works with sea captains and ship inspectors.",
            ["port officer"],
        ),
        (
            "Titles vary (ship pilot, port officer) and so do the hours.",
            ["ship pilot", "port officer"],
        ),
        ("Adverts say ship pilot, or port officer.", ["ship pilot", "port officer"]),
        ("You may see it as ship pilot; on rivers as tide inspector.", ["ship pilot"]),
        ("**Other names:** ship pilot; port officer", ["ship pilot", "port officer"]),
        ("**For:** us · **Known as:** ship pilot, port officer", ["ship pilot", "port officer"]),
        ("A pilot (most people say ship pilot) knows the river.", ["ship pilot"]),
        ("Titles for it vary. Job titles include port officer.", ["port officer"]),
        ("Sailors call us lifeboatmen, which is kind.", ["lifeboatmen"]),
        ("Sailors call it dull, and the officers agree.", []),
        ("The crew (often called deck officers or stewards) turn to the pilot.", []),
        ("Ships carry a transponder, also known as AIS.", []),
        ("Pilots report to the port inspector and the pier controller.", []),
    ],
)  # fmt: skip
def test_the_opening_lists_other_names_of_the_job(opening, names):
    assert list(also_called(_guide(opening))) == names


def test_a_question_may_name_the_job_so():
    guide = _guide("The post is also advertised as port officer.")
    (query,) = understand(["what do port officers earn?"], lexicon_of([guide])).queries
    assert query.roles == (guide.id,)


def test_a_line_near_the_top_lists_them_under_any_heading():
    top = read_text(
        "# Harbour Pilot\n\n## Tides\n\nAlso listed as ship pilot.\n\n## Pay\n\nFair.\n", "a.md"
    )
    assert list(also_called(top)) == ["ship pilot"]


def _two(opening):
    other = read_text("# Train Guard\n\nIt is also called coach inspector.\n", "guard.md")
    return _guide(opening), lexicon_of([_guide(opening), other])


@pytest.mark.parametrize("title", ["ship conductor", "harbour conductor", "port pilot"])
def test_a_name_may_join_the_beginning_of_one_to_the_noun_of_another(title):
    guide, lexicon = _two("It is also known as ship pilot or port conductor.")
    (query,) = understand([f"what does a {title} earn?"], lexicon).queries
    assert query.roles == (guide.id,)


def test_it_does_not_where_another_guide_goes_by_that_name():
    _, lexicon = _two("It is also known as coach pilot or port inspector.")
    (query,) = understand(["what does a coach inspector earn?"], lexicon).queries
    assert query.roles == ("train-guard",)


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("A mason cuts. A mason sets. Masons get cold.", ["mason"]),
        ("A stonemason cuts. A mason sets.", []),
    ],
)
def test_the_end_of_a_compound_is_a_name_where_the_guide_uses_it_alone(opening, names):
    guide = read_text(f"# Stonemason (Old Buildings)\n\n{opening}\n", "stonemason.md")
    assert list(also_called(guide)) == names


def test_who_the_opening_speaks_of_where_the_title_names_nobody():
    text = (
        "# So you want to run a boiler house?\n\nA boiler house manager keeps the heat on. The "
        "plant operator helps.\n"
    )
    assert list(also_called(read_text(text, "boilers.md"))) == ["boiler house manager"]
    named = text.replace("So you want to run a boiler house?", "Plumber")
    assert list(also_called(read_text(named, "plumber.md"))) == []


@pytest.mark.parametrize(
    ("title", "names"),
    [("Mariner (Ship Pilot)", ["Ship Pilot"]), ("Radiographer (MRI)", []), ("Nurse (Band 6)", [])],
)
def test_a_title_has_another_in_brackets(title, names):
    guide = read_text(f"# {title}\n\nA day at sea.\n", "mariner.md")
    assert [*dict.fromkeys(also_called(guide))] == names


def test_the_noun_of_another_name_alone_is_not_the_job():
    lexicon = lexicon_of([read_text("# Mariner (Tooth Surgeon)\n\nA day at sea.\n", "m.md")])
    (named,) = understand(["what do tooth surgeons earn"], lexicon).queries
    (other,) = understand(["what do surgeons earn"], lexicon).queries
    assert named.roles
    assert other.unknown_roles == ("surgeons",)


def test_other_names_may_have_a_heading_of_their_own():
    guide = read_text(
        "# Harbour Pilot\n\nA day at sea.\n\n## Tides\n\nTwo.\n\n## Also called\n\n"
        "Ship pilot; on old boats, \u201cthe man aloft\u201d.\n",
        "harbour-pilot.md",
    )
    assert list(also_called(guide)) == ["Ship pilot"]


def test_compounds_of_the_noun_that_the_guide_uses_are_names():
    told = (
        "A gamekeeper walks. A bookkeeper counts. Gamekeepers rest, and the underkeeper helps, and"
        " a timekeeper ticks."
    )
    guide = read_text(f"# Keeper\n\n{told}\n", "k.md")
    assert list(also_called(guide)) == ["gamekeeper", "underkeeper"]


def test_a_title_is_also_its_noun_before_of():
    text = "# Registrar of Births and Deaths\n\nBirths are told. A death is told.\n"
    lexicon = lexicon_of([read_text(text, "r.md"), read_text("# Head of Bees\n\nHives.\n", "b.md")])
    for asked in ("what does a registrar earn", "how are births registrars paid"):
        (query,) = understand([asked], lexicon).queries
        assert query.roles == ("registrar-of-births-and-deaths",)
    (query,) = understand(["what does a head earn"], lexicon).queries
    assert query.roles == ()

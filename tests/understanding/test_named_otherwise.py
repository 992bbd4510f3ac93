"""Roles called by who does what they are for, or without the middle; employers called by a job."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.doers import doers_of
from assistant.understanding.roles.roles import find_roles
from assistant.understanding.understand import understand

TITLES = {
    "volunteer-recruitment-officer-food-banks": "Volunteer Recruitment Officer (Food Banks)",
    "hospital-theatre-technician": "Hospital Theatre Technician",
    "wind-turbine-test-engineer": "Wind Turbine Test Engineer",
    "veterinary-nurse": "Veterinary Nurse",
}


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_of(
        [
            read_text(f"# {title}\n\nWho does this works with care.", f"{name}.md")
            for name, title in TITLES.items()
        ]
    )


@pytest.mark.parametrize(
    ("noun", "doers"),
    [
        ("recruitment", ("recruiter",)),
        ("testing", ("tester",)),
        ("test", ("tester",)),
        ("investigation", ("investigator",)),
        ("management", ()),
        ("care", ()),
        ("bank", ()),
    ],
)
def test_who_does_what_a_noun_names(noun, doers):
    assert doers_of(noun) == doers


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("volunteer recruiter", "volunteer-recruitment-officer-food-banks"),
        ("food bank recruiter", "volunteer-recruitment-officer-food-banks"),
        ("turbine tester", "wind-turbine-test-engineer"),
        ("hospital technician", "hospital-theatre-technician"),
    ],
)
def test_a_title_is_known_by_its_doer_or_without_its_middle(named, guide_id, lexicon):
    (mention,) = find_roles(f"what does a {named} earn", lexicon.names)
    assert mention.guide_ids == (guide_id,)


@pytest.mark.parametrize("named", ["recruiter", "sales recruiter", "sandwich tester"])
def test_a_doer_of_other_things_is_another_job(named, lexicon):
    assert not any(m.guide_ids for m in find_roles(f"what does a {named} earn", lexicon.names))


@pytest.mark.parametrize(
    "question",
    [
        "NHS vet or private for a veterinary nurse, which is calmer?",
        "Which is calmer as a veterinary nurse, a private vet or a charity?",
        "Is it the charity vet or private vet that is calmer for a veterinary nurse?",
    ],
)
def test_a_sort_of_employer_called_by_a_job_is_no_job_asked_about(question, lexicon):
    (query,) = understand([question], lexicon).queries
    assert query.roles == ("veterinary-nurse",)
    assert query.unknown_roles == ()


def test_another_job_beside_one_with_a_guide_is_asked_about(lexicon):
    (query,) = understand(["Private vet or veterinary nurse, which is calmer?"], lexicon).queries
    assert query.unknown_roles == ("Private vet",)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Join in with us: Weaver", "Can a potter join a union?"),
        ("Become a Weaver", "Should I become a potter?"),
        ("Life as a Weaver", "Is life as a potter lonely?"),
    ],
)
def test_words_of_a_page_that_lead_on_to_the_job_name_nobody(title, asked):
    lexicon = lexicon_of(
        [
            read_text(f"# {title}\n\nWho weaves weaves well.", "weaver.md"),
            read_text("# Potter\n\nWho makes pots makes many.", "potter.md"),
        ]
    )
    assert [mention.title for mention in find_roles(asked, lexicon.names)] == ["potter"]
    assert find_roles("What does a weaver do?", lexicon.names)[0].guide_ids == ("weaver",)


def test_who_does_what_an_officer_is_for_is_that_officer():
    text = "# Registration Officer (Births and Deaths)\n\nRegisters births.\n"
    lexicon = lexicon_of([read_text(text, "officer.md"), read_text("# Baker\n\nBakes.\n", "b.md")])
    for asked in ("do registrars work weekends?", "how do I become a deaths registrar?"):
        (query,) = understand([asked], lexicon).queries
        assert query.roles == ("registration-officer-births-and-deaths",), asked


def test_the_apprentice_of_a_trade_is_in_the_role_of_that_trade():
    lexicon = lexicon_of([read_text("# Lift Engineer\n\nLifts.\n", "l.md")])
    (query,) = understand(["what would a brand-new lift apprentice earn?"], lexicon).queries
    assert query.roles == ("lift-engineer",)

"""Roles set side by side, of which some have no name in the question."""

from dataclasses import replace

import pytest

from assistant.guides import read_text
from assistant.understanding.compared import roles_in
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand

BACKEND, INFORMATICS = "backend-engineer", "health-informatics-engineer"
#: Words that speak of a guide for certain, or as good as.
SPEAKS_OF = {
    "servers": (BACKEND, 0.99),
    "wards": (INFORMATICS, 0.97),
    "records": (INFORMATICS, 0.85),
}


@pytest.fixture(scope="module")
def hearing(lexicon):
    """A lexicon that hears of a role in a few words."""

    def shares(text):
        heard = [SPEAKS_OF[word] for word in text.split() if word in SPEAKS_OF]
        return dict(heard[:1]) if len(heard) == 1 else {}

    return replace(lexicon, shares=shares)


def guides(question, lexicon):
    return [mention.guide_ids for mention in roles_in(question, lexicon)]


@pytest.mark.parametrize(
    "question",
    [
        "Who is up at night more, the backend engineer or the person linking wards?",
        "backend engineer vs linking wards, which is harder",
        "is there an exam for running servers compared with linking wards?",
        "interviews: servers v records",
        "which rules does each live under, the servers one and the wards one",
    ],
)
def test_what_stands_beside_a_role_is_one(question, hearing):
    assert guides(question, hearing) == [(BACKEND,), (INFORMATICS,)]


@pytest.mark.parametrize(
    "question",
    [
        "Does a backend engineer work with servers or records?",  # one is of the role itself
        "Is it more about records or machines?",  # neither is certain
        "Is the person linking wards on call?",  # nothing stands beside it
        "Does a backend engineer know servers and wards?",
    ],
)
def test_things_side_by_side_are_no_roles(question, hearing):
    assert (INFORMATICS,) not in guides(question, hearing)


@pytest.mark.parametrize(
    "words", ["no, i mean for the pathology wards one", "which exam has the pathology wards job?"]
)
def test_a_role_is_pointed_at_by_a_word_of_it(words, hearing):
    turns = ["Is there an exam for a backend engineer?", words]
    assert understand(turns, hearing).queries[-1].roles == (INFORMATICS,)


@pytest.mark.parametrize(
    "words",
    [
        "and the wards?",
        "tell me more of the wards one",
        "what about the first one",
        "in the wards?",
    ],
)
def test_a_word_that_is_none_of_its_title_points_at_no_role(words, hearing):
    turns = ["Is there an exam for a backend engineer?", words]
    assert understand(turns, hearing).queries[-1].roles == (BACKEND,)


def test_what_describes_a_role_is_not_searched_for(hearing):
    (query,) = understand(["backend engineer or linking wards, who has an exam?"], hearing).queries
    assert query.roles == (BACKEND, INFORMATICS)
    assert "ward" not in query.content
    assert "exam" in query.content


def test_a_role_is_set_against_the_one_spoken_of_before(hearing):
    turns = ["Is there an exam for a backend engineer?", "how does that compare against wards"]
    assert understand(turns, hearing).queries[-1].roles == (BACKEND, INFORMATICS)


def test_a_title_without_a_guide_stays_one(hearing):
    found = roles_in("Who earns more, a backend engineer or a plumber on wards?", hearing)
    assert [mention.title for mention in found if not mention.guide_ids] == ["plumber"]


@pytest.mark.parametrize(
    "question",
    [
        "senior level in Leeds: who gets more, the backend engineer or the person linking wards?",
        "backend engineer vs health informatics engineer, better paid once well settled (senior)?",
    ],
)
def test_who_gets_more_at_a_level_asks_for_both_rows(question, hearing):
    (query,) = understand([question], hearing).queries
    assert query.pay_table
    assert query.roles == (BACKEND, INFORMATICS)


@pytest.mark.parametrize(
    "question",
    [
        "who gets more holiday, a senior backend engineer or a health informatics engineer?",
        "on-call for seniors, who gets more: backend engineer or health informatics engineer",
    ],
)
def test_who_gets_more_of_another_thing_asks_for_no_row(question, hearing):
    (query,) = understand([question], hearing).queries
    assert not query.pay_table


@pytest.fixture(scope="module")
def doubtful(lexicon):
    """A lexicon that hears of a role in what is done in it, of one more surely."""
    heard = {
        "servers": {BACKEND: 0.9, INFORMATICS: 0.1},
        "machines": {BACKEND: 0.6, INFORMATICS: 0.4},
        "forms": {BACKEND: 0.9, INFORMATICS: 0.1},
    }

    def shares(text):
        return next((heard[word] for word in text.split() if word in heard), {})

    return replace(lexicon, shares=shares)


@pytest.mark.parametrize(
    "question",
    [
        "which has exams, running servers or linking machines?",
        "I'm torn between running servers and linking machines. Which has exams?",
    ],
)
def test_what_is_done_in_two_roles_is_of_two_guides(question, doubtful):
    (query,) = understand([question], doubtful).queries
    assert query.roles == (BACKEND, INFORMATICS)


@pytest.mark.parametrize(
    "question",
    [
        "which has exams, running servers or filling forms?",  # hardly of the other guide
        "which has exams, linking machines or something else?",
        "is there an exam in running servers and machines?",
    ],
)
def test_what_is_done_in_one_role_is_of_one_guide(question, doubtful):
    (query,) = understand([question], doubtful).queries
    assert len(query.roles) < 2


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("and the interoperability one?", [(INFORMATICS,)]),
        ("What about the business side?", []),
        ("What is the integration side like?", []),
        ("Do the health people earn more?", []),
        ("and the better one?", []),
    ],
)
def test_a_role_is_pointed_at_by_a_word_of_its_title(question, named, lexicon):
    assert guides(question, lexicon) == named


def test_a_side_of_a_role_that_is_named_is_a_part_of_it():
    guides = [
        read_text("# Rota Planner\n\nA rota planner fills the night shifts.\n", "rota-planner.md"),
        read_text("# Bell Founder\n\nA bell founder pours bronze.\n", "bell-founder.md"),
    ]
    spoken = {"bell-founder": 0.99}
    heard = replace(
        lexicon_of(guides), shares=lambda said: spoken if said.strip() == "bronze" else {}
    )
    asked = "is there an exam for the bronze side of {}"
    (alone,) = roles_in(asked.format("things"), heard)
    assert alone.title == "bronze"
    (named,) = roles_in(asked.format("a bell founder"), heard)
    assert named.title == "bell founder"

"""Which role a text names: the guide's own in every writing, never the guide's for another."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guides import read_folder, read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.roles import find_roles
from assistant.understanding.stance import Stance

BACKEND, INFORMATICS = "backend-engineer", "health-informatics-engineer"


def ids(text, lexicon):
    """The guides named in a text, in order."""
    return [
        guide_id for mention in find_roles(text, lexicon.names) for guide_id in mention.guide_ids
    ]


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("backend engineer", BACKEND),
        ("Backend Engineers", BACKEND),
        ("BACKEND ENGINEER", BACKEND),
        ("back-end engineer", BACKEND),
        ("back end engineer", BACKEND),
        ("back‑end engineer", BACKEND),
        ("backend engineer's", BACKEND),
        ("backend developers", BACKEND),
        ("backend dev", BACKEND),
        ("bakcend enginer", BACKEND),
        ("backend enigneer", BACKEND),
        ("health informatics engineer", INFORMATICS),
        ("health-informatics engineers", INFORMATICS),
        ("healthinformatics engineer", INFORMATICS),
        ("health informatic engineer", INFORMATICS),
        ("HIE", INFORMATICS),
        ("HIEs", INFORMATICS),
        ("informatics engineering", INFORMATICS),
        ("bioinformatician", "bioinformatician"),
        ("bio-informatician", "bioinformatician"),
        ("bioinformaticians'", "bioinformatician"),
        ("bioinformatitian", "bioinformatician"),
        ("CDM", "clinical-data-manager"),
        ("clinical data managers", "clinical-data-manager"),
        ("clinical data management", "clinical-data-manager"),
        ("regulatory affairs", "regulatory-affairs-manager"),
        ("medical-device quality engineer", "medical-device-quality-engineer"),
        ("timetabler", "train-planner"),
        ("train planning", "train-planner"),
        ("rolling-stock technician", "rolling-stock-technician"),
        ("signaling engineer", "signalling-engineer"),
        # Its lowest level is called so.
        ("signalling technician", "signalling-engineer"),
    ],
)
@pytest.mark.parametrize("frame", ["What does a {} earn?", "{} pay", "Is on-call usual for a {}?"])
def test_a_role_is_known_in_every_writing(named, guide_id, frame, wide_lexicon):
    assert ids(frame.format(named), wide_lexicon) == [guide_id]


@pytest.mark.parametrize(
    "title",
    [
        "health informatics nurse",
        "Health Informatics Nurses",
        "backend nurse",
        "clinical data nurse",
        "data engineer",
        "frontend developer",
        "full-stack developer",
        "UX researcher",
        "train driver",
        "train guard",
        "software tester",
        "IT technician",
        "regulatory affairs pharmacist",
        "quality inspector",
        "ward manager",
        "radiographer",
        "train dispatcher",
        pytest.param("front-end developer"),
        pytest.param("front end engineer"),
    ],
)
@pytest.mark.parametrize("frame", ["What does a {} earn?", "How do I become a {}?"])
def test_another_title_is_not_the_guides_role(title, frame, wide_lexicon):
    mentions = find_roles(frame.format(title), wide_lexicon.names)
    assert [mention.guide_ids for mention in mentions] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "What does a day look like?",
        "How much does a senior earn in London?",
        "Is there a training budget?",
        "Which data standards matter?",
        "Can I take the train to work?",
        "Is it good for my health?",
        "Does the back office help?",
        "What is the end goal?",
        "Do I need a degree in engineering?",
        "",
    ],
)
def test_everyday_words_name_no_role(text, wide_lexicon):
    assert ids(text, wide_lexicon) == []


def test_a_short_name_that_two_roles_share_names_both(wide_lexicon):
    (mention,) = find_roles("How hard is clinical data work?", wide_lexicon.names)
    assert set(mention.guide_ids) == {"clinical-data-manager", "clinical-data-scientist"}


@pytest.fixture(scope="module")
def trades(project):
    """The roles of guides whose titles people shorten in their own ways."""
    return lexicon_of(read_folder([project / "evals/training/guides"]).guides)


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("ML engineers", "machine-learning-engineer"),
        ("QA lead", "quality-assurance-lead"),
        ("IG manager", "information-governance-manager"),
        ("lab manager", "laboratory-manager"),
        ("cyber analyst", "cyber-security-analyst"),
        ("health economist", "health-economist"),
        ("writers", "medical-writer"),
    ],
)
def test_a_title_is_known_by_its_initials_its_acronym_its_start_and_its_head(
    named, guide_id, trades
):
    assert ids(f"What do {named} do all day?", trades) == [guide_id]


def test_a_long_word_is_known_by_the_acronym_that_its_guide_uses():
    text = "# Haemovigilance Associate\n\n{} is the watch kept over blood in use.\n"
    for said, expected in (("HV", ["hv"]), ("The work", [])):
        guide = read_text(text.format(said), "hv.md")
        assert (
            ids("How hard is HV associate work?", lexicon_of([replace(guide, id="hv")])) == expected
        )


@pytest.mark.parametrize(
    "text",
    [
        "What software is used for the log?",
        "I bet it is stressful?",
        "Will I need a medical before starting?",
        "Is a clinical background a must?",
        "Does it matter if the tables are badly designed?",
        "What would slipping standards lead to?",
    ],
)
def test_a_word_that_many_guides_share_names_none_of_them(text, trades):
    assert ids(text, trades) == []


@pytest.mark.parametrize(
    "text",
    [
        "Who tells the doctors what is going on?",
        "What happens when inspectors visit?",
        "Is it only nurses who use this?",
        "Should I ask developers to alter the program?",
        "Will my dreadlocks be a problem?",
        "Can I do it as a job share?",
    ],
)
def test_people_mentioned_are_not_asked_about(text, lexicon):
    asked = [m for m in find_roles(text, lexicon.names) if m.stance is Stance.ASKED]
    assert asked == []


def test_two_roles_are_found_in_order(wide_lexicon):
    text = "Who earns more, a signalling engineer or a bioinformatician?"
    assert ids(text, wide_lexicon) == ["signalling-engineer", "bioinformatician"]


def test_a_mention_stands_where_it_says(wide_lexicon):
    text = "Compare a Train Planner with a UX researcher, please."
    for mention in find_roles(text, wide_lexicon.names):
        assert text[mention.start : mention.end] == mention.title


HELD, ASKED, PASSING = Stance.HELD, Stance.ASKED, Stance.IN_PASSING


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("What does a backend engineer earn?", ASKED),
        ("How do I become a backend engineer?", ASKED),
        ("I want to be a backend engineer.", ASKED),
        ("Should I apply for backend engineer jobs?", ASKED),
        ("I'm a backend engineer.", HELD),
        ("I am currently a senior backend engineer, what next?", HELD),
        ("I work as a backend engineer.", HELD),
        ("I have been a backend engineer for 10 years.", HELD),
        ("I've worked as a backend engineer.", HELD),
        ("My background is as a backend engineer.", HELD),
        ("Coming from backend engineer work, what is new?", HELD),
        ("As a former backend engineer, where do I fit?", HELD),
        ("Backend engineer 6 yrs. What pays more?", HELD),
        ("Backend engineer here, what next?", HELD),
        ("Backend engineer with 5 years experience: what pay?", ASKED),
        ("Backend engineer 3 year degree or apprenticeship?", ASKED),
        ("I have to become a backend engineer, what do I need?", ASKED),
        ("Backend engineer who taught himself Rust. Any use?", HELD),
        ("Backend engineer for ten years now, what next?", HELD),
        ("Backend engineer for ten years at a lab near Bath. What next?", HELD),
        ("I am backend engineer in a lab, what next?", HELD),
        ("How do I become a backend engineer in two years?", ASKED),
        ("Would I work with backend engineers?", PASSING),
        ("Do they report to a backend engineer?", PASSING),
        pytest.param(
            "I used to be a backend engineer.",
            HELD,
        ),
    ],
)
def test_how_the_person_stands_to_a_role(text, stance, lexicon):
    (mention,) = find_roles(text, lexicon.names)
    assert (mention.guide_ids, mention.stance) == ((BACKEND,), stance)


def test_a_role_held_and_a_role_asked_about_are_told_apart(lexicon):
    text = "I'm a nurse. How do I get into health informatics engineering?"
    held, asked = find_roles(text, lexicon.names)
    assert (held.guide_ids, held.stance) == ((), HELD)
    assert (asked.guide_ids, asked.stance) == ((INFORMATICS,), ASKED)


@settings(max_examples=40)
@given(text=st.text(max_size=60))
def test_any_text_is_read_without_overlaps(text, lexicon):
    mentions = find_roles(f"a backend engineer {text} HIE", lexicon.names)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("GP receptionist 6 yrs. Could I do this?", ["GP receptionist"]),
        ("The client wants eight technicians.", []),
        ("The client wants eight welders.", ["welders"]),
        ("How long till CRA?", ["CRA"]),
        ("What do people who teach nurses do?", ["nurses"]),
        ("Would training welders suit me?", ["welders"]),
        ("What do training managers do?", ["training managers"]),
        ("She fancies training welders on it.", ["welders"]),
        ("Whether either job is on call?", []),
    ],
)
def test_a_title_that_no_guide_bears_is_named_whole_and_no_more(text, titles, lexicon):
    assert [mention.title for mention in find_roles(text, lexicon.names)] == titles


def test_a_kind_of_visa_is_no_title(lexicon):
    assert find_roles("I am on a skilled worker visa.", lexicon.names) == ()


def test_those_who_are_taught_are_not_asked_about(lexicon):
    for text in ("What do people who teach nurses do?", "Would training welders suit me?"):
        (mention,) = find_roles(text, lexicon.names)
        assert mention.stance is PASSING


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Must I requalify as a solicitor first?", PASSING),
        ("Do I need to be a doctor?", PASSING),
        ("What do I need to be a welder?", ASKED),
        ("I want to train as a welder.", ASKED),
        ("My brother's a welder, what would he be on?", ASKED),
        ("There's a welder on my team. Could I do this?", PASSING),
    ],
)
def test_what_somebody_must_be_first_is_not_asked_about(text, stance, lexicon):
    assert {mention.stance for mention in find_roles(text, lexicon.names)} == {stance}


def test_a_word_of_other_guides_is_no_short_form_of_a_title():
    guides = [
        read_text("# Pharmacist\n\nA pharmacist gives advice.\n", "pharmacist.md"),
        read_text("# Rep\n\nA rep of big pharma drives a lot.\n", "rep.md"),
    ]
    names = lexicon_of(guides).names
    assert [m.guide_ids for m in find_roles("Does pharma pay well?", names)] == []
    assert [m.guide_ids for m in find_roles("Do pharmacists?", names)] == [("pharmacist",)]


def compound():
    guides = (
        "# Glaciometry Officer\n\nA glaciometry officer of a big glacio firm weighs ice.\n",
        "# Tram Driver\n\nA tram driver drives. The CPD is paid.\n",
    )
    return lexicon_of([read_text(text, f"{at}.md") for at, text in enumerate(guides)]).names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is a GM certificate worth it?", [("glaciometry-officer",)]),
        ("Is a GM certificate worth it for a tram driver?", [("tram-driver",)]),
        ("is a gm certificate worth it", []),
        ("Is the CPD paid?", []),
        ("DO THEY START AT 9 GM", []),
        ("Is the UK cold?", []),
        ("Is big glacio slow?", []),
    ],
)
def test_capitals_that_no_guide_has_may_stand_for_the_parts_of_a_compound(text, expected):
    assert [m.guide_ids for m in find_roles(text, compound())] == expected


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (f"What does {how} glaciologist earn?", True)
        for how in (
            "a freelance", "a part-time", "a locum", "a bank", "an advanced",
            "a self-employed", "a rural", "a qualified", "an older",
        )
    ]
    + [(f"What does a {how} glaciologist earn?", False) for how in ("marine", "private")],
)  # fmt: skip
def test_how_somebody_works_makes_no_other_job(text, known):
    guide = read_text(
        "# Polar Glaciologist\n\nA polar glaciologist weighs ice.\n", "glaciologist.md"
    )
    (mention,) = find_roles(text, lexicon_of([guide]).names)
    assert bool(mention.guide_ids) is known

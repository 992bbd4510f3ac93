"""Roles that are named by a part of their title, by their trade, or by other words for it."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.query import Reply
from assistant.understanding.roles.roles import find_roles
from assistant.understanding.stance import Stance
from assistant.understanding.understand import understand

TITLES = (
    *("NHS Dental Technician", "Biomedical Cytologist", "Regulatory Policy Specialist"),
    *("Health Kiosk Product Designer", "Clinical Rota Manager", "Biomathematician"),
)
LADDER = (
    "| Level | Salary |\n|---|---|\n| Associate | £30,000 |\n| Specialist | £40,000 |\n"
    "| Manager | £60,000 |\n"
)


@pytest.fixture(scope="module")
def lexicon():
    guides = []
    for title in TITLES:
        pay = f"\n## Salary\n\n{LADDER}" if title.startswith("Regulatory") else ""
        text = f"# {title}\n\nA {title} works with care, in clinics and with data.\n{pay}"
        guides.append(read_text(text, f"{title.lower().replace(' ', '-')}.md"))
    return lexicon_of(guides)


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("dental technicians", "nhs-dental-technician"),
        ("hospital dental technician", "nhs-dental-technician"),
        ("dental tech", "nhs-dental-technician"),
        ("biomedical cytology", "biomedical-cytologist"),
        ("biomathematics", "biomathematician"),
        ("rota managers", "clinical-rota-manager"),
        ("health kiosk designer", "health-kiosk-product-designer"),
        ("kiosk product design", "health-kiosk-product-designer"),
        ("regulatory policy manager", "regulatory-policy-specialist"),
        ("regulatory policy associates", "regulatory-policy-specialist"),
        ("reg policy", "regulatory-policy-specialist"),
    ],
)
def test_a_role_is_known_by_a_part_of_its_title(named, guide_id, lexicon):
    (mention,) = find_roles(f"What does a {named} need?", lexicon.names)
    assert mention.guide_ids == (guide_id,)


@pytest.mark.parametrize(
    "named",
    [
        "fashion designer",
        "regulatory policy librarian",
        "project manager",
        "midwives",
        "surveyor's",
    ],
)
def test_another_title_with_words_of_one_is_nobodys(named, lexicon):
    (mention,) = find_roles(f"What's a {named} day like?", lexicon.names)
    assert mention.guide_ids == ()


def test_what_follows_is_of_the_role_that_answered(lexicon):
    turns = ["Is there shift work?", "and at weekends?"]
    (alone,) = understand(turns, lexicon).queries
    (settled,) = understand(turns, lexicon, [Reply(("biomathematician",))]).queries
    assert (alone.roles, settled.roles) == ((), ("biomathematician",))


def test_a_question_of_all_roles_stays_one(lexicon):
    turns = ["Is there shift work?", "which jobs pay best?"]
    (query,) = understand(turns, lexicon, [Reply(("biomathematician",))]).queries
    assert query.roles == ()


@pytest.mark.parametrize("named", ["parts fd manager", "parts fd", "parts fd job"])
def test_two_initials_beside_a_word_of_the_title_name_its_role(named):
    fleet = read_text("# Parts Fleet Distribution Manager\n\nVans.", "fleet.md")
    other = read_text("# Biomathematician\n\nSums.", "bio.md")
    (query,) = understand([f"is a {named} paid well"], lexicon_of([fleet, other])).queries
    assert query.roles == (fleet.id,)


def test_initials_that_are_a_word_name_no_role():
    depot = read_text("# Depot Internal Night Manager\n\nKeys.", "depot.md")
    other = read_text("# Biomathematician\n\nSums.", "bio.md")
    (query,) = understand(["is a depot in Leeds busy"], lexicon_of([depot, other])).queries
    assert query.roles == ()


LIAISON = """# Veterinary Trade Liaison

A Veterinary Trade Liaison (VTL) visits practices.

## Pay

| Level | Salary |
|---|---|
| Practice Visit Coordinator | £30,000 to £35,000 |
| VTL | £40,000 to £45,000 |
| Senior VTL | £50,000 to £55,000 |
"""


@pytest.fixture(scope="module")
def liaison():
    return lexicon_of(
        [read_text(LIAISON, "liaison.md"), read_text("# Biomathematician\n\nSums.", "bio.md")]
    )


@pytest.mark.parametrize("named", ["VTL", "vtl", "VTLs", "vtls"])
def test_initials_of_a_title_name_its_role_whatever_its_head(named, liaison):
    (query,) = understand([f"do {named} travel"], liaison).queries
    assert query.roles == ("veterinary-trade-liaison",)
    assert not query.level_words


@pytest.mark.parametrize("named", ["biomath", "biomaths", "biomathematic"])
def test_a_title_of_one_word_is_known_cut_short(named, liaison):
    (mention,) = find_roles(f"is a degree needed for {named}?", liaison.names)
    assert mention.guide_ids == ("biomathematician",)


def test_a_level_with_a_title_of_its_own_is_of_its_guide(liaison):
    (query,) = understand(["what is a practice visit coordinator paid"], liaison).queries
    assert query.roles == ("veterinary-trade-liaison",)
    assert query.level_words == ("practice visit coordinator",)
    assert "coordinator" in query.bare


def test_a_word_for_seniority_before_a_title_makes_no_title_of_a_level(lexicon):
    assert not find_roles("a senior manager told me", lexicon.names)


KINDS = """# Rehabilitation Scientist (Kinesiology)

Some are sports kinesiologists and some are spinal kinesiologists. A kinesiologist measures.
"""
PAINTER = "# Ward Mural Painter\n\nFresco painters and glass painters both apply."


@pytest.fixture(scope="module")
def kinds():
    return lexicon_of([read_text(KINDS, "rehab.md"), read_text(PAINTER, "painter.md")])


@pytest.mark.parametrize(
    ("named", "guide_id", "searched"),
    [
        ("kinesiologist", "rehabilitation-scientist-kinesiology", "is role paid?"),
        ("spinal kinesiologist", "rehabilitation-scientist-kinesiology", "is spinal role paid?"),
        ("fresco painter", "ward-mural-painter", "is fresco role paid?"),
        ("fresco painting", "ward-mural-painter", "is fresco role paid?"),
    ],
)
def test_a_guide_names_the_kinds_of_its_role(named, guide_id, searched, kinds):
    (query,) = understand([f"is {named} paid?"], kinds).queries
    assert query.roles == (guide_id,)
    assert query.bare == searched


@pytest.mark.parametrize("named", ["landscape painter", "animal kinesiologist"])
def test_a_kind_that_a_guide_does_not_name_is_another_role(named, kinds):
    (query,) = understand([f"what does a {named} earn?"], kinds).queries
    assert query.unknown_roles == (named,)


def titled(*titles, text="A {0} works with care, in clinics and with data."):
    """The lexicon of guides with these titles."""
    texts = {title: f"# {title}\n\n{text.format(title)}\n" for title in titles}
    return lexicon_of(
        read_text(text, f"{title.lower().replace(' ', '-')}.md") for title, text in texts.items()
    )


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("UI developers", "Frontend Engineer"),
        ("user interface engineer", "Front-end Engineer"),
        ("drug safety", "Pharmacovigilance Officer"),
        ("PV officers", "Pharmacovigilance Officer"),
        ("PV people", "Pharmacovigilance Officer"),
        ("study manager", "Clinical Trial Manager"),
        ("infosec analyst", "Cyber Security Analyst"),
        ("genetics people", "Genomic Analyst"),
        ("hospital coding", "Clinical Coder"),
    ],
)
def test_a_role_is_known_by_other_words_for_the_same_work(named, title):
    lexicon = titled(title, "Ward Gardener")
    (mention,) = find_roles(f"What do {named} do all day?", lexicon.names)
    assert mention.guide_ids == (title.lower().replace(" ", "-"),)


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("safety officer", "Pharmacovigilance Officer"),
        ("robotics engineer", "Laboratory Automation Engineer"),
        ("interface engineer", "Frontend Engineer"),
    ],
)
def test_a_part_of_the_other_words_is_another_title(named, title):
    lexicon = titled(title, "Ward Gardener")
    (query,) = understand([f"What does a {named} earn?"], lexicon).queries
    assert (query.roles, query.unknown_roles) == ((), (named,))


def test_another_guides_own_title_is_nobody_elses_by_other_words():
    names = titled("Drug Safety Officer", "Pharmacovigilance Officer").names
    (mention,) = find_roles("What does a drug safety officer do?", names)
    assert mention.guide_ids == ("drug-safety-officer",)


def test_a_plain_noun_names_the_role_whose_guide_speaks_of_it_all_the_time():
    often = "A {0} is a coder. " + "Every coder reads, and a coder asks. " * 5
    for text, ids in ((often, ("clinical-coder",)), ("A {0} reads.", ())):
        names = titled("Clinical Coder", text=text).names
        found = [mention.guide_ids for mention in find_roles("What do coders earn?", names)]
        assert (found[0] if found else ()) == ids


@pytest.mark.parametrize(
    "question",
    [
        "Which workflow managers do they use?",
        "Will the company pay for a masters?",
        "Where could it lead, beyond head of safety?",
    ],
)
def test_things_degrees_and_what_lies_beyond_are_no_titles(question, lexicon):
    asked = [m for m in find_roles(question, lexicon.names) if m.stance is Stance.ASKED]
    assert [mention.title for mention in asked if not mention.title.startswith("head")] == []


def test_where_it_is_done_alone_names_no_role():
    assert not find_roles("will hospitals take that", titled("Hospital Coder").names)


def test_a_level_with_a_noun_of_its_own_is_of_the_trade():
    text = (
        "# Map Coder\n\nA Map Coder codes maps.\n\n## Pay\n\n| Level | Pay |\n|---|---|\n"
        "| Coder | £30,000 |\n| Auditor or Trainer | £40,000 |\n| Senior | £50,000 |\n"
    )
    names = lexicon_of([read_text(text, "map-coder.md")]).names
    (mention,) = find_roles("I want to be a coding auditor", names)
    assert mention.guide_ids == ("map-coder",)
    (stranger,) = find_roles("I want to be a coding manager", names)
    assert stranger.guide_ids == ()


@pytest.fixture(scope="module")
def governed():
    """A guide with letters for its trade, and levels with names of their own."""
    text = (
        "# Kite Governance Officer\n\nA Kite Governance Officer minds kites.\n\n## Pay\n\n"
        "| Level | Pay |\n|---|---|\n| Officer | £30,000 |\n| Manager | £40,000 |\n"
        "| Head of kites or CKSO | £60,000 |\n| Head of department | £70,000 |\n"
        "| Part-qualified / ACCA | £20,000 |\n"
    )
    other = "# Garden Device Test Engineer\n\nShe does garden device testing in gardens.\n"
    return lexicon_of([read_text(text, "kite.md"), read_text(other, "garden.md")])


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("KG staff", "kite-governance-officer"),
        ("KG manager", "kite-governance-officer"),
        ("KG officers", "kite-governance-officer"),
        ("ckso", "kite-governance-officer"),
        ("head of kites", "kite-governance-officer"),
        ("the device testing job", "garden-device-test-engineer"),
    ],
)
def test_a_role_is_known_by_letters_levels_and_what_is_done(named, guide_id, governed):
    found = {
        g for one in find_roles(f"what is {named} paid", governed.names) for g in one.guide_ids
    }
    assert found == {guide_id}


@pytest.mark.parametrize(
    "asked",
    [
        "Does it need KG tools?",
        "Is there much device testing?",
        "Who is the head of department?",
        "Does it need ACCA?",
    ],
)
def test_letters_and_work_that_others_have_too_name_no_role(asked, governed):
    assert not any(mention.guide_ids for mention in find_roles(asked, governed.names))


def test_what_comes_before_the_noun_of_a_title_is_no_kind_of_it():
    text = "# Paper Folder\n\nAlso called an origami folder. Former origami people do well.\n"
    names = lexicon_of([read_text(text, "paper-folder.md")]).names
    assert ("former", "origami") not in names.names


def test_letters_that_everybody_uses_name_no_role():
    text = "# Informatics Gardener\n\nAn Informatics Gardener grows IT in pots.\n"
    names = lexicon_of([read_text(text, "gardener.md")]).names
    assert not find_roles("if it works out, what then", names)


def test_a_firm_of_the_trade_is_no_role(lexicon):
    assert find_roles("a friend left for a biomathematics firm", lexicon.names) == ()

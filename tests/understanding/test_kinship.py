"""Titles in other words, known by what their guide alone speaks of."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.roles import find_roles

KIDNEY = "Dialysis keeps people alive. " * 7 + "A pump was cleaned once. Pumps need cleaning.\n"
DRUGS = "Enquiries about drugs come by phone. " * 3 + "Nobody is kept waiting.\n"

TRAYS = (
    "Sterilisation is the work here. "
    * 7
    + "\n\n## Pay\n\n| Level | Pay |\n|---|---|\n| Washer | £24,000 to £27,500 |\n"
    "| Supervisor or team leader | £28,500 to £34,500 |\n"
)


@pytest.fixture(scope="module")
def names():
    return lexicon_of(
        [
            read_text(f"# Renal Technologist\n\n{KIDNEY}", "renal.md"),
            read_text(f"# Medicines Pharmacist\n\n{DRUGS}", "medicines.md"),
            read_text("# Reef Warden\n\nCoral is counted from a boat.\n", "reef.md"),
            read_text(f"# Sterile Services Manager\n\n{TRAYS}", "sterile.md"),
        ]
    ).names


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("dialysis technician", "renal-technologist"),
        ("senior dialysis technicians", "renal-technologist"),
        ("drug enquiries pharmacist", "medicines-pharmacist"),
        ("cleaning technician", ""),
        ("dialysis nurse", ""),
        ("hospital pharmacist", "medicines-pharmacist"),
        ("coral technician", ""),
        # At one of the guide's levels.
        ("sterile services supervisors", "sterile-services-manager"),
        ("sterilisation supervisor", "sterile-services-manager"),
        ("dialysis supervisor", ""),
    ],
)
def test_a_title_is_its_guides_by_its_noun_and_what_the_guide_speaks_of(title, owner, names):
    mentions = find_roles(f"what do {title} earn", names)
    assert [mention.guide_ids for mention in mentions] == [(owner,) if owner else ()]


def test_what_tells_one_name_of_a_role_from_the_other_is_asked_about(names):
    mentions = find_roles("dialysis technologist or a kidney technologist, who is busier", names)
    assert [mention.title for mention in mentions] == ["technologist", "technologist"]


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("support agent", "technical-support-specialist"),
        ("estate agent", ""),
        ("support worker", ""),
        ("support nurse", ""),
    ],
)
def test_whoever_does_the_work_that_a_title_names_may_be_called_agent(title, owner):
    guide = read_text("# Technical Support Specialist\n\nHelps people.\n", "support.md")
    other = read_text("# Reef Warden\n\nCounts coral.\n", "reef.md")
    (mention,) = find_roles(f"how much does a {title} earn", lexicon_of([guide, other]).names)
    assert mention.guide_ids == ((owner,) if owner else ())


@pytest.mark.parametrize(("known_as", "kin"), [("barge technician", True), ("barge cook", False)])
def test_the_noun_may_be_that_of_another_name_of_the_job(known_as, kin):
    opening = (
        f"Also known as {known_as}. You mend the lighter, paint the lighter, sell the lighter."
    )
    guides = [
        read_text(f"# Boat Fitter\n\n{opening}\n", "boat.md"),
        read_text("# Florist\n\nYou sell flowers.\n", "florist.md"),
    ]
    (mention,) = find_roles("what do lighter technicians earn?", lexicon_of(guides).names)
    assert bool(mention.guide_ids) is kin


@pytest.mark.parametrize(
    ("asked", "owners"),
    [
        ("what does a pharmacist in sterile services earn?", ["medicines-pharmacist"]),
        (
            "what does a pharmacist or a sterile services manager earn?",
            ["medicines-pharmacist", "sterile-services-manager"],
        ),
    ],
)
def test_where_somebody_is_at_work_is_no_second_role(asked, owners, names):
    assert [one for mention in find_roles(asked, names) for one in mention.guide_ids] == owners


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("mast engine engineer", True),
        ("mast engine apprentice", True),
        ("British mast engine technician", True),
        ("engine engineer", False),
        ("mast engine accountant", False),
    ],
)
def test_the_words_before_a_noun_name_the_job_under_a_noun_like_it(title, known):
    names = lexicon_of(
        [
            read_text("# Mast Engine Technician\n\nEngines turn. Masts stand.\n", "m.md"),
            read_text("# Reef Warden\n\nCoral is counted. An engine hums.\n", "reef.md"),
        ]
    ).names
    found = find_roles(f"what does a {title} earn", names)
    assert any(mention.guide_ids == ("mast-engine-technician",) for mention in found) is known

"""What runs through a guide stands for its role."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.role_terms import RoleTerms
from assistant.understanding.roles.roles import find_roles

TEXTS = {
    "Reef Survey Engineer": (
        "An engineer of this sort counts coral from a boat.\n\n"
        "Coral is counted at low tide.\n\nDivers mark bleached coral with a tag.\n\n"
        "A pay rise follows each tenth coral survey.\n\nStorms keep everybody ashore.\n"
    ),
    "Bell Foundry Technician": (
        "Somebody in this trade casts bronze.\n\nBronze is poured at night.\n\n"
        "Moulds for bronze are dug in a pit.\n\nA pay rise follows each tenth bronze casting.\n\n"
        "Clay dries for a week.\n"
    ),
}


@pytest.fixture(scope="module")
def guides():
    return [
        read_text(f"# {title}\n\n{text * 4}", f"{title.lower().replace(' ', '-')}.md")
        for title, text in TEXTS.items()
    ]


def test_it_runs_through_one_guide_and_is_rare_in_the_others(guides):
    found = RoleTerms.of(guides).standing
    assert "coral" in found["reef-survey-engineer"]
    assert found["bell-foundry-technician"].isdisjoint({"pay", "rise", "coral", "tide"})


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("coral engineer", "reef-survey-engineer"),
        ("coral engineering", "reef-survey-engineer"),
        ("bronze techs", "bell-foundry-technician"),
    ],
)
def test_beside_the_noun_of_the_title_it_names_the_role(named, guide_id, guides):
    (mention,) = find_roles(f"what does a {named} earn", lexicon_of(guides).names)
    assert mention.guide_ids == (guide_id,)

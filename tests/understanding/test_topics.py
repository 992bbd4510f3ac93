"""The kinds of section that the words of a question point to."""

import pytest

from assistant.guides.model import SectionKind
from assistant.understanding.topics import topics_of


@pytest.mark.parametrize(
    ("asked", "topics"),
    [
        ("how high up might a diver rise?", (SectionKind.PATHWAYS,)),
        ("what comes after being a head diver", (SectionKind.PATHWAYS,)),
        ("what do divers go on to do?", (SectionKind.PATHWAYS,)),
        ("how far below can a diver see", ()),
    ],
)
def test_how_far_a_career_goes(asked, topics):
    assert topics_of(asked) == topics

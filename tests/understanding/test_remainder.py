"""What is left of a question without the names in it."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand


@pytest.fixture(scope="module")
def lexicon():
    text = (
        "---\ntitle: Sign Painter\nsector: digital health\n---\n\n# Sign Painter\n\nPaints signs.\n"
    )
    return lexicon_of([read_text(text, "sign-painter.md")])


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        ("is a digital health sign painter paid?", "is a role paid?"),
        ("is a happy sign painter paid?", "is a happy role paid?"),
        ("health: is a sign painter paid?", "health: is a role paid?"),
    ],
)
def test_the_sector_before_a_role_goes_with_it(asked, searched, lexicon):
    (query,) = understand([asked], lexicon).queries
    assert query.bare == searched


def test_what_a_title_has_in_brackets_is_not_searched_for_beside_its_name():
    text = "# Fitter (ship engines)\n\nA fitter mends ship engines.\n"
    lexicon = lexicon_of([read_text(text, "fitter.md")])
    (query,) = understand(["which yards hire fitters for ship engines"], lexicon).queries
    assert query.content == ("yard",)

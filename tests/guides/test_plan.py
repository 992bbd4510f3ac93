"""Kinds of sections whose headings say nothing: told by the plan that role guides share."""

from pathlib import Path

import pytest

from assistant.guides import SectionKind, read_folder
from assistant.guides.reader import read_text

GUIDE = """Ward Scheduler
in health
Who does what and when on a ward.

A Ward Scheduler keeps the roster honest and the beds moving.

Not quite an office

{prose}

What fills the diary

Every day brings some of this.

- Draw up the roster.
- Find cover when somebody rings in sick.
- Chase the beds.
- Write the handover.

What'll make you good at it

| Strength | In practice |
|---|---|
| Calm | Ten calls at once |
| Counting | Hours add up |

What the work pays

| Level | Yearly pay |
|---|---|
| Junior | London: £25,000 to £28,000. Rest of UK: £23,000 to £26,000 |
| Senior | London: £30,000 to £34,000. Rest of UK: £27,000 to £31,000 |

From the desk upwards

{upwards}

Things people want to know

Is there shift work?
Yes, one week in four.

Is there parking?
No. The hospital has none for staff.

Your move

Look around and say hello.
"""
PROSE = "On a ward nothing waits, and the rota of a morning is rarely that of the night. " * 8
UPWARDS = (
    "Graduates and apprentices both come in. A junior needs two years before promotion to senior, "
    "and a diploma helps. Heads of scheduling came from nursing, and some move into bed management "
    "or sideways into theatres. Nobody asks for a degree. "
) * 3


def kinds(text: str) -> dict[str, SectionKind]:
    guide = read_text(text, "ward-scheduler.txt")
    return {section.path[-1]: section.kind for section in guide.sections if section.path}


def test_what_a_section_holds_tells_its_kind_where_the_heading_does_not() -> None:
    found = kinds(GUIDE.format(prose=PROSE, upwards=UPWARDS))
    assert found["Not quite an office"] is SectionKind.DIFFERENCES
    assert found["What fills the diary"] is SectionKind.RESPONSIBILITIES
    assert found["What'll make you good at it"] is SectionKind.SKILLS
    assert found["What the work pays"] is SectionKind.SALARY
    assert found["From the desk upwards"] is SectionKind.PATHWAYS
    assert found["Your move"] is SectionKind.CALL_TO_ACTION


def test_prose_that_is_neither_early_nor_of_entry_stays_untold() -> None:
    text = GUIDE.format(prose=UPWARDS, upwards=PROSE)
    assert kinds(text)["From the desk upwards"] is SectionKind.OTHER


def test_an_end_with_a_figure_is_no_invitation() -> None:
    text = GUIDE.format(prose=PROSE, upwards=UPWARDS)
    text = text.replace("say hello.", "say hello. Visits cost £4.")
    assert kinds(text)["Your move"] is not SectionKind.CALL_TO_ACTION


@pytest.mark.parametrize("kind", ["skills", "responsibilities", "salary", "pathways"])
def test_nearly_every_guide_of_another_shape_has_its_sections_told(kind: str) -> None:
    """The training guides: 53 of as many shapes, none written to fit the reader."""
    folder = Path(__file__).parents[2] / "evals/training/guides"
    guides = read_folder([folder]).guides
    told = [any(s.kind.value == kind for s in guide.sections) for guide in guides]
    assert sum(told) >= len(guides) - 1


def test_prose_that_a_heading_calls_the_work_leaves_the_list_to_be_the_responsibilities() -> None:
    found = kinds(
        GUIDE.format(prose=PROSE, upwards=UPWARDS).replace("Not quite an office", "The work")
    )
    assert found["What fills the diary"] is SectionKind.RESPONSIBILITIES


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Where you work matters", SectionKind.DIFFERENCES),
        ("Across the sector", SectionKind.DIFFERENCES),
        ("What you answer for", SectionKind.RESPONSIBILITIES),
    ],
)
def test_headings_in_other_words(heading: str, kind: SectionKind) -> None:
    found = kinds(
        GUIDE.format(prose=PROSE, upwards=UPWARDS).replace("Not quite an office", heading)
    )
    assert found[heading] is kind


ASKED = "Q: Is it calm?\nA: Most days.\n\nQ: Is it far?\nA: Not at all.\n\n"


def opens(above: str) -> list[SectionKind]:
    text = f"# Ward Scheduler\n\n{above}## Where you sit\n\nBeside the nurses on the ward.\n"
    return [section.kind for section in read_text(text, "ward.md").sections]


def test_questions_above_the_headings_turn_no_section_into_an_invitation() -> None:
    assert opens(ASKED) == [SectionKind.FAQ, SectionKind.OTHER]


def test_an_introduction_that_says_more_than_its_questions_stays_one() -> None:
    assert opens(f"Schedulers plan each ward.\n\n{ASKED}")[0] is SectionKind.INTRODUCTION

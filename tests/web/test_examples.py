from assistant.guides.model import Band, Block, BlockKind, Guide, Section, SectionKind, Span
from assistant.web.examples import example_questions


def guide(role, questions, *, pay=False):
    text = "\n".join(questions)
    blocks = []
    at = 0
    for question in questions:
        span = Span(at, at + len(question))
        blocks.append(Block(BlockKind.FAQ, span.start, span.end, question=span))
        at = span.end + 1
    faq = Section(("FAQ",), "faq", SectionKind.FAQ, None, 0, len(text), tuple(blocks))
    band = Band("Junior", "", 30000, None, "GBP", "", Span(0, 1))
    row = Block(BlockKind.TABLE_ROW, 0, 1, bands=(band,) if pay else ())
    salary = Section(("Pay",), "pay", SectionKind.SALARY, None, 0, 1, (row,))
    return Guide(role.lower(), role, role, "", "x.md", text, "", "markdown", (salary, faq))


def test_guides_take_turns():
    guides = [
        guide("Lab Analyst", ["Is a Lab Analyst on call?", "Do I need a degree?"], pay=True),
        guide("Data Nurse", ["Can a data nurse work from home?"], pay=True),
    ]
    assert example_questions(guides) == (
        "What does a Lab Analyst earn?",
        "Can a data nurse work from home?",
        "Is a Lab Analyst on call?",
        "What does a Data Nurse earn?",
        "Lab Analyst: Do I need a degree?",
    )


def test_the_article_fits_the_role():
    assert example_questions([guide("Audiologist", [], pay=True)]) == (
        "What does an Audiologist earn?",
    )


def test_one_guide_alone_needs_no_role_in_front():
    assert example_questions([guide("Lab Analyst", ["Do I need a degree?"])]) == (
        "Do I need a degree?",
    )


def test_of_many_guides_some_from_the_whole_list_are_asked_about():
    guides = [guide(f"Role{number}", [], pay=True) for number in range(40)]
    asked = example_questions(guides, limit=4)
    assert [question.split()[3] for question in asked] == ["Role0", "Role10", "Role20", "Role30"]


def test_no_more_than_asked_for_and_none_without_guides():
    assert len(example_questions([guide("Lab", ["a?", "b?", "c?"])], limit=2)) == 2
    assert example_questions([]) == ()

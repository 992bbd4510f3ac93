import pytest

from assistant.guides import BlockKind, SectionKind, read_text
from tests.guides.promises import check

ASKED = [("Is it paid?", "From the first day."), ("Is it hard?", "At first.")]
MARKDOWN = "# Ward Planner\n\nThey plan.\n\n## Pay\n\n£30,000 a year.\n\n## {}\n\n{}\n"
EXPORT = "Ward Planner: your questions answered\n\n{}\n"


def pairs(guide):
    text = guide.source_text
    return [
        (block.question.of(text), block.answer.of(text))
        for section in guide.sections
        for block in section.blocks
        if block.kind is BlockKind.FAQ
    ]


@pytest.mark.parametrize("heading", ["FAQ", "Things people wonder"])
@pytest.mark.parametrize(
    "form",
    [
        "**1.8.{n} {q}**\n{a}",
        "**{n}) {q}**\n{a}",
        "**{n}. {q}**\n\n{a}",
        "**Q{n}. {q}**\n{a}",
        "**({c}) {q}**\n\n{a}",
        "### {n}. {q}\n\n{a}",
        "**Q: {q}**\nA: {a}",
        "Q: {q}\n\nA: {a}",
        "Q. {q}\nA. {a}",
        "Q. {q}\n\nA. {a}",
    ],
)
def test_numbers_and_labels_are_no_part_of_a_question(heading, form):
    said = "\n\n".join(
        form.format(n=number, c="abc"[number], q=asked, a=answer)
        for number, (asked, answer) in enumerate(ASKED, 1)
    )
    text = MARKDOWN.format(heading, said)
    guide = read_text(text, "ward.md")
    check(guide)
    assert pairs(guide) == ASKED
    assert guide.sections[-1].kind is SectionKind.FAQ


def test_a_figure_that_is_asked_about_is_no_number():
    text = MARKDOWN.format("FAQ", "**3 years to train?**\nYes.\n\n**2 GCSEs or more?**\nMore.")
    assert [asked for asked, _ in pairs(read_text(text, "ward.md"))] == [
        "3 years to train?",
        "2 GCSEs or more?",
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_a_page_of_labelled_questions_is_all_pairs(between):
    said = [
        ("What are the main duties?", "Each day a planner will:\n- walk\n- plan"),
        ("How much do planners earn?", "They begin on £30,000."),
        ("What about London?", "A tenth more."),
    ]
    text = EXPORT.format("\n\n".join(f"Q: {asked}{between}A: {told}" for asked, told in said))
    guide = read_text(text, "ward.txt")
    check(guide)
    assert pairs(guide) == said
    assert [(section.path, section.kind) for section in guide.sections] == [((), SectionKind.FAQ)]


@pytest.mark.parametrize("mark", ["*", "_", '"'])
def test_questions_in_italics_or_quotes_begin_their_answers(mark):
    body = f"{mark}Is it calm?{mark} It is, most days.\n\n{mark}Can I rest?{mark} Yes."
    guide = read_text(MARKDOWN.format("Notes", body), "ward.md")
    check(guide)
    assert pairs(guide) == [("Is it calm?", "It is, most days."), ("Can I rest?", "Yes.")]


def test_questions_in_capitals_are_the_headings_of_their_page():
    body = (
        "A leaflet of ours\n\nIS IT CALM?\nIt is, most days.\n\nCAN I REST?\n- By day\n- By night"
    )
    guide = read_text(f"Ward Planner\n\nThey plan.\n\n{body}\n", "ward.txt")
    check(guide)
    assert [section.path[-1] for section in guide.sections[-2:]] == ["IS IT CALM?", "CAN I REST?"]


TAILS = [
    "---\n\nplanners@example.org, third floor",
    "Ann Hale\nHead of planning",
    "Closing date: 30 June. We may close early.",
    "Northvale Handbook  p. 14",
    "Back to all jobs | Print this page | Follow us",
    "Read next: a day with a farrier. All our jobs are there.",
    "The college is committed to safeguarding. All posts need a check.",
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("mark", ["## ", ""])
def test_the_foot_of_a_page_is_no_part_of_the_last_answer(mark, tail):
    said = "\n\n".join(f"{asked}\n{answer}" for asked, answer in ASKED)
    text = MARKDOWN.format("FAQ", f"{said}\n\n{tail}").replace("## ", mark)
    guide = read_text(text, "ward.txt")
    check(guide)
    assert pairs(guide) == ASKED


def test_an_answer_may_go_on_after_a_blank_line():
    told = "It depends.\n\nYou can:\n\n- rest\n- plan\n\nMost do both, in my view."
    text = MARKDOWN.format("FAQ", f"**Is it paid?**\n\nYes.\n\n**Is it hard?**\n\n{told}")
    assert pairs(read_text(text, "ward.md"))[-1] == ("Is it hard?", told)


@pytest.mark.parametrize("level", ["###", "####"])
def test_a_heading_that_only_asks_to_apply_is_no_question(level):
    said = "\n\n".join(f"#### {asked}\n\n{answer}" for asked, answer in ASKED)
    end = f"{level} Ready to apply?\n\nDownload our pack."
    guide = read_text(MARKDOWN.format("FAQ", f"{said}\n\n{end}"), "ward.md")
    check(guide)
    assert pairs(guide) == ASKED
    assert guide.sections[-1].path[-1] == "Ready to apply?"


def test_a_quoted_question_within_a_sentence_asks_nothing():
    said = '"Is it hard?" is what all of them ask.\n\n"Is it paid?" my mother asks, still.'
    assert pairs(read_text(MARKDOWN.format("What people say", said), "ward.md")) == []
    said = '"Is it paid?" From the first day.\n\n"Is it hard?" At first.'
    assert pairs(read_text(MARKDOWN.format("FAQ", said), "ward.md")) == ASKED


def test_questions_that_end_a_page_of_prose_are_pairs():
    prose = "Ward Planner\n\nWard planners plan, and they like it.\n\nWhy not? It is calm work.\n\n"
    asked = "\n\n".join(f"{asked} {answer}" for asked, answer in ASKED)
    assert pairs(read_text(f"{prose.replace('Why not? ', '')}{asked}\n", "ward.txt")) == ASKED
    assert pairs(read_text(f"{prose}They rest at noon.\n\n{asked}\n", "ward.txt")) == []


@pytest.mark.parametrize(
    "told",
    [
        "It depends on your age:\n\n| Age | Course |\n|---|---|\n| 16 | One |\n| 18 | Two",
        "It varies.\n\n| Age | Course |\n|---|---|\n| 16 | One |\n| 18 | Two",
        "One year at college\n\nTwo years with a stable that trains you itself",
        "You need:\n\n---\n\nA steady hand",
        "It takes three steps.\n\nCollege first\n\nThen you learn with a smith.",
    ],
)
@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
def test_an_answer_that_is_not_over_has_no_foot(source, told):
    text = MARKDOWN.format("FAQ", f"### Is it paid?\n\nYes.\n\n### How do I learn?\n\n{told}")
    assert pairs(read_text(text, source))[-1] == ("How do I learn?", told)


@pytest.mark.parametrize(
    "end",
    [
        "That is all that I can say about it.",
        "Ready to join us? Send us your CV and we will ring you.",
        "Hope that helps. Do write.",
        "Written by our editors. © Ward Example Ltd. View all ward planner vacancies",
    ],
)
def test_what_stands_apart_below_the_last_answer_is_no_part_of_it(end):
    asked = "Q. Is it hard?\nA. It is.\nQ. Is it paid?\nA. Yes, it is."
    assert pairs(read_text(f"Ward Planner\n\nThey plan.\n\nFAQ\n{asked}\n\n{end}\n", "w.txt")) == [
        ("Is it hard?", "It is."),
        ("Is it paid?", "Yes, it is."),
    ]


def test_pictures_tell_headings_that_ask_from_questions():
    text = (
        "Ward Planner\n\nThey plan.\n\n⏰ Hours\nPlanners work by day.\n\n📈 Where can you go?\n"
        "Up to the head of wards, or out.\n\n❓ Quick answers\n❓ Is it hard?\nIt is.\n"
        "❓ Is it paid?\nIt is.\n"
    )
    guide = read_text(text, "w.txt")
    assert [section.path[-1:] for section in guide.sections][1:] == [
        ("⏰ Hours",),
        ("📈 Where can you go?",),
        ("❓ Quick answers",),
    ]
    assert len(pairs(read_text(text, "w.txt"))) == 2

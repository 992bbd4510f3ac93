"""Questions and answers of an exported page, in the shapes that people give them."""

import pytest

from assistant.guides import BlockKind, SectionKind, read_text
from tests.guides.promises import check
from tests.guides.test_page_export import read, section, words


def test_questions_may_be_labelled_or_share_a_line():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "FAQ",
        "Q: Is it hard? A: At first.",
        "Q: Is it dull?",
        "A: Never.",
    )
    pairs = guide.sections[-1].blocks
    assert words(guide, [pair.question for pair in pairs]) == ["Is it hard?", "Is it dull?"]
    assert words(guide, [pair.answer for pair in pairs]) == ["At first.", "Never."]


def test_an_answer_may_ask_back_or_be_one_word():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "Common questions",
        "Is it shift work?",
        "Yes",
        "How do I choose a team?",
        "Ask around. What do they do when a run fails?",
        "Is it paid well?",
        "Well enough.",
    )
    pairs = guide.sections[-1].blocks
    assert words(guide, [pair.answer for pair in pairs]) == [
        "Yes",
        "Ask around. What do they do when a run fails?",
        "Well enough.",
    ]


def test_questions_in_groups_keep_their_subheading():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "FAQ",
        "About money",
        "Is it paid well?",
        "Well enough.",
        "About people",
        "Is it lonely?",
        "No.",
    )
    assert [part.path for part in guide.sections[1:]] == [
        ("FAQ",),
        ("FAQ", "About money"),
        ("FAQ", "About people"),
    ]
    assert [part.kind for part in guide.sections[1:]] == [SectionKind.FAQ] * 3


def test_questions_that_lost_their_mark():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "FAQ",
        "Is it paid well?",
        "Well enough:",
        "What helps",
        "- patience",
        "How long does it take to learn the job",
        "A year.",
        "Find your next role",
        "Search our live roles.",
    )
    assert words(guide, [pair.question for pair in guide.sections[1].blocks]) == [
        "Is it paid well?",
        "How long does it take to learn the job",
    ]
    assert guide.sections[2].kind is SectionKind.CALL_TO_ACTION


def pairs(guide):
    text = guide.source_text
    return [
        (block.question.of(text), block.answer.of(text))
        for block in section(guide, SectionKind.FAQ).blocks
        if block.kind is BlockKind.FAQ
    ]


EXPECTED = [("Is it hard?", "Yes it is."), ("Is it paid?", "Well.")]
START = ("Lab Scheduler", "Plans the work of laboratories all over the country.", "FAQ")


def test_questions_may_be_numbered_or_have_bullets():
    for first, second in (("1. ", "2. "), ("- ", "- ")):
        lines = (f"{first}Is it hard?", "Yes it is.", f"{second}Is it paid?", "Well.")
        assert pairs(read(*START, *lines)) == EXPECTED


def test_questions_in_a_list_of_an_answer_stay_there():
    guide = read(*START, "What do they ask?", "Mostly this:", "- Is it hard?", "- Is it paid?")
    assert [question for question, _ in pairs(guide)] == ["What do they ask?"]


def test_questions_may_stand_in_a_table():
    lines = ("| Question | Answer |", "|---|---|", "| Is it hard? | Yes it is. |")
    assert pairs(read(*START, *lines, "| Is it paid? | Well. |")) == EXPECTED


def test_emphasis_around_a_labelled_question_is_no_part_of_it():
    lines = ("**Q: Is it hard?**", "A: Yes it is.", "**Q: Is it paid?**", "A: Well.")
    assert pairs(read(*START, *lines)) == EXPECTED


@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
def test_footnotes_are_no_part_of_an_answer(source):
    marks = ("# ", "## ") if source.endswith(".md") else ("", "")
    body = "Is it far?\n\nNo.[^1]\n\nIs it near?\n\nYes.\n\n[^1]: By a map of all wards.\n"
    text = f"{marks[0]}Ward Planner\n\nWard planners plan wards.\n\n{marks[1]}FAQ\n\n{body}"
    guide = read_text(text, source)
    check(guide)
    *pairs, note = guide.sections[-1].blocks
    assert [pair.answer and pair.answer.of(text) for pair in pairs] == ["No.[^1]", "Yes."]
    assert note.text(text) == "[^1]: By a map of all wards."


@pytest.mark.parametrize(
    "asked",
    [
        "### Is it far?\n\nA. No, by foot.",
        "**Q. Is it far?**\n\nA. No, by foot.",
        "**Q. Is it far?**\nA. No, by foot.",
        "**Q. Is it far?** No, by foot.",
        "Q. Is it far?\nA. No, by foot.",
        "**Is it far?**\n\nAnswer: No, by foot.",
        "**Is it far?** A: No, by foot.",
    ],
)
def test_labels_are_no_part_of_question_and_answer(asked):
    text = f"# Ward Planner\n\nThey plan.\n\n## FAQ\n\n{asked}\n"
    guide = read_text(text, "ward.md")
    check(guide)
    (pair,) = guide.sections[-1].blocks
    assert pair.question
    assert pair.answer
    assert (pair.question.of(text), pair.answer.of(text)) == ("Is it far?", "No, by foot.")


def test_an_initial_within_an_answer_is_no_label():
    text = "# Ward Planner\n\nThey plan.\n\n## FAQ\n\n### Who?\n\nAnn A. Lee asks.\n"
    (pair,) = read_text(text, "ward.md").sections[-1].blocks
    assert pair.answer
    assert pair.answer.of(text) == "Ann A. Lee asks."


@pytest.mark.parametrize("written", [str, str.upper])
def test_questions_above_lists_or_in_capitals_are_headings(written):
    lists = "{}\n* walking\n* planning\n\n{}\n* tact\n* patience\n\n"
    plain = "{}\nWalking and planning.\n\n{}\nTact and patience.\n\n"
    heads = ["What is it like?", "What will I do?", "What must I be good at?", "Is it paid?"]
    first, *asked, last = [written(head) for head in heads]
    below = (lists if written is str else plain).format(*asked)
    text = (
        f"Ward Planner\n\n{first}\nBusy, on most days of the year.\n\n{below}{last}\nYes, it is.\n"
    )
    guide = read_text(text, "ward.txt")
    check(guide)
    assert [section.path for section in guide.sections] == [
        (first,),
        *((a,) for a in (*asked, last)),
    ]


def test_dashes_may_part_the_labels_from_the_words():
    guide = read(
        "Lab Scheduler",
        "Plans the work of laboratories all over the country.",
        "Questions",
        "Q - Is it hard?",
        "A - At first.",
        "Q - Is it dull?",
        "A - Never.",
    )
    pairs = guide.sections[-1].blocks
    assert words(guide, [pair.question for pair in pairs]) == ["Is it hard?", "Is it dull?"]
    assert words(guide, [pair.answer for pair in pairs]) == ["At first.", "Never."]


def test_a_question_that_says_so_goes_on_with_no_line_above_it():
    text = (
        "Lab Scheduler\n\nThe work\nLab schedulers plan the work of laboratories, which is harder\n"
        "than it looks to people who have never seen a run fail on the\n"
        "last day of a month, with six surgeons on the telephone and\nnobody to take the calls.\n\n"
        "Queries that applicants commonly raise with us\nQ1: Is it hard?\n"
        "A1: At first it is, for there are so many names of machines to\nremember.\n"
        "Q2: Is it dull?\nA2: Never.\n"
    )
    guide = read_text(text, "lab.txt")
    check(guide)
    assert guide.sections[-1].path == ("Queries that applicants commonly raise with us",)
    pairs = guide.sections[-1].blocks
    assert words(guide, [pair.question for pair in pairs]) == ["Is it hard?", "Is it dull?"]


def test_more_questions_of_an_interview_keep_their_answers():
    asked = ["What is a lab scheduler?", "What do you do all day?", "What skills matter?"]
    more = ["Do you like it?", "Is it dull?", "Is it far?"]
    lines = [line for one in (*asked, *more) for line in (one, f"Jo: {one[:-1]}.")]
    guide = read("Lab Scheduler", "Plans the work of laboratories all over the country.", *lines)
    assert [section.path[-1] for section in guide.sections if section.path] == [*asked, more[0]]
    pairs = [block for block in guide.sections[-1].blocks if block.question]
    assert words(guide, [pair.question for pair in pairs]) == more[1:]


def test_what_asks_for_questions_heads_them():
    asked = ["Do I need a bike?", "Yes, to begin.", "Can I be late?", "Not often."]
    top = ("Lab Scheduler", "Plans the work of laboratories all over the country.")
    guide = read(*top, "What does it pay?", "It pays well.", "Have you any questions?", *asked)
    assert [section.path for section in guide.sections[-2:]] == [
        ("What does it pay?",),
        ("Have you any questions?",),
    ]
    assert guide.sections[-1].kind is SectionKind.FAQ
    pairs = guide.sections[-1].blocks
    assert words(guide, [pair.question for pair in pairs]) == [asked[0], asked[2]]

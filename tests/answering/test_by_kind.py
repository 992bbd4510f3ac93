"""Answers that need no search: what a role is, who is paid more, the questions of before."""

import pytest

from assistant.answer import AnswerStatus, Conversation, Turn
from assistant.answering.definition import definition_claims
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

PAGE = "How a {role} spends the day, what it pays, and where it can lead.\n"
FOUNDER = """# Bell Founder

How a Bell Founder spends the day, what it pays, and where it can lead.

Bronze has been cast since long ago. A Bell Founder pours bronze into moulds of clay. The moulds are
dug in a pit.

## Pay

| Level | Salary |
|---|---|
| Junior | London: £30,000 to £35,000. Rest of UK: £28,000 to £33,000 |
| Senior | London: £50,000 to £55,000. Rest of UK: £44,000 to £50,000 |

A bell hanger's survey puts the median for a chime maker at £27,500.

## Hours

Bronze is poured at night in most weeks, and rotas are put up a month ahead.
"""
WARDEN = """# Reef Warden

In warm seas a Reef Warden counts coral from a boat.

## Pay

| Level | Salary |
|---|---|
| Junior | London: £26,000 to £31,000. Rest of UK: £24,000 to £29,000 |
| Senior | London: £40,000 to £56,000. Rest of UK: £38,000 to £43,000 |

## Hours

Coral is counted by day, and nobody sails on Sundays.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trades")
    guides = [read_text(FOUNDER, "bell-founder.md"), read_text(WARDEN, "reef-warden.md")]
    sync(folder, guides, the_model())
    return Assistant(folder, the_model())


@pytest.mark.parametrize(
    "question",
    [
        "bell founder",
        "what is a bell founder?",
        "tell me about the bell founder role",
        "so what's a bell founder exactly",
        "In two lines, what is a bell founder?",
        "say in easy words what a bell founder does, for my grandson",
        "How would you describe a bell founder to a class of pupils?",
        "Is bell founder just a posh name for a blacksmith?",
    ],
)
def test_a_role_is_what_its_guide_says_first_that_it_does(question, assistant):
    quotes = [citation.quote for citation in assistant.ask(question).citations]
    assert quotes == [
        "A Bell Founder pours bronze into moulds of clay.",
        "The moulds are\ndug in a pit.",
    ]


def test_words_before_the_role_do_not_hide_what_it_is(assistant):
    assert "counts coral from a boat" in assistant.ask("What is a reef warden?").text


def test_a_question_about_a_part_of_the_role_is_no_definition(assistant):
    assert "at night" in assistant.ask("when does a bell founder pour bronze?").text


def test_who_asks_what_it_is_for_an_employer_asks_for_more_than_a_definition(assistant):
    answer = assistant.ask("what does a bell founder do for a cathedral?")
    assert not any("into moulds" in citation.quote for citation in answer.citations[:1])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In brief: reeves mend dikes.", ["In brief: reeves mend dikes."]),
        ("A Dike Reeve, or DR for short, mends dikes.", None),
        ("Water rises. A Dike Reeve owns that fight.", ["Water rises.", "A Dike Reeve owns that"]),
        ("Water rises. It falls. Wall reeves live by the sea.", []),
    ],
)
def test_a_definition_may_call_the_role_by_less_or_point_back(text, said):
    claims = definition_claims(read_text(f"# Dike Reeve\n\n{text}\n", "d.md"))
    expected = [text] if said is None else said
    assert len(claims) == len(expected)
    for claim, begun in zip(claims, expected, strict=True):
        assert claim.text.startswith(begun)


def test_what_it_sees_to_points_to_nothing_before():
    said = "A Dike Reeve sees to it that land, herds and people stay dry."
    (claim,) = definition_claims(read_text(f"# Dike Reeve\n\n{said}\n", "d.md"))
    assert claim.text == said


def test_a_sentence_that_points_back_defines_nothing():
    text = (
        "# Dike Reeve\n\nWater rises. The Dike Reeve owns that fight. A Dike Reeve mends dikes.\n"
    )
    (claim,) = definition_claims(read_text(text, "d.md"))
    assert claim.text == "A Dike Reeve mends dikes."


def test_a_whole_question_of_another_role_is_not_the_last_one_again(assistant):
    first = assistant.ask("What does a bell founder earn? When is bronze poured?")
    then = assistant.ask("What's a reef warden?", Conversation((Turn(first.question, first),)))
    assert len(then.parts) == 1


def test_a_guide_that_never_says_what_its_role_does_defines_nothing():
    guide = read_text(
        f"# Dike Reeve\n\n{PAGE.format(role='Dike Reeve')}\nLife as a Dike Reeve is wet.\n", "d.md"
    )
    assert definition_claims(guide) == []


def test_who_is_paid_more_is_said_first(assistant):
    answer = assistant.ask("Which pays more at junior level, bell founder or reef warden?")
    assert answer.text.startswith("By these figures the better paid role is Bell Founder.")
    assert len(answer.citations) >= 2


def test_where_the_ranges_cross_neither_is_paid_more(assistant):
    answer = assistant.ask("Which pays more at senior level, bell founder or reef warden?")
    assert answer.text.startswith("By these figures none is paid more throughout.")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Which of the two has better pay at junior level?", "the better paid role is Bell"),
        ("Who is paid more, a bell founder or a reef warden?", "none is paid more throughout"),
        ("salary difference of junior bell founders and reef wardens?", "paid role is Bell"),
    ],
)
def test_who_is_paid_more_is_said_of_all_levels_or_of_one(question, verdict, assistant):
    assert verdict in assistant.ask(question).text


def test_no_verdict_is_given_where_their_levels_differ(tmp_path):
    other = WARDEN.replace("| Senior |", "| Skipper |")
    guides = [read_text(FOUNDER, "bell-founder.md"), read_text(other, "reef-warden.md")]
    sync(tmp_path, guides, the_model())
    answer = Assistant(tmp_path, the_model()).ask("Who is paid more, bell founder or reef warden?")
    assert answer.table is not None
    assert "By these figures" not in answer.text


def test_no_verdict_is_given_where_none_is_asked(assistant):
    answer = assistant.ask("junior pay for a bell founder and a reef warden")
    assert "By these figures" not in answer.text


def test_a_job_without_a_guide_is_answered_from_none_though_one_mentions_its_pay(assistant):
    answer = assistant.ask("what does a chime maker earn?")
    assert answer.status is AnswerStatus.NOT_COVERED
    assert answer.citations == ()


def test_each_question_of_a_message_is_asked_again_of_another_role(assistant):
    first = assistant.ask(
        "bell founder: 1) what do juniors earn in London, 2) do they work Sundays or nights?"
    )
    again = assistant.ask(
        "and the same two for a reef warden please", Conversation((Turn(first.question, first),))
    )
    assert "what do juniors earn" in again.parts[0].question
    assert "£26,000" in again.text
    assert "Sundays" in again.text


KEEPER = """# Toll Keeper

A Toll Keeper minds a bridge.

## Skills

| Skill | Use |
|---|---|
| Counting | Coins come in all sizes |
| Patience | Carts queue for an hour |
| Hearing | A horn at night is a late guest |

## Pay

| Level | Salary | What decides it |
|---|---|---|
| Junior | £24,000 to £26,000 | The width of the bridge and its traffic. NHS Band 3 |
| Senior | £30,000 to £36,000 | Floods seen through. NHS Band 4 |

Public tolls follow the NHS, where Band 3 starts at £23,900 and the top of Band 4 is £36,100.

## Career pathways

After some floods a Toll Keeper may go on to be a Reeve of Bridges.
"""


@pytest.fixture(scope="module")
def keepers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keepers")
    sync(folder, [read_text(KEEPER, "toll-keeper.md")], the_model())
    return Assistant(folder, the_model())


def test_the_best_of_a_list_is_the_list_and_that_it_ranks_nothing(keepers):
    answer = keepers.ask("top two skills for a toll keeper")
    assert all(name in answer.text for name in ("Counting", "Patience", "Hearing"))
    assert "the Toll Keeper guide does not say" in answer.text
    assert "matter most" not in keepers.ask("all skills of a toll keeper").text


@pytest.mark.parametrize(
    "question", ["What does band 3 start on?", "band 4 maximum", "how high is the top of band 4"]
)
def test_what_a_band_starts_or_ends_at_is_a_sentence_and_no_row(question, keepers):
    answer = keepers.ask(question)
    assert [one.quote for one in answer.citations] == [
        "Public tolls follow the NHS, where Band 3 starts at £23,900 and the top of Band 4 is "
        "£36,100."
    ]


def test_a_row_is_given_where_the_end_of_a_band_is_not_said(keepers):
    assert "£24,000 to £26,000" in keepers.ask("What is the top of band 3?").text


def test_what_stands_after_the_sum_has_the_name_of_its_column(keepers):
    text = keepers.ask("What does a senior toll keeper earn?").text
    assert "What decides it: Floods seen through" in text
    assert ": NHS Band" not in text


@pytest.mark.parametrize(
    "question",
    [
        "What is next after senior toll keeper?",
        "what do toll keepers go on to be",
    ],
)
def test_how_far_a_career_goes_is_no_question_about_pay(question, keepers):
    answer = keepers.ask(question)
    assert "Reeve of Bridges" in answer.text
    assert "£" not in answer.text

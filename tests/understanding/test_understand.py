"""A message read as a whole: roles, level, place and shape of each question in it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guides.model import SectionKind
from assistant.understanding.compared import roles_in
from assistant.understanding.query import Form
from assistant.understanding.understand import understand

BACKEND, INFORMATICS = "backend-engineer", "health-informatics-engineer"


def one(text, lexicon):
    (query,) = understand([text], lexicon).queries
    return query


@pytest.mark.parametrize(
    ("text", "roles", "unknown"),
    [
        ("What does a backend engineer earn?", (BACKEND,), ()),
        ("What does a UX researcher earn?", (), ("UX researcher",)),
        ("What is on-call like?", (), ()),
        (
            "I'm a backend engineer. What would a health informatics engineer earn?",
            (INFORMATICS,),
            (),
        ),
        ("I'm a backend engineer. What is on-call like?", (BACKEND,), ()),
        ("I'm a nurse. What does a backend engineer do?", (BACKEND,), ()),
        ("I'm a nurse. What is on-call like?", (), ()),
        ("Do backend engineers work with clinicians?", (BACKEND,), ()),
    ],
)
def test_the_role_that_is_asked_about(text, roles, unknown, lexicon):
    query = understand([text], lexicon).queries[-1]
    assert (query.roles, query.unknown_roles) == (roles, unknown)


def test_a_comparison_keeps_both_roles_and_the_one_without_a_guide(lexicon):
    query = one("Who earns more, a backend engineer or a health informatics engineer?", lexicon)
    assert set(query.roles) == {BACKEND, INFORMATICS}
    query = one("Compare pay for a backend engineer and a UX researcher", lexicon)
    assert (query.roles, query.unknown_roles) == ((BACKEND,), ("UX researcher",))
    assert query.form is Form.COMPARISON


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What does it pay?", SectionKind.SALARY),
        ("How much would I make?", SectionKind.SALARY),
        ("What are the main duties?", SectionKind.RESPONSIBILITIES),
        ("Which skills do I need?", SectionKind.SKILLS),
        ("How do I get into it?", SectionKind.PATHWAYS),
        ("How does it differ from other sectors?", SectionKind.DIFFERENCES),
    ],
)
def test_words_point_to_a_kind_of_section(text, topic, lexicon):
    assert topic in one(text, lexicon).topics


@pytest.mark.parametrize(
    "text",
    [
        "What does a senior backend engineer earn in London?",
        "backend engineer salary",
        "How much does a junior make?",
        "senior pay Leeds",
        "What is the salary range for leads outside London?",
        "Which level earns £90k?",
    ],
)
def test_figures_are_asked_for(text, lexicon):
    assert one(text, lexicon).pay_table


@pytest.mark.parametrize(
    "text",
    [
        "What drives pay?",
        "Where do the salary figures come from?",
        "Is there a bonus on top of the salary?",
        "Does the employer pay for training?",
        "How much time goes on support?",
        "How much coding is there?",
        "Do I get paid for on-call?",
        "Is there sick pay?",
        "How do I negotiate my salary?",
        "What could I ask for a day?",
        "How long is the take-home exercise?",
    ],
)
def test_words_about_pay_are_no_question_for_figures(text, lexicon):
    assert not one(text, lexicon).pay_table


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("What are the main responsibilities of a backend engineer?", True),
        ("List all the skills a backend engineer needs.", True),
        ("Give me the full skills table.", True),
        ("Are communication skills needed?", False),
        ("What does it pay?", False),
    ],
)
def test_a_whole_list_is_asked_for(text, whole, lexicon):
    assert one(text, lexicon).whole is whole


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Is there on-call?", Form.YES_NO),
        ("Why is there a safety case?", Form.WHY),
        ("How do I get started?", Form.HOW_TO),
        ("What does a backend engineer earn?", Form.FIGURE),
        ("What is clinical safety?", Form.EXPLANATION),
        ("What is the difference between the two?", Form.COMPARISON),
    ],
)
def test_the_shape_of_answer_that_is_asked_for(text, form, lexicon):
    assert one(text, lexicon).form is form


def test_level_place_and_role_are_told_apart_from_what_is_asked(lexicon):
    query = one("Does a senior backend engineer in London carry a pager at night?", lexicon)
    assert {"pager", "night"} <= set(query.content)
    assert {"backend", "engin", "senior", "london"}.isdisjoint(query.content)
    assert "backend" not in query.bare.casefold()


def test_the_story_of_a_mail_gives_role_level_and_place(lexicon):
    mail = (
        "I am a nurse in Leeds and would like to be a junior backend engineer. What would I earn?"
    )
    query = one(mail, lexicon)
    assert query.roles == (BACKEND,)
    assert query.level_words == ("junior",)
    assert [place.name for place in query.places] == ["Leeds"]


@pytest.mark.parametrize(
    "told",
    [
        "A harbour pilot has asked for our papers.",
        "Firms that make software hire nurses.",
    ],
)
def test_who_only_comes_up_in_what_is_told_is_not_asked_about(told, lexicon):
    (query,) = understand([f"{told} What should I expect to earn?"], lexicon).queries
    assert not query.unknown_roles


def test_of_two_levels_in_a_story_the_wanted_one_is_asked_about(lexicon):
    told = "I am a junior backend engineer at a bank. I want to be a senior. What does it pay?"
    (query,) = understand([told], lexicon).queries
    assert query.level_words == ("senior",)


def test_a_level_asked_about_before_one_that_is_wanted_stays(lexicon):
    asked = "What does a junior backend engineer earn who wants to be a lead?"
    (query,) = understand([asked], lexicon).queries
    assert set(query.level_words) == {"junior", "lead"}


def test_of_two_levels_in_a_question_the_wanted_one_is_asked_about(lexicon):
    asked = "backend lead in fintech, want Head of in health. pay in london?"
    (query,) = understand([asked], lexicon).queries
    assert query.level_words == ("head",)


def test_an_amount_in_the_story_is_the_amount_asked_about(lexicon):
    query = one("They offered me £52k as a senior backend engineer. Is that fair pay?", lexicon)
    assert [amount.pounds for amount in query.amounts] == [52_000]


def test_a_place_abroad_is_seen_unless_the_uk_is_asked_about_too(lexicon):
    assert one("What does a backend engineer earn in Berlin?", lexicon).abroad == "Berlin"
    both = "What does a backend engineer earn in Berlin and in London?"
    assert one(both, lexicon).abroad == ""


@pytest.mark.parametrize("text", ["", "  ", "???", "hello"])
def test_what_asks_nothing_has_a_manner_and_no_query(text, lexicon):
    understanding = understand([text], lexicon)
    assert understanding.manner is not None
    assert understanding.queries == ()


@settings(max_examples=30)
@given(turns=st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_any_conversation_is_read_and_each_query_can_be_traced(turns, lexicon):
    understanding = understand(turns, lexicon)
    assert understanding.manner is not None or understanding.queries
    for query in understanding.queries:
        assert query.as_trace()["asked"] == query.asked
        assert set(query.roles) <= set(lexicon.titles)


@pytest.mark.parametrize(
    "question",
    [
        "How much annual leave would a backend engineer have?",
        "How much training do backend engineers get?",
        "Can a backend engineer work from home every day?",
    ],
)
def test_words_of_pay_and_of_duties_inside_another_question_do_not_turn_it(question, lexicon):
    query = one(question, lexicon)
    assert not query.pay_table
    assert not query.whole


def test_an_amount_told_is_no_answer_to_what_does_not_ask_for_pay(lexicon):
    message = (
        "They offered me £44,500 for a backend engineer post. Is on-call usual, and what should "
        "I ask them?"
    )
    queries = understand([message], lexicon).queries
    assert [query.pay_table for query in queries] == [False, False]


def test_a_short_question_is_searched_for_with_what_was_told_before_it(lexicon):
    query = one("I have no medical training. Can I still be a backend engineer?", lexicon)
    assert "medical training" in query.bare


def test_each_question_of_a_message_may_speak_of_a_role_of_its_own(lexicon):
    other = replace(lexicon, shares=lambda said: {INFORMATICS: 0.97} if "fhir" in said else {})
    asked = "What hours does a backend engineer keep? And how many in the fhir team?"
    first, second = understand([asked], other).queries
    assert (first.roles, second.roles) == ((BACKEND,), (INFORMATICS,))


def test_a_word_that_another_guide_has_makes_no_question_one_of_its_role(lexicon):
    other = replace(lexicon, shares=lambda said: {INFORMATICS: 0.97} if "code" in said else {})
    asked = "What hours does a backend engineer keep? And is there a code for the front door?"
    first, second = understand([asked], other).queries
    assert (first.roles, second.roles) == ((BACKEND,), (BACKEND,))


def test_a_title_that_ends_a_guides_is_its_role_where_the_rest_is_said(lexicon):
    def of(told):
        titled = replace(lexicon, titles={BACKEND: "Harbour Signal Welder"})
        return [mention.guide_ids for mention in roles_in(told, titled)]

    assert of("I like harbour signal work. What does a welder earn?") == [(BACKEND,)]
    assert of("What does a welder earn?") == [()]


@pytest.mark.parametrize(
    "asked",
    [
        "What would a backend engineer be paid on the first rung?",
        "What base should I tell them to budget for a backend engineer?",
        "Could you send me the salary span of a backend engineer?",
    ],
)
def test_pay_is_asked_for_in_everyday_words(asked, lexicon):
    (query,) = understand([asked], lexicon).queries
    assert query.pay_table


def test_what_is_told_in_a_word_is_what_the_question_is_about(lexicon):
    text = "Bonuses. Is a backend engineer's any fatter when the year has been a good one?"
    (query,) = understand([text], lexicon).queries
    assert "Bonuses." in query.bare


@pytest.mark.parametrize("text", ["how much does it cost", "and what does that cost?"])
def test_what_a_thing_costs_is_no_pay(text, lexicon):
    turns = ["does a backend engineer need a certificate?", text]
    assert not understand(turns, lexicon).queries[-1].pay_table


@pytest.mark.parametrize(
    "text", ["how quickly could I expect a Band 7?", "where does the money come from for this?"]
)
def test_when_and_wherefrom_are_no_pay(text, lexicon):
    (query,) = understand([f"backend engineer: {text}"], lexicon).queries
    assert not query.pay_table
    assert not query.pay_sources


@pytest.mark.parametrize(
    "asked",
    [
        "I left school early and drive a bus. Senior backend engineer beyond my reach?",
        "no degree here. Lead backend engineer possible?",
    ],
)
def test_whether_a_level_can_be_had_is_no_question_of_pay(asked, lexicon):
    assert not understand([asked], lexicon).queries[-1].pay_table


def test_what_to_do_about_what_was_told_is_no_duty(lexicon):
    told = "I was a backend engineer, then nursed my father for three years. What do I need to do?"
    query = understand([told], lexicon).queries[-1]
    assert query.asked == told
    assert SectionKind.RESPONSIBILITIES not in query.topics


@pytest.mark.parametrize(
    "asked",
    [
        "interview for a backend engineer on Friday, what do they do",
        "I have an interview to be a backend engineer. What will they actually do?",
    ],
)
def test_they_are_those_who_hold_an_interview_where_one_is_told_of(asked, lexicon):
    (query,) = understand([asked], lexicon).queries
    assert SectionKind.RESPONSIBILITIES not in query.topics
    assert not query.whole


def test_where_somebody_has_been_and_the_sector_speak_of_no_role(lexicon):
    told = "Baker, six years in a mill. keen on health. how is it different"
    said = understand([told], lexicon).said
    assert "mill" not in said
    assert "health" not in said
    assert "health" in understand(["keen on health. how is it different"], lexicon).said

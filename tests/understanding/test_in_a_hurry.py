"""Words as people type them, sums in words, and roles that somebody comes from or goes on to."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.manners import Manner, manner_of
from assistant.understanding.money import Amount, find_amounts
from assistant.understanding.spelling import corrected
from assistant.understanding.understand import understand

GUIDE = """# Harbour Pilot

A Harbour Pilot may become a marine surveyor after ten years.

## Pay

| Level | Salary |
|---|---|
| Trainee (Band 4) | London: £30,000 to £35,000. Rest of UK: £28,000 to £33,000 |
| Senior (Band 6) | London: £50,000 to £55,000. Rest of UK: £48,000 to £53,000 |
"""


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_of([read_text(GUIDE, "harbour-pilot.md")])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wot do u need plz", "what do you need please"),
        ("whats the hours, dont know", "what's the hours, don't know"),
        ("how much do paramedics get", "how much do paramedics get"),
        ("what dose a pilot earn", "what does a pilot earn"),
        ("what dose is given", "what dose is given"),
        ("is R used", "is R used"),
        ("work frm home in ldn", "work from home in London"),
        ("wfh?", "work from home?"),
        ("is there surveyer training", "is there surveyor training"),
        ("what responsabiltees are there", "what responsibilities are there"),
        ("is survey enough", "is survey enough"),
        ("is it lonley", "is it lonely"),
        ("waht is it", "what is it"),
        ("pension n that", "pension and that"),
        ("do they pay extra 4 it", "do they pay extra for it"),
        ("is band 4 it", "is band 4 it"),
        ("id be in Bath and ill need a car", "I'd be in Bath and I'll need a car"),
        ("do i need id to get in", "do i need id to get in"),
        ("can an ill person start", "can an ill person start"),
        ("the data mgr in the dept", "the data manager in the department"),
    ],
)
def test_words_of_a_phone_are_read_as_meant(typed, meant, lexicon):
    assert corrected(typed, lexicon.vocabulary).casefold() == meant.casefold()


@pytest.mark.parametrize(
    "asked",
    [
        "Senior harbour pilot, Leeds. What should I be asking for?",
        "harbour pilot pay senior ldn",
        "where does a harbour pilot pass 50 thousand in Leeds?",
        "can a harbour pilot make six figures outside London?",
        "Senior harbour pilot, permanent. Ballpark?",
    ],
)
def test_a_question_about_pay_is_one_in_any_wording(asked, lexicon):
    (query,) = understand([asked], lexicon).queries
    assert query.pay_table


@pytest.mark.parametrize(
    "asked", ["Who pays for that?", "What day rates do harbour pilots charge?"]
)
def test_a_question_of_another_payment_asks_for_no_table(asked, lexicon):
    (query,) = understand(["Is there a harbour pilot exam?", asked], lexicon).queries
    assert not query.pay_table


def test_another_band_asks_the_same_of_it(lexicon):
    turns = ["What is a band 4 harbour pilot on in Leeds?", "what about band 6"]
    (query,) = understand(turns, lexicon).queries
    assert query.pay_table
    assert query.bands == ("6",)


def test_six_figures_are_a_hundred_thousand_and_more():
    assert find_amounts("six figures", about_pay=False) == (Amount(100_000, "above"),)


def test_where_somebody_is_from_is_no_place_asked_about(lexicon):
    (query,) = understand(["My papers are from Poland. Can I be a harbour pilot?"], lexicon).queries
    assert not query.abroad
    told = "My brother is a pilot from Poland, ten years now. Could he be a harbour pilot here?"
    assert not any(query.abroad for query in understand([told], lexicon).queries)


def test_the_guide_of_a_role_may_say_where_it_leads(lexicon):
    (query,) = understand(["I'm a harbour pilot. Can I become a marine surveyor?"], lexicon).queries
    assert (query.roles, query.unknown_roles) == (("harbour-pilot",), ())


def test_and_says_nothing_of_what_the_other_earns(lexicon):
    (query,) = understand(
        ["I'm a harbour pilot. What does a marine surveyor earn?"], lexicon
    ).queries
    assert (query.roles, query.unknown_roles) == ((), ("marine surveyor",))


@pytest.mark.parametrize(
    "request_",
    [
        "Give me everything a harbour pilot is on the hook for, bullet by bullet",
        "Full rundown of a harbour pilot's job please",
    ],
)
def test_all_of_the_work_is_a_whole_list(request_, lexicon):
    (query,) = understand([request_], lexicon).queries
    assert query.whole


@pytest.mark.parametrize(
    ("said", "manner"),
    [
        ("thats brilliant thank you so much x", Manner.THANKS),
        ("ok bye then", Manner.FAREWELL),
        ("I feel hopeless", Manner.DISTRESS),
        ("He failed his maths. Is it hopeless?", None),
        ("it's hopeless", Manner.DISTRESS),
        ("I'm hopeless at JavaScript. Would that stop me?", None),
    ],
)
def test_manners_are_told_from_questions(said, manner):
    assert manner_of(said, has_topic=False) is manner


@pytest.mark.parametrize("laugh", ["haha", "hehe thanks", "lol ok", "haha ok, thanks"])
def test_a_laugh_is_no_slip_of_the_finger_and_asks_nothing(laugh, lexicon):
    said = understand(["what does a harbour pilot do?", laugh], lexicon)
    assert said.manner is Manner.THANKS
    assert not said.queries


@pytest.mark.parametrize(
    ("asked", "level", "place"),
    [
        ("senior harbour pilot, living in zone 3", "senior", "London"),
        ("trainee harbour pilot in Derby", "trainee", "Derby"),
        ("never mind, senior harbour pilot then", "senior", None),
        ("what could I charge annually as a senior harbour pilot", "senior", None),
    ],
)
def test_a_role_with_a_level_or_a_place_alone_asks_for_pay(asked, level, place, lexicon):
    (query,) = understand([asked], lexicon).queries
    assert query.pay_table
    assert query.level_words == (level,)
    assert [found.name for found in query.places] == ([place] if place else [])


def test_a_level_is_its_longest_name(lexicon):
    text = GUIDE.replace("Senior (Band 6)", "Deck Officer").replace("Trainee (Band 4)", "Deck")
    (query,) = understand(
        ["how much is a deck officer on"], lexicon_of([read_text(text, "harbour-pilot.md")])
    ).queries
    assert query.level_words == ("deck officer",)


@pytest.mark.parametrize("asked", ["pay in Stoke", "pay around Newcastle", "in Berwick, what pay"])
def test_a_town_on_a_river_is_known_by_its_first_word(asked, lexicon):
    (query,) = understand([f"harbour pilot {asked}"], lexicon).queries
    assert len(query.places) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Realistically when might I see senior as a harbour pilot?",
        "time to senior harbour pilot",
        "Do UK ports take a harbour pilot like that?",
    ],
)
def test_a_level_or_a_place_asks_for_no_pay_where_it_is_asked_when_or_whether(question, lexicon):
    (query,) = understand([question], lexicon).queries
    assert not query.pay_table


@pytest.mark.parametrize("question", ["senior harbour pilot?", "harbour pilot, Leeds?"])
def test_a_bare_level_or_place_asks_for_pay(question, lexicon):
    (query,) = understand([question], lexicon).queries
    assert query.pay_table


def test_two_dots_end_a_sentence(lexicon):
    asked = "got an offer. do they help w moving costs.. and what's the bonus.. and is there a gym"
    assert len(understand([asked], lexicon).queries) == 3


@pytest.mark.parametrize(
    "asked",
    [
        "where in Scotland could a harbour pilot work",
        "Does a senior harbour pilot have to be there?",
    ],
)
def test_where_and_whether_ask_for_no_pay(asked, lexicon):
    (query,) = understand([asked], lexicon).queries
    assert not query.pay_table


def test_the_steps_of_pay_ask_for_the_table(lexicon):
    asked = "Show me the salary steps for a harbour pilot from bottom to top"
    (query,) = understand([asked], lexicon).queries
    assert query.pay_table


def test_what_leads_into_a_job_is_no_title(lexicon):
    (query,) = understand(["Which apprenticeships lead into harbour piloting?"], lexicon).queries
    assert not query.unknown_roles


def test_the_assistant_is_no_job_of_its_own(lexicon):
    (query,) = understand(["what does the assistant earn?"], lexicon).queries
    assert not query.unknown_roles


@pytest.mark.parametrize(
    "asked",
    [
        "I'm 45 and want a change. Is it too late to be a harbour pilot?",
        "Does a harbour pilot make 20 changes a day?",
        "What are the steps to a senior harbour pilot?",
    ],
)
def test_a_number_or_a_step_is_not_always_of_pay(asked, lexicon):
    query = understand([asked], lexicon).queries[-1]
    assert (query.pay_table, query.amounts) == (False, ())

"""Whether somebody asks if a job is open to one of the background that they tell of."""

import pytest

from assistant.guides import read_text
from assistant.understanding.backgrounds import asks_of_background, only_tells_it
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("I've been a carpenter for ten years.", "Would anyone have me?"),
        ("Bored of selling cars.", "I sold cars for six years, any chance of a way in?"),
        ("Been a postman since school.", "Could someone like me get in?"),
        ("I keep the books at a farm.", "Does that count for anything?"),
        ("Just done a bootcamp.", "can i get a baker job in town or am i dreaming"),
        ("I am a carpenter.", "Which of these jobs would take someone like me?"),
        ("", "ex police, any use to them?"),
        ("", "Is a carpenter who learned to code a serious candidate?"),
        ("I mended lifts.", "Does coming to it from the trades count for anything?"),
        ("My son has worked in a kitchen since he was 16.", "could he switch to this?"),
        ("Finishing a course in botany.", "Which of these would suit me?"),
        ("I do the accounts at a farm.", "Could I ever be a role?"),
        ("", "our cousin is a baker, is this something he could do?"),
        ("I've a pupil who paints.", "Is she the right sort for the role?"),
        ("She never studied chemistry.", "Would that be an issue?"),
        ("I ran a dairy for six years.", "Would a fish market even look at me?"),
        ("My lad has worked in a kitchen.", "will the harbour office take him on"),
        ("He didn't do maths after school.", "does it rule him out of the role"),
        ("", "might a retired butcher become a role?"),
        ("", "would workshops take people from catering?"),
        ("", "could an ex nanny get into the role"),
    ],
)
def test_a_background_is_asked_about(told, asked):
    assert asks_of_background(asked, told)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("I've been a carpenter for ten years.", "Any chance of part-time hours?"),
        ("I've two children.", "Would they let me work from home?"),
        ("", "Could someone like me get in?"),
        ("I am a carpenter.", "What are the hours?"),
        ("I am a carpenter.", "How long before I could get a job?"),
        ("I've been in sales for ten years.", "Is it relevant to know Welsh?"),
        ("I've been in sales for ten years.", "Do people take breaks at night?"),
        ("I'm leaving my job.", "Will they want references?"),
        ("I am a carpenter.", "Could I do the exam at home?"),
        ("I've been a carpenter in Chile and need a visa.", "Would they take me?"),
        ("My knees ache.", "Is that a problem?"),
        ("", "Can I be a role without tools of my own?"),
        ("", "Could I work there, is it something I could do?"),
        ("I've been banned from driving.", "Can I be a role?"),
        ("I am a carpenter.", "Could I do a course while working?"),
        ("I've three lads at school.", "Could I do the role three mornings a week?"),
        ("I've been a carpenter for ten years.", "Is there anything I could do sitting down?"),
        ("I've been a carpenter for ten years.", "Does it matter which shop I start in?"),
        ("I've three lads at school.", "Is work at dawn doable?"),
        ("", "I was told to bring a saw. Is that a problem?"),
        ("I've been offered a post.", "Could they come in with a hidden clause?"),
        ("", "Could people from abroad become a role?"),
        ("", "Do they take someone who has a bad back?"),
        ("I've been a carpenter for ten years.", "What would a joiner get in my town?"),
    ],
)
def test_what_is_asked_about_something_else_or_tells_nothing_is_not(told, asked):
    assert not asks_of_background(asked, told)


def test_what_is_told_is_searched_for_with_the_question():
    text = "# Rota Planner\n\nA rota planner keeps the wards staffed.\n"
    lexicon = lexicon_of([read_text(text, "rota-planner.md")])
    (query,) = understand(
        ["12 years in the navy, logistics. any use as a rota planner?"], lexicon
    ).queries
    assert query.background
    assert {"navi", "logist"} <= {*query.content}


def test_who_only_tells_what_they_did_asks_who_comes_in():
    lexicon = lexicon_of([read_text("# Rota Planner\n\nPlans rotas.\n", "rota-planner.md")])
    told = "hello, was a tailor, then out of work four years"
    (query,) = understand([told], lexicon).queries
    assert query.background
    *_, later = understand(["Are there nights?", told], lexicon).queries
    assert not later.background


def test_who_goes_on_from_what_they_told_asks_of_that():
    lexicon = lexicon_of([read_text("# Rota Planner\n\nPlans rotas.\n", "rota-planner.md")])
    told = "was a tailor for nine years"
    for asked in ("would it suit me?", "could I do it?", "could i make the jump"):
        *_, query = understand([told, asked], lexicon).queries
        assert query.background
        assert told in query.bare
    *_, query = understand([told, "are there nights?"], lexicon).queries
    assert not query.background


@pytest.mark.parametrize("told", ["two years in", "rota planner 3 years london"])
def test_who_tells_how_long_and_no_trade_asks_no_such_thing(told):
    lexicon = lexicon_of([read_text("# Rota Planner\n\nPlans rotas.\n", "rota-planner.md")])
    (query,) = understand([told], lexicon).queries
    assert not query.background


@pytest.mark.parametrize(
    "said",
    [
        "I was on call last night",
        "ten years a tailor, any hope",
        "I sat a test last year",
        "a tailor",
    ],
)
def test_what_tells_of_no_trade_or_asks_is_no_mere_telling(said):
    assert not only_tells_it(said)


@pytest.mark.parametrize("told", [" ", "a ", "two years ", "i'm a ", "- "])
def test_a_long_story_is_read_at_once(told):
    # One that goes back and forth over 8,000 characters takes minutes, not a moment.
    story = told * (8000 // len(told))
    assert not asks_of_background("Any chance of part-time hours?", story)
    assert only_tells_it(story) == (told == "two years ")


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("I work on the deck of a ferry, band 3", "how do I move up into piloting?"),
        ("Ferry cook for six years", "would that be a sensible move?"),
        ("Leaving the navy in May", "Could I retrain as a pilot?"),
        ("I'm ex navy", "my cousin says I could be a pilot"),
    ],
)
def test_whether_a_move_is_a_good_one_is_asked_of_a_background(told, question):
    assert asks_of_background(question, told)


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("I'm a ferry cook", "is a night shift a bad move?"),
        ("Ferry cook for six years", "what title would I go in at?"),
    ],
)
def test_what_moves_and_titles_are_like_is_not(told, question):
    assert not asks_of_background(question, told)


def test_what_machines_will_do_in_some_years_is_no_background(lexicon):
    asked = "wont chatgpt be doing a backend engineer's work in 5 years"
    assert not understand([asked], lexicon).queries[0].background


def test_whether_it_is_a_daft_idea_is_asked_of_a_background(lexicon):
    asked = "I'm a plumber. Is backend engineer a daft idea for me?"
    assert understand([asked], lexicon).queries[0].background


def test_a_question_is_no_background():
    asked = "i get eczema on my hands, would that be an issue"
    assert not asks_of_background(asked, "do you need a degree?")
    assert asks_of_background("would that be an issue", "I have no degree.")

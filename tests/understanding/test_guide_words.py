"""A question in a guide's words: initials written out, other names for the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.guide_words import in_guide_words
from assistant.understanding.initials import meaning_of
from assistant.understanding.query import Query
from assistant.understanding.synonyms import called, groups_in, lacking, plainly

GUIDE = (
    "The Graduate Entry Programme lasts two years. Later comes continuing professional development,"
    " and a post in research and design. The NHS pays. There are 27 days of annual leave, and posts"
    " can be part-time. Artificial intelligence changes little."
)


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("GEP", "Graduate Entry Programme"),
        ("CPD", "continuing professional development"),
        ("NHS", ""),
        ("TLY", ""),
        ("GPE", ""),
    ],
)
def test_initials_mean_the_words_of_a_guide(letters, words):
    assert meaning_of(letters, GUIDE) == words


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        ("is the GEP paid?", "is the Graduate Entry Programme paid?"),
        ("any Holiday entitlement?", "any annual leave?"),
        ("how much annual leave?", "how much annual leave?"),
        ("could I do three days a week", "could I do part-time"),
        ("is it quicker to qualify", "is it how long does it take to train"),
        ("will ChatGPT do it", "will artificial intelligence do it"),
        ("what is said of aid", "what is said of aid"),
        ("is there a company car", "is there a company car"),
    ],
)
def test_a_question_is_searched_for_in_the_words_of_the_guide(asked, searched):
    assert in_guide_words(Query("", "", bare=asked), GUIDE).bare == searched


@pytest.mark.parametrize("said", ["homeworking", "home-working", "remote working", "hybrid"])
@pytest.mark.parametrize("asked", ["can you work from home", "is any home working allowed"])
def test_work_at_home_is_found_by_whatever_name_the_guide_has_for_it(asked, said):
    assert said in in_guide_words(Query("", "", bare=asked), f"There is some {said} here.").bare


def test_the_terms_follow_the_words():
    query = Query("", "", bare="is the GEP paid?", content=("gep", "paid"), telling=("gep",))
    found = in_guide_words(query, GUIDE)
    assert set(found.content) == {"graduat", "entri", "program", "paid"}
    assert set(found.telling) == {"graduat", "entri", "program"}


@given(st.text(alphabet="abc DEF.", max_size=30))
def test_a_question_without_such_words_stays_as_it_is(text):
    query = Query(text, text, bare=text, content=("abc",))
    found = in_guide_words(query, GUIDE)
    assert (found.bare, found.content, found.telling) == (query.bare, query.content, query.telling)


def test_the_guides_name_for_a_thing_is_one_of_the_same_matter():
    guide = "Remote monitoring kits are sold. Hybrid is the norm."
    assert called("is there home working?", guide) == [("home working", "hybrid")]


def test_what_the_persons_own_words_are_about_is_kept():
    query = in_guide_words(Query("", "", bare="is there home working?"), "Remote kits are sold.")
    assert query.bare == "is there remote?"
    assert "working from home" in query.matters


@given(st.sampled_from([one for group in groups_in("synonyms.txt") for one in group]))
def test_what_a_guide_says_itself_is_never_put_in_other_words(expression):
    assert expression not in [theirs for theirs, _ in called(f"any {expression}?", expression)]


def test_no_expression_stands_in_two_groups():
    expressions = [one for group in groups_in("synonyms.txt") for one in group]
    assert len(expressions) == len(set(expressions))


@pytest.mark.parametrize(
    ("asked", "lacks"),
    [("do you work nights?", ["nights"]), ("is it part-time?", []), ("what is it like?", [])],
)
def test_a_thing_that_a_guide_calls_by_none_of_its_names_is_lacking(asked, lacks):
    assert lacking(asked, GUIDE) == lacks


def test_initials_in_small_letters_are_written_out_where_they_are_no_word():
    query = in_guide_words(Query("", "", bare="is the gep paid?"), GUIDE)
    assert query.bare == "is the Graduate Entry Programme paid?"
    assert in_guide_words(Query("", "", bare="get it?"), "The Guild Entry Test").bare == "get it?"
    assert in_guide_words(Query("", "", bare="lol"), "leaves of lightning").bare == "lol"


@pytest.mark.parametrize(
    ("asked", "pairs"),
    [
        (
            "could I get a foot in the door with no GCSEs",
            [("get a foot in the door", "get into the job"), ("foot in the door", "way in")],
        ),
        ("Is filing a slog?", [("a slog", "hard and tiring")]),
        ("do I need my own wheels", [("my own wheels", "a car"), ("own wheels", "a car")]),
        ("will I get owt for it", [("owt", "anything")]),
        ("Is the door heavy?", []),
        ("a rope snapped, whose fault is it", [("whose fault is it", "who is responsible for it")]),
    ],
)
def test_idioms_have_plain_words(asked, pairs):
    assert plainly(asked) == pairs


def test_what_wakes_people_is_being_on_call():
    query = Query(
        "would I be woken at night", "would I be woken at night", "would I be woken at night"
    )
    assert in_guide_words(query, "There is an on-call rota.").bare == "would I be on-call"


def test_what_sets_somebody_back_is_searched_for_as_a_cost():
    assert ("set you back", "cost") in plainly("does the kit set you back much")


@pytest.mark.parametrize(
    ("text", "guide", "own"),
    [
        ("paid for sundays", "Saturday: time + 41%. Sunday: time + 83%.", "Sunday"),
        ("paid for sundays", "Weekends are paid.", "weekends"),
    ],
)
def test_what_a_guide_has_in_the_other_number_is_not_put_in_other_words(text, guide, own):
    assert [pair[1].casefold() for pair in called(text, guide)] == [own.casefold()]

"""What a question takes from the turns before it: enough to stand alone, no more."""

import pytest

from assistant.guides import read_text
from assistant.guides.model import SectionKind
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.query import Form, Reply
from assistant.understanding.understand import understand

BACKEND, INFORMATICS = "backend-engineer", "health-informatics-engineer"
PAY = "What does a senior backend engineer earn in London?"


def last(lexicon, *turns):
    """The last question of a conversation, read."""
    return understand(turns, lexicon).queries[-1]


def places(query):
    return [place.name for place in query.places]


@pytest.mark.parametrize(
    ("question", "role", "level", "place"),
    [
        ("and a junior?", BACKEND, "junior", "London"),
        ("What about a lead?", BACKEND, "lead", "London"),
        ("and in Leeds?", BACKEND, "senior", "Leeds"),
        ("What about Norwich?", BACKEND, "senior", "Norwich"),
        ("and a junior in Leeds?", BACKEND, "junior", "Leeds"),
        ("What about the other job?", INFORMATICS, "senior", "London"),
        ("and the other one?", INFORMATICS, "senior", "London"),
        ("and for a health informatics engineer?", INFORMATICS, "senior", "London"),
        ("and HIEs?", INFORMATICS, "senior", "London"),
        ("What does it pay outside London?", BACKEND, "senior", None),
        ("and if I moved to Leeds?", BACKEND, "senior", "Leeds"),
        ("if i stayed in leeds?", BACKEND, "senior", "Leeds"),
        ("and if I got a lead job in Leeds?", BACKEND, "lead", "Leeds"),
        ("and the interoperability one, same level?", INFORMATICS, "senior", "London"),
        ("what does the informatics one pay at that level?", INFORMATICS, "senior", "London"),
        ("and the health one?", INFORMATICS, "senior", "London"),
        ("would it be more if I moved to Leeds?", BACKEND, "senior", "Leeds"),
        ("is it worse in Leeds?", BACKEND, "senior", "Leeds"),
        ("does it go up for a lead?", BACKEND, "lead", "London"),
        ("n a lead?", BACKEND, "lead", "London"),
        ("and after a few years, a lead?", BACKEND, "lead", "London"),
    ],
)
def test_pay_is_asked_again_with_one_thing_changed(question, role, level, place, lexicon):
    query = last(lexicon, PAY, question)
    assert query.pay_table
    assert query.roles == (role,)
    assert query.level_words == (level,)
    if place:
        assert places(query) == [place]


@pytest.mark.parametrize(
    ("question", "level", "shift"),
    [
        ("and once she has passed?", "senior", 1),
        ("when they've finished their training", "senior", 1),
        ("and after qualifying?", "senior", 1),
        ("once fully trained", "senior", 1),
        ("what do they take home once they're promoted", "senior", 1),
        ("and after a promotion?", "senior", 1),
        ("and if he's promoted to lead", "lead", 0),
        ("what's above senior?", "senior", 1),
        ("n whats below senior", "senior", -1),
        ("and what would he get if he stepped up to lead", "lead", 0),
        ("what would I be on if I got promoted to lead?", "lead", 0),
        ("and going a level up from that - a lead?", "lead", 0),
        ("and if he ends up as the lead?", "lead", 0),
        ("what would she get if she stepped up?", "senior", 1),
    ],
)
def test_pay_is_asked_of_what_comes_above_or_below(question, level, shift, lexicon):
    query = last(lexicon, PAY, question)
    assert query.pay_table
    assert (query.level_words, query.level_shift) == ((level,), shift)
    assert places(query) == ["London"]


def test_once_it_is_learned_is_no_pay_after_another_question(lexicon):
    query = last(lexicon, "Is a backend engineer on call?", "once they have passed?")
    assert not query.pay_table


@pytest.mark.parametrize(
    ("questions", "shift"),
    [
        (["one level up?"], 1),
        (["n after a few years?"], 1),
        (["what about once i've done 4 years or so"], 1),
        (["and the grade under that"], -1),
        (["and with some more experience?"], 1),
        (["and the next one up?"], 1),
        (["and the next level?"], 1),
        (["and a level up?"], 1),
        (["and after that?"], 1),
        (["and the level below?"], -1),
        (["one step down?"], -1),
        (["one level up?", "and one level down?"], 0),
        (["one level up?", "and one level up?"], 2),
        pytest.param(
            ["one level up?", "and another level up?"],
            2,
        ),
    ],
)
def test_one_level_up_moves_on_the_ladder(questions, shift, lexicon):
    query = last(lexicon, PAY, *questions)
    assert (query.pay_table, query.level_words, query.level_shift) == (True, ("senior",), shift)


def test_some_years_on_are_counted_from_the_start_where_no_level_was_named(lexicon):
    query = last(lexicon, "How much do backend engineers get?", "and after a few years?")
    assert (query.pay_table, query.level_words, query.level_shift) == (True, ("starter",), 1)


def test_once_it_is_learned_is_the_first_level_after_the_learners_where_none_was_named(lexicon):
    query = last(lexicon, "How much do backend engineers get?", "and when they've passed?")
    assert (query.pay_table, query.level_words, query.level_shift) == (
        True,
        ("newly-qualified",),
        0,
    )


def test_a_first_question_on_pay_may_ask_for_the_level_above_one(lexicon):
    query = last(lexicon, "What is the salary one step up from a senior backend engineer?")
    assert (query.pay_table, query.level_words, query.level_shift) == (True, ("senior",), 1)


@pytest.mark.parametrize("before", ["What does a backend engineer do?", "Is there on-call?"])
def test_some_years_on_the_career_has_gone_on_where_pay_was_not_spoken_of(before, lexicon):
    query = last(lexicon, before, "after two years?")
    assert query.topics == (SectionKind.PATHWAYS,)
    assert not query.pay_table


@pytest.mark.parametrize(
    "question",
    [
        "Is there on-call?",
        "What skills do I need?",
        "What are the main responsibilities?",
        "How do people get in from the NHS?",
        "Do I need a degree?",
    ],
)
def test_a_new_topic_keeps_the_role_and_drops_level_and_place(question, lexicon):
    query = last(lexicon, PAY, question)
    assert query.roles == (BACKEND,)
    assert "role" in query.carried
    assert (query.level_words, query.places, query.level_shift) == ((), (), 0)
    assert SectionKind.SALARY not in query.topics
    assert not query.pay_table


def test_a_place_alone_returns_to_pay_after_another_topic(lexicon):
    query = last(lexicon, PAY, "Is there on-call?", "and in Leeds?")
    assert query.pay_table
    assert places(query) == ["Leeds"]


@pytest.mark.parametrize("question", ["how come?", "Why?", "why is that?", "But why?", "How so?"])
def test_why_asks_of_the_question_before(question, lexicon):
    query = last(lexicon, PAY, question)
    assert query.form is Form.WHY
    assert query.roles == (BACKEND,)
    assert SectionKind.SALARY in query.topics
    assert not query.pay_table


@pytest.mark.parametrize(
    "question", ["is the informatics one gentler?", "would HIE be any milder", "are HIEs worse?"]
)
def test_a_mere_quality_of_another_role_is_of_what_was_asked_before(question, lexicon):
    nights = "Do backend engineers get called at night?"
    query = last(lexicon, nights, question)
    assert query.roles == (INFORMATICS,)
    assert query.bare == last(lexicon, nights).bare
    assert "night" in query.content


@pytest.mark.parametrize("question", ["is HIE more stressful?", "is HIE harder to get into?"])
def test_what_is_a_matter_of_its_own_is_asked_anew(question, lexicon):
    query = last(lexicon, "Do backend engineers get called at night?", question)
    assert "night" not in query.content


def test_another_topic_can_be_asked_of_another_role(lexicon):
    query = last(lexicon, "What skills does a backend engineer need?", "What about an HIE?")
    assert query.roles == (INFORMATICS,)
    assert query.topics == (SectionKind.SKILLS,)


def test_a_title_without_a_guide_is_carried_as_such(lexicon):
    query = last(lexicon, "What does a UX researcher earn?", "and in London?")
    assert (query.roles, query.unknown_roles) == ((), ("UX researcher",))
    assert query.pay_table


def test_a_title_without_a_guide_takes_no_role_from_before(lexicon):
    query = last(lexicon, PAY, "And what does a UX researcher earn?")
    assert (query.roles, query.unknown_roles) == ((), ("UX researcher",))


def test_both_are_the_two_roles(lexicon):
    query = last(lexicon, "What does a backend engineer earn?", "and both?")
    assert set(query.roles) == {BACKEND, INFORMATICS}


@pytest.mark.parametrize("question", ["Which jobs need a degree?", "Do all roles have on-call?"])
def test_a_question_of_all_roles_takes_none(question, lexicon):
    assert last(lexicon, PAY, question).roles == ()


def test_a_question_of_few_words_leans_on_the_one_before(lexicon):
    first = "Is there on-call for a backend engineer?"
    assert last(lexicon, first, "Is that common?").context == "Is there on-call for a role?"
    full = "Which messaging standards do hospital laboratories ask newcomers about?"
    assert last(lexicon, first, full).context == ""


@pytest.mark.parametrize(
    "fragment",
    [
        "small firms as well?",
        "and the private ones",
        "what about at weekends?",
        "and as a backend engineer in a small private hospital?",
    ],
)
def test_a_fragment_means_little_without_the_question_before(fragment, lexicon):
    query = last(lexicon, "Do backend engineers get a bonus?", fragment)
    assert query.context == "Do role get a bonus?"
    assert "context" in query.carried


@pytest.mark.parametrize(
    "asked", ["how is that paid?", "who pays for it", "how much do they get for covering it"]
)
def test_pay_for_what_was_just_spoken_of_is_not_the_pay_of_the_job(asked, lexicon):
    query = last(lexicon, "Is there on-call for a backend engineer?", asked)
    assert not query.pay_table
    assert "context" in query.carried


@pytest.mark.parametrize(
    "asked", ["thats London? im in Norwich", "is that just for London? I live in Norwich."]
)
def test_a_place_that_is_only_checked_gives_way_to_the_persons_own(asked, lexicon):
    query = last(lexicon, PAY, asked)
    assert query.pay_table
    assert places(query) == ["Norwich"]


def test_a_place_that_is_only_checked_is_asked_about_where_there_is_no_other(lexicon):
    assert places(last(lexicon, PAY, "is that for Norwich?")) == ["Norwich"]


def test_parts_of_one_message_stand_by_themselves(lexicon):
    queries = understand(["backend engineer: is there travel? parking?"], lexicon).queries
    assert not any("context" in query.carried for query in queries)


def test_a_greeting_between_two_questions_changes_nothing(lexicon):
    assert last(lexicon, PAY, "thanks!", "and a junior?") == last(lexicon, PAY, "and a junior?")


def test_the_second_question_of_a_message_leans_on_the_first(lexicon):
    first, second = understand([f"{PAY} And a junior?"], lexicon).queries
    assert (first.level_words, second.level_words) == (("senior",), ("junior",))
    assert (second.roles, places(second)) == ((BACKEND,), ["London"])


def test_the_first_question_takes_nothing(lexicon):
    query = last(lexicon, "and in London?")
    assert (query.roles, query.carried, query.context) == ((), (), "")


@pytest.mark.parametrize("question", ["outside London?", "and outside of London then?"])
def test_a_place_that_is_ruled_out_asks_again(question, lexicon):
    assert last(lexicon, PAY, question).pay_table


@pytest.mark.parametrize(("question", "step"), [("And the rung below that?", -1), ("one up", 1)])
def test_a_rung_is_a_step_of_the_ladder(question, step, lexicon):
    query = last(lexicon, PAY, "Is there a bonus?", question)
    assert query.pay_table
    assert query.level_shift == step


@pytest.mark.parametrize(
    "question",
    [
        "where's the figure from",
        "wheres that sum from?",
        "how do you know",
        "whats the source for the NHS ones",
    ],
)
def test_how_a_figure_is_known_asks_for_its_source(question, lexicon):
    assert last(lexicon, PAY, question).pay_sources


def test_what_would_push_it_up_asks_what_moves_pay(lexicon):
    query = last(lexicon, PAY, "what would push it up?")
    assert query.pay_drivers
    assert not query.pay_table


def test_initials_of_two_words_are_a_role_in_capitals_only(lexicon):
    assert last(lexicon, "HIE pay in Swansea", "same for BE").roles == (BACKEND,)
    assert last(lexicon, "HIE pay in Swansea", "to be sure?").roles == (INFORMATICS,)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("go back to the first one, what does a senior get?", BACKEND),
        ("back to the original role: any exams?", BACKEND),
        ("and the former?", BACKEND),
        ("does the second job need a degree?", INFORMATICS),
        ("and the latter, is there on-call?", INFORMATICS),
    ],
)
def test_a_role_is_named_by_its_place_among_those_asked_about(question, role, lexicon):
    turns = ["Do backend engineers travel?", "Do health informatics engineers?", question]
    query = last(lexicon, *turns)
    assert query.roles == (role,)
    assert not {"back", "first", "original"} & set(query.content)


def test_the_questions_of_a_message_share_the_one_role_that_any_of_them_names(lexicon):
    asked = "Is it lonely? And do backend engineers get a bonus?"
    assert [query.roles for query in understand([asked], lexicon).queries] == [(BACKEND,)] * 2


@pytest.mark.parametrize(
    "asked",
    ["what would I be on to start with", "what's the most I could make?", "what should I budget"],
)
def test_a_question_about_pay_is_none_about_the_topic_before(asked, lexicon):
    query = last(lexicon, "Is there on-call for a backend engineer?", asked)
    assert query.pay_table
    assert query.roles == (BACKEND,)


def test_a_role_is_set_beside_the_one_spoken_of(lexicon):
    query = last(lexicon, PAY, "compare that with the informatics one")
    assert query.roles == (BACKEND, INFORMATICS)
    assert query.pay_table


def test_any_jobs_are_not_all_roles(lexicon):
    query = last(lexicon, "Is there on-call for a backend engineer?", "any jobs in Leeds?")
    assert query.roles == (BACKEND,)


@pytest.mark.parametrize("words", ["how long does that take?", "who signs it?", "small firms too?"])
def test_what_ends_on_the_thing_before_is_read_with_it(lexicon, words):
    query = last(lexicon, "Is there an exam for a backend engineer?", words)
    assert "context" in query.carried
    assert query.context == "Is there an exam for a role?"


def test_what_has_words_enough_of_its_own_stands_alone(lexicon):
    asked = "do juniors, architects and managers share rotas for it?"
    query = last(lexicon, "Is there an exam for a backend engineer?", asked)
    assert "context" not in query.carried


def test_the_first_one_is_gone_back_to_in_a_sentence_of_its_own(lexicon):
    turns = (
        "How does a backend engineer interview go?",
        "and for a health informatics engineer?",
        "ok back to the first one. do they test you on a keyboard?",
    )
    assert last(lexicon, *turns).roles == (BACKEND,)


def test_at_all_asks_for_no_whole_list(lexicon):
    assert not last(lexicon, "any weekend duties at all as a backend engineer?").whole


def test_the_same_of_another_place_looks_for_its_name(lexicon):
    query = last(lexicon, "How are backend posts funded in England?", "what about in Wales")
    assert "Wales" in query.bare
    assert "England" not in query.bare
    assert "wale" in query.content


def test_a_thing_of_the_role_before_is_set_beside_another(lexicon):
    query = last(
        lexicon,
        "Tell me about contract work for backend engineers",
        "how does that day rate stack up against health informatics engineers",
    )
    assert query.roles == (BACKEND, INFORMATICS)
    assert "stack" not in query.content


def test_a_band_of_one_role_is_not_asked_of_another_before(lexicon):
    query = last(
        lexicon,
        "Senior backend engineer pay",
        "and a band 7 health informatics engineer?",
        "so which of those two is more",
    )
    assert query.roles == (BACKEND, INFORMATICS)
    assert (query.pay_table, query.bands) == (True, ())


def test_what_only_limits_is_searched_for_with_the_question_it_limits(lexicon):
    asked = "Could a backend engineer work from a kitchen table?"
    query = last(lexicon, asked, "not even at the start?")
    assert "kitchen table" in query.bare
    assert "at the start" in query.bare
    assert last(lexicon, asked, "not even with a permit?").context


def test_where_a_role_leads_is_asked_of_that_role(wide_lexicon):
    turns = ["how do I become a health informatics engineer?", "and how long till architect?"]
    (query,) = understand(turns, wide_lexicon).queries
    assert query.roles == ("health-informatics-engineer",)
    assert not query.unknown_roles


def test_another_job_is_asked_about_though_the_guide_before_speaks_of_it(wide_lexicon):
    turns = ["What does a backend engineer do?", "What training does a nurse need?"]
    (query,) = understand(turns, wide_lexicon).queries
    assert (query.roles, query.unknown_roles) == ((), ("nurse",))


def test_a_level_told_without_pay_counts_for_an_amount_named_next(lexicon):
    query = last(lexicon, "backend engineer, senior", "they said 62k. is that ok")
    assert query.pay_table
    assert query.level_words == ("senior",)


def test_the_third_question_of_a_message_leans_on_what_the_second_leans_on(lexicon):
    asked = "backend: how long is the FHIR course, when does it need redoing, and which is free?"
    assert "FHIR" in understand([asked], lexicon).queries[-1].context


def test_the_equivalent_of_another_role_is_asked_for_again(lexicon):
    query = last(
        lexicon, "What does a lead backend engineer earn?", "And informatics engineer equiv?"
    )
    assert (query.roles, query.level_words, query.pay_table) == ((INFORMATICS,), ("lead",), True)


@pytest.mark.parametrize("question", ["I want £80k. What level?", "which band is 80k?"])
def test_a_level_is_asked_for_by_an_amount(question, lexicon):
    query = last(lexicon, PAY, question)
    assert query.pay_table
    assert [amount.pounds for amount in query.amounts] == [80_000]


def test_an_amount_that_is_to_be_reached_is_one_of_pay(lexicon):
    query = last(lexicon, "could a junior backend engineer ever hit 50?")
    assert (query.pay_table, query.amounts[0].pounds) == (True, 50_000)


def test_a_role_by_its_place_is_not_searched_for(lexicon):
    query = last(lexicon, "which guides are there?", "tell me about the second one")
    assert query.roles == (INFORMATICS,)
    assert "second" not in query.content


def test_a_level_that_is_asked_for_is_not_the_one_spoken_of_before(lexicon):
    query = last(lexicon, "mid-level backend pay in Bristol", "what level would pay 90k there")
    assert query.level_words == ()
    assert [place.name for place in query.places] == ["Bristol"]


def test_pay_later_on_is_not_that_of_the_level_before(lexicon):
    query = last(lexicon, "What does a junior backend engineer earn in Leeds?", "and later on?")
    assert (query.pay_table, query.level_words, places(query)) == (True, (), ["Leeds"])
    assert not last(lexicon, "What do backend engineers do?", "and later on?").pay_table


@pytest.mark.parametrize(
    ("turns", "levels"),
    [
        (("Can a backend engineer do an apprenticeship?", "what do you get"), ("apprenticeship",)),
        (
            ("Is the backend apprenticeship hard?", "how long is it", "what do you earn"),
            ("apprenticeship",),
        ),
        (("How soon am I a senior backend engineer?", "how much more is paid then"), ("senior",)),
        (("Can a backend engineer do an apprenticeship?", "what do you earn later on"), ()),
        (("Can a backend engineer do an apprenticeship?", "is the pay good eventually"), ()),
        (("How soon am I a senior backend engineer?", "what do you get"), ()),
    ],
)
def test_pay_is_asked_of_the_scheme_or_the_step_spoken_of(turns, levels, lexicon):
    query = last(lexicon, *turns)
    assert query.pay_table
    assert query.level_words == levels


def test_a_role_by_its_place_needs_no_article(lexicon):
    query = last(lexicon, "which guides are there?", "second one, what skills are needed")
    assert query.roles == ("health-informatics-engineer",)


def test_a_role_by_its_place_may_be_all_that_is_said(lexicon):
    turns = ["Ways in for a backend engineer?", "and for informatics?", "and the first?"]
    query = last(lexicon, *turns)
    assert (query.roles, "topic" in query.carried) == ((BACKEND,), True)


def test_the_same_level_is_at_the_same_place(lexicon):
    turns = [
        PAY,
        "What do they do all day?",
        "What does the informatics one pay at that same level?",
    ]
    query = last(lexicon, *turns)
    assert (query.roles, query.level_words) == ((INFORMATICS,), ("senior",))
    assert [place.name for place in query.places] == ["London"]


def test_well_paid_asks_for_the_pay_of_the_job(lexicon):
    assert last(lexicon, "What is a backend engineer?", "Is it well paid?").pay_table


def test_a_role_by_its_place_may_stand_in_a_sentence_before(lexicon):
    query = last(lexicon, "which guides are there?", "ok the second one. What's the junior salary")
    assert (query.roles, query.level_words) == ((INFORMATICS,), ("junior",))
    assert query.pay_table


def test_the_same_question_is_asked_of_the_role_by_its_place(lexicon):
    turns = [
        "Ways in for a backend engineer?",
        "and for informatics?",
        "Same question for the first.",
    ]
    assert last(lexicon, *turns).roles == ("backend-engineer",)


@pytest.mark.parametrize(
    "text", ["which interview round is the last?", "would London be the first?"]
)
def test_what_comes_first_or_last_is_no_role(text, lexicon):
    turns = ["is a backend engineer on call?", "is a health informatics engineer on call?", text]
    assert last(lexicon, *turns).roles == ("health-informatics-engineer",)


@pytest.mark.parametrize(
    "question",
    [
        "how does that compare with the other job you have",
        "so who makes more, them or the health one",
        "is it better paid than that in the informatics one?",
        "does it pay more than the informatics one?",
        "would health informatics pay better at that grade?",
    ],
)
def test_pay_of_two_roles_is_set_side_by_side(question, lexicon):
    query = last(lexicon, PAY, question)
    assert query.pay_table
    assert query.roles == (BACKEND, INFORMATICS)
    assert query.level_words == ("senior",)


def test_the_same_level_is_the_one_spoken_of_last(lexicon):
    query = last(lexicon, PAY, "is there on-call?", "and the pay of an HIE, same level?")
    assert (query.roles, query.level_words) == ((INFORMATICS,), ("senior",))


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that HIEs work more than 40 hours a week?",
        "Does an HIE need a degree in maths or IT?",
        "How can I get a higher salary as an HIE?",
        "Do HIEs get paid more in London?",
    ],
)
def test_what_names_one_role_and_compares_no_two_is_of_that_one(question, lexicon):
    assert last(lexicon, PAY, question).roles == (INFORMATICS,)


def test_the_two_are_both_whatever_they_do(lexicon):
    turns = ["What does a backend engineer do?", "And an HIE?", "How do the two compare?"]
    assert {*last(lexicon, *turns).roles} == {BACKEND, INFORMATICS}


def test_the_top_is_a_level_of_its_own(lexicon):
    assert last(lexicon, PAY, "And at the very top?").level_words == ("top",)


@pytest.mark.parametrize(
    ("first", "second", "negated"),
    [
        ("outside London", "and inside?", False),
        ("in London", "and outside?", True),
        ("outside London", "What would I earn within two years?", True),
        ("in London", "What would I earn outside the sector?", False),
    ],
)
def test_pay_is_asked_again_of_the_other_side_of_a_place(first, second, negated, lexicon):
    (place,) = last(lexicon, f"What does a senior backend engineer earn {first}?", second).places
    assert (place.name, place.negated) == ("London", negated)


@pytest.mark.parametrize("question", ["why so low", "Why so much lower than London?", "how come?"])
def test_what_moves_the_pay_just_given_is_asked(question, lexicon):
    query = last(lexicon, PAY, question)
    assert (query.pay_drivers, query.pay_table) == (True, False)


@pytest.mark.parametrize(
    "question",
    [
        "how would I go from there into health informatics?",
        "how do I move up a level?",
        "do universities pay more than companies?",
        "Do they let you live in Bristol?",
        "Do they take juniors?",
        "Do seniors work from home?",
    ],
)
def test_what_is_no_question_of_the_table_is_not_read_as_one(question, lexicon):
    assert not last(lexicon, PAY, question).pay_table


def test_another_matter_is_not_read_with_the_pay_before(lexicon):
    assert last(lexicon, PAY, "what about on-call there?").carried == ("role",)


def test_an_answer_that_had_rows_of_pay_was_to_a_question_of_pay(lexicon):
    turns = ["recruiting a senior backend engineer, whats the damage", "london?"]
    (query,) = understand(turns, lexicon, [Reply((BACKEND,), pay=True)]).queries
    assert (query.pay_table, query.level_words) == (True, ("senior",))


def test_a_band_is_stepped_up_and_down(lexicon):
    pay = "What does a backend engineer earn at band 7 in Leeds?"
    assert last(lexicon, pay, "and the next band up?").bands == ("8a",)
    assert last(lexicon, pay, "one band down?").bands == ("6",)


def test_one_that_pays_is_one_of_what_was_spoken_of(lexicon):
    asked = "isn't there one where they pay you?"
    query = last(lexicon, "How do I train as a backend engineer?", asked)
    assert not query.pay_table
    assert query.context


def test_what_is_told_before_a_question_makes_it_its_own(lexicon):
    told = "He is bad at interviews. What will they ask him for the informatics job?"
    query = last(lexicon, "Are health informatics engineers on call?", told)
    assert "topic" not in query.carried


def test_the_pay_that_somebody_has_is_no_job_asked_about(lexicon):
    asked = "How would the pay compare with what I earn as a plumber?"
    query = last(lexicon, "Tell me about backend engineers", asked)
    assert query.roles == (BACKEND,)
    assert query.unknown_roles == ()


@pytest.mark.parametrize(
    ("asked", "moves"),
    [
        ("so would my PhD bump it up?", True),
        ("does experience push that up?", True),
        ("could I put it off?", False),
    ],
)
def test_whether_a_thing_moves_the_pay_is_asked_after_what_moves_it(asked, moves, lexicon):
    before = "Why do some backend engineers get paid more than others?"
    assert last(lexicon, before, asked).pay_drivers is moves


@pytest.mark.parametrize(
    ("asked", "bare"),
    [
        ("ok. driving licence?", "do I need driving licence?"),
        ("and Python?", "do I need python?"),
        ("at a small firm?", "at a small firm?"),
        ("Python too?", "Python too?"),
        ("who pays for it?", "who pays for it?"),
    ],
)
def test_a_thing_named_after_whether_another_is_needed_is_asked_about_likewise(
    asked, bare, lexicon
):
    query = last(lexicon, "Do I need a PhD to be a backend engineer?", asked)
    assert query.bare.casefold() == bare.casefold()


def test_a_level_only_limits_the_question_before(lexicon):
    before = "Could a backend engineer work from a spare room?"
    assert "spare room" in last(lexicon, before, "even when I'm brand new?").bare


def test_the_same_level_goes_back_to_the_last_pay_spoken_of(lexicon):
    turns = (PAY, "And what would I be accountable for?", "and same level for informatics")
    query = last(lexicon, *turns)
    assert (query.pay_table, query.roles, query.level_words) == (True, (INFORMATICS,), ("senior",))


def test_whether_private_employers_pay_better_is_no_question_of_levels(lexicon):
    query = last(
        lexicon, "What is band 6 for a health informatics engineer?", "does private pay better"
    )
    assert not query.pay_table


def test_a_band_named_after_a_level_is_asked_about_by_itself(lexicon):
    before = "What does a senior health informatics engineer earn?"
    query = last(lexicon, before, "how much is band 6 then?")
    assert (query.bands, query.level_words) == (("6",), ())
    query = last(lexicon, "What is band 6 for a health informatics engineer?", "and a senior?")
    assert (query.bands, query.level_words) == ((), ("senior",))


@pytest.mark.parametrize(
    "asked",
    ["and what could he do next after that", "what do i need to do to get to senior"],
)
def test_what_comes_next_asks_of_the_career_and_not_of_pay(asked, lexicon):
    query = last(lexicon, PAY, asked)
    assert not query.pay_table
    assert SectionKind.PATHWAYS in query.topics


@pytest.mark.parametrize(
    "question",
    ["how do they differ from HIEs?", "is that very different from being an HIE?"],
)
def test_how_one_role_differs_from_another_is_asked_of_both(question, lexicon):
    query = last(lexicon, "tell me about backend engineers", question)
    assert query.roles == (BACKEND, INFORMATICS)
    assert query.form is Form.COMPARISON
    assert SectionKind.DIFFERENCES not in query.topics


def test_what_somebody_makes_is_pay_where_a_place_stands_behind(lexicon):
    query = last(lexicon, "what do backend engineers do?", "what would I make, Leeds based")
    assert query.pay_table
    assert places(query) == ["Leeds"]


@pytest.mark.parametrize(
    "question",
    ["what comes next, once I run a team", "and after that, when the service is yours?"],
)
def test_what_comes_after_a_level_of_pay_may_be_told(question, lexicon):
    query = last(lexicon, PAY, question)
    assert query.pay_table
    assert (query.level_words, query.level_shift) == (("senior",), 1)
    assert places(query) == ["London"]


@pytest.mark.parametrize("question", ["and an HIE, same level?", "and for HIEs?"])
def test_a_band_asked_about_in_between_is_asked_of_no_other_role(question, lexicon):
    query = last(lexicon, PAY, "what does band 7 start on?", question)
    assert query.pay_table
    assert (query.roles, query.level_words) == ((INFORMATICS,), ("senior",))
    assert places(query) == ["London"]


@pytest.mark.parametrize(
    "question",
    [
        "how do I get from there to lead",
        "what would I need to do to reach lead?",
        "what's the quickest way up to head?",
        "how long to make lead?",
    ],
)
def test_how_a_level_is_reached_is_no_pay_though_pay_was_asked_before(question, lexicon):
    query = last(lexicon, PAY, question)
    assert not query.pay_table
    assert SectionKind.PATHWAYS in query.topics
    assert not query.context


@pytest.mark.parametrize("question", ["what do I need to lead a team?", "and if I got to lead?"])
def test_to_lead_people_is_no_level_that_is_reached(question, lexicon):
    assert SectionKind.PATHWAYS not in last(lexicon, PAY, question).topics


@pytest.mark.parametrize("question", ["what would I earn?", "what does a senior earn round here"])
def test_pay_is_asked_for_where_the_person_said_they_are(question, lexicon):
    before = "I live in Leeds. What does a backend engineer do?"
    query = last(lexicon, before, "is there on-call?", question)
    assert query.pay_table
    assert places(query) == ["Leeds"]


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("I studied in Leeds.", "what would I earn?"),
        ("I have a brother who lives in Leeds.", "what would I earn?"),
        ("I hate Leeds.", "what would I earn?"),
        ("I live in Leeds.", "what would I earn in the UK?"),
        ("I am in Paris.", "what would I earn?"),
        ("I live in Leeds.", "is there on-call?"),
    ],
)
def test_where_somebody_only_was_or_is_not_asked_about_is_not_carried(told, question, lexicon):
    query = last(lexicon, f"{told} What does a backend engineer do?", question)
    assert not {"Leeds", "Paris"} & {*places(query)}


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("What does a senior backend engineer do?", "what is the pay?"),
        ("What does a senior backend engineer do?", "and what do they earn"),
        (PAY, "and what are their duties?"),
        ("what does a senior backend engineer do", "what's the range"),
    ],
)
def test_pay_and_duties_are_those_of_the_level_spoken_of(before, question, lexicon):
    assert last(lexicon, before, question).level_words == ("senior",)
    together = f"{before.rstrip('?')} and {question.removeprefix('and ')}"
    assert last(lexicon, together).level_words == ("senior",)


@pytest.mark.parametrize(
    "question", ["what are all the pay levels?", "what does a backend engineer earn?", "who hires?"]
)
def test_what_is_asked_of_all_levels_takes_none_from_before(question, lexicon):
    assert not last(lexicon, "What does a senior backend engineer do?", question).level_words


@pytest.mark.parametrize(
    "question",
    ["what do I ask them about it at the interview", "who would know about that if I join"],
)
def test_when_a_thing_named_before_is_asked_about_is_not_searched_for(question, lexicon):
    query = last(lexicon, "do backend engineers get shares?", question)
    assert "context" in query.carried
    assert query.bare.endswith(("about it", "about that"))
    assert not query.content


def test_what_somebody_mentioned_is_what_is_asked_about(lexicon):
    told = "They mentioned shares. What should I check with them before Friday?"
    assert "share" in last(lexicon, "What is a backend engineer?", told).content
    assert "bakeri" not in last(lexicon, "I run a bakery. What should I check before?").content


@pytest.mark.parametrize(
    "question", ["what should I read up on?", "what would I work on", "what do they get up to?"]
)
def test_what_is_read_up_on_is_no_pay(question, lexicon):
    assert not last(lexicon, "What is a backend engineer?", question).pay_table


def test_what_somebody_gets_up_to_is_no_pay_after_pay(lexicon):
    query = last(lexicon, PAY, "what do they get up to all day")
    assert not query.pay_table
    assert query.topics == (SectionKind.RESPONSIBILITIES,)


@pytest.mark.parametrize(
    ("before", "asked", "bare"),
    [
        (
            "Which courses does a backend engineer take?",
            "ok, how much is it?",
            "how much does the courses cost?",
        ),
        (
            "Must a backend engineer register somewhere?",
            "and how much is that for a student",
            "how much does the registration cost for a student",
        ),
        (
            "Must a backend engineer buy their own chairs?",
            "and how much are they?",
            "how much does the chairs cost?",
        ),
        ("Do backend engineers get a bonus?", "how much is it?", "how much is the bonus?"),
    ],
)
def test_how_much_a_thing_is_asks_for_its_cost_and_no_pay(before, asked, bare, lexicon):
    query = last(lexicon, before, asked)
    assert query.bare.endswith(bare)
    assert not query.pay_table
    assert SectionKind.SALARY not in query.topics
    assert "context" in query.carried


@pytest.mark.parametrize(
    "asked",
    ["how much is it for a senior?", "how much is it a year?", "and how much is it in Leeds?"],
)
def test_what_is_paid_to_somebody_is_no_cost_of_a_course(asked, lexicon):
    before = "Which courses does a backend engineer take?"
    assert last(lexicon, before, asked).telling != ("cours",)


def test_how_much_the_job_is_asks_for_pay(lexicon):
    assert last(lexicon, "What does a backend engineer do?", "how much is that?").pay_table
    assert last(lexicon, PAY, "and how much is it in Leeds?").pay_table


@pytest.mark.parametrize(
    "again",
    [
        "same worry for backend engineers, my sister is one",
        "and the same question about backend engineering please",
        "ditto for backend engineers, it's for a mate",
    ],
)
def test_the_same_is_asked_again_whatever_is_told_behind_it(again, lexicon):
    query = last(lexicon, "Are health informatics engineers on call?", again)
    assert query.roles == (BACKEND,)
    assert "on call" in query.bare
    assert "topic" in query.carried


def test_the_same_beside_another_question_asks_that(lexicon):
    query = last(lexicon, "Are health informatics engineers on call?", "same team as a tester?")
    assert "topic" not in query.carried


@pytest.mark.parametrize("asked", ["so how do I pick it up?", "do I owe them it afterwards?"])
def test_a_thing_of_the_turn_before_may_have_a_particle_behind_it(asked, lexicon):
    query = last(lexicon, "Does a backend engineer need Kubernetes?", asked)
    assert "context" in query.carried
    assert "Kubernetes" in query.context


def test_a_role_spoken_of_before_is_gone_back_to_by_a_word_of_it():
    guides = [
        read_text(f"# {one}\n\nWorks.\n", f"{one}.md") for one in ("Bell Founder", "Map Printer")
    ]
    lexicon = lexicon_of(guides)
    turns = ("What does a map printer do?", "Is a bell founder on call?")
    query = last(lexicon, *turns, "ok, back to printing... are there nights?")
    assert query.roles == ("map-printer",)
    assert query.bare == "are there nights?"


def test_a_role_is_gone_back_to_by_the_beginning_of_a_word(lexicon):
    query = last(
        lexicon, "What is a health informatics engineer?", PAY, "back to interop, any nights?"
    )
    assert query.roles == (INFORMATICS,)


def test_a_sentence_may_only_go_back_to_a_role(lexicon):
    turns = (
        "What is a health informatics engineer?",
        PAY,
        "Right, back to informatic. any nights?",
    )
    assert last(lexicon, *turns).roles == (INFORMATICS,)


def test_the_beginning_of_a_word_stands_for_the_role_that_has_it(lexicon):
    query = last(lexicon, PAY, "and for the interop one?")
    assert query.roles == (INFORMATICS,)
    assert query.pay_table


@pytest.mark.parametrize(
    "asked",
    ["and where does it lead?", "what can that lead to in the end", "where could this lead"],
)
def test_where_it_leads_names_no_level(asked, lexicon):
    query = last(lexicon, "What does a backend engineer do?", asked)
    assert query.topics == (SectionKind.PATHWAYS,)
    assert "lead" not in query.content
    assert not query.level_words


def test_who_leads_it_is_not_where_it_leads(lexicon):
    query = last(lexicon, "What does a backend engineer do?", "who leads that?")
    assert query.topics != (SectionKind.PATHWAYS,)


def test_who_was_asked_which_role_may_describe_it(lexicon):
    turns = ["do you need a degree for it?", "oh I mean the backend engineer, the server one"]
    (asked,) = understand(turns, lexicon, [Reply(asks_role=True)]).queries
    assert (asked.roles, asked.bare) == (("backend-engineer",), "do you need a degree for it?")
    (alone,) = understand(turns, lexicon, [Reply()]).queries
    assert "degree" not in alone.content


def test_back_to_something_leaves_a_job_without_a_guide(lexicon):
    turns = ["what does a backend engineer earn", "and a paramedic?"]
    (back,) = understand([*turns, "back to my offer, how long does it take?"], lexicon).queries
    assert back.roles == ("backend-engineer",)
    (on,) = understand([*turns, "how long does it take?"], lexicon).queries
    assert on.unknown_roles == ("paramedic",)


def test_a_range_at_a_level_is_pay_whatever_was_spoken_of(lexicon):
    turns = ["is a backend engineer on call?", "it says senior. what's the range for that?"]
    (query,) = understand(turns, lexicon).queries
    assert query.pay_table
    assert query.level_words == ("senior",)

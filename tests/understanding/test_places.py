"""Which names of a text are places, and where those lie."""

import csv
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.places.gazetteer import UK, Area, gazetteer
from assistant.understanding.places.places import find_places

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent


def names(text):
    return [place.name for place in find_places(text)]


def only(text):
    (place,) = find_places(text)
    return place


def known_places():
    with (HERE / "known_places.csv").open(encoding="utf-8", newline="") as file:
        return [
            (name, row["area"]) for row in csv.DictReader(file) for name in row["places"].split("|")
        ]


@pytest.mark.parametrize(("name", "area"), known_places())
def test_knows_the_region_of_a_place(name, area):
    place = only(f"What is the pay in {name}?")
    assert place.areas == {Area(area)}
    assert place.uk


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a Welsh trust", "Wales"),
        ("what would I get up north", "the North"),
        ("in the capital", "London"),
        ("Mancunian here", "Manchester"),
        ("jobs north of the border", "Scotland"),
    ],
)
def test_names_can_be_shown(text, name):
    assert names(text) == [name]


def test_twelve_regions():
    assert len(Area) == 12
    assert only("anywhere in the UK").areas == UK


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Buckinghamshire", "South East"),
        ("Oxfordshire", "South East"),
        ("Berkshire", "South East"),
        ("Hampshire", "South East"),
        ("hants", "South East"),
        ("Surrey", "South East"),
        ("Kent", "South East"),
        ("East Sussex", "South East"),
        ("West Sussex", "South East"),
        ("the Isle of Wight", "South East"),
        ("Hertfordshire", "East of England"),
        ("Herts", "East of England"),
        ("Bedfordshire", "East of England"),
        ("Essex", "East of England"),
        ("Cambridgeshire", "East of England"),
        ("Cambs", "East of England"),
        ("Norfolk", "East of England"),
        ("Suffolk", "East of England"),
        ("Wiltshire", "South West"),
        ("Dorset", "South West"),
        ("Gloucestershire", "South West"),
        ("Somerset", "South West"),
        ("Devon", "South West"),
        ("Cornwall", "South West"),
        ("Northamptonshire", "East Midlands"),
        ("Northants", "East Midlands"),
        ("Lincolnshire", "East Midlands"),
        ("Rutland", "East Midlands"),
        ("North Lincolnshire", "Yorkshire and The Humber"),
        ("the East Riding", "Yorkshire and The Humber"),
        ("Warwickshire", "West Midlands"),
        ("Shropshire", "West Midlands"),
        ("the Black Country", "West Midlands"),
        ("Cheshire", "North West"),
        ("the Wirral", "North West"),
        ("Cumbria", "North West"),
        ("Tyneside", "North East"),
        ("County Durham", "North East"),
        ("Teesside", "North East"),
        ("the Highlands", "Scotland"),
        ("Fife", "Scotland"),
        ("the Borders", "Scotland"),
        ("Pembrokeshire", "Wales"),
        ("north Wales", "Wales"),
        ("County Down", "Northern Ireland"),
        ("Fermanagh", "Northern Ireland"),
        ("the City", "London"),
        ("Canary Wharf", "London"),
        ("Camden", "London"),
        ("Croydon", "London"),
        ("Tower Hamlets", "London"),
        ("NW London", "London"),
        ("SE England", "South East"),
        ("the South East", "South East"),
        ("the south-east of England", "South East"),
        ("the South-West", "South West"),
        ("the West Country", "South West"),
        ("the Thames Valley", "South East"),
        ("the Home Counties", "South East"),
        ("East Anglia", "East of England"),
        ("Yorkshire", "Yorkshire and The Humber"),
        ("South Yorks", "Yorkshire and The Humber"),
        ("the North East", "North East"),
        ("NI", "Northern Ireland"),
        ("Newcastle", "North East"),
        ("Hull", "Yorkshire and The Humber"),
        ("Stoke", "West Midlands"),
        ("Londonderry", "Northern Ireland"),
        ("St. Albans", "East of England"),
        ("King’s Lynn", "East of England"),
        ("kings lynn", "East of England"),
        ("stoke on trent", "West Midlands"),
        ("Newcastle-under-Lyme", "West Midlands"),
        ("the City of York", "Yorkshire and The Humber"),
    ],
)
def test_knows_counties_districts_and_nicknames(text, area):
    assert only(f"I work in {text} now").areas == {Area(area)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the Midlands", 2),
        ("the North", 3),
        ("the north of England", 3),
        ("the South", 3),
        ("England", 9),
        ("Great Britain", 11),
        ("the rest of the UK", 10),
    ],
)
def test_a_name_may_span_regions(text, count):
    assert len(only(f"What do they earn in {text}?").areas) == count


def test_up_north():
    assert only("what would I be on up north").areas == only("pay in northern England").areas


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Could I join a Welsh trust?", "Wales"),
        ("a Scottish health board", "Scotland"),
        ("do Scottish roles pay less", "Scotland"),
        ("jobs north of the border", "Scotland"),
        ("a Cornish hospital", "South West"),
        ("a proud Glaswegian looking for work", "Scotland"),
    ],
)
def test_adjectives_of_a_nation(text, area):
    assert only(text).areas == {Area(area)}


@pytest.mark.parametrize(
    "text",
    [
        "Do I need to be a Welsh speaker?",
        "I'm Scottish",
        "Translate it into Welsh",
        "My English is not perfect",
        "Is GCSE English required?",
        "I teach English",
    ],
)
def test_a_tongue_or_a_person_is_no_place(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I love reading about data",
        "Reading the guide, I wondered about pay",
        "is there a sale on",
        "Bath products and rugby",
        "Can I start in March?",
        "moving from Lead to Head",
        "what does a deal desk do",
        "I work in a ward and in sales",
        "help us to hook it up",
        "It is nice in IT",
        "What are the skills in Python and Go?",
        "I have experience in Reading comprehension",
        "Regards, Stanley",
        "Best wishes,\nCharlotte Wells",
        "Many thanks, Lincoln",
        "My hobbies are writing, Reading",
        "senior backend engineer, reading",
        "do they do lunch on the ward",
        "experience in Epic, Cerner and Lorenzo",
        "a northern accent",
        "My name is Lincoln. Pay?",
        "my manager Barry said so",
        "Thanks, Chelsea",
        "Hi Shirley, what does it pay?",
        "the capital budget",
        "the north of the building",
        "write a limerick",
        "convex hull algorithms",
        "mail me at jo@leeds.ac.uk or see www.london.gov.uk",
        "brighten up my CV",
        "A Career In Reading And Bath Design",
        "READING AND WRITING IN SALE",
        "do I need a NI number",
        "",
    ],
)
def test_words_and_people_are_no_places(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jobs in Reading", ["Reading"]),
        ("I'm based in Bath or Sale", ["Bath", "Sale"]),
        ("near Rugby, please", ["Rugby"]),
        ("Bath or Bristol?", ["Bath", "Bristol"]),
        ("Sale, Cheshire", ["Sale", "Cheshire"]),
        ("What about Reading?", ["Reading"]),
        ("Reading", ["Reading"]),
        ("slough", ["Slough"]),
        ("pay in slough", ["Slough"]),
        ("moving to Barry", ["Barry"]),
        ("Preston hospital", ["Preston"]),
        ("norwich salary", ["Norwich"]),
        ("Leeds-based", ["Leeds"]),
        ("leeds,bradford or hull", ["Leeds", "Bradford", "Hull"]),
        ("Senior backend engineer, Reading", ["Reading"]),
        ("Senior engineer - Bath", ["Bath"]),
        ("Location: Reading", ["Reading"]),
        ("I live Reading way", ["Reading"]),
        ("University of Reading", ["Reading"]),
        ("do Reading Hospital pay well", ["Reading"]),
        ("Stone, Staffs", ["Stone"]),
        ("Does Ware, Herts pay less?", ["Ware", "Herts"]),
        ("the City pays more", ["the City"]),
        ("are northern salaries lower", ["the North"]),
        ("London’s pay", ["London"]),
        ("SENIOR PAY IN LEEDS", ["Leeds"]),
        ("Is it better in Leeds, Bradford or Hull", ["Leeds", "Bradford", "Hull"]),
    ],
)
def test_words_count_as_places_with_evidence(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("wages in Manchestr", "Manchester"),
        ("pay in Edinbrugh", "Edinburgh"),
        ("birmingam senior pay", "Birmingham"),
        ("jobs near Glascow", "Glasgow"),
        ("outside Londn", "London"),
        ("in Nothern Ireland", "Northern Ireland"),
        ("in Scotlnd", "Scotland"),
        ("Liverpol", "Liverpool"),
        ("a role in Leicster", "Leicester"),
        ("is it less in Wolverhamton", "Wolverhampton"),
    ],
)
def test_typing_errors(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ireland",
        "Dublin",
        "the Republic of Ireland",
        "the USA",
        "the US",
        "the U.S.",
        "America",
        "New York",
        "Germany",
        "australia",
        "Dubai",
        "India",
        "Nigeria",
        "Accra",
        "Hong Kong",
        "Jersey",
        "the Isle of Man",
        "Europe",
        "the EU",
        "Turkey",
        "Boston, Massachusetts",
        "Cambridge, Massachusetts",
        "Perth, Australia",
        "New South Wales",
        "Melbourne",
    ],
)
def test_abroad(text):
    place = only(f"What does it pay in {text}?")
    assert not place.uk
    assert place.areas == frozenset()


def test_a_name_that_many_places_share_has_no_region():
    place = only("What does it pay in Boston?")
    assert (place.uk, place.areas) == (True, frozenset())
    assert only("pay in Boston, Lincolnshire").areas == {Area.EAST_MIDLANDS}
    assert len(only("pay in Bangor").areas) == 2


@pytest.mark.parametrize(
    "text",
    [
        "outside London",
        "outwith London",
        "outside of London",
        "not London",
        "not in London",
        "anywhere but London",
        "other than Greater London",
        "I don't want to live in London",
        "I do not want to work in London",
        "we’re not based in London",
        "excluding central London",
        "non-London pay",
        "rather than London",
        "away from London",
        "outside the capital",
        "excl. London",
        "ex-London",
        "nowhere near London",
        "London is out of the question",
        "London isn't an option for me",
        "no longer in London",
        "i dont want to live in London",
        "I cannot move to London",
    ],
)
def test_ruled_out(text):
    place = only(text)
    assert place.negated
    assert place.areas == {Area.LONDON}


@pytest.mark.parametrize(
    "text",
    [
        "I can't find the pay in London",
        "not only London",
        "it isn't clear what London pays",
        "do they not pay more in London?",
        "I live in London",
        "working out of London",
        "isn't London pay higher?",
        "it's not far from the office in London",
        "what would an estate agent in London make?",
        "does recruitment in London pay?",
    ],
)
def test_not_ruled_out(text):
    assert not only(text).negated


def test_and_or_carry_the_negation():
    assert [place.negated for place in find_places("not London or the South East")] == [True, True]
    assert [place.negated for place in find_places("not London but Leeds")] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "pay inside and outside London",
        "is it more in London than elsewhere?",
        "London or the rest?",
    ],
)
def test_a_place_and_all_others(text):
    assert sorted(place.negated for place in find_places(text)) == [False, True]


def test_offsets_give_the_words():
    text = "Is pay in north-west London higher than in St. Albans’s?"
    assert [text[place.start : place.end] for place in find_places(text)] == [
        "north-west London",
        "St. Albans",
    ]


PIECES = [
    "London",
    "the",
    "north",
    "St.",
    "Albans's",
    "Reading",
    ",",
    "not in",
    "outside",
    "Saint",
    "U.K.",
    "&",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map(" ".join))
def test_any_text_is_read(text):
    for place in find_places(text):
        assert 0 <= place.start < place.end <= len(text)
        assert text[place.start : place.end].strip()


TRUE_NAMES = {
    "UK",
    "London",
    "South East",
    "rest of UK",
    "rest of the UK",
    "elsewhere in Great Britain",
}


@pytest.mark.parametrize(
    "path",
    sorted([*PROJECT.glob("corpus/*.md"), *PROJECT.glob("evals/fixtures/**/*.md")]),
    ids=str,
)
def test_no_false_hits_in_guides(path):
    """Sentence by sentence, nothing is found but the names that guides use."""
    for sentence in re.split(r"(?<=[.!?|])\s+|\n", path.read_text("utf-8")):
        for place in find_places(sentence):
            assert place.name in TRUE_NAMES, sentence


def test_is_quick():
    gazetteer()
    texts = [
        f"I'm a nurse in Norwich, could I earn {n} outside London or in Manchestr?"
        for n in range(200)
    ]
    started = time.process_time()
    for text in texts:
        find_places(text)
    assert (time.process_time() - started) / len(texts) < 0.005


@pytest.mark.parametrize("text", ["what does NICE pay for", "how does NICE decide"])
def test_letters_that_stand_for_something_else_are_no_place_abroad(text):
    assert names(text) == []


def test_a_place_abroad_in_capitals_is_one_after_a_word_of_place():
    assert names("what is the pay in DUBLIN") == ["Dublin"]

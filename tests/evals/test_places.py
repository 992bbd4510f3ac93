from evals.cases import Gold
from evals.places import Atlas, gold_index
from tests.evals.tiny import ATLAS, BAKER, MILLER, cite


def where(guide, words):
    found = cite(guide, words)
    return ATLAS.at(guide.id, found.start, found.end)


def test_a_range_has_the_place_that_it_stands_in():
    assert where(BAKER, "makes bread") == ("baker", ())
    assert where(BAKER, "£24,000") == ("baker", ("Salary",))


def test_an_faq_pair_is_a_place_below_its_section():
    pair = ("FAQ", "Do bakers need a degree?")
    assert where(BAKER, "a certificate helps") == ("baker", pair)
    assert where(BAKER, "Do bakers need a degree?") == ("baker", pair)


def test_a_range_outside_every_place_is_no_place():
    assert ATLAS.at("baker", 10_000, 10_005)[1] == ("characters 10000 to 10005",)
    assert ATLAS.at("butcher", 0, 5)[0] == "butcher"


def test_gold_covers_the_places_below_it_and_ignores_case_and_quotes():
    assert [place.path for place in ATLAS.gold(Gold(guide="baker", section=["salary"]))] == [
        ("Salary",)
    ]
    assert len(ATLAS.gold(Gold(guide="baker", section=["FAQ"]))) == 3


def test_gold_of_the_introduction_is_the_introduction_alone():
    assert [place.path for place in ATLAS.gold(Gold(guide="baker", section=[]))] == [()]


def test_the_longest_label_wins_where_two_cover_a_place():
    golds = [
        Gold(guide="miller", section=["FAQ"], grade=1),
        Gold(guide="miller", section=["FAQ", "Do millers work nights?"], grade=2),
    ]
    index = gold_index(ATLAS, golds)
    assert index[("miller", ("FAQ", "Do millers work nights?"))] == 1
    assert index[("miller", ("FAQ",))] == 0


def test_a_label_that_means_nothing_finds_nothing():
    assert Atlas.of([MILLER]).gold(Gold(guide="baker", section=["Salary"])) == []

"""Claims and their quotes: exact, numbered in order, and dropped where a check fails."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.citations import MARKER, Cited, Claim, Layout, Quote, cite, fault_of
from assistant.figures import figures
from tests.index.making import small_guide

STEWARD, ANALYST = small_guide("Data Steward"), small_guide("Ward Analyst")
GUIDES = {guide.id: guide for guide in (STEWARD, ANALYST)}


def quote_of(words, guide=STEWARD):
    """The quote of words that stand in a guide."""
    start = guide.source_text.index(words)
    return Quote(guide.id, ("Salary",), "salary", start, start + len(words))


JUNIOR = quote_of("£28,000 to £33,000")
SENIOR = quote_of("£45,000 to £60,000")
FEED = quote_of("Check each feed.")
OTHER = quote_of("Check each feed.", ANALYST)

quotes = st.builds(
    lambda guide_id, start, length: Quote(guide_id, (), "a", start, start + length),
    st.sampled_from([STEWARD.id, ANALYST.id, "nobody"]),
    st.integers(-5, len(STEWARD.source_text) + 20),
    st.integers(-3, 40),
)
claims = st.builds(
    Claim,
    st.sampled_from(
        [
            "Plain words.",
            "It pays £28,000.",
            "It pays £28k to £33k.",
            "Band 7, or 10%.",
            "| a | b |",
        ]
    ),
    st.lists(st.one_of(quotes, st.sampled_from([JUNIOR, SENIOR, FEED])), max_size=3).map(tuple),
    st.sampled_from(Layout),
)


@settings(max_examples=40)
@given(st.lists(claims, max_size=8))
def test_every_citation_is_exact_and_every_marker_has_one(said):
    cited = cite(said, GUIDES)
    for citation in cited.citations:
        text = GUIDES[citation.guide_id].source_text
        assert text[citation.start : citation.end] == citation.quote
        assert citation.quote.strip()
    markers = [int(number) for number in MARKER.findall(cited.text)]
    assert set(markers) == {citation.number for citation in cited.citations}


@settings(max_examples=40)
@given(st.lists(claims, max_size=8))
def test_numbers_run_from_one_in_order_of_first_use(said):
    cited = cite(said, GUIDES)
    first_used = list(dict.fromkeys(int(number) for number in MARKER.findall(cited.text)))
    assert first_used == list(range(1, len(cited.citations) + 1))
    assert [citation.number for citation in cited.citations] == first_used
    places = {(one.guide_id, one.start, one.end) for one in cited.citations}
    assert len(places) == len(cited.citations)


@settings(max_examples=40)
@given(st.lists(claims, max_size=8))
def test_a_claim_is_shown_or_dropped_with_a_reason_never_lost(said):
    cited = cite(said, GUIDES)
    assert [claim for claim, _ in cited.dropped] == [c for c in said if fault_of(c, GUIDES)]
    assert all(reason for _, reason in cited.dropped)


@settings(max_examples=40)
@given(st.lists(claims, max_size=8))
def test_every_figure_shown_stands_in_the_quotes(said):
    cited = cite([claim for claim in said if claim.quotes], GUIDES)
    quoted = frozenset().union(*(figures(citation.quote) for citation in cited.citations))
    assert figures(MARKER.sub("", cited.text)) <= quoted


@settings(max_examples=40)
@given(st.lists(claims, max_size=5))
def test_saying_everything_twice_needs_no_new_numbers(said):
    assert cite(said, GUIDES).citations == cite([*said, *said], GUIDES).citations


def test_one_quote_keeps_its_number_when_it_is_used_again():
    cited = cite(
        [Claim("One.", (JUNIOR,)), Claim("Two.", (SENIOR,)), Claim("Three.", (JUNIOR,))], GUIDES
    )
    assert cited.text == "One. [1] Two. [2] Three. [1]"
    assert [citation.quote for citation in cited.citations] == [
        "£28,000 to £33,000",
        "£45,000 to £60,000",
    ]


def test_the_same_words_of_two_guides_are_two_citations():
    cited = cite([Claim("Feeds.", (FEED, OTHER, FEED))], GUIDES)
    assert cited.text == "Feeds. [1][2]"
    assert [citation.guide_id for citation in cited.citations] == [STEWARD.id, ANALYST.id]


def test_a_citation_says_where_it_stands():
    (citation,) = cite([Claim("Pay.", (JUNIOR,))], GUIDES).citations
    assert (citation.guide, citation.source) == ("Data Steward", "data-steward.md")
    assert citation.section == ("Salary",)
    assert citation.url.startswith(f"/guides/{STEWARD.id}?")
    assert citation.url.endswith("#salary")


@pytest.mark.parametrize(
    "text",
    ["It pays £29,000.", "It pays £28,000 to £34k.", "£28,000 at Band 5.", "£28,000 (DCB0129)."],
)
def test_a_figure_that_is_not_in_its_quotes_drops_the_claim(text):
    cited = cite([Claim(text, (JUNIOR,)), Claim("Feeds.", (FEED,))], GUIDES)
    assert cited.text == "Feeds. [1]"
    ((claim, reason),) = cited.dropped
    assert claim.text == text
    assert "not in its quotes" in reason


@pytest.mark.parametrize("text", ["It pays £28k.", "From £28,000 to 33,000.", "£28-33k"])
def test_a_figure_in_another_writing_is_in_its_quotes(text):
    assert fault_of(Claim(text, (JUNIOR,)), GUIDES) == ""


def test_two_quotes_hold_the_figures_of_one_claim_but_make_none_together():
    assert fault_of(Claim("£28,000 or £60,000", (JUNIOR, SENIOR)), GUIDES) == ""
    low, high = quote_of("£28"), quote_of(",000 to")
    assert fault_of(Claim("£28,000", (low, high)), GUIDES)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(FEED, start=10_000, end=10_020),
        replace(FEED, start=FEED.end, end=FEED.start),
        replace(FEED, start=FEED.start, end=FEED.start),
        replace(FEED, start=-20, end=-5),
        replace(FEED, guide_id="nobody"),
        quote_of("\n\n"),
    ],
)
def test_a_quote_of_nothing_drops_the_claim_and_takes_no_number(wrong):
    cited = cite([Claim("Feeds.", (FEED, wrong)), Claim("Pay.", (JUNIOR,))], GUIDES)
    assert cited.text == "Pay. [1]"
    assert len(cited.dropped) == 1


def test_a_quote_that_runs_beyond_the_text_drops_the_claim():
    last = len(STEWARD.source_text)
    cited = cite([Claim("Care.", (replace(FEED, start=last - 30, end=last + 30),))], GUIDES)
    assert cited == Cited("", (), cited.dropped)


def test_fixed_wording_needs_no_quote():
    assert fault_of(Claim("The guides do not say."), GUIDES) == ""
    assert cite([], GUIDES) == Cited("", (), ())


@pytest.mark.parametrize("first", Layout)
@pytest.mark.parametrize("second", Layout)
def test_lists_and_tables_stand_apart_from_what_is_around_them(first, second):
    row = "| Junior | £28,000 |"
    texts = {Layout.ROW: row}
    said = [Claim(texts.get(layout, "Words."), (JUNIOR,), layout) for layout in (first, second)]
    text = cite(said, GUIDES).text
    (gap,) = re.findall(r"(?:\]|\|)(\s+)(?=\S)(?=- |\| J|Words)", text)
    if first is second and first in (Layout.ITEM, Layout.ROW):
        assert gap == "\n"
    elif second is Layout.SENTENCE and first in (Layout.SENTENCE, Layout.PARAGRAPH):
        assert gap == " "
    else:
        assert gap == "\n\n"


def test_the_marker_of_a_row_stands_in_its_last_cell():
    rows = [
        Claim("| Junior | £28,000 |", (JUNIOR,), Layout.ROW),
        Claim("|---|---|", (), Layout.ROW),
    ]
    assert cite(rows, GUIDES).text == "| Junior | £28,000 [1] |\n|---|---|"

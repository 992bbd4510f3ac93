"""Which sentences of the passages found are quoted."""

import pytest

from assistant.answering.evidence import gather
from assistant.answering.quantities import figure_asked
from assistant.chunks import chunk_guide
from assistant.retrieval import Passage
from tests.index.making import GuideMaker

ITEMS = ("Lock each of the outer doors.", "Count the forty keys.", "Feed the cat.")


def guide_of(fill):
    maker = GuideMaker("Vault Keeper").heading("Duties")
    fill(maker)
    return maker.done()


def passage(guide, words, scores, score=5.0, covered=0.0):
    """The chunk with these words, as found, with the cosine of each of its sentences."""
    chunks = chunk_guide(guide, lambda said: len(said.split()))
    chunk = next(chunk for chunk in chunks if words in chunk.text)
    shares = (covered,) * len(chunk.sentences)
    return Passage(chunk, score, max(scores), tuple(scores), 0.0, 0.0, covered, shares, 0.0, {})


def quoted(guide, *passages, asked=""):
    found = gather(passages, {guide.id: guide}, figure_asked(asked))
    return [guide.source_text[s.start : s.end] for one in found for s in one.sentences]


def listed(maker):
    maker.paragraph("The night holds these duties.").items(*ITEMS, lead_in=maker.last)


def test_what_introduces_a_list_is_not_picked_as_an_item():
    guide = guide_of(listed)
    assert quoted(guide, passage(guide, "Feed", (0.62, 0.6, 0.3, 0.3))) == [ITEMS[0]]


def test_a_list_is_given_whole_where_what_introduces_it_is_clearly_nearest():
    guide = guide_of(listed)
    assert quoted(guide, passage(guide, "Feed", (0.7, 0.3, 0.3, 0.3))) == [
        "The night holds these duties.",
        *ITEMS,
    ]


def test_a_list_too_long_to_be_given_whole_gives_items():
    long = [f"Walk round{' and round' * 20} door {n}." for n in range(3)]
    guide = guide_of(
        lambda maker: maker.paragraph("There are rounds.").items(*long, lead_in=maker.last)
    )
    found = quoted(guide, passage(guide, "Walk", (0.9, 0.5, 0.1, 0.1)))
    assert found == [long[0]]


MUSEUM = (
    "The museum lends its keys to a great many other people who come and go all through the whole "
    "long year. "
    "A keeper may sign for forty loans a month. The cat has no key at all."
)


#: Too long for the whole paragraph to be told that ends with it.
TAIL = f" Then{' and then' * 35} it was dusk."


@pytest.mark.parametrize(
    ("asked", "figure"),
    [("how many loans are there", True), ("who borrows the keys", False)],
)
def test_where_a_number_is_asked_for_the_neighbour_that_gives_it_is_quoted_too(asked, figure):
    guide = guide_of(lambda maker: maker.paragraph(f"{MUSEUM}{TAIL}"))
    found = quoted(guide, passage(guide, "museum", (0.7, 0.2, 0.3, 0.0)), asked=asked)
    assert ("A keeper may sign for forty loans a month." in found) is figure


def test_where_a_number_is_asked_for_an_item_that_gives_one_is_quoted_too():
    guide = guide_of(listed)
    found = quoted(guide, passage(guide, "Feed", (0, 0.6, 0.3, 0.4)), asked="how many keys")
    assert found == list(ITEMS[:2])


def test_a_short_sentence_brings_its_better_neighbour():
    text = f"Old keys rust in the damp of the lower hall. The cat sleeps. It wakes at six.{TAIL}"
    guide = guide_of(lambda maker: maker.paragraph(text))
    assert quoted(guide, passage(guide, "rust", (0.4, 0.8, 0.3, 0.0))) == [
        "The cat sleeps.",
        "Old keys rust in the damp of the lower hall.",
    ]


def test_a_paragraph_found_first_is_told_whole_where_its_rest_is_short():
    guide = guide_of(lambda maker: maker.paragraph(f"{MUSEUM} It wakes at six."))
    found = quoted(guide, passage(guide, "museum", (0.7, 0.2, 0.3, 0.1)), asked="who borrows keys")
    assert len(found) == 4
    assert found[0].startswith("The museum lends")


def test_a_further_paragraph_is_not_told_whole():
    guide = guide_of(lambda maker: maker.paragraph("Keeps have keys.").paragraph(MUSEUM))
    first, further = passage(guide, "Keeps", (0.8,)), passage(guide, "museum", (0.7, 0.2, 0.3), 4.5)
    assert "The cat has no key at all." not in quoted(guide, first, further)


WATCH = "The watch walks the walls at dusk."
BELL = "The bell is rung by the eldest of the keepers at noon on every day but Sunday."
CUT = "A deaf keeper may leave out this bell."


def test_of_a_paragraph_the_sentence_that_answers_leads():
    guide = guide_of(lambda maker: maker.paragraph(f"{WATCH} {BELL}"))
    assert quoted(guide, passage(guide, "bell", (0.6, 0.7))) == [BELL, WATCH]


def test_what_the_leading_sentence_points_back_to_stays_before_it():
    guide = guide_of(lambda maker: maker.paragraph(f"{WATCH} {BELL} {CUT}"))
    assert quoted(guide, passage(guide, "bell", (0.62, 0.65, 0.7))) == [BELL, CUT, WATCH]


def test_the_sentence_that_gives_the_number_asked_for_leads():
    guide = guide_of(lambda maker: maker.paragraph(MUSEUM))
    found = quoted(
        guide, passage(guide, "museum", (0.7, 0.2, 0.3)), asked="how many loans are there"
    )
    assert found[0] == "A keeper may sign for forty loans a month."


def test_a_short_sentence_of_a_further_passage_brings_its_neighbour_too():
    first = (
        "The watch walks round every hall and every yard of the keep at each hour of the night, "
        "with a lamp."
    )
    guide = guide_of(
        lambda maker: maker.paragraph(first).paragraph("Keeps differ. Some have no moat at all.")
    )
    found = quoted(guide, passage(guide, "watch", (0.8,)), passage(guide, "moat", (0.7, 0.1), 4.5))
    assert found == [first, "Keeps differ.", "Some have no moat at all."]


@pytest.mark.parametrize("label", ["What does the night cost?", "Some ask what the night costs."])
def test_a_question_in_a_paragraph_answers_nothing_and_brings_what_follows(label):
    guide = guide_of(
        lambda maker: maker.paragraph(f"{label} A night costs two loaves. It is dark.")
    )
    found = quoted(guide, passage(guide, "loaves", (0.9, 0.3, 0.1)))
    assert found[:2] == [label, "A night costs two loaves."]


@pytest.mark.parametrize("label", ["What does the night cost?", "Rates for a night:"])
def test_what_only_leads_on_is_no_evidence(label):
    guide = guide_of(lambda maker: maker.paragraph(label))
    assert quoted(guide, passage(guide, label, (0.9,))) == []


def two(score, similarity, covered):
    guide = guide_of(
        lambda maker: maker.paragraph("The cat sleeps in the hall by day.").paragraph(
            "The bell rings at noon for all to hear."
        )
    )
    first = passage(guide, "cat", (0.6,), covered=0.5)
    return quoted(guide, first, passage(guide, "bell", (similarity,), score, covered))


@pytest.mark.parametrize(
    ("score", "similarity", "covered", "both"),
    [
        (4.5, 0.3, 0.0, True),
        (4.0, 0.3, 0.0, False),
        (4.0, 0.7, 0.0, True),
        (4.0, 0.3, 0.5, True),
        (3.0, 0.7, 1.0, False),
    ],
)
def test_a_passage_behind_the_first_in_every_way_adds_nothing(score, similarity, covered, both):
    assert (len(two(score, similarity, covered)) == 2) is both


@pytest.mark.parametrize(
    ("first", "similarity", "covered", "both"),
    [
        (0.5, 0.2, 0.0, False),
        (0.5, 0.2, 0.5, True),
        (0.5, 0.4, 0.0, True),
        # Where the first has no word of the question either there is nothing to choose by.
        (0.0, 0.2, 0.0, True),
    ],
)
def test_a_passage_that_meets_nothing_of_the_question_is_left_out(first, similarity, covered, both):
    maker = GuideMaker("Vault Keeper").heading("Duties").paragraph("The cat sleeps in the hall.")
    guide = maker.heading("Pay").paragraph("The bell rings at noon for all to hear.").done()
    beside = passage(guide, "bell", (similarity,), 4.8, covered)
    found = quoted(guide, passage(guide, "cat", (0.6,), covered=first), beside)
    assert (len(found) == 2) is both


def test_a_heading_at_the_start_of_a_paragraph_is_quoted_with_what_stands_under_it():
    text = (
        "**Harbour vaults.** Shifts there are long and wet. Keys of that kind are kept under glass."
    )
    guide = guide_of(lambda maker: maker.paragraph(text))
    found = quoted(guide, passage(guide, "Shifts", (0.9, 0.1, 0.2)))
    assert found[:2] == ["**Harbour vaults.**", "Shifts there are long and wet."]


def test_what_makes_a_thought_whole_takes_no_room_from_what_else_answers():
    hall = f"Bells ring for all the hall{' and yard' * 35}."
    door = f"Doors shut at dusk{' and at dawn' * 13}."
    guide = guide_of(lambda maker: maker.paragraph(f"The cat sleeps. {hall}").paragraph(door))
    first = passage(guide, "cat", (0.9, 0.1), covered=0.5)
    found = quoted(guide, first, passage(guide, "dusk", (0.9,), 4.9, 0.5))
    assert found == ["The cat sleeps.", door]


def test_of_a_long_further_reply_its_beginning_and_its_best_sentence_are_quoted():
    said = ("Yes.", f"Walk{' on' * 30}.", f"Look{' up' * 30}.", "Ravens nest in the tower.")
    guide = guide_of(
        lambda maker: maker.paragraph("The cat sleeps in the hall by day.").pair(
            "Is it old?", " ".join(said)
        )
    )
    first = passage(guide, "cat", (0.6,), covered=0.5)
    pair = passage(guide, "Ravens", (0.1, 0.2, 0.2, 0.2, 0.7), 4.9, 0.5)
    assert quoted(guide, first, pair)[1:] == [said[0], said[1], said[3]]


def test_the_question_of_a_pair_is_no_part_of_its_reply():
    said = ("It is.", f"Walk{' on' * 60}.")
    guide = guide_of(
        lambda maker: maker.paragraph("The cat sleeps in the hall by day.").pair(
            "Is it old?", " ".join(said)
        )
    )
    first = passage(guide, "cat", (0.6,), covered=0.5)
    pair = passage(guide, "Walk", (0.9, 0.8, 0.1), 4.9, 0.5)
    assert quoted(guide, first, pair)[1:] == [said[0]]


def test_of_a_reply_that_was_quoted_before_the_sentence_that_answers_leads():
    said = (
        f"Two keepers walk round{' and round' * 12}.",
        f"Bread comes up{' and up' * 12}.",
        "Rest.",
    )
    guide = guide_of(lambda maker: maker.pair("What are nights like?", " ".join(said)))
    pair = passage(guide, "Bread", (0.1, 0.3, 0.8, 0.1))
    told = frozenset((guide.id, sentence.start) for sentence in pair.chunk.sentences)
    (found,) = gather([pair], {guide.id: guide}, None, told)
    cited = [guide.source_text[one.start : one.end] for one in found.sentences]
    assert cited == [said[1], said[0]]

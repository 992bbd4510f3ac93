"""Which sentences of the passages found are quoted."""

from assistant.answering.evidence import gather
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
    return Passage(chunk, score, max(scores), tuple(scores), 0.0, 0.0, covered, shares, {})


def quoted(guide, *passages):
    found = gather(passages, {guide.id: guide})
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

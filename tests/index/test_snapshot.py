"""What a reader gets: nearest by meaning and by words, vectors without embedding, clear errors."""

import numpy as np
import pytest

from assistant.errors import NoSnapshotError, SnapshotDamagedError, SnapshotMismatchError
from assistant.guides.model import SectionKind
from assistant.index import WHOLE, open_snapshot
from assistant.words import terms


@pytest.fixture
def snapshot(folder):
    with open_snapshot(folder, "minilm", 384) as opened:
        yield opened


def ask(snapshot, model, question, k=5, **only):
    return snapshot.nearest(model.embed([question])[0], k, **only)


def test_the_nearest_of_the_named_guide_answers(snapshot, model):
    found = ask(snapshot, model, "Must I have a degree?", guide_ids=["ward-analyst"])
    chunk_id, sentence, similarity = found[0]
    assert snapshot.chunks[chunk_id].section == ("FAQ", "Do I need a degree?")
    assert snapshot.chunks[chunk_id].sentences[sentence].role == "question"
    assert 0.5 < similarity <= 1
    assert {snapshot.chunks[chunk_id].guide_id for chunk_id, _, _ in found} == {"ward-analyst"}


def test_chroma_and_the_matrix_agree(snapshot, model):
    vector = model.embed(["Who checks the feeds?"])[0]
    found = snapshot.nearest(vector, 100)
    assert len(found) == len(set(found))
    assert [similarity for *_, similarity in found] == sorted((s for *_, s in found), reverse=True)
    for chunk_id, sentence, similarity in found:
        own = snapshot.chunk_vector(chunk_id)
        if sentence != WHOLE:
            own = snapshot.sentence_vectors(chunk_id)[sentence]
        assert similarity == pytest.approx(float(own @ vector), abs=1e-4)


def test_every_chunk_and_every_distinct_sentence_has_a_record(snapshot, model):
    found = {(chunk_id, sentence) for chunk_id, sentence, _ in ask(snapshot, model, "pay", 1000)}
    expected = {(chunk.id, WHOLE) for chunk in snapshot.chunks.values()} | {
        (chunk.id, place)
        for chunk in snapshot.chunks.values()
        for place, sentence in enumerate(chunk.sentences)
        if sentence.embedded != chunk.embedded
    }
    assert found == expected


def test_kinds_of_sections_filter(snapshot, model):
    kinds = [SectionKind.FAQ, SectionKind.SALARY]
    found = ask(snapshot, model, "pay", 50, guide_ids=["data-steward"], section_kinds=kinds)
    assert {snapshot.chunks[chunk_id].section_kind for chunk_id, _, _ in found} == set(kinds)
    assert ask(snapshot, model, "pay", guide_ids=[]) == []
    assert ask(snapshot, model, "pay", guide_ids=["unknown"]) == []


def test_words_find_what_shares_them(snapshot):
    found = snapshot.lexical("is on-call common for a ward analyst?", 3)
    assert snapshot.chunks[found[0][0]].section == ("FAQ", "Is on-call common?")
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert found == snapshot.lexical(terms("on-call common ward analyst"), 3)
    one = snapshot.lexical("on-call", 10, guide_ids=["data-steward"])
    assert {snapshot.chunks[chunk_id].guide_id for chunk_id, _ in one} == {"data-steward"}


def test_unknown_words_find_nothing(snapshot):
    assert snapshot.lexical("xylophone", 3) == []
    assert snapshot.lexical("", 3) == []


def test_compounds_and_rarity_come_from_the_guides(snapshot):
    assert snapshot.compounds == {"oncall"}
    assert 0 < snapshot.idf("role") < snapshot.idf("oncall") < snapshot.idf("xylophone")


def test_each_guide_has_its_vocabulary(snapshot):
    assert set(snapshot.vocabularies) == {"data-steward", "ward-analyst"}
    assert {"oncall", "record"} <= snapshot.vocabularies["data-steward"]
    assert "xylophone" not in snapshot.vocabularies["data-steward"]


def test_pieces_and_terms_of_chunks_are_at_hand(snapshot, model):
    asked = [chunk.id for chunk in snapshot.chunks.values() if chunk.guide_id == "data-steward"]
    met = snapshot.matches(model.read("Do I need a degree?"), asked, ["data-steward"])
    assert met.shape == (len(asked),)
    best = snapshot.chunks[asked[int(met.argmax())]]
    assert best.section == ("FAQ", "Do I need a degree?")
    whole, sentences = snapshot.terms_of(best.id)
    assert "degre" in whole
    assert len(sentences) == len(best.sentences)


def test_guides_and_chunks_are_whole(snapshot, two_guides):
    assert tuple(snapshot.guides.values()) == two_guides
    for chunk in snapshot.chunks.values():
        text = snapshot.guides[chunk.guide_id].source_text
        assert text[chunk.start : chunk.end] == chunk.text
        assert snapshot.sentence_vectors(chunk.id).shape == (len(chunk.sentences), 384)
    assert [guide.id for guide in snapshot.manifest.guides] == list(snapshot.guides)
    with pytest.raises(TypeError):
        snapshot.chunks["x"] = None


def test_an_empty_folder_names_the_command(tmp_path):
    with pytest.raises(NoSnapshotError, match=r"python ingest.py"):
        open_snapshot(tmp_path, "minilm")


@pytest.mark.parametrize(
    ("embedding", "dimension", "url", "said"),
    [
        ("openai:x", None, "", "embedded with minilm, and openai:x is set"),
        ("minilm", 99, "", "384 dimensions, and minilm gives 99"),
        ("minilm", 384, "http://c:1", "its own folder, and http://c:1 is set"),
    ],
)
def test_a_mismatch_names_the_command(folder, embedding, dimension, url, said):
    with pytest.raises(SnapshotMismatchError, match=f"{said}.*Run: python ingest.py"):
        open_snapshot(folder, embedding, dimension, url)


def test_a_question_of_another_dimension_is_a_mismatch(snapshot):
    with pytest.raises(SnapshotMismatchError, match="2 dimensions"):
        snapshot.nearest(np.array([1.0, 0.0]), 3)


def test_a_lost_collection_is_damage(folder, model):
    with open_snapshot(folder, "minilm") as opened:
        chroma = folder / "snapshots" / opened.id / "chroma" / "chroma.sqlite3"
    chroma.unlink()
    with (
        open_snapshot(folder, "minilm") as opened,
        pytest.raises(SnapshotDamagedError, match="--rebuild"),
    ):
        ask(opened, model, "pay")


def test_closing_twice_is_harmless(folder):
    opened = open_snapshot(folder, "minilm")
    opened.close()
    opened.close()

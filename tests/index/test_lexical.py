"""BM25 by bm25s agrees with the formula worked by hand."""

import math

import pytest

from assistant.index.lexical import LexicalIndex, build_lexical

TEXTS = ["pay pay band", "pay rota", "rota rota rota swap on-call", "audit"]


def test_scores_follow_the_formula():
    index = build_lexical(TEXTS)
    # Terms: 3, 2, 4 + 2 ("oncall", "call"; "on" is a stop word) and 1, so 3 on average.
    lengths, average, k1, b = [3, 2, 6, 1], 3.0, 1.5, 0.75
    idf = math.log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    expected = [
        idf * tf / (tf + k1 * (1 - b + b * length / average))
        for tf, length in zip([2, 1, 0, 0], lengths, strict=True)
    ]
    assert index.scores(["pay"]) == pytest.approx(expected, abs=1e-5)
    assert index.idf("pay") == pytest.approx(idf)
    assert index.idf("unknown") == pytest.approx(math.log(1 + 4.5 / 0.5))


def test_compounds_are_known_in_all_texts():
    index = build_lexical(["the on-call rota", "being on call", "call"])
    assert index.compounds == {"oncall"}
    scores = index.scores(["oncall"])
    assert scores[0] > 0
    assert scores[1] > 0
    assert scores[2] == 0


def test_a_saved_index_scores_the_same(tmp_path):
    index = build_lexical(TEXTS)
    index.save(tmp_path / "lexical")
    loaded = LexicalIndex.load(tmp_path / "lexical")
    for query in (["pay"], ["rota", "swap"], ["unknown"], []):
        assert loaded.scores(query).tolist() == index.scores(query).tolist()
    assert loaded.compounds == index.compounds


@pytest.mark.parametrize("texts", [[], ["", "the of"], ["", "pay"]])
def test_texts_without_words_score_nothing(tmp_path, texts):
    build_lexical(texts).save(tmp_path)
    scores = LexicalIndex.load(tmp_path).scores(["pay", ""])
    assert len(scores) == len(texts)
    assert scores[:1].tolist() in ([], [0.0])

from evals.measures.claims import Claim, claims, is_framing, sentences


def test_sentences_up_to_a_marker_all_cite_it():
    text = "Bakers start early. It is dark. [1][2] Weekends rotate [3]."
    assert claims(text) == [
        Claim("Bakers start early.", (1, 2)),
        Claim("It is dark.", (1, 2)),
        Claim("Weekends rotate", (3,)),
    ]


def test_what_follows_the_last_marker_cites_nothing_and_is_cut_at_sentences():
    found = claims("One thing [1]. Another thing. A third.")
    assert [claim.numbers for claim in found] == [(1,), (), ()]


def test_headings_and_table_rules_are_no_claims_and_a_row_is_one():
    text = "## Pay\n**Baker**\n| Level | Pay |\n|---|---|\n| Junior | £24,000 | [1] |\n"
    assert claims(text)[-1].numbers == (1,)
    assert len(claims(text)) == 2


def test_a_bullet_is_a_claim_without_its_bullet():
    assert claims("- **Test** the dough [4]") == [Claim("Test the dough", (4,))]


def test_a_lead_in_and_a_question_frame_the_answer():
    assert is_framing(Claim("For a baker:", ()))
    assert is_framing(Claim("Which role do you mean?", ()))
    assert not is_framing(Claim("For a baker:", (1,)))
    assert not is_framing(Claim("It pays well.", ()))


def test_a_claim_has_sentences_and_cells():
    assert sentences(Claim("One. Two. | Three", (1,))) == ["One.", "Two.", "Three"]

"""How evidence is laid out: one line above what belongs together, a question above a reply."""

import pytest

from assistant.answering.evidence import Evidence
from assistant.answering.quoting import evidence_claims, said_once
from assistant.answering.wording import say
from assistant.chunks import chunk_guide
from assistant.citations import Claim, Layout, Quote, cite
from tests.index.making import GuideMaker

MAKER = GuideMaker("Vault Keeper")
MAKER.heading("Duties").paragraph("The night holds three duties.")
MAKER.items("Lock the doors.", "Count the keys.", "Feed the cat.", lead_in=MAKER.last)
MAKER.heading("Skills").rows(
    ("Skill", "What it is"), ("Calm", "Waiting without a word."), ("Ears", "Hearing a mouse.")
)
MAKER.heading("FAQ")
MAKER.pair("Is the vault cold?", "Yes. Bring a coat.")
MAKER.pair("Who is the boss?", "The keeper of the day is the boss.")
GUIDE = MAKER.done()
CHUNKS = chunk_guide(GUIDE, lambda said: len(said.split()))


def evidence(words):
    """What is found: the chunk that has these words, with its sentences that do or answer."""
    chunk = next(chunk for chunk in CHUNKS if words in chunk.text)
    said = [s for s in chunk.sentences if s.role != "question"]
    if chunk.kind.value == "list_item":
        said = [s for s in said if words in GUIDE.source_text[s.start : s.end]]
    return Evidence(chunk, tuple(said), 1.0)


def shown(*words):
    claims = evidence_claims([evidence(one) for one in words], {GUIDE.id: GUIDE})
    cited = cite(claims, {GUIDE.id: GUIDE})
    assert cited.dropped == ()
    return cited.text


def test_rows_of_one_table_stand_together_under_one_line():
    line = say("found.row", section="Skills", role="Vault Keeper")
    assert shown("Ears", "The keeper of the day", "Calm") == (
        f"{line}\n\n- **Ears**: Hearing a mouse. [1]\n- **Calm**: Waiting without a word. [2]\n\n"
        f"{say('found.reply', question='Who is the boss?')}\n\n"
        "The keeper of the day is the boss. [3]"
    )


def test_items_of_one_list_stand_together_under_one_line():
    line = say("found.items", section="Duties", role="Vault Keeper")
    assert shown("Feed", "Lock") == f"{line}\n\n- Feed the cat. [1]\n- Lock the doors. [2]"


def test_what_introduces_a_list_is_a_sentence_above_it_and_no_item():
    assert shown("three duties", "Lock") == (
        "The night holds three duties. [1]\n\n- Lock the doors. [2]"
    )


def test_a_reply_stands_under_its_question():
    line = say("found.reply", question="Is the vault cold?")
    assert shown("Bring a coat") == f"{line}\n\nYes. [1] Bring a coat. [2]"


def test_an_answer_that_stands_by_itself_needs_its_question_only_after_another_passage():
    assert shown("The keeper of the day") == "The keeper of the day is the boss. [1]"
    assert "Who is the boss?" in shown("Feed", "The keeper of the day")


def claim(text, layout=Layout.SENTENCE):
    return Claim(text, (Quote("keeper", (), "top", 0, len(text)),), layout)


COLD, COAT, CAT = claim("Cold."), claim("Bring a coat."), claim("A cat.", Layout.PARAGRAPH)
LEAD, OTHER = Claim("The guide says:"), Claim("The guide lists:")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([COLD, COAT, COLD], [COLD, COAT]),
        ([COLD, LEAD, claim("Cold.", Layout.PARAGRAPH), COAT], [COLD, LEAD, COAT]),
        ([COLD, LEAD, COLD, OTHER, COAT], [COLD, OTHER, COAT]),
        ([COLD, LEAD, COLD, CAT], [COLD, CAT]),
        ([COLD, LEAD, COLD], [COLD]),
        ([COLD, LEAD], [COLD, LEAD]),
    ],
)
def test_nothing_is_quoted_twice_and_no_line_leads_on_to_nothing(given, kept):
    assert said_once(given) == kept

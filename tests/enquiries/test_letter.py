"""The reply as a letter, in both its forms."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from assistant.enquiries.intake import unkept
from assistant.enquiries.letter import load_letter
from assistant.enquiries.markup import as_html, as_plain
from assistant.errors import SettingsError
from assistant.records.values import CitedPlace, EnquiryQuestion, Incoming
from tests.enquiries.conftest import BASE
from tests.enquiries.scripted import cited, guide_of


@pytest.fixture
def guide(tmp_path):
    return guide_of(tmp_path)


def question(text, answer, *citations, status=AnswerStatus.ANSWERED):
    places = tuple(CitedPlace(citation) for citation in citations)
    return EnquiryQuestion(text, status, answer, answer, places)


def enquiry_of(clock, letter, *questions, name=""):
    enquiry = unkept(Incoming("?", sender_name=name), clock())
    greeting = letter.greeting(name, questions)
    return replace(enquiry, questions=questions, greeting=greeting, closing=letter.closing())


def test_sources_are_numbered_by_section_across_the_answers(clock, letter, guide):
    pay = cited(guide, "A keeper earns £31,000 a year.")
    nights = cited(guide, "Night watches add £40 each.", 2)
    log = cited(guide, "Keeps a log", 1, ("Skills",))
    enquiry = enquiry_of(
        clock,
        letter,
        question("Pay?", "£31,000. [1] Nights add £40. [2]", pay, nights),
        question("Skills?", "A log. [1]", log),
    )
    reply = letter.compose(enquiry)
    assert "£31,000. [1] Nights add £40. [1]" in reply.text
    assert "A log. [2]" in reply.text
    page = f"{BASE}/guides/lighthouse-keeper"
    assert f"[1] Lighthouse Keeper › Pay\n{page}#pay\n" in reply.text
    assert f"[2] Lighthouse Keeper › Skills\n{page}?from={log.start}&to={log.end}#pay" in reply.text
    # In the HTML each marker still leads to its own quote.
    assert reply.html.count(f'href="{page}?from={pay.start}&amp;to={pay.end}#pay"') == 1
    assert reply.html.count(f"from={nights.start}&amp;") == 1


def test_markers_side_by_side_of_one_section_become_one(clock, letter, guide):
    both = (
        cited(guide, "A keeper earns £31,000 a year."),
        cited(guide, "Night watches add £40 each.", 2),
    )
    reply = letter.compose(enquiry_of(clock, letter, question("Pay?", "So. [1][2]", *both)))
    assert "So. [1]\n" in reply.text


@pytest.mark.parametrize(
    ("name", "statuses", "greeting", "opening"),
    [
        ("Jo", ["answered"], "Dear Jo,", "Here is what our role guides say.\n"),
        ("", ["answered", "not_covered"], "Hello,", "Where they don't cover"),
        ("", ["not_covered", "failed"], "Hello,", "I'm sorry that our role guides"),
        ("Jo", ["social"], "Dear Jo,", None),
        ("Jo", ["answered", "social"], "Dear Jo,", "Here is what our role guides say.\n"),
    ],
)
def test_the_greeting_says_how_much_is_covered(clock, letter, name, statuses, greeting, opening):
    questions = [question("Q?", "A.", status=AnswerStatus(status)) for status in statuses]
    text = letter.compose(enquiry_of(clock, letter, *questions, name=name)).text
    assert text.startswith(greeting)
    assert ("Thank you for getting in touch." in text) is (opening is not None)
    assert opening is None or opening in text


def test_what_people_write_is_never_live_html(clock, letter):
    evil = '<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) & "q"'
    enquiry = enquiry_of(
        clock, letter, question(evil, evil), question("Two?", "Fine."), name="<b>Jo</b>"
    )
    html = letter.compose(enquiry).html
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert 'href="javascript' not in html
    assert "&lt;script&gt;" in html


def test_a_link_in_a_question_or_a_name_is_no_link_of_ours(clock, letter):
    evil = "Is [this](https://evil.example) <https://evil.example> *so* `bad` a_b_c \\x | y?"
    enquiry = enquiry_of(
        clock,
        letter,
        question(evil, "No."),
        question("Two?", "Fine."),
        name="[J](https://e.example)",
    )
    reply = letter.compose(enquiry)
    assert "href=" not in reply.html
    assert "<em>" not in reply.html
    assert f"1. {evil}\n" in reply.text
    assert reply.text.startswith("Dear J(https://e.example),")


def test_a_table_becomes_lines_with_the_names_of_its_columns():
    table = "| Level | Pay |\n|---|---|\n| **Junior** | £1 [1] |\n| Senior | £2 [2] |\n\nAfter."
    assert (
        as_plain(table) == "- Level: Junior; Pay: £1 [1]\n- Level: Senior; Pay: £2 [2]\n\nAfter.\n"
    )
    assert "<th>Level</th>" in as_html(table)


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**Bold** and *thin*", "Bold and thin\n"),
        ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4\n"),
        ("# Heading\n\n\n\nText", "Heading\n\nText\n"),
        ("[here](https://x.org)", "here (https://x.org)\n"),
        (r"1\. \[n\]", "1. [n]\n"),
        ("a | b", "a | b\n"),
    ],
)
def test_plain_text_is_free_of_markdown(markdown, plain):
    assert as_plain(markdown) == plain


def test_the_line_ends_of_a_sign_off_are_kept(clock, letter):
    html = letter.compose(enquiry_of(clock, letter, question("Q?", "A."))).html
    assert "Kind regards,<br>\nThe careers support team" in html


def test_a_template_of_ones_own_replaces_what_it_names(tmp_path, clock):
    file = tmp_path / "letter.toml"
    file.write_text(
        'closing = "Hwyl,\\nTîm gyrfaoedd"\ngreeting_named = "Annwyl {name},"\n', "utf-8"
    )
    letter = load_letter(BASE, file)
    text = letter.compose(enquiry_of(clock, letter, question("Q?", "A."), name="Siân")).text
    assert text.startswith("Annwyl Siân,")
    assert text.endswith("Hwyl,\nTîm gyrfaoedd\n")
    assert "Thank you for getting in touch." in text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('closing = "x', "can't be read"),
        ('sign_off = "x"', "“sign_off”"),
        ("closing = 1", "“closing”"),
        ('greeting_named = "Dear {first_name}"', "{name} and no other"),
        ('greeting_named = "Dear {name"', "Write a brace"),
    ],
)
def test_a_template_that_cannot_be_used_is_explained(tmp_path, written, said):
    file = tmp_path / "letter.toml"
    file.write_text(written, "utf-8")
    with pytest.raises(SettingsError) as told:
        load_letter(BASE, file)
    assert said in str(told.value)


def test_a_template_that_is_not_there_is_explained(tmp_path):
    with pytest.raises(SettingsError, match="can't be read"):
        load_letter(BASE, tmp_path / "none.toml")

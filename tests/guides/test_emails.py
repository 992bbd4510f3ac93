import pytest

from assistant.guides import read_text

HEAD = "From: Jo Lee (Wards)\nSent: 4 May 2026 09:12\nTo: Web team\nSubject: {}\n"
BODY = (
    "Ward planners plan the wards of a hospital.\n\nPay\n\nA ward planner earns £30,000 a year.\n"
)


def read(text):
    guide = read_text(text, "mail.txt")
    spans = [block for section in guide.sections for block in section.blocks]
    return guide, [block.text(guide.source_text) for block in spans]


def test_the_subject_of_an_e_mail_is_the_title():
    guide, said = read(
        f"{HEAD.format('FW: Re: Ward planner - info for the jobs page')}\nHi all\n\n{BODY}"
    )
    assert guide.title == "Ward planner - info for the jobs page"
    assert guide.role == "Ward planner"
    assert said == ["Ward planners plan the wards of a hospital.", BODY.split("\n")[-2]]
    assert "left_out" in [finding.code for finding in guide.findings]


def test_heads_and_ends_of_e_mails_within_one_are_left_out():
    first = f"{HEAD.format('FW: Ward planner')}\nHi Al,\n\nHere it is.\n\nJo\n\n"
    first += "-----Original Message-----\n"
    second = HEAD.format("Ward planner").replace("Jo Lee", "Al Fox")
    end = (
        "\nAl Fox | Head of wards | Ext 12\nPlease consider the environment before printing this.\n"
    )
    _, said = read(f"{first}{second}\n{BODY}{end}")
    assert said == [
        "Here it is.",
        "Ward planners plan the wards of a hospital.",
        BODY.split("\n")[-2],
    ]


def test_fields_within_a_page_are_text():
    guide, said = read(f"Ward planner\n\n{BODY}\nFrom: the ward\nTo: the theatre\nDate: each day\n")
    assert guide.role == "Ward planner"
    assert "From: the ward" in "\n".join(said)


def test_items_and_sections_that_begin_as_greetings_do_stay():
    _, said = read(
        f"{HEAD.format('Ward planner')}\nHi all\n\n{BODY}\nSkills\n\n- Good sight\n- Tact\n"
    )
    assert said[-2:] == ["Good sight", "Tact"]


@pytest.mark.parametrize(
    "end",
    [
        "Hope that helps. Do write.\n\nJo\n\nJo Lee\nWards | Hale\nTel. 01632 960 000 | Mon-Thu",
        "Kind regards,\nJo Lee\nHead of Wards",
    ],
)
def test_what_closes_a_message_is_left_out(end):
    text = f"Subject: Ward Planner\n\nWard planners plan the wards.\n\nPay\n£30,000.\n\n{end}\n"
    guide = read_text(text, "w.txt")
    assert guide.title == "Ward Planner"
    assert guide.sections[-1].blocks[-1].text(text) == "£30,000."


def test_text_below_such_words_stays():
    text = (
        "Subject: Ward Planner\n\nThey plan.\n\nThanks\n\nThey are thanked by all of the wards.\n"
    )
    guide = read_text(text, "w.txt")
    assert "thanked by all" in guide.sections[-1].blocks[-1].text(text)


@pytest.mark.parametrize(
    "end",
    [
        "Thanks to the night team\nBeds are found by dawn",
        "All the best wards take learners\nAsk for a visit",
        "Thanks\nJo\n\nPS nights add a third",
    ],
)
def test_a_line_that_begins_as_such_words_do_is_text(end):
    text = f"Subject: Ward Planner\n\nWard planners plan the wards.\n\nPay\n£30,000.\n\n{end}\n"
    guide = read_text(text, "w.txt")
    assert end.split("\n")[-1] in [b.text(text) for b in guide.blocks][-1]

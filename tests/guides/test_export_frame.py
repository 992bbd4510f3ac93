import pytest

from assistant.guides import read_text

PROSE = "Ward planners plan the wards of a hospital, and tell everybody in good time."
MENU = "Skip to main content\nSearch\nMenu\nExplore the many jobs that there are in hospitals\n"
BODY = f"Ward Planner\n\n{PROSE}\n\nDuties\n\nThey plan.\n\nPay\n\nEnough, as they say."


def read(text):
    return read_text(text + "\n", "ward.txt")


def said(guide):
    return [
        (section.path, [block.text(guide.source_text) for block in section.blocks])
        for section in guide.sections
    ]


PLAIN = [((), [PROSE]), (("Duties",), ["They plan."]), (("Pay",), ["Enough, as they say."])]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        MENU + BODY,
        f"{MENU}Home\nJobs\nWard Planner\n\n{BODY}",
        f"Jobs\nAdvice\nHome\nWards\nWard Planner\n{BODY}",
        BODY.replace("Duties", "On this page\nDuties\nPay\n\nDuties", 1),
        f"{BODY}\n\nWas this page helpful?\nYes\nNo\n\nCookies on this site\nAccept all\nPrivacy",
        BODY.replace("Pay", "Back to top\n\nPay") + "\n\nBack to top\n\n© Example 2026",
        f"Menu\nSearch\n\n{BODY}\n\nWas this page useful? Yes / No",
        f"We use cookies to make this work.\nAccept all cookies\n\n{BODY}",
        "Cookies on Example Jobs\nWe'd also like to use analytics cookies so that we can learn.\n"
        f"Some of these cookies last for a year.\nAccept additional cookies\nView cookies\n{BODY}",
        BODY.replace("\n", "\nPrint this page   Save to my list\n", 1),
        f"{BODY}\n\nFiled under: wards. 27 likes. Leave a reply.\nPosted in Jobs | 3 comments",
        f"{BODY}\n\nLatest vacancies\nBed planner, York\nCopyright Example | Cookie settings",
        f"{BODY}\n\n(c) Example College. Please pass this on.",
    ],
)
def test_what_stands_around_a_guide_is_left_out(text):
    guide = read(text)
    assert guide.role == "Ward Planner"
    assert said(guide) == PLAIN


def test_lines_that_recur_with_page_numbers_are_left_out():
    foot = "Example Trust          Page {} of 2"
    body = BODY.replace("Pay", f"{foot.format(1)}\n\nPay")
    assert said(read(f"{body}\n\n{foot.format(2)}")) == PLAIN


def test_a_number_between_dashes_is_no_item():
    body = BODY.replace("Pay", f"{' ' * 30}- 1 -\n\nPay")
    assert said(read(f"{body}\n\n{' ' * 30}- 2 -")) == PLAIN


def test_a_header_beside_numbers_in_the_middle_is_left_out():
    head = "Example Hospitals          Book of jobs 2025"
    body = BODY.replace("Pay", f"{' ' * 16}41\n\n{head}\n\nPay")
    guide = read(f"{head}\n\n{body}\n\n{' ' * 16}42")
    assert guide.role == "Ward Planner"
    assert said(guide) == PLAIN


@pytest.mark.parametrize("word", ["register", "search", "print", "email"])
def test_a_word_of_menus_that_ends_an_item_stays(word):
    items = f"- keeping the wards in good order\n- writing all that is done into the\n  {word}"
    kept = said(read(BODY.replace("They plan.", f"{items}\n- planning beds")))
    assert kept[1][1][1].split() == f"writing all that is done into the {word}".split()


def test_a_header_of_a_text_with_page_numbers_is_no_title():
    guide = read(f"Example Trust      Jobs\n\n{BODY}\n\nWard planners rest.\n\nPage 1 of 1")
    assert guide.role == "Ward Planner"


def test_text_that_only_looks_so_stays():
    text = f"{BODY}\n\nContents\n\nA bag and a book.\n\nMore\n\nWas this page helpful?\n- Yes"
    kept = " ".join(words for _, blocks in said(read(text)) for words in blocks)
    assert "A bag" in kept
    assert "Yes" in kept


def test_a_page_of_short_sentences_is_kept_below_a_link_that_skips_its_menu():
    pay = "Pay\nLevel\tSalary\nTrainee\t£20,000\nPlanner\t£30,000"
    asked = "Questions\nIs it hard?\nNo. The planning is easy because there is always so much time."
    text = f"Ward Planner\n\nWard planners plan the wards.\n\n{pay}\n\n{asked}"
    for menu in ("Skip to content", "Skip to content\nHome\nJobs"):
        guide = read(f"{menu}\n{text}")
        assert guide.role == "Ward Planner"
        assert said(guide) == said(read(text))


def test_a_title_stands_above_what_adds_to_it():
    for added in ("Updated in May\n5 min read", "Updated: May\nAnn Example", "Band: 7"):
        assert read(MENU + BODY.replace("\n", f"\n{added}\n", 1)).role == "Ward Planner"


def test_an_editor_is_told_how_much_is_left_out():
    message = '2 lines around the guide are left out, 2 of 26 words: "Menu" ... "Search".'
    assert [finding.message for finding in read(f"Menu\nSearch\n{BODY}").findings] == [message]
    assert not read(BODY).findings


def test_an_answer_of_one_word_is_no_end_of_a_page():
    asked = f"{BODY}\n\nQuestions\n\nIs it hard?\nNo.\n\nIs it paid?\nYes"
    assert said(read(f"{asked}\n\n© Example 2026")) == said(read(asked))
    assert said(read(asked))[-1] == (("Questions",), ["Is it hard?\nNo.", "Is it paid?\nYes"])


def test_the_numbers_of_slides_are_left_out_and_what_they_head_is_a_heading():
    slides = BODY.replace("Pay", "Slide 3\nPay").replace("Duties", "Slide 2\nDuties")
    assert said(read(f"Slide 1\n{slides}")) == PLAIN
    guide = read(f"Slide 1\nWARDS @ HALE & PARTNERS\n\nSlide 2\nWhat is a ward planner?\n{PROSE}")
    assert guide.role == "Ward planner"


def test_the_lines_of_a_slide_are_points_below_its_heading():
    guide = read(
        f"Slide 1\nWard planner\n{PROSE}\n\nSlide 2\nHours\n37.5 a week\nNo nights\nSlide 3"
    )
    assert said(guide)[1:] == [(("Hours",), ["37.5 a week", "No nights"])]
    pay = "Planner: £30,000\nHead: £40,000\nYork is 2% more\nSource: our survey"
    guide = read(
        f"[Slide 1]\nWard planner\n{PROSE}\n\n[Slide 2]\n£££ (employed)\n{pay}\n\n[Slide 3]\nHours"
    )
    assert said(guide)[1:] == [(("£££ (employed)",), pay.split("\n"))]
    assert [band.level for block in guide.sections[-1].blocks for band in block.bands] == [
        "Planner",
        "Head",
    ]
    guide = read(f"Slide 1\nWard planner\n\nSlide 2\n\n{PROSE}\n\nHours\n37.5 a week.")
    assert said(guide)[-1] == (("Hours",), ["37.5 a week."])

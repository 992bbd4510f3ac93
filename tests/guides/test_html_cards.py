import pytest

from assistant.guides.html.html import html_to_markdown

PAGE = "<h1>Ward Planner</h1><p>They plan.</p><h2>Places</h2><section>{}</section><p>More.</p>"
CARD = '<div class="c"><{tag} class="t">{title}</{tag}><div>{text}</div></div>'
LONG = "There they plan the beds of all the wards for a week at a time."


def lines(cards, tag="div"):
    inner = "".join(CARD.format(tag=tag, title=title, text=text) for title, text in cards)
    return html_to_markdown(PAGE.format(inner), "ward.html")[0].split("\n")


@pytest.mark.parametrize("tag", ["div", "p", "span"])
def test_the_title_of_a_card_stands_with_its_text(tag):
    found = lines([("Hospital", "Many wards to plan."), ("Hospice (small)", LONG)], tag)
    assert "- Hospital: Many wards to plan." in found
    assert f"- Hospice (small): {LONG}" in found


@pytest.mark.parametrize(
    "cards",
    [
        [("Hospital", "Many wards to plan.")],
        [("Is it hard?", "It is at first."), ("Is it paid?", "It is of course.")],
        [("Jo Lee", "Ward planner"), ("Al Fox", "Bed planner")],
        [("Hospital", LONG), ("Hospice", LONG)],
    ],
)
def test_other_boxes_stay_as_they_are(cards):
    assert not [line for line in lines(cards) if line.startswith("- ")]


def test_cards_with_text_between_them_stay_where_they_are():
    card = CARD.format(tag="div", title="{}", text="Many wards to plan.")
    inner = f"<div>Work in {card.format('Hospitals')} or in {card.format('Clinics')} or both.</div>"
    found = html_to_markdown(PAGE.format(inner), "ward.html")[0]
    told = ["Work in", "Hospitals", "or in", "Clinics", "or both"]
    assert [found.index(words) for words in told] == sorted(map(found.index, told))

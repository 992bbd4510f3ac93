import pytest

from assistant.guides import SectionKind, read_text
from tests.guides.promises import check

LINES = ["Junior: £22 to £30 an hour", "Senior: £260–£360 per day", "Head: £50 an hour"]


def pay(body, heading="Pay"):
    text = f"# Ward Planner\n\nThey plan.\n\n## {heading}\n\n{body}\n"
    guide = read_text(text, "ward.md")
    check(guide)
    section = guide.sections[-1]
    return section.kind, [block.text(text) for block in section.blocks]


@pytest.mark.parametrize("heading", ["Pay", "Contract rates", "Hourly rates"])
def test_lines_with_rates_are_each_a_line_about_pay(heading):
    assert pay("\n".join(LINES), heading) == (SectionKind.SALARY, LINES)


def test_rates_and_yearly_pay_may_stand_below_each_other():
    lines = [LINES[0], "Head: £50,000 to £60,000"]
    assert pay("\n".join(lines)) == (SectionKind.SALARY, lines)


def test_a_broken_sentence_with_a_rate_stays_whole():
    sentence = (
        "Planners on their own charge £70 to £95 an hour for reports, and\nthey pay their tax."
    )
    assert pay(sentence)[1] == [sentence]

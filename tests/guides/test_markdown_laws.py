"""What holds of any Markdown guide, whatever it is made of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import GuideError
from assistant.guides import read_text
from tests.guides.promises import check

WORDS = "alpha beta gamma delta pay NHS £30,000 HL7 v2. e.g. ward? Band-6 *bold* `code` a_b".split()
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
bullets = st.sampled_from(["- ", "* ", "+ ", "1. ", "2) "])


@st.composite
def lists(draw):
    mark = draw(bullets)
    lines = []
    for phrase in draw(st.lists(phrases, min_size=1, max_size=4)):
        lines.append(mark + phrase)
        if draw(st.booleans()):
            lines.append(" " * len(mark) + "- " + draw(phrases))
    return "\n".join(lines)


@st.composite
def tables(draw):
    width = draw(st.integers(1, 4))
    cells = st.lists(phrases, min_size=1, max_size=5).map(lambda row: "| " + " | ".join(row) + " |")
    head = "| " + " | ".join(draw(phrases) for _ in range(width)) + " |"
    rule = "|" + "---|" * draw(st.sampled_from([width, width, width + 1]))
    return "\n".join([head, rule, *draw(st.lists(cells, max_size=4))])


parts = st.one_of(
    st.tuples(st.sampled_from(["## ", "### ", "#### ", "# "]), phrases).map("".join),
    phrases,
    st.lists(phrases, min_size=2, max_size=3).map("\n".join),
    phrases.map("**{}?**".format),
    phrases.map("> {}".format),
    phrases.map("```\n{}\n```".format),
    phrases.map("    {}".format),
    phrases.map("Q: {}?\nA: yes".format),
    phrases.map("<div>{}</div>".format),
    phrases.map("{}\n---".format),
    lists(),
    tables(),
)


@settings(max_examples=300)
@given(
    st.lists(parts, min_size=1, max_size=12),
    st.sampled_from(["\n\n", "\n", "\n\n\n"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_promises_hold_for_generated_guides(body, gap, newline):
    text = gap.join(["# Ward Planner", "It plans wards.", "## FAQ", *body])
    check(read_text(text.replace("\n", newline), "ward.md"))


@settings(max_examples=300)
@given(
    st.text(
        alphabet="ab A.?!:#-*|\n\r\t>`~=_[]()<>1£\u200b\u202e\ufeff\u00a0\u2028 ",
        max_size=120,
    )
)
def test_any_text_is_read_or_refused(text):
    for start in ("", "# Title\n\n## Part\n\n", "Title\nin health\nA summary line.\n"):
        try:
            guide = read_text(start + text, "fuzz.md")
        except GuideError:
            continue
        check(guide)

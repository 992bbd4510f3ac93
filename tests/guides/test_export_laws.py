"""What holds of any page without marks, whatever its lines are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guides import read_text
from tests.guides.promises import check

HEADS = ["Core duties", "Skills", "Pay", "What you need", "Training", "FAQs", "Nice to have"]
LINES = [
    "Plan the wards",
    "Tell the others in good time, by telephone",
    "Keep the tools and beds clean",
    "A driving licence",
    "Calm",
    "Tact and zeal",
    "Order what the wards use each week",
    "You will",
    "Planners have to:",
    "Is it calm?",
    "Can I rest?",
    "It is calm.",
    "Not at all.",
    "Planners work by day and by night, and they rest when they can do so.",
    "Hours: 37.5 a week",
    "Senior planner: £31,000 to £38,000",
    "two lines of one sentence",
]
SIGNS = ["", "- ", "• ", "» ", "> ", "★ ", "✅ ", "a. ", "1. ", "§ ", "-> "]
lines = st.tuples(st.sampled_from(SIGNS), st.sampled_from(LINES), st.booleans())
heads = st.tuples(st.just(""), st.sampled_from(HEADS), st.booleans())
pages = st.lists(st.one_of(heads, lines), min_size=1, unique_by=lambda line: line[1])


@settings(max_examples=500)
@given(pages, st.sampled_from(["\n", "\r\n"]))
def test_no_line_of_an_unmarked_page_is_lost(page, newline):
    body = "".join("\n" * apart + sign + words + "\n" for sign, words, apart in page)
    text = f"Ward Planner\n\nWard planners plan the wards.\n\n{body}"
    check(read_text(text.replace("\n", newline), "ward.txt"))

"""The fixed words of the page, in one place."""

from assistant.answer import AnswerStatus

TITLE = "Careers assistant"
TAGLINE = "Answers about roles in health and life sciences, quoted from our role guides."
PLACEHOLDER = "Ask about a role…"
WELCOME = "What would you like to know?"
CAN = (
    "Ask about what a role involves, the skills it needs, what it pays and how people get into it. "
    "Each small number in an answer opens the words of the guide that it stands on."
)
CANNOT = (
    "It knows what the guides say and nothing else: no vacancies, no applications, no advice on "
    "your own case. Pay figures are estimates."
)
EXAMPLES = "Questions to start with"
GUIDES = "Guides it has read"
GUIDE_LIST = "Role guides"
NO_SUCH_GUIDE = "There is no such guide here. These are the guides that there are:"
NO_SCRIPT = "The chat needs JavaScript. The guides can be read without it:"
OPEN_PLACE = "Open this place in the guide"
NO_GUIDES = (
    "No guides have been read yet, so no question can be answered. Whoever runs this page can put "
    "that right with: python ingest.py"
)
LOOKING = "Looking in the guides…"
AS_TABLE = "As a table"
SOURCES = "Sources"
NEXT = "You could ask next"
CHOICES = "Choose one"
EMPTY = "Type a question first."
NO_WORDS = "That holds no words yet. Ask in a sentence, such as “What does the job pay?”"
TOO_LONG = (
    "That is {length:,} characters, and the most that can be read at once is {limit:,}. "
    "Shorten it, or ask one thing at a time."
)
# What is said above an answer whose own words might be read too quickly.
STATUS_NOTES = {
    AnswerStatus.PARTIAL: "The guides answer part of this",
    AnswerStatus.NOT_COVERED: "Not in the guides",
}
PART_NOTES = {
    AnswerStatus.ANSWERED: "answered",
    AnswerStatus.PARTIAL: "answered in part",
    AnswerStatus.NOT_COVERED: "not in the guides",
    AnswerStatus.CLARIFY: "needs one more detail",
}


def ready(sources: int) -> str:
    """What a screen reader says when an answer is whole."""
    if not sources:
        return "Answer ready."
    return f"Answer ready, with {sources} source{'' if sources == 1 else 's'}."

"""The fixed words of the pages, in one place. Those that the scripts say are in spoken.py."""

from assistant.answer import AnswerStatus

TITLE = "Careers assistant"
BRAND = "Careers assistant"
TAGLINE = "Answers about roles in health and life sciences, quoted from our role guides."
SKIP = "Skip to the content"
PAGES = "Pages"
ASK = "Ask"
FOOTER = (
    "Answers are quoted from our role guides, which are general: check anything that matters to "
    "you. Pay figures are estimates."
)

# The chat before the first question
PLACEHOLDER = "Ask about a role…"
QUESTION = "Your question"
SEND = "Ask"
WELCOME = "What would you like to know?"
WELCOME_ABOUT = "What would you like to know about the {role} role?"
CAN = (
    "Ask what a role involves, the skills it needs, what it pays and how people get into it. "
    "Each small number in an answer opens the words of the guide that it stands on."
)
CANNOT = (
    "It knows what the guides say and nothing else: no vacancies, no applications, no advice on "
    "your own case. Pay figures are estimates."
)
EXAMPLES = "Questions to start with"
GUIDES = "Guides it has read"
ALL_GUIDES = "All {count} guides"
CONVERSATIONS = "Conversations"
KEPT_HERE = "Conversations are kept in this browser only."
KEPT_THERE = (
    "Conversations are kept in this browser, and the service also keeps a record of them to "
    "improve its answers. Leave out names and other personal details."
)
NO_SCRIPT = "The chat needs JavaScript. The guides can be read without it:"
NO_GUIDES = (
    "No guides have been read yet, so no question can be answered. Whoever runs this page can put "
    "that right with: python ingest.py"
)

# An answer
BESIDE = "{roles} side by side"
AS_TABLE = "The same figures as a table"
SOURCES = "Sources"
SOURCE = "Source"
OPEN_PLACE = "Open this place in the guide"
OPEN_SOURCE = "Open this place in the guide (source {number})"
NEXT = "You could ask next"
CHOICES = "Choose one"
ESTIMATE = "Estimates from the guides, not offers"
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
CHART = (
    "Bar chart of yearly pay for {roles} at these levels: {levels}. A table with the same "
    "figures follows."
)
NO_REGION = "No region named"
PAY_COLUMNS = ("Role", "Level", "Region", "Pay a year")
RANGE = "{low} to {high}"
UP_TO = "up to {high}"
FROM = "from {low}"

# Why this answer
WHY = "Why this answer"
WHY_READ = "How your question was read"
WHY_ASKED = "Question"
WHY_ROLES = "Role"
WHY_NO_GUIDE = "No guide for"
WHY_LEVEL = "Level"
WHY_PLACE = "Place"
WHY_NOT_PLACE = "not {place}"
WHY_ABOUT = "About"
WHY_CARRIED = "Taken from what you asked before"
WHY_NOTHING_READ = "No role, level or place was named, so all guides were looked at."
WHY_LOOKED = "What was looked at"
WHY_NOTHING = "Nothing in the guides was looked at."
WHY_TABLE_READ = "{guide}: its pay table was read row by row."
WHY_COUNTS = (
    "{guide}: {kept} passages kept, {rejected} set aside. A higher score is a closer "
    "match; the highest are listed."
)
WHY_PASSAGES = "Passages of {guide}"
WHY_COLUMNS = ("Section", "Score", "What became of it")
WHY_KEPT = "kept"
WHY_SET_ASIDE = "set aside: {reason}"
WHY_LOWER = "ranked lower"
INTRODUCTION = "Introduction"
WHY_CHECKED = "What was checked"
WHY_QUOTES_ONE = "The quote stands in its guide word for word."
WHY_QUOTES = "Each of the {count} quotes stands in its guide word for word."
WHY_FIGURES = "Every figure in the answer stands in what it cites."
WHY_NO_CLAIM = "The answer states nothing from a guide, so there was no quote to check."
WHY_LEFT_OUT_ONE = "One statement failed a check and was left out."
WHY_LEFT_OUT = "{count} statements failed a check and were left out."
WHY_DROPPED_HEAD = "What was left out"
WHY_DROPPED = "“{text}”: {reason}"
WHY_WORDED = "Who worded it"
WHY_EXTRACTIVE = (
    "No language model: these are the guides' own sentences, list items and table rows."
)
WHY_MODEL = (
    "The language model {name} worded it from the quoted passages, and each sentence was checked."
)
WHY_NOT_MODEL = (
    "The language model {name} was asked, and none of its words were used: "
    "these are the guides' own."
)
WHY_SENTENCES = (
    "Sentences of the model: {kept} kept, {replaced} replaced by the guides' own words, "
    "{dropped} left out."
)
WHY_TOKENS = "It read {read:,} tokens and wrote {wrote:,}."
WHY_COST = "It cost {amount} {currency}."
WHY_TIME = "It took {seconds} seconds."
TOPICS = {
    "introduction": "the role in general",
    "differences": "how the work differs in this sector",
    "responsibilities": "day-to-day work",
    "skills": "skills",
    "salary": "pay",
    "pathways": "ways in and on",
    "faq": "common questions",
}

# Guide pages
GUIDE_LIST = "Role guides"
PRINTED = "A conversation"
GUIDE_LIST_HOW = "Everything the assistant says comes from these guides. You can read them whole."
ROLE_GUIDE = "Role guide"
CONTENTS = "Contents"
TABLE_OF = "Table: {section}"
LINK_TO = "Link to “{place}”"
NO_SUCH_GUIDE = "There is no such guide here. These are the guides that there are:"
FIND_GUIDE = "Find a guide"
FOUND_SOME = "{count} of {all} guides"
FOUND_NONE = "No guide holds these words."
MISSING = "There is no such page"
MISSING_WHY = "The address is wrong, or the page is not there any more."
MISSING_ASK = "Ask a question"
QUOTED_HERE = "The words that the answer quotes are marked below."
QUOTED_STILL = (
    "This guide has changed since the answer was given. The words it quoted still stand, "
    "and are marked below."
)
QUOTED_GONE = (
    "This guide has changed since the answer was given, and these words no longer stand "
    "in it. Quoted then:"
)
QUOTED_UNKNOWN = (
    "This link is to words of an earlier text of this guide, which is not kept here. "
    "They can't be shown; below is the guide as it is now."
)
GO_TO_QUOTE = "Go to the quoted words"
SECTION_NOW = "Read that section as it is now"
ASK_ABOUT = "Not found what you need?"
ASK_ABOUT_HOW = "The assistant answers from this guide, and shows the very words."
ASK_ABOUT_ROLE = "Ask about the {role} role"

# What can't be asked
EMPTY = "Type a question first."
NO_WORDS = "That holds no words yet. Ask in a sentence, such as “What does the job pay?”"
TOO_LONG = (
    "That is {length:,} characters, and the most that can be read at once is {limit:,}. "
    "Shorten it, or ask one thing at a time."
)
TOO_MANY = (
    "You have asked {limit} questions within a minute, which is as many as one visitor may. "
    "Your question is kept: ask it again in {seconds} seconds."
)
TOO_MANY_WORDS = "That is more feedback than one visitor may send in a minute. Try again shortly."


def counted(count: int, one: str, several: str) -> str:
    """The words for so many; empty for none."""
    if not count:
        return ""
    return one if count == 1 else several.format(count=count)


def ready(sources: int) -> str:
    """What a screen reader says when an answer is whole."""
    if not sources:
        return "Answer ready."
    return f"Answer ready, with {sources} source{'' if sources == 1 else 's'}."

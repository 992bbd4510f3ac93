"""Matters that people ask any job about, and how guides speak of them.

"Will my phone ring at 3 am" and "a rota of one week in six, with an allowance" share no word, and
are both about being on call. A thesaurus (thesaurus.txt) names such matters, each with expressions
of people who ask and of guides that tell.
"""

from assistant.matters.thesaurus import asked_about, told_of

#: The matter that somebody of another background asks about, those of who comes in, and all that
#: go with it.
CHANGERS = "career changers"
COMERS = frozenset({CHANGERS, "age and late starters", "clinical background needed or not"})
ENTRY = COMERS | {"degree needed or not", "experience needed before applying"}
#: What somebody may have to bring: any of these answers who asks for "qualifications".
QUALIFYING = frozenset(
    {
        "degree needed or not",
        "which degree subjects",
        "school grades",
        "apprenticeships",
        "experience needed before applying",
        "professional registration and licence to practise",
        "courses and certificates that are required",
    }
)
#: What is asked of the day that decides who gets a post.
INTERVIEW = "what happens at interview"
#: Where a job leads to.
ONWARD = frozenset(
    {"next steps and senior roles", "management or specialist track", "time to promotion"}
)

__all__ = [
    "CHANGERS",
    "COMERS",
    "ENTRY",
    "INTERVIEW",
    "ONWARD",
    "QUALIFYING",
    "asked_about",
    "told_of",
]

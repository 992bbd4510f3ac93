"""Matters that people ask any job about, and how guides speak of them.

"Will my phone ring at 3 am" and "a rota of one week in six, with an allowance" share no word, and
are both about being on call. A thesaurus (thesaurus.txt) names such matters, each with expressions
of people who ask and of guides that tell.
"""

from assistant.matters.thesaurus import asked_about, told_of

#: The matter that somebody of another background asks about, and those that go with it.
CHANGERS = "career changers"
ENTRY = frozenset(
    {
        CHANGERS,
        "age and late starters",
        "clinical background needed or not",
        "degree needed or not",
        "experience needed before applying",
    }
)

__all__ = ["CHANGERS", "ENTRY", "asked_about", "told_of"]

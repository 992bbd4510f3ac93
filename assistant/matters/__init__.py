"""Matters that people ask any job about, and how guides speak of them.

"Will my phone ring at 3 am" and "a rota of one week in six, with an allowance" share no word, and
are both about being on call. A thesaurus (thesaurus.txt) names such matters, each with expressions
of people who ask and of guides that tell.
"""

from assistant.matters.thesaurus import asked_about, told_of

__all__ = ["asked_about", "told_of"]

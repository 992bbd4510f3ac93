"""Whether a place is ruled out by the words around it: "outside London", "not Leeds or Hull"."""

import re

_RULED_OUT_TOO = re.compile(r"\s*(?:\bor\b|\band\b|\bnor\b|/|&)\s*(?:the\s+|in\s+)*", re.IGNORECASE)
_WISH = "|".join(
    """
    want like wish live work be based living working look looking move moving relocate relocating
    commute commuting have to need able afford plan planning prepared willing happy for jobs? roles?
    anything something going go actually really currently
    """.split()
)
#: Verbs that are denied in a hurry, with no apostrophe: not the end of any word, an "agent".
_HELPS = "do|does|did|wo|would|ca|could|should|is|are|was|were|have|has|had|need|must|ai"
#: What rules out the place that follows: "outside", "not in", "don't want to live in".
_RULED_OUT = re.compile(
    rf"""
    (?:
        \b(?:
            outside(?:\s+of)? | outwith | beyond | other\s+than | apart\s+from
            | except(?:ing)?(?:\s+for)? | excluding | exclude | excl\.? | ex | nowhere\s+near
            | (?:any|every)where\s+but | rather\s+than | instead\s+of
            | (?<!not\s)(?:away|far)\s+from
            | leav(?:e|ing) | avoid(?:ing)? | (?<!work\s)(?<!working\s)(?<!based\s)out\s+of | non
            | not(?:\s+(?:in|near|around|at|within|inside|(?:based|living|working)\s+in))?
        )
        | (?:n['’]t|\b(?:{_HELPS})nt|\b(?:can)?not|\bnever|\bno\s+(?:wish|desire|plans?|longer))
          \s+(?:(?:{_WISH})\s+){{0,5}}(?:in|to|near|around|within|into)
    )
    [\s\-]*(?:the\s+|greater\s+|central\s+|inner\s+)*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: What asks for a place and for all others at once: "inside and outside", "London or elsewhere".
_BOTH_BEFORE = re.compile(
    r"\b(?:in|inside|within)\s+(?:and|or|vs\.?|versus)\s+out(?:side)?(?:\s+of)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BOTH_AFTER = re.compile(
    r"\s*,?\s*(?:and|or|vs\.?|v|versus|than|to|with|from|/)\s+(?:in\s+|that\s+)?"
    r"(?:outside|elsewhere|everywhere\s+else|anywhere\s+else|other\s+(?:places|areas)|the\s+rest\b)"
    r"(?!\s+(?:of\b|in\b|\w+shire))",
    re.IGNORECASE,
)
_RULED_OUT_AFTER = re.compile(
    r"""
    \s+(?:(?:is|was|would\s+be|being)\s*(?:n['’]?t|\s+not|\s+never)|won['’]?t\s+be|cannot\s+be)
      \s+(?:an?\s+option|for\s+me|possible|feasible|realistic|viable|somewhere|doable)
    | \s+(?:is\s+|would\s+be\s+)?(?:just\s+|far\s+|way\s+)?
      (?:out\s+of\s+the\s+question|too\s+(?:far|expensive|pricey|dear)|off\s+the\s+table
      |excluded|aside)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CONTEXT = 80  # characters before a name that may say so


def is_ruled_out(text: str, start: int, end: int) -> bool:
    """Whether the words around ``text[start:end]``, a place, rule it out."""
    before = text[max(0, start - _CONTEXT) : start]
    return bool(_RULED_OUT.search(before) or _RULED_OUT_AFTER.match(text, end))


def shares_ruling(gap: str) -> bool:
    """Whether what stands between two places rules out the second with the first."""
    return bool(_RULED_OUT_TOO.fullmatch(gap))


def with_all_others(text: str, start: int, end: int) -> bool:
    """Whether a place and all others are asked about at once: "in and outside London"."""
    before = text[max(0, start - _CONTEXT) : start]
    return bool(_BOTH_BEFORE.search(before) or _BOTH_AFTER.match(text, end))

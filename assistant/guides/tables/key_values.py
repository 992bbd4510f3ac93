"""Tables of one fact a row: "Job title | Optometrist" above "Grade | 6", with no header at all."""

import re
from collections.abc import Sequence

from assistant.guides.ranks import is_job
from assistant.guides.tables.table_heads import column_words

#: What forms ask of a job: none of these, nor what they go on with, names the column below it.
_FIELD = re.compile(
    r"(?:job |post |role |position )?(?:title|name|family|type|number|no\.?|ref(?:erence)?\.?"
    r"(?: no\.?| number)?)|post|role|position|(?:current )?(?:pay )?(?:band|grade)(?:ing)?|pay"
    r"|salary(?: range)?|hours(?: (?:of work|per week|a week))?|working (?:hours|pattern|days)"
    r"|shifts?|location|base|site|place of work|work ?place|department|dept\.?|directorate|division"
    r"|service|team|section|employer|organisation|company|faculty|school|sector|specialty"
    r"|(?:responsible|accountable|reports?|reporting) (?:to|for)|line manage(?:r|d by)|supervisor"
    r"|direct reports|contract(?: type| length)?|term|tenure|duration|length|start(?:ing)? date"
    r"|closing date|interview date|date|disclosure|dbs(?: check)?|holidays?|(?:annual )?leave"
    r"|pension|benefits|qualifications?|entry requirements?|registration|contact",
    re.IGNORECASE,
)
#: What heads a second column, beside the words that name columns anywhere.
_SECOND = re.compile(
    r"amount|answer|contact|criteria|description|details?|entitlement|information|offer|summary"
    r"|values?|what (?:it|this) means",
    re.IGNORECASE,
)
_EDGES = " *_:\t"
_MOST_WORDS_OF_COLUMN = 3
_FEWEST = 2


def is_key_value(table: Sequence[Sequence[str]], *, marked: bool = False) -> bool:
    """Whether each row of a table, the first one too, is the label of a fact and the fact.

    Args:
        table: the words of the cells, row by row.
        marked: whether the first row is marked as a header, which all Markdown's are: then it must
            hold what can name no column, a job, a number or many words.
    """
    if len(table) < _FEWEST or any(len(row) != 2 for row in table):
        return False
    keys = [row[0].strip(_EDGES) for row in table]
    if len({key.casefold() for key in keys}) < len(keys) or _names_column(table[0][1]):
        return False
    if all(row[0].strip(" *_").endswith(":") for row in table):
        return True
    if marked and not _tells(table[0][1].strip(_EDGES)):
        return False
    known = sum(_FIELD.fullmatch(key) is not None for key in keys[1:])
    return _FIELD.fullmatch(keys[0]) is not None and 2 * known >= len(keys) - 1


def _names_column(head: str) -> bool:
    """Whether the head of the second column says what stands below it: "Typical salary"."""
    words = head.strip(_EDGES)
    named = _SECOND.fullmatch(words) is not None or column_words([words]) > 0
    return not words or (named and not _tells(words))


def _tells(words: str) -> bool:
    """Whether words are a fact rather than the name of one: a job, a number, or many."""
    many = len(words.split()) > _MOST_WORDS_OF_COLUMN
    return many or re.search(r"\d", words) is not None or is_job(words)

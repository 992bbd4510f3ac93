"""Finding enquiries by their words, alike on SQLite and PostgreSQL.

The two databases cut and stem words each in its own way. So the words are cut and stemmed here, by
the same rules as for the guides, and the databases only look up whole terms: both find the same.
"""

import re
import unicodedata
from collections.abc import Iterator

from sqlalchemy import ColumnElement, bindparam, cast, func, literal_column, text
from sqlalchemy.dialects.postgresql import TSQUERY

from assistant.records.tables.enquiries import EnquiryRow
from assistant.words import STOP_WORDS, stem, words

#: An e-mail address is found by each of its parts, and so is a name with a hyphen.
_PARTS = re.compile(r"[^\W_]+")
#: Nobody searches for a longer word, and an index should not hold one.
_LONGEST = 60


def found_by(*texts: str) -> str:
    """What is kept in the index for an enquiry: every term once, in order of appearance."""
    return " ".join(dict.fromkeys(term for each in texts for _, term in _terms(each)))


def asked_terms(asked: str) -> list[str]:
    """The terms that an enquiry must all have; stop words count when there is nothing else.

    They are in the index, since "Will" and "May" are names too.
    """
    every = list(_terms(asked))
    telling = [term for word, term in every if word not in STOP_WORDS]
    return list(dict.fromkeys(telling or [term for _, term in every]))


def has_words(asked: str, *, sqlite: bool) -> ColumnElement[bool] | None:
    """The condition that an enquiry has all words asked for; None if nothing was asked."""
    wanted = asked_terms(asked)
    if not wanted:
        return None
    if sqlite:
        query = " AND ".join(f'"{term}"' for term in wanted)
        rows = text("SELECT rowid FROM enquiry_words WHERE enquiry_words MATCH :asked")
        found = rows.bindparams(bindparam("asked", query, unique=True))
        return EnquiryRow.id.in_(found.columns(EnquiryRow.id).scalar_subquery())
    query = " & ".join(f"'{term}'" for term in wanted)
    # As the index has it, to the letter: see the migration.
    vector = func.array_to_tsvector(
        func.string_to_array(EnquiryRow.found_by, literal_column("' '"))
    )
    return vector.op("@@", is_comparison=True)(cast(query, TSQUERY))


def _terms(text_: str) -> Iterator[tuple[str, str]]:
    """Each word in lower case without accents, and the term that it counts as."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text_)
        if not unicodedata.combining(letter)
    )
    for word in words(plain):
        for part in _PARTS.findall(word):
            yield part.casefold(), stem(part)[:_LONGEST]

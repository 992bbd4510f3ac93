"""Those in another role of whom a question speaks, in a message that names a role."""

import re
from dataclasses import replace

from assistant.understanding.compared import role_spoken_of
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.query import Query

#: People or a place of work called by what they are about. Any other word that is told of elsewhere
#: may be a thing of the role that is named: a "code" of dress is nobody who codes.
_CALLED = re.compile(
    r"(?<![\w-])(?!(?:with|from|these|those|that)\b)[\w-]{4,}(?:\s+[\w-]{4,})?\s+"
    r"(?:teams?|labs?|crews?|departments?|units?|people|folks?|guys|lot|side|world|ones?|jobs?|roles?)\b",
    re.I,
)


def of_another(query: Query, lexicon: Lexicon) -> Query:
    """The question as one of those in another role, if it speaks of them by a name of their own."""
    if query.unknown_roles:
        return query
    found = (role_spoken_of(called.group(), lexicon) for called in _CALLED.finditer(query.asked))
    return replace(query, roles=next(filter(None, found), query.roles))

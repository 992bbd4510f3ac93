"""The roles that a question points at: the other, the first, both, or the one before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.model import SectionKind
from assistant.understanding.by_a_word import returned_to, without_return
from assistant.understanding.follow_ups.ellipsis import is_fragment
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import compares_pay, pay_residue
from assistant.words import GOES_ON, terms

_OTHER = re.compile(
    r"\b(?:the|that|this)\s+other\s+(?:one|job|role|position|guide|career|two|title)?|\bother (?:job|role|one)\b",
    re.I,
)
_IN_ITS_PLACE = (
    r"(?:^\W*|\b(?:the|that)\s+)(?P<place>first|original|initial|1st|second|2nd|last|previous|earlier|other)\s+"
    r"(?:one|job|role|position|career|guide|title)\b"
)
#: A role by its place among those that were asked about: "go back to the first one".
_ORDINAL = re.compile(
    rf"{_IN_ITS_PLACE}|\bthe (?P<alone>former|latter)\b|"
    rf"{GOES_ON}(?:(?:what|how) about\W+)?the (?P<named>first|second)\W*$|"
    r"\b(?:same|question|ask\w*|answer|again)\b[^.?!]{0,20}\b(?:for|about|of) the (?P<ended>first|second)\W*$",
    re.I,
)
#: The same by "one", which names nothing else: "tell me about the second one".
BY_PLACE = re.compile(
    r"\b(?:the|that)\s+(?:first|second|other|last|previous|earlier|original)\s+one\b", re.I
)
#: A sentence that only points at one so: "OK, the second one.", "go on then, the second."
_ONLY_POINTS = re.compile(
    rf"{GOES_ON}(?:(?:go on|alright|fine)(?:\s+then)?\W+)?(?:(?:about|for)\s+)?"
    rf"(?:{BY_PLACE.pattern}|the\s+(?:first|second|former|latter))\W*$",
    re.I,
)
#: Words that only go back to a role: what is asked of it stands beside them.
RETURNS = re.compile(
    r"\b(?:(?:go|going|get|getting|come|coming|turn|turning|return|returning)\s+)?(?:back\s+)?to\s+"
    + _IN_ITS_PLACE,
    re.I,
)
#: How one role differs from another is asked of both.
_DIFFERS = (
    r"\b(?:they|that|this|it|those)\s+(?:\w+\s+)?(?:differ\w*|unlike)\b[^.?!]{0,60}\b(?:from|to|than)\b|"
    r"\bdifferent\s+(?:is|are|was|would)\s+(?:they|that|this|it|those)\b[^.?!]{0,60}\b(?:from|to|than)\b"
)
#: A role set beside the one spoken of: "compare that with the backend one".
_BESIDE_THAT = re.compile(
    r"\b(?:compar\w+|stack\w*|measure\w*)\b[^.?!]*\b(?:that|this|it|those)\b|"
    r"\b(?:them|that|this|it|those|these)\s+or\b|\bthan\s+(?:them|that|this|it|those)\b|"
    r"\bor\s+(?:them|that|this|it|those|these)(?:\s+ones?)?\W*$|"
    rf"{_DIFFERS}|"
    r"\b(?:that|this|it|those)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:compar\w+|stack\w*|measures?\b|versus|vs|against|beside|next to)\b",
    re.I,
)
#: Computing, and no pronoun.
_IT = re.compile(r"\bIT\b")
_THAN = re.compile(r"\b(?:it|that|this|they|those|these)\b[^.?!]{0,30}\bthan\b", re.I)
#: What more is got by, or than what, is said.
_OTHERWISE = re.compile(r"\b(?:than|if|when|how (?:can|do|could|should))\b", re.I)
#: More than the role spoken of before, where nothing else is named.
_MORE = re.compile(r"\b(?:more|less|better|worse|higher|lower)\b", re.I)
#: A sum just given that is set against another's: "is that more or less than a porter?".
_MORE_THAN = re.compile(
    r"\b(?:more|less|better|worse|higher|lower)\b(?:\s+(?:or|and)\s+\w+)?\s+than\b", re.I
)
#: What only says that two are compared, and with what word.
_COMPARING = re.compile(
    r"\b(?:compar\w+|stack\w*|measur\w+)\b(?:\s+up)?(?:\s+(?:with|to|against))?\b", re.I
)
_BOTH = re.compile(
    r"\b(?:both|either (?:one|role|job|of)|each (?:role|job|of)|the two\b|these two|those two|two (?:roles|jobs))\b",
    re.I,
)
_ALL = re.compile(
    r"(?<!\bafter )(?<!\bbefore )(?<!\bbetween )\b(?:all|every|each|which|any of) (?:(?:of )?(?:the|these|those|your) )?(?:roles?|jobs?|guides?|careers?)\b|\bwhich (?:one|pays|earns)\b",
    re.I,
)

#: The same where no role was spoken of: "which of these would suit ...", "what could I go for?".
_OF_THEM = re.compile(
    r"\b(?:which|any|all|each) of (?:these|them|those)\b|"
    r"\bwhat (?:else |jobs? |roles? )?(?:could|can|should|might) i (?:go (?:for|into)|apply for|try|aim for)\b|"
    r"\b(?:anything|something|what|which|jobs?|roles?)\b[^.?!]{0,20}\b(?:suits?|suitable|suited|fits?)\b"
    r"[^.?!]{0,15}\b(?:me|someone|somebody)\b",
    re.I,
)


#: A job is looked for, and which it is told by the answer: "is there a job that joins the two".
_SOUGHT = re.compile(
    r"\b(?:(?:is|are|was) there|any|know of|looking for|want|which|what)\s+"
    r"(?:(?:an?|any|some|other|one|sort of|kind of)\s+){0,3}(?:jobs?|roles?|careers?|positions?)\s+"
    r"(?:that|which|where|with|for|would|could|lets?|has|have|joins?|combines?|uses?|mixe?s?)\b",
    re.I,
)


def settled_by(query: Query, guide_ids: tuple[str, ...]) -> Query:
    """A question in the light of its answer: of the one guide that gave it, if one did.

    So is one of several roles, or of all, where it was asked which job it is.
    """
    sought = query.every_role or ("role" in query.carried and _SOUGHT.search(query.asked))
    if guide_ids and sought:
        return replace(query, roles=guide_ids, every_role=False, carried=("role",))
    return query.settled(guide_ids)


def with_role(raw: Query, last: Query | None, asked: Sequence[str], lexicon: Lexicon) -> Query:
    """The question with the roles that it points at, or those of the question before."""
    everyone = tuple(lexicon.titles)
    recent = tuple(dict.fromkeys(reversed(asked)))
    if raw.roles or raw.unknown_roles:
        return _naming(raw, last, lexicon)
    pointed = _pointed_at(raw.bare or raw.asked, last, asked, everyone)
    if pointed:
        both = last is not None and last.roles and _BESIDE_THAT.search(raw.asked)
        roles = (*last.roles, pointed) if last is not None and both else (pointed,)
        return replace(raw, roles=tuple(dict.fromkeys(roles)), carried=("role",))
    back = returned_to(raw.bare, recent, lexicon)
    if back:
        return replace(without_return(raw), roles=(back,), carried=("role",))
    two = recent[1::-1] if len(recent) > 1 else everyone if len(everyone) == 2 else ()
    if two and _BOTH.search(raw.asked):
        return replace(raw, roles=two, carried=("role",))
    of_no_role = last is None or not (last.roles or last.unknown_roles)
    if _ALL.search(raw.asked) or (of_no_role and _OF_THEM.search(raw.asked)):
        return replace(raw, every_role=True)
    return raw if last is None or of_no_role else _of_the_last(raw, last, recent)


def _of_the_last(raw: Query, last: Query, recent: Sequence[str]) -> Query:
    """A question that names no role as one of those spoken of last."""
    if recent and _leaves_it(raw, last):
        return replace(raw, roles=(recent[0],), carried=("role",))
    return replace(raw, roles=last.roles, unknown_roles=last.unknown_roles, carried=("role",))


#: Those spoken of last, or how it is with them.
_OF_THEM_AGAIN = re.compile(
    r"\b(?:they|them|their|theirs|those|that|it|its|ones?|he|she|his|her)\b", re.I
)


#: What somebody goes back to, where it is no role: "back to my offer".
_GOES_BACK = re.compile(r"\bback to (?:my|our|his|her|their|the|this|that|what)\b", re.I)


def _leaves_it(raw: Query, last: Query) -> bool:
    """Whether a whole question goes back to the job before one that no guide is about.

    It says so; or that was refused, and again in the question after it: who asks on means another.
    """
    if not last.unknown_roles or last.roles:
        return False
    refused = "role" in last.carried and not _OF_THEM_AGAIN.search(raw.asked)
    return bool(refused or _GOES_BACK.search(raw.asked)) and not is_fragment(raw)


def pointed_at_alone(said: str, history: Sequence[Query], lexicon: Lexicon) -> str:
    """The role that a sentence points at or goes back to, if it does nothing else, or ""."""
    asked = [role for query in history for role in query.roles]
    if not _ONLY_POINTS.match(said):
        return returned_to(said, tuple(dict.fromkeys(asked)), lexicon)
    last = history[-1] if history else None
    said = re.sub(r"\bthe\s+(first|second)\W*$", r"the \1 one", said, flags=re.I)
    return _pointed_at(said, last, asked, tuple(lexicon.titles))


def _naming(raw: Query, last: Query | None, lexicon: Lexicon) -> Query:
    """A question that names a role, by itself or in the light of the one before."""
    if last is None or not last.roles:
        return raw
    if raw.roles and (_paid_beside(raw, last) or _BESIDE_THAT.search(_IT.sub(" ", raw.asked))):
        return _beside(raw, last)
    if (
        _leads_to(raw, last, lexicon)
        or _is_called_so(raw, last, lexicon)
        or _is_their_own(raw, last)
    ):
        return replace(raw, roles=last.roles, unknown_roles=(), carried=("role",))
    return raw


#: What stands before a title that it is asked how to reach.
_REACHES = re.compile(
    r"\b(?:becom\w+|be|being|into|to|till|until|towards?)\s+(?:be(?:ing)?\s+)?(?:an?\s+|the\s+)?$",
    re.I,
)


def _paid_beside(raw: Query, last: Query) -> bool:
    """Whether the pay of the role before is set beside that of one named: "than it pays there"."""
    nothing_else = not (raw.topics or pay_residue(raw.content))
    if last.pay_table and nothing_else and _MORE_THAN.search(raw.bare):
        return True
    if not compares_pay(raw.bare):
        return False
    alone = last.pay_table and _MORE.search(raw.bare) and not _OTHERWISE.search(raw.bare)
    return bool(_THAN.search(raw.bare) or (alone and not raw.places))


def _leads_to(raw: Query, last: Query, lexicon: Lexicon) -> bool:
    """Whether it is asked how the role spoken of before leads to one that its guide tells of."""
    return (
        not raw.roles
        and raw.form is not Form.FIGURE
        and all(_REACHES.search(raw.asked.partition(one)[0]) for one in raw.unknown_roles)
        and all(lexicon.tells_of(last.roles, one) for one in raw.unknown_roles)
    )


#: What somebody has or keeps of a job of their own: "stay registered as a nurse".
_THEIRS = re.compile(
    r"\b(?:stay\w*|remain\w*|keep\w*|kept|regist\w+|(?:my|his|her|their)\s+(?:[\w-]+\s+)?"
    r"(?:experience|years?|time|background|skills?|knowledge)|what\s+i(?:['’]ve)?\s+(?:know|knew|learn\w*|did|done))\s+"
    r"(?:(?!work|train|start|apply|be\b|much\b|well\b)[\w-]+\s+){0,3}"
    r"as\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)


def _is_their_own(raw: Query, last: Query) -> bool:
    """Whether a job is only named as the person's own, in a question of the one spoken of."""
    own = (_THEIRS.search(raw.asked.partition(one)[0]) for one in raw.unknown_roles)
    return bool(last.roles) and not raw.roles and all(own)


def _is_called_so(raw: Query, last: Query, lexicon: Lexicon) -> bool:
    """Whether the role spoken of before is called by words of its title: "what a carver earns"."""
    own = {term for role in last.roles for term in terms(lexicon.titles[role])}
    called = all({*terms(title)} <= own for title in raw.unknown_roles)
    return not raw.roles and called and len(last.roles) == 1


def _beside(raw: Query, last: Query) -> Query:
    """The question of its role and the one before, without the words that set them side by side."""
    comparing = terms(" ".join(_COMPARING.findall(raw.bare)))
    differ = re.search(_DIFFERS, raw.asked, re.I)
    return replace(
        raw,
        roles=tuple(dict.fromkeys((*last.roles, *raw.roles))),
        form=Form.COMPARISON if differ else raw.form,
        # They differ from each other, not from the rest of the sector.
        topics=tuple(topic for topic in raw.topics if topic is not SectionKind.DIFFERENCES),
        bare=" ".join(_COMPARING.sub(" ", raw.bare).split()),
        content=tuple(term for term in raw.content if term not in comparing),
        telling=tuple(term for term in raw.telling if term not in comparing),
    )


def _pointed_at(
    asked: str, last: Query | None, roles: Sequence[str], everyone: Sequence[str]
) -> str:
    """The role that the words point at: by its place, or as the other one; "" if they do not."""
    named = tuple(dict.fromkeys(roles))
    placed = _by_ordinal(asked, named or everyone)
    if placed or not _OTHER.search(asked):
        return placed
    recent = tuple(dict.fromkeys(reversed(roles)))
    current = last.roles if last else ()
    others = [role for role in recent if role not in current] or [
        role for role in everyone if role not in current
    ]
    return others[0] if len(others) == 1 or (others and len(recent) > 1) else ""


def _by_ordinal(asked: str, roles: Sequence[str]) -> str:
    """The role meant by its place among those asked about, in their order; "" if none is."""
    found = _ORDINAL.search(asked)
    if not found or len(roles) < 2:
        return ""
    match (found["place"] or found["alone"] or found["named"] or found["ended"]).casefold():
        case "first" | "original" | "initial" | "1st" | "former":
            return roles[0]
        case "second" | "2nd" | "latter":
            return roles[1]
        case "previous" | "earlier" | "last":
            return roles[-2]
        case _:
            return ""

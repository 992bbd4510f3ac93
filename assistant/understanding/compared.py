"""Roles that a question sets side by side or points at, though some have no name in it.

"the safety officer or the person programming lab robots", "coder vs genomics". What stands on
either side of "or" and "vs" is read by itself: it is a role if it speaks of one guide alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.understanding.by_a_word import by_a_word
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.roles.roles import find_roles
from assistant.understanding.stance import Stance
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.titles.title_words import singular, tokens
from assistant.words import terms

#: The share of a guide from which words speak of it for certain, and from which they may beside
#: something that does.
CERTAIN, LIKELY = 0.95, 0.8
#: The share of all guides, and of those not taken by another, from which what somebody does counts
#: as one of several roles that are set side by side.
OF_ALL, OF_THOSE_LEFT = 0.25, 0.75
#: Words between a role's name and the "or" beside it, at most: "the lab one or the safety one".
BESIDE = 2

_CLAUSE = re.compile(r"(?:(?!\s[-\u2013\u2014]\s)[^.?!;:()\[\]])+")
_AGAINST = r"vs?\.?|versus|against|than|compared\s+(?:with|to)|as\s+opposed\s+to"
_DIVIDER = re.compile(rf"\s*,?\s*\b(?P<word>or|and|{_AGAINST})\s|,", re.I)
_SETS_AGAINST = re.compile(rf"(?:{_AGAINST})$", re.I)
#: "And" sets two things side by side only where a question says so.
_COMPARES = re.compile(
    r"\b(?:each|both|which|who|compar\w+|between|differ\w*|either|more|less|better|worse)\b", re.I
)
_POINTS_BACK = re.compile(r"\b(?:that|this|it|those|these|they)\b", re.I)
_ASKS = re.compile(
    r"^\W*(?:which|what|who|how|where|when|is|are|do|does|can|could|would|should|will|i)\b", re.I
)
#: Words at which what is said of a role may begin or end.
_SEAM = re.compile(
    r"\b(?:for|in|into|as|of|at|on|with|to|by|between|is|are|be|do|does|get|gets|need|needs|want|"
    r"wants|have|has|when|what|which|who|how|where|if|pay|earn|earns|become|becoming|being|from)\b",
    re.I,
)

_DOING = re.compile(
    r"\s*(?:.*?\b(?:between|either|of|at|into|from|prefer|like|for|me|is)\s+)?"
    r"(?P<what>[a-z]+ing\s.*\w)\W*$",
    re.I | re.S,
)

#: "The robots one": by what it is about, not by its place or as any other one.
_THE_ONE = re.compile(
    r"\bthe\s+(?P<what>(?!(?:other|same|first|second|last|next|only|right|wrong)\b)[\w-]+"
    r"(?:\s+[\w-]+)?)\s+(?:ones?|job|role|lot|side|people|guys)\b",
    re.I,
)
_ONE = re.compile(r"\s+ones?\b", re.I)
_AND_THE = re.compile(
    r"^\W*(?:(?:and|or|ok|okay|so|but|what|how|about|for)\s+)+(?:the\s+)?"
    r"(?P<what>[\w-]+(?:\s[\w-]+)?)\s*(?:[,;:?\u2013-]|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two dividers, and which they are; "" at the end of a clause."""

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Member:
    """A role among those set side by side; ``share`` says how surely, None where it is named."""

    mention: RoleMention
    share: float | None = None


def roles_in(text: str, lexicon: Lexicon) -> tuple[RoleMention, ...]:
    """The roles that a text names, and those that it describes beside another, in order."""
    named = [_by_whole_title(one, text, lexicon) for one in find_roles(text, lexicon.names)]
    members = [member for group in _groups(text, named, lexicon) for member in group]
    members = members or [*_pointed_at(text, named, lexicon)]
    described = [member.mention for member in members if member.share is not None]
    kept = [m for m in named if m.guide_ids or not any(_overlap(m, other) for other in described)]
    return tuple(sorted((*kept, *described), key=lambda mention: mention.start))


def _by_whole_title(mention: RoleMention, text: str, lexicon: Lexicon) -> RoleMention:
    """A title that ends a guide's, as that guide's where the text has the rest of it as well.

    "A medical device outfit, as a software engineer" is a Medical Device Software Engineer.
    """
    if mention.guide_ids:
        return mention
    words, said = terms(mention.title), {*terms(text)}
    owners = [
        guide_id
        for guide_id, title in lexicon.title_terms.items()
        if title[-len(words) :] == words and {*title} <= said
    ]
    return replace(mention, guide_ids=(owners[0],)) if len(owners) == 1 else mention


def role_spoken_of(text: str, lexicon: Lexicon, least: float = CERTAIN) -> tuple[str, ...]:
    """The guide that a text speaks of with this share at least, though it names none."""
    shares = lexicon.shares(text)
    return tuple(guide_id for guide_id, share in shares.items() if share >= least)


def _pointed_at(text: str, named: Sequence[RoleMention], lexicon: Lexicon) -> Iterator[_Member]:
    """A role that is pointed at by a word of it, "the robots one", and no part of one named."""
    for found in (*_THE_ONE.finditer(text), *_AND_THE.finditer(text)):
        start, end = found.span("what")
        one = _ONE.match(text, end)
        if one and (named_by := by_a_word(found["what"], lexicon)):
            mention = RoleMention((named_by,), found["what"], start, end, Stance.ASKED)
            if not any(_overlap(m, mention) for m in named):
                yield _Member(mention, CERTAIN)
                return
        member = _describing(text, _Piece(start, end, ",", ","), lexicon)
        if not member:
            continue
        (guide_id,) = member.mention.guide_ids
        titled = {*terms(lexicon.titles[guide_id])} & {*terms(found["what"])}
        alone = found.re is _THE_ONE and _is_alone_in(found["what"], guide_id, lexicon)
        sure = alone or (titled and (member.share or 0) >= CERTAIN)
        apart = not any(guide_id in m.guide_ids or _overlap(m, member.mention) for m in named)
        if sure and apart:
            yield member
            return


def _is_alone_in(words: str, guide_id: str, lexicon: Lexicon) -> bool:
    """Whether one guide alone has a word: what several have is a thing spoken of, not a role."""
    others = [text for other, text in lexicon.texts.items() if other != guide_id]
    said = [singular(word.text.casefold()) for word in tokens(words)]
    return any(
        word in lexicon.texts[guide_id] and not any(word in text for text in others)
        for word in said
    )


def _overlap(mention: RoleMention, other: RoleMention | _Piece) -> bool:
    return mention.start < other.end and other.start < mention.end


def _groups(
    text: str, named: Sequence[RoleMention], lexicon: Lexicon
) -> Iterator[Sequence[_Member]]:
    """The roles set side by side, those of each list or pair together."""
    for clause in _CLAUSE.finditer(text):
        for run in _runs(text, _pieces(text, *clause.span())):
            members = [_member(text, piece, named, lexicon) for piece in run]
            if not any(member and member.share is None for member in members):
                members = _doings(text, run, lexicon) or members
            for is_role, group in groupby(members, key=bool):
                several = [member for member in group if member]
                if is_role and _are_compared(several, run, text):
                    yield several


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    dividers = list(_DIVIDER.finditer(text, start, end))
    words = ["", *((found["word"] or ",").casefold() for found in dividers), ""]
    starts = [start, *(found.end() for found in dividers)]
    ends = [*(found.start() for found in dividers), end]
    return [_Piece(*of) for of in zip(starts, ends, words[:-1], words[1:], strict=True)]


def _runs(text: str, pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces joined by "or" or "vs", with those before a comma that lead up to them."""

    def joins(divider: str) -> bool:
        return divider not in ("", ",") and (divider != "and" or bool(_COMPARES.search(text)))

    run: list[_Piece] = []
    for piece in reversed(pieces):
        leads = bool(run) and piece.after == "," and not _ASKS.match(text[piece.start : piece.end])
        if joins(piece.after) or leads or (joins(piece.before) and not run):
            run.append(piece)
            continue
        if run:
            yield run[::-1]
        run = [piece] if joins(piece.before) else []
    if run:
        yield run[::-1]


def _member(
    text: str, piece: _Piece, named: Sequence[RoleMention], lexicon: Lexicon
) -> _Member | None:
    """The one role that a piece names or describes."""
    there = [mention for mention in named if _overlap(mention, piece)]
    for mention in there:
        if mention.guide_ids and _stands_beside(text, piece, mention):
            return _Member(mention)
        if mention.guide_ids:
            return None
    member = _describing(text, piece, lexicon)
    strangers = [mention for mention in there if not _DIVIDER.search(mention.title)]
    if member and all(_is_kin(mention.title, member.mention, lexicon) for mention in strangers):
        return member
    return None


def _doings(text: str, run: Sequence[_Piece], lexicon: Lexicon) -> list[_Member | None]:
    """Roles by what is done in them, each another one: "making therapies or filing trials".

    One of them must be likely by itself; each other is the likeliest of the guides that are left.
    """
    found = [_DOING.match(text[: piece.end], piece.start) for piece in run]
    spans = [match.span("what") for match in found if match]
    shares = {span: lexicon.shares(text[slice(*span)]) for span in spans}
    left = {*lexicon.titles}
    members: list[_Member | None] = []
    for span in sorted(spans, key=lambda span: -max(shares[span].values(), default=0.0)):
        open_ones = {one: share for one, share in shares[span].items() if one in left}
        guide_id = max(open_ones, key=lambda one: open_ones[one], default="")
        share = open_ones.get(guide_id, 0.0)
        among = share / (sum(open_ones.values()) or 1.0)
        if (not members and share < LIKELY) or share < OF_ALL or among < OF_THOSE_LEFT:
            return []
        left.remove(guide_id)
        mention = RoleMention((guide_id,), text[slice(*span)], *span, Stance.ASKED)
        members.append(_Member(mention, share if not members else CERTAIN))
    return members if len(members) > 1 else []


def _is_kin(title: str, mention: RoleMention, lexicon: Lexicon) -> bool:
    """Whether a title that no guide bears is told of in the one guide: "PV associate"."""
    *telling, _ = (word.text.casefold() for word in tokens(title))
    (own,) = mention.guide_ids
    knowing = [
        {guide_id for guide_id, text in lexicon.texts.items() if re.search(rf"\b{word}\b", text)}
        for word in telling
    ]
    return all(own in guides for guides in knowing) and {own} in knowing


def _stands_beside(text: str, piece: _Piece, mention: RoleMention) -> bool:
    """Whether a role that is named is what is set beside another, and not named in passing."""
    after, before = text[mention.end : piece.end], text[piece.start : mention.start]
    near = bool(piece.after) and len(after.split()) <= BESIDE
    near = near or (bool(piece.before) and len(before.split()) <= BESIDE)
    return near or bool(_SETS_AGAINST.match(piece.after))


def _describing(text: str, piece: _Piece, lexicon: Lexicon) -> _Member | None:
    """The role that a piece describes, by its shortest stretch that does so for certain."""
    best: _Member | None = None
    for start, end in _stretches(text, piece):
        shares = lexicon.shares(text[start:end])
        guide_id = max(shares, key=lambda one: shares[one], default="")
        share = shares.get(guide_id, 0.0)
        if share >= LIKELY and (best is None or best.share is None or share > best.share):
            end = start + len(text[start:end].rstrip())
            mention = RoleMention((guide_id,), text[start:end], start, end, Stance.ASKED)
            best = _Member(mention, share)
        if share >= CERTAIN:
            break
    return best


def _stretches(text: str, piece: _Piece) -> Iterator[tuple[int, int]]:
    """The stretches of a piece beside what divides it, shortest first: all between two dividers."""
    while piece.start < piece.end and not text[piece.start].isalnum():
        piece = _Piece(piece.start + 1, piece.end, piece.before, piece.after)
    seams = list(_SEAM.finditer(text, piece.start, piece.end))
    if not piece.before:
        yield from ((seam.end() + 1, piece.end) for seam in reversed(seams))
    elif not piece.after:
        yield from ((piece.start, seam.start()) for seam in seams)
    yield piece.start, piece.end


def _are_compared(group: Sequence[_Member], run: Sequence[_Piece], text: str) -> bool:
    """Whether roles are set beside each other, or the only one beside what was spoken of before."""
    guides = {member.mention.guide_ids for member in group}
    certain = any(member.share is None or member.share >= CERTAIN for member in group)
    if len(group) > 1:
        return certain and len(guides) == len(group)
    share = group[0].share
    points_back = _POINTS_BACK.search(text[run[0].start : run[0].end])
    against = _SETS_AGAINST.match(run[0].after) and run[0].after != "than"
    return bool(share and share >= CERTAIN and points_back and against)

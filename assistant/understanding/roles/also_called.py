"""The other names that a guide says its job goes by: "also advertised as trials assistant"."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, takewhile

from assistant.guides.jobs.occupations import occupations
from assistant.guides.model import Guide, SectionKind
from assistant.guides.ranks import is_job
from assistant.understanding.roles.title_variants import as_name, without_brackets
from assistant.understanding.spelling import english
from assistant.understanding.titles.title_words import GENERIC, VAGUE_HEADS, heads_a_title, singular
from assistant.words import STOP_WORDS

#: What leads a list of names. What is known as something may be anything; a job is advertised.
_LEADS = re.compile(
    r"\b(?:(?<!\()(?:also|sometimes|often|usually|commonly|variously|otherwise|previously|formerly)\s+"
    r"(?:be\s+)?(?:(?:known|listed|described|advertised)\s+(?:as|under)|(?:called|named|titled|termed))(?!\s+(?:on|upon|in|by)\b)|"
    r"(?:advertised|listed|posted)\s+(?:as|under)|under\s+(?:the|such)\s+titles?\s+(?:of|as)|"
    r"(?:adverts?|advertisements?|listings|vacancies)\s+(?:(?:may|will|often|also)\s+)?(?:say|says|read|call\s+it|use)|"
    r"(?:job\s+)?titles?\s+(?:var(?:y|ies)|differs?)(?:\s+widely|\s+a\s+lot)?|"
    r"goes\s+(?:also\s+)?(?:by|under)\s+(?:the\s+(?:names?|titles?)\s+)?(?:of\s+)?|"
    r"(?:see|find|hear|meet)\s+(?:it|them|us|this|the\s+(?:job|role|post|work))\s+"
    r"(?:(?:called|named|termed)|(?:(?:advertised|listed|described|posted)\s+)?(?:as|under))|"
    r"(?:call|list|advertise)\s+(?:it|them|us|the\s+(?:job|role|post))\s+(?:as\s+)?|"
    r"known\s+in\s+the\s+(?:trade|business|industry|service)\s+as|"
    r"job\s+titles?\s+(?:include|are|such\s+as)|"
    r"\ba\.?k\.?a\b\.?|"
    r"(?:(?:known|called|advertised)(?:\s+as)?|(?:other|alternative)\s+(?:job\s+)?(?:names?|titles?)|aliases|job\s+titles)(?=[*_]*\s*:)|"
    r"(?:people|folk|many|others)\s+(?:still\s+)?(?:say|call\s+(?:it|us|them))\s+(?:an?\s+)?|"
    r"(?:several|various|many|other|different|alternative|common|two|three|four|five)\s+"
    r"(?:job\s+)?(?:names|titles)(?:\s+for\s+(?:it|[\w ]{0,20}?(?:job|role|post|work))\b)?"
    r"(?:\s+(?:include|are|such\s+as|like|for\s+[^:.,]{0,30}))?)"
    r"[*_]*\s*[:,(|]?[*_]*(?!\s*(?:\w+\s+){1,2}(?:names|titles)\b)\s*(?P<names>[^.:()!?|]+)",
    re.I,
)
#: A heading below which other names stand.
_HEADS_NAMES = re.compile(
    r"(?:also|otherwise)\s+(?:known|called)(?:\s+as)?|known\s+as"
    r"|(?:other|alternative)\s+(?:job\s+)?(?:names?|titles?)(?:\s+for\b.*)?",
    re.I,
)
_PARTED = re.compile(r"\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*/\s*", re.I)
_ARTICLE = re.compile(r"^(?:an?|the|even|simply|just|sometimes|as)\s+", re.I)
#: A job's name has no more words than this.
LONGEST = 4
#: Who a guide is about is said in so many of its first characters.
OPENING = 1500
#: What stands so near the top introduces the job, under whatever heading.
NEAR_TOP = 500


#: "Arboriculturist (Tree Surgeon)": a second name of the same job, unlike "Radiographer (MRI)".
_BRACKETS = re.compile(r"\(([^()]+)\)")
#: Words of which the first may name who does the job: "A theatre manager is in charge of ...".
_SUBJECT = re.compile(r"\b(?:An?|The)\s+(?=(?P<words>[\w-]+(?:\s+[\w-]+){1,3}))")


def also_called(guide: Guide) -> Iterator[str]:
    """The titles that a guide's title has in brackets, or its opening lists as its other names.

    Where its own title names nobody ("So you want to run a theatre?"), whom its opening speaks of.
    """
    yield from filter(_names_somebody, bracketed(guide))
    own = as_name(guide.role)
    if not ({*own} & occupations() or (len(own) > 1 and is_job(guide.role))):
        yield from _subjects(guide)
    yield from _ends_of(guide)
    yield from _compounds_of(guide)
    for section in guide.sections:
        if section.path and _HEADS_NAMES.fullmatch(section.path[-1]) and section.blocks:
            first = section.blocks[0]
            yield from _titles(guide.source_text[first.start : first.end])
        for block in section.blocks:
            if section.kind is not SectionKind.INTRODUCTION and block.start >= NEAR_TOP:
                continue
            for found in _LEADS.finditer(guide.source_text[block.start : block.end]):
                yield from _titles(found["names"])


def bracketed(guide: Guide) -> list[str]:
    """What the guide's role and title have in brackets."""
    return _BRACKETS.findall(f"{guide.role} {guide.title}")


#: The end of a compound is a name if its guide has it so often by itself.
_BY_ITSELF = 3


def _ends_of(guide: Guide) -> Iterator[str]:
    """The occupations at the end of a title's noun that the guide uses alone: "a mason"."""
    head = as_name(without_brackets(guide.role))[-1]
    ends = [end for at in range(2, len(head) - 3) if (end := head[at:]) in occupations()]
    words = as_name(guide.source_text) if ends else ()
    yield from (end for end in ends if words.count(end) >= _BY_ITSELF)


#: What stands before the noun of a title in a compound of it has so many letters at least.
_LEAST_BEFORE = 4


def _compounds_of(guide: Guide) -> Iterator[str]:
    """The words of a guide that say more of its title's noun: "gamekeeper" for a Keeper.

    One that names a job by itself, as "bookkeeper" may, the guide must have more than once. Other
    words of the language name a thing: "screwdriver".
    """
    head = as_name(without_brackets(guide.role))[-1]
    if head not in occupations():
        return
    times = Counter(word for word in as_name(guide.source_text) if word.endswith(head))
    for word in sorted(times):
        before = word.removesuffix(head)
        said = times[word] > 1 if word in occupations() else word not in english()
        if said and len(before) >= _LEAST_BEFORE and before in english():
            yield word


def _subjects(guide: Guide) -> Iterator[str]:
    """The first job of somebody whom a guide's opening speaks of."""
    found = _SUBJECT.finditer(guide.source_text[:OPENING])
    runs = (one["words"].split() for one in found)
    names = (" ".join(words[:length]) for words in runs for length in range(2, len(words) + 1))
    yield from islice(filter(_is_title, names), 1)


def _titles(listed: str) -> Iterator[str]:
    """The titles among what is listed: each ends in a noun for somebody who does a job.

    Initials alone may be anything's, and count only in such a list.
    """
    parts = (
        _ARTICLE.sub("", name.strip("\"'*_\u201c\u201d\u2018\u2019 "))
        for name in _PARTED.split(listed)
    )
    names = list(takewhile(_may_be_name, parts))
    titles = [name for name in names if _is_title(name) or _is_word_for_it(name)]
    yield from titles
    if titles:
        yield from (name for name in names if name.isupper() and name.isalpha())


def _may_be_name(name: str) -> bool:
    """Whether a part may be a name; the first that is none ends the list."""
    initials = name.isupper() and name.isalpha()
    title = _is_title(name) or _is_word_for_it(name)
    return initials or (title and not STOP_WORDS & {*as_name(name)})


def _names_somebody(name: str) -> bool:
    words = as_name(name)
    return 0 < len(words) <= LONGEST and heads_a_title(words[-1])


def _is_title(name: str) -> bool:
    words = as_name(name)
    return 1 < len(words) <= LONGEST and singular(words[-1]) in occupations()


def _is_word_for_it(name: str) -> bool:
    """Whether a single word names a job by itself: "lighterman", and not "officer"."""
    words = as_name(name)
    return len(words) == 1 and words[0] in occupations() - VAGUE_HEADS - GENERIC

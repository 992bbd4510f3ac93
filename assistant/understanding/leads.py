"""A question with the sentence that was told right before it."""

import re
from dataclasses import replace

from assistant.guides.model import SectionKind
from assistant.matters import INTERVIEW, asked_about
from assistant.understanding.backgrounds import asks_of_background, only_tells_it
from assistant.understanding.compared import roles_in
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.messages.asking import is_question, own_terms
from assistant.understanding.messages.typed_sentences import typed_sentences
from assistant.understanding.query import Query
from assistant.understanding.remainder import without_roles
from assistant.understanding.things import thing_asked_about
from assistant.understanding.topics import asks_of_pay_alone, pay_residue

#: A question of so few content terms is searched for with the sentence told right before it, if
#: that is no longer than a breath.
_FEW_TERMS = 4
_BREATH = 30
#: What is told in so few words names what is asked about: "Bonuses. Which is the fatter one?"
_HEADING = 2

#: Who says so names what is asked about: "they mentioned shifts. What should I ask them?"
_NAMES_IT = re.compile(
    r"\b(?:mention(?:s|ed)?|brought up|says?|said|talk(?:s|ed)?|ask(?:s|ed)?|told \w+|wants?|"
    r"wanted|includes?|comes? with)\s+"
    r"(?:(?:about|of|for|there(?:['’]?s| is| are)|something about)\s+)*"
    r"(?P<thing>[^.?!]+)",
    re.I,
)

#: Of another is told what is not asked: "my aunt faints. What about me, is it hard?"
_WHAT_OF_ME = re.compile(r"\b(?:what|how) about (?:me|us|myself)\b", re.I)
_OF_THEMSELVES = re.compile(r"\b(?:i|i['’]?m|i['’]?ve|we|we['’]re)\b", re.I)

#: At an interview "they" are those who hold it: "interview on Friday, what do they do?".
_THEY_DO = re.compile(r"\b(?:do|does|will|would|might|can)\s+they\s+(?:\w+\s+)?do\b", re.I)


def lead_of_background(question: str, lead: str, story: str) -> str:
    """What was told right before a question, or the sentence of a story that tells a background.

    That is the last one that does, of which so much counts as is said in a breath: "I've been a
    nurse for years. Somebody mentioned coding. Is that realistic for someone like me?"
    """
    if asks_of_background(question, lead):
        return lead
    told = [one for one in typed_sentences(story) if asks_of_background(question, one)]
    return " ".join(told[-1].split()[:_BREATH]) if told else lead


def with_lead(query: Query, lead: str, lexicon: Lexicon, *, first: bool = False) -> Query:
    """The question with what was told right before it: "I never trained. Can I still apply?".

    Args:
        query: the question.
        lead: what was told right before it, "" if nothing.
        lexicon: the ingested guides' names and levels.
        first: whether nothing was asked before: who then only tells of a background asks whether
            the job is open to them.
    """
    if _WHAT_OF_ME.search(query.asked) and not _OF_THEMSELVES.search(lead):
        lead = ""
    if _asks_of_pay_told(query, lead):
        return replace(query, pay_table=True)
    if _THEY_DO.search(query.bare) and INTERVIEW in asked_about(f"{lead} {query.bare}"):
        topics = tuple(one for one in query.topics if one is not SectionKind.RESPONSIBILITIES)
        query = replace(query, topics=topics, whole=False)
    of_pay = query.pay_table or SectionKind.SALARY in query.topics
    asked = is_question(query.asked) or query.topics or query.level_words or not query.subject
    tells = first and not lead and not asked and only_tells_it(query.asked)
    if not of_pay and (tells or asks_of_background(query.bare, lead)):
        query = replace(query, background=True)
    heads = len(lead.split()) <= _HEADING
    few = len(query.content) <= _FEW_TERMS or heads or query.background
    broad = query.topics and not query.telling and not heads
    if not query.background and (broad or thing_asked_about(query.bare, query.content)):
        return query  # It names what it asks about.
    if not lead or not few or query.pay_table or query.whole or len(lead.split()) > _BREATH:
        return query
    told = without_roles(lead, roles_in(lead, lexicon), lexicon)
    named = _NAMES_IT.search(told)
    of_it = own_terms(named["thing"]) if named else ()
    own = own_terms(told) if query.background else of_it
    query = replace(query, content=tuple(dict.fromkeys((*query.content, *own))))
    return replace(query, bare=f"{told} {query.bare}", lead=told)


def _asks_of_pay_told(query: Query, lead: str) -> bool:
    """Whether pay was told of, and the question names only whose: "What is normal for a lead?"."""
    named = query.level_words or query.places
    beside = query.topics or pay_residue(query.content)
    return bool(named) and not beside and asks_of_pay_alone(lead)

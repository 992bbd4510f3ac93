"""What names a level of a job: words of rank, and the nouns that titles end with."""

import re

from assistant.guides.jobs.occupations import no_jobs

#: Words of rank, as a part of a pattern that leaves capitals aside.
RANKS = (
    r"junior|mid(?:-?level)?|senior|lead|head|deputy|director|graduate|entry[- ]level|trainee"
    r"|principal|staff|chief|apprentice|intern|assistant|associate|consultant|manager|qualified"
    r"|specialist|advanced|experienced|supervisor|start(?:ing(?: out)?)?|established"
    r"|foundation|newly|registered|top|(?:nhs )?band \d\w?|grade \w+|(?:level|year) \d"
)
_RANK = re.compile(rf"\b(?:{RANKS})s?\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\w{1,40}(?:ist|yst|ian|eer|[a-z]{2}er|[a-z]or|wife)"
    r"|agent|aide|architect|attendant|captain|chaplain|chef|clerk|executive|expert|fellow|guard"
    r"|liaison|locum|mechanic|nurse|operative|paramedic|pilot|registrar|representative|secretary|steward"
    r"|surgeon|vet|\w{3,12}(?:mason|smith|wright)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:of|in|for|at|with|on|to|and|or|by)\b|[(,/:]|\s[–—-]\s")
#: A question, or what somebody is told, is no name.
_SAYS = re.compile(
    r"^(?:where|how|what|why|when|who|which)\b|\b(?:you|your|before|after|if)\b|\?", re.IGNORECASE
)
_NAME_WORDS = 6
#: What a title's noun goes on with, and the ranks that are jobs by themselves.
_HEAD = re.compile(r"\s+(?:of|in|for|at|with|on|to)\b|[(,/:]|\s[-–—]\s")
#: What a name has in brackets before its noun: "Platform (site reliability) engineer".
_WITHIN = re.compile(r"\s\([^()]*\)(?=\s[^\W\d_])")
_RANKED = re.compile(r"\b(?:assistant|associate|consultant|apprentice|lead)s?$", re.IGNORECASE)
#: Whose page it is, and nobody's job: "Bellwood & Partners".
_FIRM = re.compile(r"(?:&|\band)\s+(?:associates|brothers|co|daughters?|partners|sons?)\W*$", re.I)


def names_rank(words: str) -> bool:
    """Whether a short line has a word of rank and could name a level: "Head of service"."""
    return _RANK.search(words) is not None and not _SAYS.search(words)


def names_title(words: str) -> bool:
    """Whether a short line ends as titles of jobs do: "Fitter", not "Hospital trusts"."""
    if _SAYS.search(words):
        return False
    last = re.findall(r"[^\W_]+", _GOES_ON.split(words.strip(), maxsplit=1)[0].casefold())[-1:]
    return any(
        _NOUN.fullmatch(noun) and noun not in no_jobs()
        for word in last
        for noun in (word, word.removesuffix("s"))
    )


def is_other_job(words: str) -> bool:
    """Whether words in brackets are a job by themselves, and no rank: not "(senior)"."""
    return len(words.split()) < _NAME_WORDS and names_title(words) and not _RANK.fullmatch(words)


def is_job(words: str) -> bool:
    """Whether words end as the name of a job does, or with a rank that is one: "Care assistant"."""
    if _FIRM.search(words):
        return False
    core = core_of(words)
    last = core.split()[-1:]
    return names_title(words) or any(map(names_title, last)) or _RANKED.search(core) is not None


def core_of(role: str) -> str:
    """A role without what its noun goes on with: "Head" of "Head of service"."""
    whole = _WITHIN.sub("", " ".join(role.split()))
    return _HEAD.split(whole, maxsplit=1)[0].strip()

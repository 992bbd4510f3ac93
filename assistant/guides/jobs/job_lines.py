"""The line of a page that says which job it is about, where its title does not.

Forms and letters begin with who wrote them: "JOB DESCRIPTION", then "Job title: Optometrist".
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from assistant.guides.jobs.naming import is_of_owner, role_of_page, times_spoken_of
from assistant.guides.jobs.role import names_a_part
from assistant.guides.lines import is_delimiter
from assistant.guides.ranks import core_of, is_job, names_title

#: Such a line is one of so many first ones.
_WITHIN = 40
#: Further down what is asked after may be anybody: "What is a mentor?".
_ASKED_WITHIN = 8
#: A label that may begin a sentence has a name beside it that is no longer.
_MOST_WORDS = 6
_LONGEST = 90
_TITLE = r"(?:job|post|role|position|vacancy)\s+(?:title|name)|title of (?:the )?(?:job|post|role)"
_LABEL = re.compile(
    rf"(?:(?P<sure>{_TITLE})|job|post|role|position|vacancy|occupation|title)"
    r"(?:\s*\.{3,}|\s*:|\s*[|\t]|\s{2,}|$)(?P<job>.*)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"what\s+(?:is|does)\s+an?\s+(?P<job>[^?|:.]{3,60}?)(?:\s+(?:actually\s+|really\s+)?do)?\?",
    re.IGNORECASE,
)
#: Who is asked, and what that person is: "Ann Lee, 47, is a bed planner with a trust in York."
_PERSON = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}(?:, \d\d,)? is an? (?P<job>[^.,;:()]{3,40}?)"
    r"(?=\s(?:in|at|with|for|from|who|based|on)\b|[.,;]|$)"
)
#: What a sentence is about, of which some first words may be a job: "A bed planner finds beds."
_DOER = re.compile(
    r"(?:^|[.!?][ \t]+)An?[ \t]+(?P<words>\w[\w'’-]{0,20}(?: \w[\w'’-]{0,20}){0,3})",
    re.MULTILINE,
)
#: Not what somebody does: "Ann Lee is a mother of two".
_KIN = frozenset(
    "mother father daughter brother grandmother grandfather stepmother stepfather".split()
)
_MARKS = re.compile(r"[*_#>`]+")


def job_said(text: str, title: str = "") -> str:
    """The job that one of a page's first lines gives beside a label, or asks after; "" if none.

    Args:
        text: the page's text.
        title: what stands as its title; below an owner's name a job is asked after once.
    """
    filled = (line.strip() for line in _MARKS.sub(" ", text).splitlines() if line.strip())
    lines = [line for line, _ in zip(filled, range(_WITHIN), strict=False)]
    first = lines[:_ASKED_WITHIN]
    return next(chain(_labelled(lines, text), _asked(first, text, title), _been(first, text)), "")


def gives_way(role: str, text: str) -> bool:
    """Whether what a title gives as the job is none, so that a label says it better."""
    return not is_job(role) and (is_of_owner(role) or times_spoken_of(text, role) < 2)


def _labelled(lines: list[str], text: str) -> Iterator[str]:
    for place, line in enumerate(lines):
        heads = place + 1 < len(lines) and is_delimiter(lines[place + 1])
        parts = [line.strip(" |")] if heads else _from_each_cell(line)
        for found in filter(None, map(_LABEL.match, parts)):
            below = lines[place + 1] if found["sure"] and place + 1 < len(lines) else ""
            name = _name(found["job"].strip(" |:\t") or below)
            told = found["sure"] is not None and times_spoken_of(text, name) > 1
            plain = core_of(name) == name and len(name.split()) <= _MOST_WORDS
            if name and (told or ((found["sure"] or plain) and is_job(role_of_page(name, text)))):
                yield name


def _from_each_cell(line: str) -> Iterator[str]:
    """A line, and of a table's row each further cell with the one beside it."""
    yield line.strip(" |")
    cells = line.strip(" |").split("|")
    for pair in pairwise(cells[1:]):
        yield "|".join(pair).strip()


def _name(words: str) -> str:
    """What stands beside a label, if it could be a name; "" if it is a sentence or several cells.

    A form may go on with its next field on the same line: "Job title: Nurse     Band: 5".
    """
    name = re.split(r"\s{2,}|\t", words.strip(" |"))[0].strip("\"'“”")
    if len(name) > _LONGEST or "|" in name or names_a_part(name):
        return ""
    return name if name[:1].isupper() and name[-1] not in ".?!;:," else ""


def _asked(lines: list[str], text: str, title: str) -> Iterator[str]:
    """The jobs of which a line asks what they are, as "What is a quantity surveyor?" does."""
    least = 1 if title and is_of_owner(title) else 2
    for line in lines:
        found = _ASKED.match(line)
        name = " ".join(found["job"].split()) if found else ""
        if name and is_job(name) and times_spoken_of(text, name) >= least:
            yield name[0].upper() + name[1:]


def _been(lines: list[str], text: str) -> Iterator[str]:
    """The jobs that a line says somebody does who has a name, if the page is about no other."""
    for found in filter(None, map(_PERSON.match, lines)):
        name = found["job"].strip()
        times = times_spoken_of(text, name) if is_job(name) else 0
        kin = _KIN.intersection(core_of(name).casefold().split())
        if times > 1 and not kin and all(count < times for count in _others(name, text)):
            yield name[0].upper() + name[1:]


def _others(name: str, text: str) -> Iterator[int]:
    """How often a text speaks of each other job that a sentence begins with."""
    said, own = " ".join(text.casefold().split()), name.casefold()
    heads = (found["words"].casefold().split() for found in _DOER.finditer(_MARKS.sub("", text)))
    starts = ([" ".join(words[:count]) for count in range(1, len(words) + 1)] for words in heads)
    for job in {next(filter(names_title, some), own) for some in starts}:
        if job not in own and own not in job:
            yield said.count(job)

"""How somebody stands to a job is said before its name and makes no other job of it."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand

_PAY = """## Pay

| Grade | North | South |
|---|---|---|
| Apprentice | £15,000 to £17,000 | £16,000 to £18,000 |
| Skilled carver | £25,000 to £27,000 | £26,000 to £28,000 |
"""
GUIDE = read_text(f"# Stone Mason\n\nCuts stone. Also known as stone carver.\n\n{_PAY}", "mason.md")
LEXICON = lexicon_of([GUIDE])


def _read(question):
    (query,) = understand([question], LEXICON).queries
    return query


@pytest.mark.parametrize(
    "title", ["budding mason", "would-be stone carver", "time-served stone mason", "novice mason"]
)
def test_the_role_is_heard(title):
    query = _read(f"{title}: what do I need at school?")
    assert (query.roles, query.unknown_roles) == ((GUIDE.id,), ())
    assert not {"bud", "serv", "time", "novic"} & {*query.content}


def test_a_level_of_the_guide_is_heard_in_it():
    query = _read("what does a fully skilled stone mason get in the north?")
    assert (query.roles, query.level_words, query.pay_table) == ((GUIDE.id,), ("skilled",), True)


@pytest.mark.parametrize("said", ["wannabe", "seasoned", "fully skilled"])
def test_a_job_without_a_guide_is_named_without_it(said):
    assert _read(f"{said} florist, what do I earn?").unknown_roles == ("florist",)

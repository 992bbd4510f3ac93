"""Roles with long titles, and how people shorten them or call them otherwise."""

from collections import Counter

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.roles.roles import find_roles
from assistant.understanding.roles.title_variants import as_name
from assistant.understanding.stance import Stance
from assistant.understanding.synonyms import groups_in
from assistant.understanding.understand import understand

TITLES = {
    "harbour-dredging-project-manager": "Harbour Dredging Project Manager",
    "electronic-patient-record-configuration-analyst": (
        "Electronic Patient Record Configuration Analyst"
    ),
    "prosthetist-and-orthotist": "Prosthetist and Orthotist",
    "bid-and-tender-writer-for-marine-technology": "Bid and Tender Writer for Marine Technology",
    "anatomical-pathology-technologist": "Anatomical Pathology Technologist",
    "surgery-practice-manager": "Surgery Practice Manager",
    "drug-metabolism-scientist": "Drug Metabolism Scientist",
    "health-economist": "Health Economist",
    "biostatistician": "Biostatistician",
    "estates-manager": "Estates Manager",
}
MORE = {"drug-metabolism-scientist": "Drug metabolism and pharmacokinetics (DMPK) is its trade."}


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_of(
        [
            read_text(
                f"# {title}\n\nWho does this works with care. {MORE.get(name, '')}", f"{name}.md"
            )
            for name, title in TITLES.items()
        ]
    )


@pytest.mark.parametrize(
    ("named", "guide_id"),
    [
        ("harbour dredging PM", "harbour-dredging-project-manager"),
        ("dredging PMs", "harbour-dredging-project-manager"),
        ("EPR configuration analyst", "electronic-patient-record-configuration-analyst"),
        ("EPR analyst", "electronic-patient-record-configuration-analyst"),
        ("EHR configuration analyst", "electronic-patient-record-configuration-analyst"),
        ("prosthetist", "prosthetist-and-orthotist"),
        ("orthotist", "prosthetist-and-orthotist"),
        ("tender writer", "bid-and-tender-writer-for-marine-technology"),
        ("bid writer", "bid-and-tender-writer-for-marine-technology"),
        ("mortuary technician", "anatomical-pathology-technologist"),
        ("DMPK scientist", "drug-metabolism-scientist"),
        ("senior practice manager", "surgery-practice-manager"),
        ("remote practice manager", "surgery-practice-manager"),
    ],
)
def test_a_role_is_known_by_what_its_title_is_shortened_to(named, guide_id, lexicon):
    (mention,) = find_roles(f"what does a {named} earn", lexicon.names)
    assert mention.guide_ids == (guide_id,)


@pytest.mark.parametrize(
    "named", ["vet practice manager", "police practice manager", "the therapy manager"]
)
def test_a_noun_before_it_makes_another_job_of_it(named, lexicon):
    assert not any(m.guide_ids for m in find_roles(f"{named} salary", lexicon.names))


@pytest.mark.parametrize(
    "text",
    [
        "and qualifications?",
        "and training?",
        "and the team?",
        "is it a nice job?",
        "are they nice people to work with",
        "is there manual work in it",
        "do they run the clinical trial alone?",
        "good head for heights needed?",
    ],
)
def test_what_any_job_is_asked_names_no_role(text, lexicon):
    assert not any(m.guide_ids for m in find_roles(text, lexicon.names))


@pytest.mark.parametrize(
    "text",
    [
        "bored pharmacist, could I go into dredging project management?",
        "Can a plumber move into dredging project management",
        "total technophobe nurse lol, could i switch to dredging project management",
    ],
)
def test_who_goes_elsewhere_is_not_asked_about(text, lexicon):
    stranger, known = find_roles(text, lexicon.names)
    assert (stranger.guide_ids, stranger.stance) == ((), Stance.HELD)
    assert known.guide_ids == ("harbour-dredging-project-manager",)
    (query,) = understand([text], lexicon).queries
    assert not query.unknown_roles


@pytest.mark.parametrize(
    "text",
    [
        "I'm thinking of moving into running harbour works, is it hard?",
        "no dredge operator at home obviously!! can I still try it",
    ],
)
def test_what_is_done_and_what_there_is_none_of_are_no_titles(text, lexicon):
    assert not any(query.unknown_roles for query in understand([text], lexicon).queries)


def test_a_level_is_known_by_its_title_and_no_word_of_the_roles_own():
    pay = (
        "| Level | Salary |\n|---|---|\n| Junior (Trial Coordinator) | £30,000 |\n"
        "| Lead (Associate Director) | £80,000 |\n"
    )
    guide = read_text(f"# Trial Project Manager\n\n## Salary\n\n{pay}", "trials.md")
    lexicon = lexicon_of([guide])
    told = "The client wants an associate director over several trials. What bracket is usual?"
    (query,) = understand([told], lexicon).queries
    assert query.level_words == ("associate director",)


def test_each_title_of_the_thesaurus_stands_in_one_group_with_another():
    groups = [["".join(as_name(one)) for one in group] for group in groups_in("titles.txt")]
    assert all(len({*group}) > 1 for group in groups)
    names = Counter(name for group in groups for name in {*group})
    assert [name for name, count in names.items() if count > 1] == []


def test_a_role_that_is_compared_is_asked_about_whoever_moves(lexicon):
    text = "Can a prosthetist move up as fast as a health economist?"
    assert [mention.stance for mention in find_roles(text, lexicon.names)] == [Stance.ASKED] * 2


def test_letters_that_a_guide_uses_all_the_time_name_its_role():
    text = "# Medicines Information Pharmacist\n\nMI answers. Every MI desk is open. MI is calm.\n"
    names = lexicon_of(
        [read_text(text, "mi.md"), read_text("# Reef Warden\n\nCoral.\n", "r.md")]
    ).names
    (mention,) = find_roles("which course do newbies in MI take?", names)
    assert mention.guide_ids == ("medicines-information-pharmacist",)
    assert find_roles("which course do newbies in mi take?", names) == ()


def test_what_stands_in_a_titles_brackets_names_it_before_its_noun():
    text = "# Clinical Technologist (Renal and Ventilation)\n\nIt is hands-on work.\n"
    (mention,) = find_roles("renal technologist pay", lexicon_of([read_text(text, "ct.md")]).names)
    assert mention.title == "renal technologist"

import pytest

from assistant.guides import SectionKind, read_text
from assistant.guides.jobs.role import role_of_title, slug
from assistant.guides.kinds import invites, kind_of_heading


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("How this role differs in health and life sciences", SectionKind.DIFFERENCES),
        ("What makes the work different here", SectionKind.DIFFERENCES),
        ("How the work changes with the employer", SectionKind.DIFFERENCES),
        ("Types of site", SectionKind.DIFFERENCES),
        ("Types of charity", SectionKind.DIFFERENCES),
        ("Comparing employers", SectionKind.DIFFERENCES),
        ("Is it the same in every house?", SectionKind.DIFFERENCES),
        ("Talk us through your day", SectionKind.RESPONSIBILITIES),
        ("Questions", SectionKind.FAQ),
        ("Who you might work for", SectionKind.DIFFERENCES),
        ("NHS, pharma or university?", SectionKind.DIFFERENCES),
        ("Why this role exists", SectionKind.INTRODUCTION),
        ("What the job really is", SectionKind.INTRODUCTION),
        ("How to get in", SectionKind.PATHWAYS),
        ("Where it can take you", SectionKind.PATHWAYS),
        ("Getting on", SectionKind.PATHWAYS),
        ("A working day", SectionKind.RESPONSIBILITIES),
        ("Key result areas", SectionKind.RESPONSIBILITIES),
        ("PURPOSE OF THE POST", SectionKind.INTRODUCTION),
        ("Job summary", SectionKind.INTRODUCTION),
        ("How do you become one?", SectionKind.PATHWAYS),
        ("What's next for you?", SectionKind.PATHWAYS),
        ("And then?", SectionKind.PATHWAYS),
        ("Purpose-built theatres", SectionKind.OTHER),
        ("A Monday in the lab", SectionKind.RESPONSIBILITIES),
        ("What you would be doing", SectionKind.RESPONSIBILITIES),
        ("What you will need", SectionKind.SKILLS),
        ("Person specification", SectionKind.SKILLS),
        ("Personal qualities", SectionKind.SKILLS),
        ("What do I need to get in?", SectionKind.PATHWAYS),
        ("What do you do all day?", SectionKind.RESPONSIBILITIES),
        ("Contractor rates", SectionKind.SALARY),
        ("How the pay varies", SectionKind.SALARY),
        ("Apprenticeship pay", SectionKind.SALARY),
        ("A shift in mindset", SectionKind.OTHER),
        ("Tea and biscuits", SectionKind.OTHER),
        ("Core responsibilities", SectionKind.RESPONSIBILITIES),
        ("What you will do", SectionKind.RESPONSIBILITIES),
        ("What does an analyst actually do?", SectionKind.RESPONSIBILITIES),
        ("A typical week", SectionKind.RESPONSIBILITIES),
        ("Skills and competencies", SectionKind.SKILLS),
        ("What you need to know", SectionKind.SKILLS),
        ("Tools and technologies", SectionKind.SKILLS),
        ("Salary ranges in the UK", SectionKind.SALARY),
        ("How much does it pay?", SectionKind.SALARY),
        ("Pay and progression", SectionKind.SALARY),
        ("Beyond base pay", SectionKind.SALARY),
        ("What you can earn", SectionKind.SALARY),
        ("Career pathways", SectionKind.PATHWAYS),
        ("Getting in", SectionKind.PATHWAYS),
        ("Ways into the job", SectionKind.PATHWAYS),
        ("Where it leads", SectionKind.PATHWAYS),
        ("Where next?", SectionKind.PATHWAYS),
        ("What does it pay?", SectionKind.SALARY),
        ("Where you might work", SectionKind.DIFFERENCES),
        ("Where pilots work", SectionKind.DIFFERENCES),
        ("Where you work changes what you do", SectionKind.DIFFERENCES),
        ("Settings compared", SectionKind.DIFFERENCES),
        ("Different places to do it", SectionKind.DIFFERENCES),
        ("How to become one", SectionKind.PATHWAYS),
        ("FAQ", SectionKind.FAQ),
        ("FAQs about pay", SectionKind.FAQ),
        ("Frequently asked questions", SectionKind.FAQ),
        ("Common questions", SectionKind.FAQ),
        ("Q&A", SectionKind.FAQ),
        ("Questions people ask us", SectionKind.FAQ),
        ("About the role", SectionKind.INTRODUCTION),
        ("What is it?", SectionKind.OTHER),
        ("Find your next role", SectionKind.OTHER),
        ("Weather", SectionKind.OTHER),
    ],
)
def test_headings(heading, kind):
    assert kind_of_heading(heading) is kind


def test_the_name_of_the_role_says_nothing():
    heading = "How Training Managers differ here"
    assert kind_of_heading(heading) is SectionKind.PATHWAYS
    assert kind_of_heading(heading, "Training Manager") is SectionKind.DIFFERENCES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Find your next role", True),
        ("Browse analyst jobs across the UK", True),
        ("Ready to apply?", True),
        ("Apply now", True),
        ("Apply least-privilege access", False),
        ("People move on to research", False),
    ],
)
def test_invitations(text, expected):
    assert invites(text) is expected


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Data Analyst in health", "Data Analyst"),
        ("Data Analyst in Health and Life Sciences", "Data Analyst"),
        ("Data Analyst in the NHS", "Data Analyst"),
        ("Software Engineer in Test", "Software Engineer in Test"),
        ("Specialist in infection control", "Specialist in infection control"),
        ("Head of Quality & Safety", "Head of Quality & Safety"),
        ("Data Analyst: role guide", "Data Analyst"),
        ("Data Analyst | Example Careers", "Data Analyst"),
        ("Data Analyst career guide", "Data Analyst"),
        ("Career guide: Data Analyst", "Data Analyst"),
        ("Health Data Analyst", "Health Data Analyst"),
        ("Guide", "Guide"),
        ("Clinical Skills Trainer role guide - Example Careers", "Clinical Skills Trainer"),
        ("Data Analyst salary, skills and career guide (2026) | Example", "Data Analyst"),
        ("Test Role career guide", "Test Role"),
        ("Job family: Data Analyst", "Data Analyst"),
        ("So you want to be a data analyst?", "data analyst"),
        ("Thinking of becoming an Archivist?", "Archivist"),
        ("How to become a Data Analyst: pay and routes", "Data Analyst"),
        ("Working as a Data Analyst in the NHS", "Data Analyst"),
        ("Your career as an Archivist", "Archivist"),
        ("What does a Data Analyst actually do all day?", "Data Analyst"),
        ("Life as a Data Analyst | Example Careers", "Data Analyst"),
        ("A day in the life of a Data Analyst", "Data Analyst"),
        ("Life Sciences Analyst", "Life Sciences Analyst"),
    ],
)
def test_the_role_in_a_title(title, role):
    assert role_of_title(title) == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quality & Safety Lead", "quality-and-safety-lead"),
        ("C++ / C# Engineer", "c-c-engineer"),
        ("Médecin, en chef", "medecin-en-chef"),
        ("What’s next?", "whats-next"),
        ("???", ""),
    ],
)
def test_slugs(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Newly qualified planner pay", SectionKind.SALARY),
        ("Pay", SectionKind.SALARY),
        ("Salary by grade", SectionKind.SALARY),
        ("What to pay attention to", SectionKind.SKILLS),
        ("Calm", SectionKind.SKILLS),
    ],
)
def test_a_heading_of_pay_is_about_pay_below_any_other(heading, kind):
    text = f"# Planner\n\nThey plan.\n\n## Skills\n\nYes.\n\n### {heading}\n\n£20,000.\n"
    guide = read_text(text, "planner.md")
    assert [section.kind for section in guide.sections if section.path[-1:] == (heading,)] == [kind]


@pytest.mark.parametrize("above", ["Main tasks", "Skills"])
@pytest.mark.parametrize("heading", ["Checking wages", "Talking about pay"])
def test_a_task_or_skill_that_is_about_pay_but_tells_no_sum_is_none_of_pay(above, heading):
    text = (
        f"# Planner\n\nThey plan.\n\n## {above}\n\nYes.\n\n### {heading}\n\nWith tact.\n\n"
        "### Bonus and pay\n\n£200.\n\n## Pay\n\n£20,000.\n"
    )
    kinds = {section.path[-1]: section.kind for section in read_text(text, "x.md").sections[1:]}
    assert kinds[heading] is kinds[above] is not SectionKind.SALARY
    assert kinds["Bonus and pay"] is SectionKind.SALARY

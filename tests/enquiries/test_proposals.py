"""From use to evals: what is proposed is a valid case that the guides bear out."""

import json
import threading

import pytest

from assistant.answer import AnswerStatus
from assistant.enquiries.desk import Edit, Seen
from assistant.enquiries.intake import read_message
from assistant.enquiries.proposals import (
    GoldPlace,
    propose_from_feedback,
    propose_from_question,
    with_gold,
    write_proposal,
)
from assistant.records.values import NewFeedback
from evals.cases import load_cases, parse_case
from evals.linting.finding import Located
from evals.linting.labels import check_labels
from evals.places import Atlas

QUESTIONS = (
    "What does a senior backend engineer earn outside London?",
    "Is a backend engineer on call?",
    "What skills does a health informatics engineer need?",
    "What does a backend engineer do all day?",
    "What does a paramedic earn?",
)


@pytest.fixture
def guides(assistant):
    return assistant.sources().snapshot.guides


def findings(line, guides):
    """What the eval suite's own checks say of a line."""
    case = parse_case(line, "review:1")
    return list(check_labels(Located("review:1", "review", case), Atlas.of(guides.values())))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_of_an_enquiry_becomes_a_case_that_lint_accepts(desk, guides, question):
    enquiry = desk.receive(read_message(question), "ann")
    proposal = propose_from_question(enquiry.questions[0], guides)
    assert findings(proposal.as_line(), guides) == []
    case = json.loads(proposal.as_line())
    assert case["turns"] == [question]
    assert bool(case["gold"]) is enquiry.questions[0].covered


def test_a_role_that_only_the_message_named_is_said_and_the_person_left_out(desk, guides):
    mail = "Hello,\nI'm Jo from Hull and I read the backend engineer guide. Is there on-call?\n"
    enquiry = desk.receive(read_message(mail + "Thanks,\nJo Bloggs"), "ann")
    case = json.loads(propose_from_question(enquiry.questions[0], guides).as_line())
    assert case["turns"] == ["About the Backend Engineer role: is there on-call?"]
    assert "Jo" not in json.dumps(case)


def test_gold_and_figures_follow_what_staff_left_in_the_answer(desk, guides):
    enquiry = desk.receive(read_message(QUESTIONS[0]), "ann")
    question = enquiry.questions[0]
    row = next(line for line in question.answer.splitlines() if line.startswith("- "))
    seen = Seen(enquiry.id, enquiry.version, "bob")
    enquiry = desk.edit(seen, Edit(answers={question.id: row}))
    proposal = propose_from_question(enquiry.questions[0], guides)
    assert proposal.gold == (GoldPlace("backend-engineer", ("Salary ranges",)),)
    assert proposal.numbers == ("£65,000", "£90,000")
    assert (proposal.kind, proposal.tags) == ("pay", ("from-use", "staff-edit"))
    assert findings(proposal.as_line(), guides) == []


def test_a_thumb_down_becomes_a_case_with_the_sections_that_staff_pick(records, assistant, guides):
    answer = assistant.ask("Is a backend engineer on call?")
    kept = records.feedback.add(
        NewFeedback(
            answer.question,
            answer.text,
            answer.status,
            helpful=False,
            citations=answer.citations,
            turns=("Hello",),
        )
    )
    proposal = propose_from_feedback(kept, guides)
    assert proposal.turns == ("Hello", "Is a backend engineer on call?")
    assert (proposal.kind, proposal.tags) == ("faq", ("from-use", "thumbs-down"))
    assert findings(proposal.as_line(), guides) == []
    skills = GoldPlace("backend-engineer", ("Skills and competencies",))
    picked = with_gold(proposal, [skills], guides)
    assert (picked.gold, picked.nuggets, picked.kind) == ((skills,), (), "skills")
    assert findings(picked.as_line(), guides) == []
    kept_gold = with_gold(proposal, [*proposal.gold, skills], guides)
    assert kept_gold.nuggets == proposal.nuggets
    assert with_gold(proposal, [], guides).kind == "not_covered"
    assert findings(with_gold(proposal, [], guides).as_line(), guides) == []
    with pytest.raises(KeyError, match="No such section"):
        with_gold(proposal, [GoldPlace("backend-engineer", ("No such section",))], guides)


def test_an_answer_that_was_no_answer_has_no_gold(records, guides):
    kept = records.feedback.add(
        NewFeedback("Visa?", "The guides do not say.", AnswerStatus.NOT_COVERED, helpful=True)
    )
    case = json.loads(propose_from_feedback(kept, guides).as_line())
    assert (case["answerable"], case["kind"], case["gold"]) == ("no", "not_covered", [])


def test_many_may_write_to_one_review_file_at_once(desk, guides, tmp_path):
    enquiry = desk.receive(read_message(QUESTIONS[1]), "ann")
    file = tmp_path / "new" / "review.jsonl"

    def write():
        for _ in range(5):
            write_proposal(file, propose_from_question(enquiry.questions[0], guides))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    cases = [case for _, case in load_cases(file)]
    assert (len(cases), len({case.id for case in cases})) == (20, 20)

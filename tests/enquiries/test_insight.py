"""What is asked, what no guide answers, and how the replies go."""

import csv
import io

import numpy as np
import pytest

from assistant.answer import AnswerStatus
from assistant.enquiries.desk import Desk
from assistant.enquiries.insight import NONE, insight, week_of
from assistant.enquiries.likeness import groups
from assistant.enquiries.tables import as_csv, written
from assistant.records.values import EnquiryChange, EnquiryQuestion, EnquiryState, Incoming
from tests.opened import the_model


def asked(text, status=AnswerStatus.ANSWERED, topics=(), roles=()):
    return EnquiryQuestion(text, status, "A.", "A.", topics=topics, roles=roles)


@pytest.fixture
def receive(records):
    def keep(*questions, text="Draft"):
        change = EnquiryChange(
            "drafted",
            state=EnquiryState.DRAFTED,
            questions=questions,
            draft=("proposed", text, ""),
        )
        return records.enquiries.add(Incoming("?"), "ann", change)

    return keep


MISSING = AnswerStatus.NOT_COVERED


def test_questions_are_counted_by_topic_role_status_and_week(records, receive, clock):
    receive(asked("A?", topics=("salary", "skills"), roles=("baker",)))
    clock.passes(days=7)
    receive(asked("B?", MISSING, topics=("salary",)), asked("Thanks!", AnswerStatus.SOCIAL))
    found = insight(records, the_model().embed)
    assert found.questions == 2
    assert [(c.label, c.questions, c.covered) for c in found.topics] == [
        ("salary", 2, 1),
        ("skills", 1, 1),
    ]
    assert [(c.label, c.questions) for c in found.roles] == [(NONE, 1), ("baker", 1)]
    assert {c.label for c in found.statuses} == {"answered", "not_covered"}
    assert [(c.label, c.covered) for c in found.weeks] == [("2026-W10", 1), ("2026-W11", 0)]
    assert week_of(clock.now) == "2026-W11"
    assert insight(records, the_model().embed, since=clock.now).questions == 1
    assert insight(records, the_model().embed, until=clock.now).questions == 1


def test_unanswered_questions_are_grouped_by_what_they_ask_for(records, receive, clock):
    visa = ["Do you sponsor visas?", "Can I get visa sponsorship?", "Do employers sponsor a visa?"]
    for question in visa:
        receive(asked(question, MISSING, roles=("baker",)))
        clock.passes(hours=1)
    receive(asked("Are dogs allowed at work?", MISSING), asked("Do you sponsor visas", MISSING))
    receive(asked("Can I bring my dog to the office?", MISSING), asked("Pay?"))
    first, second = insight(records, the_model().embed).gaps
    assert (first.count, first.question, first.roles) == (4, "Do you sponsor visas?", ("baker",))
    assert set(visa[1:]) <= set(first.examples)
    assert (second.count, len(second.enquiry_ids)) == (2, 2)
    assert first.first_at < first.last_at


def test_the_pace_counts_what_was_approved_as_it_was_proposed(records, receive, clock):
    one, two = receive(asked("A?"), text="Same"), receive(asked("B?"), text="Before")
    receive(asked("C?"))
    clock.passes(minutes=10)
    for enquiry, text in ((one, "Same"), (two, "After")):
        change = EnquiryChange(
            "approved", state=EnquiryState.APPROVED, draft=("approved", text, "")
        )
        records.enquiries.change(enquiry.id, enquiry.version, "bob", change)
    pace = insight(records, the_model().embed).pace
    assert (pace.enquiries, pace.drafted, pace.approved) == (3, 3, 2)
    assert (pace.seconds_to_draft, pace.seconds_to_approve) == (0, 600)
    assert pace.share_unedited == 0.5


def test_an_empty_desk_has_no_shares(records):
    found = insight(records, the_model().embed)
    assert (found.questions, found.gaps, found.pace.share_unedited) == (0, (), None)
    assert "share approved unedited," in as_csv(found)["pace"]


def test_what_people_write_is_no_formula_in_a_spreadsheet(records, receive):
    receive(asked('=HYPERLINK("http://x","?")', MISSING), asked("-1+1?", MISSING))
    rows = list(csv.DictReader(io.StringIO(as_csv(insight(records, the_model().embed))["gaps"])))
    assert {row["question"][:2] for row in rows} == {"'=", "'-"}
    assert {row["count"] for row in rows} == {"1"}


@pytest.mark.parametrize("start", "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
def test_no_cell_begins_as_a_formula(start):
    assert written(("a",), [(f"{start}1+1",)]).splitlines()[1].strip('"').startswith("'")


def test_groups_do_not_depend_on_the_order_of_the_questions():
    where = {"a": (1.0, 0.0), "b": (0.8, 0.6), "c": (0.28, 0.96), "d": (-1.0, 0.0)}

    def embed(texts):
        return np.array([where[text] for text in texts], dtype=np.float32)

    def named(order):
        return [
            (order[leader], sorted(order[place] for place in members))
            for leader, members in groups(order, embed, 0.7)
        ]

    expected = [("b", ["a", "b", "c"]), ("d", ["d"])]
    assert named(["a", "b", "c", "d"]) == named(["d", "c", "b", "a"]) == expected
    assert groups([], embed) == []
    assert groups(["a", "A?", "a ."], embed) == [(0, [0, 1, 2])]


def test_topics_and_roles_of_real_questions_are_known(records, assistant, letter):
    desk = Desk(records, assistant, letter)
    desk.receive(Incoming("What does a senior backend engineer earn in Leeds?"), "ann")
    found = insight(records, the_model().embed)
    assert "salary" in [count.label for count in found.topics]
    assert [count.label for count in found.roles] == ["backend-engineer"]

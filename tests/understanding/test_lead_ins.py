"""What somebody who passes a question on writes before it."""

import pytest

from assistant.understanding.messages.lead_ins import without_lead_in
from assistant.understanding.messages.messages import read_message


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Applicant asks: must a ferry cook swim?", "must a ferry cook swim?"),
        ("Caller on line 3 wants to know what a thatcher earns", "what a thatcher earns"),
        ("A client is asking about the pay of a thatcher", "the pay of a thatcher"),
        ("Got a query - are there nights?", "are there nights?"),
        ("Hi, we've had an email asking: who trains them?", "who trains them?"),
        ("Query from a school leaver: is it cold on deck?", "is it cold on deck?"),
    ],
)
def test_what_passes_a_question_on_is_set_aside(message: str, question: str) -> None:
    assert read_message(message).questions == (question,)


@pytest.mark.parametrize(
    "message",
    [
        "What if a customer asks: where is my parcel?",
        "Customer asks for a refund, what does a clerk do then?",
        "Client meetings: how many a week?",
        "Customers ask a lot of a ferry cook, is it stressful?",
        "Query letters, who writes them?",
        "On call - how often?",
    ],
)
def test_customers_of_the_job_stay_in_its_question(message: str) -> None:
    assert without_lead_in(message) == message


def test_a_long_message_is_read_in_one_go() -> None:
    """With steps that grow by the square of its length this would not be over in an hour."""
    for word in ("a new ", "customer by ", "enquiry from ", " - "):
        message = word * (400_000 // len(word))
        assert without_lead_in(message) == message

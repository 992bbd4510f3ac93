"""Every page of the desk: for everybody, at any zoom, light and dark."""

import pytest

from assistant.answer import AnswerStatus, Citation
from assistant.enquiries.desk import Seen
from assistant.records.values import Incoming, NewFeedback
from tests.browser.chatting import axe_faults, too_wide
from tests.browser.desk.conftest import QUESTION, told

pytestmark = pytest.mark.browser


@pytest.fixture(scope="package")
def pages(office):
    """Every page of the desk with something on it."""
    desk, records = office.desk, office.records
    drafted = desk.receive(Incoming(f"{QUESTION} Is there a car?", subject="Drafted"), "bob")
    marked = desk.receive(Incoming(QUESTION, subject="x" * 200), "bob")
    sent = desk.receive(Incoming(QUESTION, subject="Sent"), "bob")
    sent = desk.approve(Seen(sent.id, sent.version, "bob"))
    desk.mark_sent(Seen(sent.id, sent.version, "bob"))
    cited = Citation(1, "Backend Engineer", "backend-engineer", (), "q", "b.md", 0, 1, "")
    given = NewFeedback("And?", "It says **so** [1].", AnswerStatus.ANSWERED, False, (cited,))
    thumb = records.feedback.add(given)
    job = records.jobs.add("march.csv", "digest", [Incoming("Hi?")], "bob")
    office.accounts.add_key("Chat bot", "ada")
    return [
        "", "?show=sent&q=nothing", "new", "jobs", f"jobs/{job.id}", f"enquiries/{drafted.id}",
        f"enquiries/{marked.id}", f"enquiries/{sent.id}", "stale", "feedback", "insight",
        f"cases/new?feedback={thumb.id}", "users", "keys", "audit",
        "password", "nowhere",
    ]  # fmt: skip


def visited(page, where, paths):
    """Each page in turn, with everything on it unfolded."""
    for path in paths:
        page.goto(where + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
        yield path


def test_every_page_is_accessible(at_desk, where, pages):
    page = at_desk("ada", failing=True)
    for path in visited(page, where, pages):
        assert axe_faults(page) == [], path


def test_no_page_is_wider_than_a_window_at_400_percent(at_desk, where, pages):
    """A window of 1280 by 1024 at 400 % zoom is one of 320 by 256."""
    page = at_desk("ada", width=320, height=256, failing=True)
    for path in visited(page, where, pages):
        assert not too_wide(page), path


def test_the_colours_hold_in_the_dark(at_desk, where, pages):
    """On those pages that together have every colour of the desk."""
    page = at_desk("ada", dark=True, failing=True)
    coloured = ("", "enquiries", "stale", "insight", "feedback", "nowhere")
    chosen = [path for path in pages if path.partition("/")[0] in coloured]
    for path in visited(page, where, chosen):
        assert axe_faults(page, colours_only=True) == [], path


def test_the_sign_in_is_accessible(where, visit):
    page = visit(where, failing=True, width=320)
    assert axe_faults(page) == []
    page.get_by_label("Login").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    told(page, "Login or password are wrong")
    assert axe_faults(page) == []
    assert not too_wide(page)

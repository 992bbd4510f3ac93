"""The staff member's job, from the first sign-in to a reply that went stale."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from assistant.enquiries.desk import Seen
from tests.browser.chatting import axe_faults
from tests.browser.desk.conftest import QUESTION, press, told
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

MAIL = """From: Priya Shah <priya@example.org>
Subject: Moving into backend engineering

Hello,

I am a nurse and I am thinking about becoming a backend engineer. What does a senior backend \
engineer earn in London? Which skills does a backend engineer need? How do people get into the \
role? And do you offer childcare vouchers?

Many thanks,
Priya Shah
"""


def reingest(guides, index):
    command = [sys.executable, str(PROJECT / "ingest.py"), str(guides), "--index", str(index)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_job_from_the_first_sign_in_to_a_stale_answer(at_desk, guides, index):
    page = at_desk()
    page.get_by_role("link", name="New enquiry").first.click()
    page.get_by_label("Message", exact=True).fill(MAIL)
    press(page, "Draft the reply")
    told(page, "Drafted")

    expect(page.get_by_role("heading", level=1)).to_have_text("Moving into backend engineering")
    parts = page.locator("article.part")
    expect(parts).to_have_count(4)
    expect(page.locator("article.part.not_covered")).to_have_count(1)
    expect(parts.nth(3)).to_contain_text("Not covered")
    expect(page.get_by_label("Question 4, as")).to_have_value("Do you offer childcare vouchers?")
    expect(page.get_by_label("Greeting")).to_have_value(re.compile("Dear Priya Shah,"))

    # A figure that the guide does not have is marked while it is being typed.
    answer = page.get_by_label("Answer to question 1")
    expect(answer).to_have_value(re.compile("£75,000 to £105,000"))
    proposed = answer.input_value()
    answer.fill(proposed.replace("£75,000", "£95,000"))
    expect(parts.nth(0).locator(".to-read li.grave")).to_contain_text("£95,000")
    answer.fill(f"{proposed}\n\nGood luck with your plans!")
    expect(parts.nth(0).locator(".to-read li.grave")).to_have_count(0)
    press(page, "Save")
    told(page, "Saved")
    expect(page.locator("article.part").nth(0)).to_contain_text("Edited")

    press(page, "Approve")
    told(page, "Approved")
    expect(page.locator("#as-html")).to_contain_text("Good luck with your plans!")
    press(page, "Mark as sent")
    told(page, "Marked as sent")

    page.get_by_role("link", name="Inbox").first.click()
    page.get_by_label("Search in").fill("nurse vouchers plans")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Moving into backend engineering").click()
    expect(page.locator(".headline .state")).to_have_text("Sent")

    guide = guides / "backend-engineer.md"
    changed = guide.read_text("utf-8").replace("£75,000 to £105,000", "£80,000 to £110,000")
    assert changed != guide.read_text("utf-8")
    guide.write_text(changed, "utf-8")
    reingest(guides, index)
    # The assistant looks for a newer snapshot once a second.
    expect(_stale(page)).to_contain_text("The quoted words have changed")
    place = page.locator("main section.card").filter(has_text="Moving into")
    expect(place.locator("del").first).to_contain_text("75,000")
    expect(place.locator("ins").first).to_contain_text("80,000")
    page.goto(page.url.replace("stale", "?show=stale"))
    expect(page.get_by_role("link", name="Moving into backend engineering")).to_be_visible()

    guide.write_text((PROJECT / "corpus" / guide.name).read_text("utf-8"), "utf-8")
    reingest(guides, index)


def _stale(page):
    """The stale page's places, once there are some."""
    for _ in range(20):
        page.get_by_role("link", name="Stale", exact=True).click()
        if page.locator("main section.card").count():
            break
        page.wait_for_load_state()
    return page.locator("main section.card").first


def test_two_people_see_each_other_and_neither_loses_a_word(at_desk, where, enquiry):
    address = f"{where}enquiries/{enquiry.id}"
    bob, ada = at_desk("bob", failing=True), at_desk("ada")
    bob.goto(address)
    ada.goto(address)
    expect(ada.get_by_text("Bob Reed has this enquiry open too")).to_be_visible()
    ada.get_by_label("Greeting").fill("Hello from Ada,")
    press(ada, "Save")
    told(ada, "Saved")
    expect(bob.get_by_text("Ada Fern has just changed this enquiry")).to_be_visible()
    bob.get_by_label("Greeting").fill("Hello from Bob,")
    press(bob, "Save")
    expect(bob.get_by_role("heading", level=1)).to_contain_text("Ada Fern changed this enquiry")
    expect(bob.locator("blockquote")).to_have_text("Hello from Ada,")
    expect(bob.get_by_label("Your text: Greeting")).to_have_value("Hello from Bob,")
    assert axe_faults(bob) == []
    bob.get_by_label("Yours", exact=True).check()
    press(bob, "Save my choice")
    expect(bob.get_by_label("Greeting")).to_have_value("Hello from Bob,")


def test_the_keyboard_is_enough(at_desk, where, enquiry):
    page = at_desk()
    page.goto(f"{where}enquiries/{enquiry.id}")
    page.get_by_label("Sign-off").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nBob")
    page.keyboard.press("Control+s")
    told(page, "Saved")
    expect(page.locator("[data-told]")).to_be_focused()
    expect(page.get_by_label("Sign-off")).to_have_value(re.compile(r"Bob$"))
    page.get_by_label("Add a question").focus()
    page.keyboard.type("Which skills does a backend engineer need?")
    page.keyboard.press("Enter")
    told(page, "added and answered")
    expect(page.locator("article.part")).to_have_count(2)
    approve = page.get_by_role("button", name="Approve")
    approve.focus()
    page.keyboard.press("Enter")
    told(page, "Approved")


def test_copies_are_plain_text_or_have_links(at_desk, where, enquiry, office):
    office.desk.approve(Seen(enquiry.id, enquiry.version, "bob"))
    page = at_desk(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{where}enquiries/{enquiry.id}")
    press(page, "Copy with links")
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    read = "async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()"
    assert 'href="https://careers.example/guides/backend-engineer' in page.evaluate(
        read, "text/html"
    )
    press(page, "Copy as plain text")
    expect(page.get_by_text("Copied", exact=True)).to_have_count(2)
    plain = page.evaluate(read, "text/plain")
    assert "https://careers.example/guides/backend-engineer" in plain
    assert "**" not in plain
    assert "<" not in plain


def test_a_bulk_file_shows_its_progress_and_its_enquiries(at_desk, where):
    page = at_desk()
    page.goto(f"{where}new")
    rows = "\n".join(f'{n},"{QUESTION}"' for n in range(4))
    file = {"name": "march.csv", "mimeType": "text/csv", "buffer": f"id,message\n{rows}".encode()}
    page.get_by_label("File: .txt").set_input_files(file)
    press(page, "Upload")
    expect(page.locator("[data-state]")).to_have_text("Finished")
    expect(page.locator("progress")).to_have_attribute("value", "4")
    page.get_by_role("link", name="Its enquiries").click()
    expect(page.locator("ol.enquiries > li")).to_have_count(4)


def test_it_works_without_scripts(at_desk, where, enquiry):
    page = at_desk(java_script_enabled=False)
    page.goto(f"{where}enquiries/{enquiry.id}")
    page.get_by_label("Greeting").fill("Good morning,")
    press(page, "Approve")
    told(page, "Approved")
    expect(page.locator("#as-html")).to_contain_text("Good morning,")

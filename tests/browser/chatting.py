"""What a visitor does in the chat, in a test's words."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

LAST = ".turn:last-child"


def ask(page, question):
    """Type a question and press Ask."""
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def answered(page, question):
    """Ask, and wait until the answer is whole; gives the turn."""
    before = page.locator(".turn").count()
    ask(page, question)
    expect(page.locator(".turn")).to_have_count(before + 1)
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
    return page.locator(LAST)


def axe_faults(page, *, colours_only=False):
    """What axe holds against the page: the rule and the elements.

    Structure doesn't change with the colours: a page seen light needs its colours alone seen dark.
    """
    rules = {"runOnly": ["color-contrast", "link-in-text-block"]} if colours_only else {}
    options = {"resultTypes": ["violations"], **rules}
    found = Axe().run(page, options=options).response["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found]


def too_wide(page):
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

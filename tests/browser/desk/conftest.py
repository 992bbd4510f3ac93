"""A desk in a real browser: real guides, index, assistant and records."""

import shutil

import pytest
from playwright.sync_api import expect

from assistant.accounts import Accounts
from assistant.embeddings import load_embeddings
from assistant.enquiries.desk import Desk
from assistant.enquiries.letter import load_letter
from assistant.pipeline import Assistant
from assistant.records import Records
from assistant.records.values import Incoming, Role
from assistant.web.desk.insight import Remembering
from assistant.web.desk.office import Office
from assistant.web.desk.working import Workers
from assistant.web.site import Site
from tests.browser.conftest import served
from tests.conftest import PROJECT

# Answers are made by the real assistant, on whatever machine this is.
expect.set_options(timeout=20_000)

PASSWORD = "three random words"
QUESTION = "What does a senior backend engineer earn in London?"


@pytest.fixture(scope="package")
def guides(tmp_path_factory):
    """A folder of guides that the test may change."""
    return shutil.copytree(PROJECT / "corpus", tmp_path_factory.mktemp("guides") / "corpus")


@pytest.fixture(scope="package")
def index(index_folder, tmp_path_factory):
    """The session's index, copied: the test ingests into it."""
    return shutil.copytree(index_folder, tmp_path_factory.mktemp("own") / "index")


@pytest.fixture(scope="package")
def embeddings():
    return load_embeddings("minilm")


@pytest.fixture(scope="package")
def assistant(index, embeddings):
    return Assistant(index, embeddings)


@pytest.fixture(scope="package")
def office(assistant, embeddings, tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    with Records(f"sqlite:///{folder / 'records.sqlite3'}") as records:
        desk = Desk(records, assistant, load_letter("https://careers.example"))
        accounts = Accounts(records)
        accounts.add_user("ada", "Ada Fern", Role.ADMIN, PASSWORD, "test")
        accounts.add_user("bob", "Bob Reed", Role.STAFF, PASSWORD, "test")
        site = Site(guides=lambda: tuple(assistant.sources().snapshot.guides.values()))
        yield Office(
            records=records,
            accounts=accounts,
            desk=desk,
            workers=Workers(desk, records),
            guides=site.guides,
            embed=Remembering(embeddings),
            review_file=folder / "review.jsonl",
            versions=site.versions,
        )


@pytest.fixture(scope="package")
def where(assistant, office):
    site = Site(guides=office.guides, versions=office.versions)
    with served(assistant, site, office=office) as url:
        yield f"{url}/desk/"


@pytest.fixture
def at_desk(where, visit):
    """Opens the desk in a browser of its own, signed in."""

    def open_desk(login="bob", **options):
        page = visit(where, **options)
        page.get_by_label("Login").fill(login)
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
        return page

    return open_desk


@pytest.fixture
def enquiry(office):
    """An enquiry of one question, drafted."""
    return office.desk.receive(Incoming(QUESTION, subject="Pay in London"), "bob")


def press(page, name, **more):
    page.get_by_role("button", name=name, exact=True, **more).last.click()


def told(page, words):
    expect(page.locator("[data-told]")).to_contain_text(words)

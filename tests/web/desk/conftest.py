"""The desk over scripted answers, with one user of each role and a browser for each of them."""

import html
import math
import re
import shutil

import numpy as np
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.accounts import Accounts, passwords
from assistant.answer import Answer, AnswerStatus, Part
from assistant.enquiries.desk import Desk
from assistant.enquiries.letter import load_letter
from assistant.records import Records
from assistant.records.values import Role
from assistant.versions import Versions
from assistant.web.desk.mounting import add_desk
from assistant.web.desk.office import Office
from assistant.web.desk.working import Workers
from tests.enquiries.conftest import Clock
from tests.enquiries.scripted import Scripted, cited, guide_of

PAY = "A keeper earns £31,000 a year."
STAIRS = "Climbs stairs without fear of heights."
MESSAGE = "What does a keeper earn? Is there a pension?"
PASSWORD = "correct horse battery"


def scripted_answers(guide):
    """Two questions of one message, the second of which is not covered; and one of its own."""
    pay, pension = "What does a keeper earn?", "Is there a pension?"
    both = Answer(
        MESSAGE,
        AnswerStatus.PARTIAL,
        f"**{pay}**\n\n{PAY} [1]\n\n**{pension}**\n\nThe guides do not say.",
        (cited(guide, PAY),),
        (Part(pay, AnswerStatus.ANSWERED), Part(pension, AnswerStatus.NOT_COVERED)),
    )
    skills = Answer(
        "Which skills?",
        AnswerStatus.ANSWERED,
        f"- {STAIRS} [1]",
        (cited(guide, STAIRS, section=("Skills",)),),
        (Part("Which skills?", AnswerStatus.ANSWERED),),
    )
    return {MESSAGE: both, "Which skills?": skills}


def embedded(texts):
    """Unit vectors of words: texts are alike if they share them."""
    vectors = np.zeros((len(texts), 512), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in re.findall(r"\w+", text.casefold()):
            vectors[row, sum(map(ord, word)) % 512] += 1
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), math.ulp(1))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch):
    """Hashing is slow on purpose, and that is tried elsewhere."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(1, 8, parallelism=1))


@pytest.fixture(scope="session")
def empty_records(tmp_path_factory):
    """A database with its tables and nothing in them, to be copied."""
    path = tmp_path_factory.mktemp("records") / "empty.sqlite3"
    Records(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def records(tmp_path, clock, empty_records):
    path = tmp_path / "records.sqlite3"
    shutil.copy(empty_records, path)
    with Records(f"sqlite:///{path}", clock) as kept:
        yield kept


@pytest.fixture
def guide(tmp_path):
    return guide_of(tmp_path)


@pytest.fixture
def answering(guide):
    return Scripted(guide, scripted_answers(guide))


@pytest.fixture
def office(tmp_path, records, answering):
    desk = Desk(records, answering, load_letter("https://careers.example"))
    return Office(
        records=records,
        accounts=Accounts(records),
        desk=desk,
        workers=Workers(desk, records),
        guides=lambda: tuple(answering.guides.values()),
        embed=embedded,
        review_file=tmp_path / "review.jsonl",
        versions=Versions(),
    )


@pytest.fixture
def app(office):
    made = FastAPI()
    add_desk(made, office)
    return made


class Browser(TestClient):
    """A browser that follows no redirects by itself and fills the hidden fields of forms."""

    def __init__(self, app):
        super().__init__(app, follow_redirects=False)

    def sign_in(self, login, password=PASSWORD, **more):
        page = self.get("/desk/sign-in")
        fields = {"csrf": hidden(page, "csrf"), "login": login, "password": password, **more}
        return self.post("/desk/sign-in", data=fields)

    def submit(self, address, fields=None, of="/desk/new", **more):
        """Post a form with the token of the page that it is on."""
        token = hidden(self.get(of), "csrf")
        return self.post(address, data={"csrf": token, **(fields or {})}, **more)


def hidden(page, name):
    """The value of a hidden field."""
    return html.unescape(found(rf'name="{re.escape(name)}"[^>]*? value="([^"]*)"', page.text))


def found(pattern, text):
    """The first group of a pattern, which must be there."""
    match = re.search(pattern, text, re.S)
    assert match, f"no {pattern}"
    return match[1]


def fields_of(page):
    """What the browser would send of the reply's form: every text and hidden field."""
    texts = re.findall(
        r'<textarea id="[^"]*"[^>]*? name="([^"]+)"[^>]*>\n(.*?)</textarea>', page.text, re.S
    )
    hiddens = re.findall(r'<input type="hidden" name="([^"]+)"[^>]*? value="([^"]*)"', page.text)
    return {name: html.unescape(text) for name, text in (*hiddens, *texts)}


def shown(page):
    """The words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.text)).split())


@pytest.fixture
def browser(app):
    return Browser(app)


@pytest.fixture
def staff(app, office):
    office.accounts.add_user("bob", "Bob Reed", Role.STAFF, PASSWORD, "test")
    made = Browser(app)
    assert made.sign_in("bob").status_code == 303
    return made


@pytest.fixture
def admin(app, office):
    office.accounts.add_user("ada", "Ada Fern", Role.ADMIN, PASSWORD, "test")
    made = Browser(app)
    assert made.sign_in("ada").status_code == 303
    return made

import json
import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from assistant.web import wording
from assistant.web.chat_page import welcome_html
from assistant.web.markup import escape
from assistant.web.page import LOOK
from assistant.web.server import make_app
from assistant.web.site import Site
from tests.web.scripted import LAB, ConversationLists, FeedbackList, ScriptedAssistant


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(ScriptedAssistant(), Site(guides=lambda: (LAB,))))


def words_of(page):
    [told] = re.findall(r'<script type="application/json" id="words">(.*?)</script>', page)
    return json.loads(told)


def test_the_page_is_whole_before_any_script_has_run(client):
    page = client.get("/").text
    assert wording.TITLE in page
    assert wording.CANNOT in page
    assert "What does a Lab Analyst earn?" in page
    assert f'href="/guides/{LAB.id}"' in page
    assert "<noscript>" in page


def test_nothing_of_a_default_demo_is_left(client):
    assert "gradio" not in client.get("/").text.casefold()


def test_every_file_that_the_pages_name_is_there_and_may_be_kept(client):
    for address in ("/", "/guides", f"/guides/{LAB.id}", "/print"):
        page = client.get(address).text
        files = set(re.findall(rf'"({LOOK}/[^"]+)"', page))
        assert files
        for file in files:
            found = client.get(file)
            assert found.status_code == 200, file
            assert "immutable" in found.headers["cache-control"]


def test_all_modules_are_fetched_side_by_side(client):
    page = client.get("/").text
    named = set(re.findall(rf'modulepreload" href="{LOOK}/([\w-]+)\.js"', page))
    imported = set()
    for name in ("chat", *named):
        imported |= set(re.findall(r'from "\./([\w-]+)\.js"', client.get(f"{LOOK}/{name}.js").text))
    assert named == imported
    assert "transport" in named


def test_a_visitor_from_a_guide_finds_questions_about_it(client):
    page = client.get(f"/?about={LAB.id}").text
    assert wording.WELCOME_ABOUT.format(role="Lab Analyst") in page
    assert 'data-begin="Lab Analyst: "' in page
    assert wording.WELCOME in client.get("/?about=no-such-guide").text


def test_without_guides_the_page_says_so():
    assert escape(wording.NO_GUIDES) in welcome_html([])


def test_many_guides_are_folded_so_that_the_questions_stay_in_sight():
    nine = [replace(LAB, id=f"lab-{number}") for number in range(9)]
    assert f"<summary>{wording.ALL_GUIDES.format(count=9)}</summary>" in welcome_html(nine)
    assert "<summary>" not in welcome_html(nine[:8])


def test_names_of_guides_are_escaped():
    html = welcome_html([replace(LAB, title="<b>Lab</b>", role="<b>")], LAB.id)
    assert "<b>" not in html


def test_the_page_says_whether_conversations_are_recorded(client):
    assert wording.KEPT_HERE in client.get("/").text
    recording = make_app(ScriptedAssistant(), Site(conversations=ConversationLists()))
    page = TestClient(recording).get("/").text
    assert wording.KEPT_THERE in page
    assert wording.KEPT_HERE not in page


def test_feedback_is_asked_for_only_where_it_is_kept(client):
    assert words_of(client.get("/").text)["feedback"] is False
    keeping = make_app(ScriptedAssistant(), Site(feedback=FeedbackList()))
    assert words_of(TestClient(keeping).get("/").text)["feedback"] is True


def test_the_words_of_the_scripts_cannot_end_their_element(client):
    page = client.get("/").text
    [told] = re.findall(r'id="words">(.*?)</script>', page)
    assert "<" not in told


def test_the_server_says_that_it_is_there(client):
    assert client.get("/here").status_code == 204


def test_a_question_is_answered_over_gradios_queue(client):
    with client:
        asked = {"data": ["What does it pay?", [], "t1", ""]}
        event = client.post("/gradio_api/call/ask", json=asked).json()["event_id"]
        stream = client.get(f"/gradio_api/call/ask/{event}").text
    events = re.findall(r"event: (\w+)\ndata: (.*)", stream)
    assert [name for name, _ in events][-1] == "complete"
    sent = [json.loads(data)[0] for _, data in events if data != "null" and json.loads(data)]
    assert sent[-1]["kind"] == "answer"
    assert sent[-1]["said"] == wording.ready(2)

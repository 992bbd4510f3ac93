"""The API's page in a browser: readable at every width, and of nothing from elsewhere."""

import pytest
from fastapi import FastAPI

from assistant.web.api.mounting import make_api
from assistant.web.api.rates import Rates
from assistant.web.page import add_look
from tests.api.conftest import parts_over, served
from tests.browser.chatting import axe_faults
from tests.opened import assistant_over

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def docs(index_folder, tmp_path_factory):
    """The address of the page."""
    app = FastAPI()
    add_look(app)
    parts = parts_over(assistant_over(index_folder), tmp_path_factory.mktemp("api"))
    app.mount("/api/v1", make_api(parts, Rates()))
    with parts.records, served(app) as where:
        yield f"{where}/api/v1/docs"


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (1280, True), (390, False), (320, True)]
)
def test_the_page_can_be_read_by_everybody(visit, docs, width, dark):
    page = visit(docs, width=width, dark=dark)
    assert page.get_by_role("heading", name="Careers assistant API").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe_faults(page) == []


def test_the_contents_lead_to_the_calls_by_keyboard(visit, docs):
    page = visit(docs)
    page.get_by_role("link", name="Bring an enquiry in").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#create_enquiry")
    assert page.get_by_role("heading", name="Bring an enquiry in").is_visible()

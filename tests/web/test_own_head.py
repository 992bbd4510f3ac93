import asyncio

from fastapi.testclient import TestClient
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse

from assistant.web import wording
from assistant.web.own_head import OwnHead, own_head
from assistant.web.server import make_app
from tests.browser.test_chat_page import ScriptedAssistant

PAGE = (
    '<html lang="en"><head><meta property="og:title" content="Gradio">\n'
    '<meta\n name="twitter:creator"\n content="@Gradio"></head><body class="x"></body></html>'
)


def test_advertising_goes_and_a_description_comes():
    page = own_head(PAGE)
    assert "Gradio" not in page
    assert wording.TAGLINE in page
    assert 'lang="en-GB"' in page


def test_without_scripts_the_guides_can_be_reached():
    assert '<body class="x"><noscript>' in own_head(PAGE)


def test_the_served_page_has_our_head_and_its_right_length():
    page = TestClient(make_app(ScriptedAssistant(), tuple)).get("/")
    assert page.status_code == 200
    assert "og:title" not in page.text
    assert wording.TAGLINE in page.text
    assert int(page.headers["content-length"]) == len(page.content)


def test_what_is_no_page_passes_untouched():
    client = TestClient(OwnHead(PlainTextResponse("og: as it is")))
    assert client.get("/").text == "og: as it is"
    assert TestClient(OwnHead(HTMLResponse(PAGE))).get("/other").text == PAGE


def test_a_page_in_pieces_is_rewritten_whole():
    async def pieces():
        for piece in (PAGE[:50], PAGE[50:]):
            await asyncio.sleep(0)
            yield piece

    client = TestClient(OwnHead(StreamingResponse(pieces(), media_type="text/html")))
    assert client.get("/").text == own_head(PAGE)

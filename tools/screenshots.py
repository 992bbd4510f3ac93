"""Draw the main states of the chat and the guides for docs/screenshots.

Start the app, then: python tools/screenshots.py [http://127.0.0.1:7860]
"""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
PAY = "What do a backend engineer and a health informatics engineer earn?"
COMPARISON = "Which skills do a backend engineer and a health informatics engineer need?"
WIDE, PHONE, ZOOMED = (1280, 860), (390, 780), (320, 256)


def main() -> None:
    """Draw every state; each replaces its file."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:7860"
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        draw = _Drawing(browser, address)
        draw("wide", WIDE, _question("Is being on call usual for a backend engineer?"))
        draw("phone", PHONE, _nothing)
        draw("dark", PHONE, _question("How do people become a backend engineer?"), dark=True)
        draw("zoom-400", ZOOMED, _question("What does a backend engineer earn?"), scale=4)
        draw("comparison", WIDE, _question(COMPARISON))
        draw("chart", WIDE, _chart)
        draw("highlighted-row", WIDE, _row)
        draw("not-covered", WIDE, _not_covered)
        draw("error", PHONE, _offline)
        browser.close()


class _Drawing:
    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address

    def __call__(
        self,
        name: str,
        size: tuple[int, int],
        arrange: Callable[[Page], None],
        *,
        dark: bool = False,
        scale: int = 1,
    ) -> None:
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            device_scale_factor=scale,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(self._address)
        arrange(page)
        page.evaluate("document.fonts.ready")
        drawn = Image.open(io.BytesIO(page.screenshot()))
        drawn.save(FOLDER / f"{name}.webp", quality=80, method=6)
        context.close()


def _nothing(_: Page) -> None:
    """The page as a visitor finds it."""


def _ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.locator(".turn:last-child[data-state=done]").wait_for()


def _question(question: str) -> Callable[[Page], None]:
    return lambda page: _ask(page, question)


def _chart(page: Page) -> None:
    _ask(page, PAY)
    page.locator(".chart").evaluate("chart => chart.scrollIntoView({block: 'start'})")


def _row(page: Page) -> None:
    _ask(page, "What does a lead backend engineer earn?")
    page.locator("a.marker").first.click()
    page.locator("details[open] a").first.click()
    page.locator("mark").first.wait_for()


def _not_covered(page: Page) -> None:
    _ask(page, "Is there free parking at the office?")
    page.locator(".why summary").click()


def _offline(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_label("Your question").fill("What does a backend engineer earn?")
    page.keyboard.press("Enter")
    page.locator(".failure").wait_for()


if __name__ == "__main__":
    main()

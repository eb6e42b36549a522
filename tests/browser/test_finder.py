"""Search and filters by keyboard alone, and without a script; the state stands in the address."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SUB_PATH

CASES = "Housing advice cases decided within five working days"
ADVICE = ["Calls to the advice line answered within a minute", CASES]
_SHOWN = """() => [...document.querySelectorAll("#found tbody tr")]
  .filter(row => row.checkVisibility()).map(row => row.querySelector("a").textContent)"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page on a desk."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def _tab_to(page: Page, name: str) -> None:
    """Presses Tab until the field called `name` has the focus."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.getAttribute('name')") == name:
            return
    pytest.fail(f"no Tab leads to {name}")


def test_words_and_a_choice_narrow_the_list_and_can_be_sent(page: Page, server: str) -> None:
    page.goto(f"{server}/{SUB_PATH}/measures/index.html")
    page.locator("main").focus()
    _tab_to(page, "q")
    page.keyboard.type("advice")
    assert sorted(page.evaluate(_SHOWN)) == ADVICE
    page.wait_for_function("() => document.getElementById('count').textContent === '2 measures'")
    _tab_to(page, "status")
    page.keyboard.type("Green")
    assert page.evaluate(_SHOWN) == [CASES]
    sent = page.url
    page.goto("about:blank")
    page.goto(sent)
    assert page.evaluate(_SHOWN) == [CASES]
    assert page.evaluate("() => document.getElementById('everything').checkVisibility()") is False


def test_the_search_of_every_page_leads_to_what_it_finds(page: Page, server: str) -> None:
    page.goto(f"{server}/{SUB_PATH}/contact.html")
    _tab_to(page, "q")
    page.keyboard.type("swim")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=swim")
    page.get_by_role("link", name="Primary 7 pupils who can swim 25 metres").first.click()
    page.wait_for_url("**/measures/pupils-who-swim.html")


def test_without_a_script_the_page_is_the_whole_list(chromium: Browser, server: str) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{server}/{SUB_PATH}/measures/index.html?q=advice")
    assert page.get_by_role("link", name="Trees planted").first.is_visible()
    assert not page.locator("#finder").is_visible()
    page.close()

"""Pages without a mouse: every part can be reached, and one sees where one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SUB_PATH
from tests.browser.looking import PHONE, WIDE

_FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    tag: at.tagName, words: at.textContent.trim(), href: at.getAttribute("href"), id: at.id,
    region: at.classList.contains("table-region"), top: box.top, left: box.left,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
  };
}"""
MOST_STOPS = 400
"""More than any page of the made-up council has."""


@pytest.fixture(params=[WIDE, PHONE])
def page(request: pytest.FixtureRequest, chromium: Browser, server: str) -> Iterator[Page]:
    """The page of a measure on a desk and on a phone, just opened."""
    opened = chromium.new_page(viewport={"width": request.param, "height": 640})
    opened.goto(f"{server}/{SUB_PATH}/measures/advice-decided.html")
    yield opened
    opened.close()


def test_the_first_key_shows_a_way_past_the_head_and_the_second_goes_it(page: Page) -> None:
    page.keyboard.press("Tab")
    first = page.evaluate(_FOCUS)
    assert (first["words"], first["href"]) == ("Skip to main content", "#main")
    assert first["top"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(_FOCUS)["id"] == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_every_link_and_table_is_reached_in_order_and_shows_that_it_is(page: Page) -> None:
    wanted = page.locator("a[href], [tabindex='0'], summary, input, select, button").count()
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    assert len(stops) == wanted
    assert [stop["words"] for stop in stops if stop["outline"] < 3] == []


def test_a_table_that_is_wider_than_its_place_is_scrolled_with_the_arrows(
    chromium: Browser, server: str
) -> None:
    page = chromium.new_page(viewport={"width": 660, "height": 640})
    page.goto(f"{server}/{SUB_PATH}/services/parks.html")
    wide = "region => region.scrollWidth > region.clientWidth"
    region = page.locator(".table-region").first
    assert region.evaluate(wide)
    assert region.get_attribute("aria-label")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.table-region').scrollLeft > 0")
    page.close()

"""Pages on paper: a measure and a committee report, as a councillor prints them."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import SUB_PATH

A4_AT_96_DPI = {"measures/advice-decided.html": 673, "reports/2025-05-14-scrutiny.html": 1002}
"""The room between the margins in CSS pixels: 178 mm of a page upright, 265 mm of one on its side."""
_CLIPPED = """() => [...document.querySelectorAll("main *")]
  .filter(part => part.checkVisibility() && !part.closest("svg"))
  .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(part => `${part.tagName} ${part.className} ${part.textContent.trim().slice(0, 40)}`)"""
# The names of lines stand beside the lines; the key for phones has them once more.
_HIDDEN = """() => [...document.querySelectorAll("main :is(p, td, th, dt, dd, li, h1, h2, h3)")]
  .filter(part => !part.checkVisibility() && !part.closest("nav, .key-line"))
  .map(part => `${part.tagName} ${part.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("path", A4_AT_96_DPI)
def test_all_of_a_page_fits_on_the_paper(chromium: Browser, server: str, path: str) -> None:
    page = chromium.new_page(viewport={"width": A4_AT_96_DPI[path], "height": 900})
    page.goto(f"{server}/{SUB_PATH}/{path}")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(_CLIPPED) == []
    assert page.evaluate(_HIDDEN) == []
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    page.close()


@pytest.mark.parametrize("path", A4_AT_96_DPI)
def test_a_page_prints_to_a_tagged_pdf_of_a4(chromium: Browser, server: str, path: str) -> None:
    page = chromium.new_page()
    page.goto(f"{server}/{SUB_PATH}/{path}")
    made = page.pdf(prefer_css_page_size=True, tagged=True)
    page.close()
    assert made.startswith(b"%PDF-")
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made)
    sizes = {tuple(sorted((round(float(w)), round(float(h))))) for w, h in sheets}
    assert sizes == {(595, 842)}
    assert b"/StructTreeRoot" in made

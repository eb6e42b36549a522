"""One page looked at in every way of showing it: what axe, the network and the console say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # no types in it
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

WIDE, PHONE = 1280, 320
"""Widths in CSS pixels: of a desk, and of the narrowest phone (or 400% zoom, WCAG 1.4.10)."""
MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
_AXE: str = Axe().axe_script
_RUN = "options => axe.run(options).then(found => found.violations)"
_ALL: dict[str, Any] = {"resultTypes": ["violations"]}
_COLOUR = {**_ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
"""Another colour scheme changes no element of a page: only rules on colour can find more there."""
_WIDER = """() => {
  const room = document.documentElement.clientWidth;
  const tables = [...document.querySelectorAll(".table-region")]
    .filter(region => !region.querySelector(".table-scroll") && !region.closest(".guide"))
    .filter(region => region.scrollWidth > region.clientWidth + 1)
    .map(region => `${region.getAttribute("aria-label")}: ${region.scrollWidth} px`);
  if (document.documentElement.scrollWidth <= room) return tables;
  return [...document.querySelectorAll("main *, header *, footer *, nav *")]
    .filter(part => part.getBoundingClientRect().right > room + 1 && !part.closest(".table-region"))
    .map(part => `${part.tagName} ${part.className} ${part.textContent.trim().slice(0, 40)}`)
    .slice(0, 5).concat([`${document.documentElement.scrollWidth} px`]);
}"""
_SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 50);
})"""
_BLOCKING = """() => performance.getEntriesByType("resource")
  .filter(one => one.renderBlockingStatus === "blocking")
  .map(one => `${one.initiatorType} ${one.name}`)"""


@dataclass
class Seen:
    """What was seen of one page."""

    path: str
    violations: list[str] = field(default_factory=list)
    # Parts that are wider than a phone; a table of the site stacks there and needs no scrolling.
    wider: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    shift: float = 0


def look(browser: Browser, address: str) -> Seen:
    """A page opened once, in a window of its own, and shown in every mode and on a phone."""
    seen = Seen(address)
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    _listen(page, seen)
    page.goto(address, wait_until="load")
    seen.shift = page.evaluate(_SHIFT)
    seen.blocking = page.evaluate(_BLOCKING)
    page.evaluate(_AXE)
    for mode, media in MODES.items():
        page.emulate_media(**media)
        seen.violations += _violations(page, mode, _ALL if mode == "light" else _COLOUR)
    page.emulate_media(**MODES["light"])
    page.set_viewport_size({"width": PHONE, "height": 640})
    seen.violations += _violations(page, "320 px", _ALL)
    seen.wider = page.evaluate(_WIDER)
    page.close()
    return seen


def _listen(page: Page, seen: Seen) -> None:
    """Notes each request, and each word on the console."""

    def asked(request: Request) -> None:
        seen.requests.append(request.url)

    def said(message: ConsoleMessage) -> None:
        seen.messages.append(f"{message.type}: {message.text}")

    def failed(error: Error) -> None:
        seen.messages.append(f"error: {error}")

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", failed)


def _violations(page: Page, mode: str, options: dict[str, Any]) -> Iterator[str]:
    for found in page.evaluate(_RUN, options):
        for node in found["nodes"]:
            yield f"{mode}: {found['id']}: {node['target']}: {node['html'][:120]}"

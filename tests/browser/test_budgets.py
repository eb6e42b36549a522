"""How much a reader on an old phone has to load: held on every page of a measure."""

import gzip
from pathlib import Path

from tests.browser.looking import Seen
from tests.pages.reading import PageFile, read_site

MOST_BYTES = 25_000
"""The most that the page of a measure weighs, compressed, with everything that it loads."""
MOST_STYLE = 5_500
"""The most that the style sheet weighs, compressed; it holds up the first paint."""


def test_the_page_of_a_measure_is_light_with_all_that_it_loads(site: Path) -> None:
    heavy = {}
    for path, page in read_site(site).items():
        if path.startswith("measures/") and path != "measures/index.html":
            weight = sum(_weight(site / one) for one in (path, *_loaded(page)))
            if weight > MOST_BYTES:
                heavy[path] = weight
    assert heavy == {}


def test_a_browser_asks_for_nothing_that_is_not_counted(seen: list[Seen]) -> None:
    for one in seen:
        kinds = {request.rpartition(".")[2] for request in one.requests}
        assert kinds <= {"html", "css", "svg", "js"}, one.path


def test_the_style_sheet_is_small(council_site: Path) -> None:
    assert _weight(council_site / "assets" / "site.css") <= MOST_STYLE


def _loaded(page: PageFile) -> set[str]:
    """The files that a browser loads to show the page."""
    links = [
        node.get("href") for node in page.document.all("link") if node.get("rel") != "alternate"
    ]
    scripts = [node.get("src") for node in page.document.all("script")]
    return {page.target(address)[0] for address in (*links, *scripts) if address}


def _weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))

"""One browser, one server and one look at each template for all tests of this folder.

`tests/conftest.py` puts them on one worker, so that the browser starts once.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator import guide
from tests.browser import tools
from tests.browser.looking import Seen, look
from tests.browser.served import served
from tests.helpers import ROOT
from tests.snapshots import by_template

SUB_PATH = "council/performance"
"""Where the server has the site of the made-up council: below its root, as on a host of many."""
HANDBOOK_PAGES = ("guide/index.html", "guide/statuses.html", "guide/reference/components.html")


@pytest.fixture(scope="session")
def whole_site(glasgow_site: Path) -> Path:
    """The site of this repository's own content with its handbook, as `make site` builds it."""
    if not (glasgow_site / "guide").exists():
        guide.write_guide(ROOT, glasgow_site / "guide")
    return glasgow_site


@pytest.fixture(scope="session")
def server(
    council_site: Path, whole_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A server that has both sites, each under a sub-path."""
    root = tmp_path_factory.mktemp("served")
    (root / SUB_PATH).parent.mkdir()
    (root / SUB_PATH).symlink_to(council_site)
    (root / "glasgow").symlink_to(whole_site)
    with served(root) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's own Chromium."""
    try:
        path = tools.browser()
    except tools.MissingToolError as missing:
        pytest.fail(str(missing), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seen(chromium: Browser, server: str) -> list[Seen]:
    """One page of each template, and pages of the handbook, each looked at in every way."""
    pages = [f"{server}/{SUB_PATH}/{path}" for path in sorted(by_template().values())]
    handbook = [f"{server}/glasgow/{path}" for path in HANDBOOK_PAGES]
    return [look(chromium, address) for address in (*pages, *handbook)]

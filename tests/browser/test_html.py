"""Every page of both sites and of the handbook, as the Nu HTML checker reads it."""

import json
from pathlib import Path

import pytest

from tests.browser import tools
from tests.command import run

SELF_FROM_DISK = "Resource violates Content Security Policy (meta tag): external "
"""A file on a disk has no 'self'; in the browser the console stays empty."""


def test_every_page_is_valid(council_site: Path, whole_site: Path) -> None:
    try:
        java, checker = tools.java(), tools.html_checker()
    except tools.MissingToolError as missing:
        pytest.fail(str(missing), pytrace=False)
    done = run(
        java, "-jar", checker, "--format", "json", "--skip-non-html", "--stdout",
        council_site, whole_site,
    )  # fmt: skip
    found = json.loads(done.stdout)["messages"]
    told = [
        f"{one['url']}:{one['lastLine']}: {one['message']}"
        for one in found
        if not one["message"].startswith(SELF_FROM_DISK)
    ]
    assert told == []
    assert found, "the checker read no page"

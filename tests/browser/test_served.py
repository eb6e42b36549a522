"""The site on a server below its root: every link and every file that a page loads is there."""

from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.conftest import SUB_PATH
from tests.pages.reading import is_outside, read_site


def test_every_link_leads_somewhere_from_a_server_under_a_sub_path(
    council_site: Path, server: str
) -> None:
    wanted = {
        f"/{SUB_PATH}/{page.target(href)[0]}"
        for page in read_site(council_site).values()
        for href in page.hrefs
        if not is_outside(href) and not page.target(href)[0].startswith("guide/")
    }
    assert len(wanted) > len(list(council_site.rglob("*.html"))) / 2
    connection = HTTPConnection(urlsplit(server).netloc)
    answers = {path: _status(connection, path) for path in sorted(wanted)}
    connection.close()
    assert {path: status for path, status in answers.items() if status != 200} == {}


def _status(connection: HTTPConnection, path: str) -> int:
    connection.request("HEAD", path)
    answer = connection.getresponse()
    answer.read()
    return answer.status

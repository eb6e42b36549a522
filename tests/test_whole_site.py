"""What `make site` puts into one folder: the site and, inside it, the handbook."""

import sys
from collections.abc import Iterator

import pytest

from tests.command import GLASGOW_DAY, aboveboard, contents, run
from tests.helpers import ROOT
from tests.pages.reading import PageFile, is_outside, read_page
from tests.snapshots import by_template


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the site of this repository's own content with its handbook, by its address."""
    out = tmp_path_factory.mktemp("whole") / "site"
    built = aboveboard("build", "--root", ROOT, "--as-of", GLASGOW_DAY, "--out", out)
    assert built.returncode == 0, built.stderr
    guide = run(sys.executable, "-m", "generator.guide", "--out", out / "guide")
    assert guide.returncode == 0, guide.stderr
    return contents(out)


@pytest.fixture(scope="session")
def read(files: dict[str, bytes]) -> dict[str, PageFile]:
    """Every page among them, parsed strictly."""
    return {
        path: read_page(path, content.decode())
        for path, content in files.items()
        if path.endswith(".html")
    }


def test_no_relative_link_and_no_anchor_of_any_page_is_broken(
    files: dict[str, bytes], read: dict[str, PageFile]
) -> None:
    broken = []
    for page in read.values():
        for href in _relative_links(page):
            path, anchor = page.target(href)
            if path not in files:
                broken.append(f"{page.path}: {href} leads to no file")
            elif anchor and (path not in read or anchor not in read[path].ids):
                broken.append(f"{page.path}: {href} leads to no place in {path}")
    assert broken == []


def test_the_site_and_the_handbook_lead_to_each_other_from_every_page(
    read: dict[str, PageFile],
) -> None:
    in_handbook = {path for path in read if path.startswith("guide/")}
    in_site = set(read) - in_handbook
    assert min(len(in_handbook), len(in_site)) > 1
    for page in read.values():
        reached = {page.target(href)[0] for href in _relative_links(page)}
        assert reached & (in_site if page.path in in_handbook else in_handbook), page.path


def test_a_page_made_with_each_template_is_stored() -> None:
    assert set(by_template()) == {
        path.name for path in (ROOT / "site_templates" / "pages").iterdir()
    }


def _relative_links(page: PageFile) -> Iterator[str]:
    """The address of whatever a page links to or loads within the folder."""
    for node in page.document.all():
        for name in ("href", "src"):
            address = node.get(name)
            if address is not None and not is_outside(address):
                yield address

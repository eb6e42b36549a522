"""Whole pages of the made-up council, byte for byte as they were last accepted."""

import pytest

from tests.snapshots import MOST_LINES, PAGES, built, difference, stored


@pytest.fixture(scope="module")
def now() -> dict[str, bytes]:
    """The pages as they are built now."""
    return built()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_as_it_was_accepted(path: str, now: dict[str, bytes]) -> None:
    before = stored().get(path, b"")
    if before != now[path]:
        pytest.fail(difference(path, before, now[path]), pytrace=False)


def test_no_page_is_stored_that_is_not_compared() -> None:
    assert sorted(stored()) == sorted(PAGES)


def test_a_page_that_differs_is_shown_in_a_few_lines_with_what_to_do() -> None:
    before = "\n".join(f"line {number}" for number in range(200)).encode()
    told = difference("index.html", before, before.replace(b"line", b"row"))
    lines = told.splitlines()
    assert lines[0] == "index.html is not as it was stored:"
    assert lines[1:3] == ["--- tests/council-site/index.html", "+++ built now"]
    assert lines[-1] == "If this is meant, run: make accept"
    assert len(lines) == MOST_LINES + 3
    assert lines[-2] == "... and 343 lines more"
    assert "Only the ends of lines differ." in difference("a.csv", b"a\r\nb", b"a\nb")

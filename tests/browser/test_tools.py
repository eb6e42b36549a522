"""A tool that is missing fails the tests with a sentence that says what to install."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import tools


@pytest.mark.parametrize(
    ("find", "package"),
    [
        (tools.browser, "apt-get install chromium"),
        (tools.java, "apt-get install default-jre-headless"),
        (tools.html_checker, "npm ci --ignore-scripts --prefix tests/browser"),
        (tools.node, "apt-get install npm"),
        (tools.github_toolkit, "npm ci --ignore-scripts --prefix tests/browser"),
    ],
)
def test_a_missing_tool_is_named_with_the_command_that_brings_it(
    find: Callable[[], object], package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(tools, "VNU", tmp_path / "vnu.jar")
    monkeypatch.setattr(tools, "TOOLKIT", tmp_path / "command.js")
    with pytest.raises(tools.MissingToolError, match=f"is not installed. .*{package}$"):
        find()

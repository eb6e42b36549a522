"""The two sites that tests read, each built once by the real command, and copies to change."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # xdist has none

from tests.command import COUNCIL, COUNCIL_DAY, GLASGOW_DAY, aboveboard, copied, edit
from tests.helpers import ROOT

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""No example is timed: how long one takes on a busy machine says nothing of the program."""


class TogetherInTheBrowser(LoadScopeScheduling):  # type: ignore[misc]
    """Gives tests to workers one by one, but for those of the browser: they share one worker.

    What `--dist loadgroup` is for, which marks no test where pytest is newer than 9.0.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TogetherInTheBrowser:
    """How `pytest -n auto` shares the tests out."""
    return TogetherInTheBrowser(config, log)


@pytest.fixture(scope="session")
def glasgow_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own content, public plans and figures of Glasgow."""
    return _built(ROOT, GLASGOW_DAY, tmp_path_factory.mktemp("glasgow") / "site")


@pytest.fixture(scope="session")
def council_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up council, which uses every feature."""
    return _built(COUNCIL, COUNCIL_DAY, tmp_path_factory.mktemp("council") / "site")


@pytest.fixture(scope="session", params=["glasgow_site", "council_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A copy of the made-up council, outside git."""
    return copied(tmp_path / "council")


@pytest.fixture
def wrong(council: Path) -> Path:
    """The same with one figure typed wrongly."""
    edit(council, "value: 96.0", "value: 97.0")
    return council


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs that a test starts hear an interruption, also where the tests run in the background:
    there it is ignored, and a program inherits that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _built(root: Path, day: str, out: Path) -> Path:
    done = aboveboard("build", "--root", root, "--as-of", day, "--out", out)
    assert done.returncode == 0, done.stderr
    return out

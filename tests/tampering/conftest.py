"""The repository is built once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.tampering.repository import Repository
from tests.tampering.story import told


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The story, carried out. Tests read it and change nothing."""
    root: Path = tmp_path_factory.mktemp("story") / "council"
    return told(root)

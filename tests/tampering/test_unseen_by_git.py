"""Files that the check could read and that no commit holds: none is taken for content."""

from pathlib import Path

import pytest

from tests.command import aboveboard
from tests.tampering.repository import CEDAR, Repository, added
from tests.tampering.test_tampering import cloned
from tests.tampering.texts import STREETS


def test_a_record_behind_a_link_is_no_record(story: Repository, tmp_path: Path) -> None:
    """Else the figures of a measure lie where no rule over time and no history looks."""
    made = Repository(cloned(story, "The trees stand", tmp_path / "clone"))
    before = made.git("rev-parse", "HEAD")

    def link(root: Path) -> None:
        (root / "kept").mkdir()
        (root / STREETS).rename(root / "kept" / "bins.yaml")
        (root / STREETS).symlink_to("../../kept/bins.yaml")

    made.commit("A link", CEDAR, "2025-04-14", link)
    done = aboveboard("check", "--since", before, "--all", "--root", made.root)
    assert done.returncode == 1
    assert f"{STREETS}:1:1: error: file-is-in-place: this file cannot be read" in done.stdout
    told = aboveboard("changes", before, "--root", made.root).stdout
    assert "bins-emptied is removed" in told


@pytest.mark.parametrize(
    "path",
    [".mailmap", "signers/allowed_signers", ".gitattributes", "measures/parks/.gitattributes"],
)
def test_a_change_to_whose_commits_count_is_told(
    story: Repository, tmp_path: Path, path: str
) -> None:
    """R114: another key, or another name for an address, decides who checked a figure."""
    made = Repository(cloned(story, "The trees stand", tmp_path / "clone"))
    before = made.git("rev-parse", "HEAD")
    made.commit("Trust", CEDAR, "2025-04-14", added(path, "dune@example.org ssh-ed25519 AAAA\n"))
    for later in ((), ("HEAD",)):
        told = aboveboard("changes", before, *later, "--root", made.root).stdout
        assert f"Owners, checks and agreements\n  {path}: {path} differs. It says " in told
    assert "1 other change" in told


def test_a_second_entry_of_a_period_is_told(story: Repository, tmp_path: Path) -> None:
    made = Repository(cloned(story, "The trees stand", tmp_path / "clone"))
    before = made.git("rev-parse", "HEAD")
    again = "  - {period: 2024-25, target: 99, state: not-available, reason: None.}\n"
    made.commit("Twice", CEDAR, "2025-04-14", added(STREETS, again))
    done = aboveboard("changes", before, "--root", made.root)
    assert done.returncode == 0, done.stderr
    assert "the period is new: a second entry of a period that is there already." in done.stdout
    assert "2024-25 is listed twice" in aboveboard("check", "--root", made.root).stdout

"""Files that the check could read and that no commit holds: none is taken for content."""

from pathlib import Path

from tests.command import aboveboard
from tests.tampering.repository import CEDAR, Repository
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

"""History: what git knows of the files, asked of real repositories."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.past.git import Commit, head
from generator.sources import CONTENT
from tests.command import ALONE, aboveboard, committed, copied, git

PATHS = ("council.yaml", *CONTENT)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one commit."""
    return committed(copied(tmp_path / "council"), day="2025-02-14")


def add_a_line(root: Path) -> None:
    """Changes council.yaml."""
    file = root / "council.yaml"
    file.write_bytes(file.read_bytes() + b"# more\n")


def now(root: Path) -> Commit:
    """The commit checked out."""
    found = head(root, PATHS)
    assert found is not None
    return found


def test_the_commit_is_the_one_checked_out_with_its_date(root: Path) -> None:
    assert now(root) == Commit(git(root, "rev-parse", "HEAD"), date(2025, 2, 14), changed=False)
    assert now(root).name == git(root, "rev-parse", "HEAD")[:12]


def test_the_date_is_that_of_the_committer_in_their_own_time_zone(root: Path) -> None:
    """An author's date can be years old; a commit late in the evening is of that evening."""
    add_a_line(root)
    late = ("--message=More", "--date=2001-01-01T00:00:00Z")
    git(root, "commit", "--quiet", "--all", *late, day="2025-03-01T23:30:00-11:00")
    assert now(root).on == date(2025, 3, 1)


@pytest.mark.parametrize(
    "change",
    ["edited", "added", "deleted", "staged", "renamed"],
)
def test_a_change_to_the_files_is_seen_and_named(root: Path, change: str) -> None:
    file = root / "measures" / "parks" / "play-strategy.yaml"
    match change:
        case "edited" | "staged":
            file.write_bytes(file.read_bytes() + b"# later\n")
        case "added":
            file.with_name("new.yaml").write_bytes(file.read_bytes())
        case "deleted":
            file.unlink()
        case "renamed":
            file.rename(file.with_name("other.yaml"))
    if change == "staged":
        git(root, "add", "--all")
    assert now(root).changed
    assert now(root).name == f"{git(root, 'rev-parse', 'HEAD')[:12]} with later changes"


def test_a_new_file_is_seen_even_where_git_is_set_to_hide_new_files(root: Path) -> None:
    git(root, "config", "status.showUntrackedFiles", "no")
    (root / "measures" / "parks" / "new.yaml").write_bytes(b"id: new\n")
    assert now(root).changed


def test_changes_to_other_files_do_not_count(root: Path) -> None:
    (root / "notes.txt").write_bytes(b"mine")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_bytes(b"built")
    assert not now(root).changed


def test_the_files_may_lie_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    copied(tmp_path / "all" / "council")
    (tmp_path / "all" / "other").mkdir()
    (tmp_path / "all" / "other" / "council.yaml").write_bytes(b"name: Other\n")
    committed(tmp_path / "all")
    (tmp_path / "all" / "other" / "council.yaml").write_bytes(b"name: Changed\n")
    assert not now(tmp_path / "all" / "council").changed
    assert now(tmp_path / "all" / "other").changed


def test_looking_changes_nothing_in_the_repository(root: Path) -> None:
    index = (root / ".git" / "index").read_bytes()
    for path in (root / "measures").rglob("*.yaml"):
        path.touch()
    assert not now(root).changed
    assert (root / ".git" / "index").read_bytes() == index


def test_a_clone_of_one_commit_is_enough(root: Path, tmp_path: Path) -> None:
    add_a_line(root)
    git(root, "commit", "--quiet", "--all", "--message=More")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "clone")
    assert now(tmp_path / "clone") == now(root)


def test_there_is_no_commit_outside_git_or_before_the_first(tmp_path: Path) -> None:
    assert head(tmp_path, PATHS) is None
    git(tmp_path, "init", "--quiet")
    assert head(tmp_path, PATHS) is None


def test_there_is_no_commit_where_there_is_no_git(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert head(root, PATHS) is None


@pytest.mark.parametrize("words", [("check",), ("check", "--since", "HEAD"), ("build",)])
def test_content_that_looks_like_a_repository_runs_no_program(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A proposed change could add HEAD, config and refs beside council.yaml: git would take them
    for a repository of its own, and run what their settings name."""
    top = tmp_path / "top"
    content = copied(top / "content")
    committed(top)
    (content / "config").write_text(
        f'[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = "touch {tmp_path}/ran; false"\n',
        encoding="utf-8",
    )
    shutil.copyfile(top / ".git" / "HEAD", content / "HEAD")
    for name in ("objects", "refs"):
        shutil.copytree(top / ".git" / name, content / name)
    out = ("--out", tmp_path / "site") if "build" in words else ()
    done = aboveboard(*words, "--root", content, *out)
    assert not (tmp_path / "ran").exists()
    assert done.returncode == 2
    assert "git does not read" in done.stderr

"""The check against what was published before, on real repositories."""

import json
from pathlib import Path

import pytest

from tests.command import DAY, aboveboard, committed, copied, edit, git

ADVICE = "measures/housing/advice-decided.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council with one commit."""
    return committed(copied(tmp_path / "council"))


def rules(root: Path, *more: str) -> list[str]:
    """The rules that a check since the last commit says are broken."""
    done = aboveboard("check", "--root", root, *DAY, "--since", "HEAD", "--format", "json", *more)
    return [one["rule"] for one in json.loads(done.stdout)["findings"]]


def nudge(root: Path) -> None:
    """One more case in time: a figure that agrees with itself, and is not what was published."""
    edit(root, "value: 93.0", "value: 95.3")
    edit(root, "{in_time: 40, decided: 43}", "{in_time: 41, decided: 43}")


def test_a_figure_nudged_to_green_is_sound_by_itself_and_stopped_against_the_past(
    root: Path,
) -> None:
    """R112."""
    nudge(root)
    old = git(root, "rev-parse", "HEAD")[:12]
    assert aboveboard("check", "--root", root, *DAY, ADVICE).returncode == 0
    done = aboveboard("check", "--root", root, *DAY, "--since", "HEAD")
    assert done.returncode == 1
    assert (
        f"{ADVICE}:94:5: error: published-figure-has-its-revision: 2023-24 Q3 was published as 93.0% "
        f"and is now 95.3%, and no revision says so (before: commit {old}). "
    ) in done.stdout


def test_what_others_published_since_the_branch_began_is_not_held_against_it(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "mine")
    edit(root, "commentary: Two advisers left", "commentary: Three advisers left")
    git(root, "commit", "--quiet", "--all", "--message=Commentary")
    git(root, "switch", "--quiet", "main")
    nudge(root)
    git(root, "commit", "--quiet", "--all", "--message=Others")
    git(root, "switch", "--quiet", "mine")
    done = aboveboard("check", "--root", root, *DAY, "--since", "main")
    assert (done.returncode, done.stderr) == (0, "")


def test_all_files_can_be_checked_and_those_that_differ_held_against_the_past(root: Path) -> None:
    nudge(root)
    late = ["figure-is-overdue"]
    over_time = ["published-figure-has-its-revision", "changed-figure-is-checked-again"]
    assert rules(root) == over_time
    assert rules(root, "--all") == [*late, *over_time]


def test_all_needs_since(root: Path) -> None:
    done = aboveboard("check", "--root", root, *DAY, "--all")
    assert done.returncode == 2
    assert "--all goes with --since and no PATH" in done.stderr


def test_with_a_path_only_that_file_is_held_against_the_past(root: Path) -> None:
    nudge(root)
    (root / "measures/parks/bandstand-open.yaml").unlink()
    assert rules(root, ADVICE) == [
        "published-figure-has-its-revision",
        "changed-figure-is-checked-again",
    ]
    assert "nothing-published-is-deleted" in rules(root)


def test_a_policy_that_relaxes_a_rule_does_not_excuse_the_change_that_it_comes_with(
    root: Path,
) -> None:
    nudge(root)
    council = root / "council.yaml"
    off = 'policy:\n  published-figure-has-its-revision: {severity: "off", reason: Not now.}\n'
    council.write_text(council.read_text().replace("policy:\n", off), encoding="utf-8")
    assert "published-figure-has-its-revision" in rules(root)
    git(root, "commit", "--quiet", "--all", "--message=Policy and figure")
    edit(root, "value: 95.3", "value: 97.7")
    assert "published-figure-has-its-revision" not in rules(root)


def test_bands_are_held_against_every_published_figure_although_no_measure_changed(
    root: Path,
) -> None:
    """R84."""
    council = root / "council.yaml"
    text = council.read_text(encoding="utf-8")
    council.write_text(text.replace("amber_up_to: 4.99", "amber_up_to: 9.99", 1), encoding="utf-8")
    assert "bands-in-force-stay" in rules(root)


def test_an_old_file_that_cannot_be_read_is_told_and_not_passed_over(tmp_path: Path) -> None:
    root = copied(tmp_path / "council")
    edit(root, "title: ", "titel: ")
    committed(root)
    edit(root, "titel: ", "title: ")
    done = aboveboard("check", "--root", root, *DAY, "--since", "HEAD")
    assert done.returncode == 0
    assert f"{ADVICE} of commit " in done.stderr
    assert "cannot be read: nothing is compared with it." in done.stderr


def test_where_there_was_no_council_nothing_was_published(tmp_path: Path) -> None:
    root = copied(tmp_path / "council")
    (root / "council.yaml").rename(tmp_path / "council.yaml")
    committed(root)
    (tmp_path / "council.yaml").rename(root / "council.yaml")
    assert rules(root) == []

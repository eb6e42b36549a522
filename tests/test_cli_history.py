"""The history of one file, told from a real repository (R104)."""

import json
from pathlib import Path

import pytest

from tests.command import aboveboard, committed, copied, edit, git

FILE = "measures/care/advice-decided.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A measure that was added, corrected with a review, and moved to another service."""
    made = committed(copied(tmp_path / "council"), day="2025-02-14")
    edit(made, "value: 96.0", "value: 97.0")
    message = "Count again\n\nReviewed-by: Jade Example <jade@strathbeg.example>"
    git(made, "commit", "--quiet", "--all", f"--message={message}", day="2025-02-20")
    edit(made, "service: housing", "service: care")
    (made / "measures" / "housing" / "advice-decided.yaml").rename(made / FILE)
    git(made, "add", "--all")
    git(made, "commit", "--quiet", "--message=Move", day="2025-02-25")
    return made


def test_each_commit_says_who_changed_what_and_who_reviewed_it(root: Path) -> None:
    done = aboveboard("history", "advice-decided", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    first, second, third = done.stdout.rstrip().split("\n\n")
    commits = git(root, "log", "--format=%h", "--abbrev=12").split()[::-1]
    assert first.splitlines() == [
        f"14 February 2025, Ash Example (no role), {commits[0]}: First figures",
        "  - The file was added.",
    ]
    assert second.splitlines() == [
        f"20 February 2025, Ash Example (no role), {commits[1]}: Count again",
        "  reviewed by Jade Example <jade@strathbeg.example>",
        "  - 2023-24 Q2, value was 96.0% and is now 97.0%.",
    ]
    assert third.splitlines()[1:] == [
        f"  - The file moved from measures/housing/advice-decided.yaml to {FILE}.",
        "  - service was housing and is now care.",
    ]


def test_a_change_of_layout_alone_changes_nothing_that_is_published(root: Path) -> None:
    file = root / FILE
    file.write_bytes(file.read_bytes() + b"# a remark\n")
    git(root, "commit", "--quiet", "--all", "--message=Remark")
    done = aboveboard("history", "advice-decided", "--root", root)
    assert done.stdout.rstrip().endswith("  - Nothing that is published changed.")


def test_an_author_is_named_with_the_roles_that_they_held_that_day(root: Path) -> None:
    text = (root / "council.yaml").read_text(encoding="utf-8")
    text = text.replace("jade-example, from: 2015-04-01", "Ash Example, from: 2025-02-18")
    (root / "council.yaml").write_text(text, encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=People")
    told = json.loads(
        aboveboard("history", "advice-decided", "--root", root, "--format", "json").stdout
    )
    assert [one["who"] for one in told] == [
        "Ash Example (no role)",
        "Ash Example (Advice Analyst)",
        "Ash Example (Advice Analyst)",
    ]


def test_a_state_that_could_not_be_read_is_said_to_be_so(root: Path) -> None:
    file = root / FILE
    good = file.read_bytes()
    file.write_bytes(b"title: [\n")
    git(root, "commit", "--quiet", "--all", "--message=Break")
    file.write_bytes(good)
    git(root, "commit", "--quiet", "--all", "--message=Mend")
    lines = aboveboard("history", "advice-decided", "--root", root).stdout.splitlines()
    assert "  - The file could not be read." in lines
    assert lines[-1] == "  - The file could be read again."


def test_a_clone_without_its_past_is_refused(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "clone")
    done = aboveboard("history", "advice-decided", "--root", tmp_path / "clone")
    assert done.returncode == 2
    assert "holds only the newest commits" in done.stderr


def test_an_id_that_is_near_another_is_misuse_with_a_hint(root: Path) -> None:
    done = aboveboard("history", "advice-decide", "--root", root)
    assert done.returncode == 2
    assert "no commit here has advice-decide. Did you mean advice-decided?" in done.stderr


def test_the_council_and_the_plan_have_histories_too(root: Path) -> None:
    assert "The file was added." in aboveboard("history", "council", "--root", root).stdout
    assert "The file was added." in aboveboard("history", "plan", "--root", root).stdout


def test_a_measure_that_was_deleted_is_told_of_too(root: Path) -> None:
    (root / FILE).unlink()
    git(root, "commit", "--quiet", "--all", "--message=Gone")
    done = aboveboard("history", "advice-decided", "--root", root)
    assert done.stdout.rstrip().endswith("Gone\n  - The file was deleted.")
    assert done.stdout.startswith("14 February 2025, ")

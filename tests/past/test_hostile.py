"""Histories that nobody makes by accident: told truly, refused in a sentence, and never a crash."""

import time
from datetime import date
from pathlib import Path

import pytest

from generator.loading.said import MOST_DIFFERENCES
from generator.model.past import EditKind
from generator.past.days import AFTER_ALL, BEFORE_ALL
from generator.past.git import GitError
from generator.past.read import read_past
from tests.command import aboveboard, committed, copied, run
from tests.people_of_git import FILE, Hand, replace_text

JADE = Hand("jade-example", "jade@strathbeg.example")
FEBRUARY = date(2025, 2, 14)
ID = "advice-decided"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository that began with the made-up council."""
    return committed(copied(tmp_path / "council"))


def test_a_replaced_commit_is_told_as_it_was(root: Path) -> None:
    """`git replace` shows another commit in the place of one, in this clone alone."""
    JADE.changes(root, "value: 96.0", "value: 97.0")
    JADE.git(root, "replace", "HEAD", "HEAD~1")
    assert [one.kind for one in read_past(root).edits[ID]] == [EditKind.ADDED, EditKind.CHANGED]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("", BEFORE_ALL),
        (" -1 +0000", BEFORE_ALL),
        (" 1739534400 +0000", FEBRUARY),
        (" 320000000000 +0000", AFTER_ALL),  # the year 12110
        (" 99999999999999999999 +0000", BEFORE_ALL),  # git itself takes it for none
    ],
)
def test_a_commit_with_a_senseless_date_keeps_nobody_from_reading(
    root: Path, stamp: str, day: date
) -> None:
    lines = JADE.git(root, "cat-file", "commit", "HEAD").splitlines()
    who = f"Jade <jade@strathbeg.example>{stamp}"
    made = [lines[0], f"parent {JADE.git(root, 'rev-parse', 'HEAD')}", f"author {who}"]
    (root / "commit").write_text("\n".join([*made, f"committer {who}", "", "Late"]), "utf-8")
    words = ("hash-object", "-t", "commit", "-w", "--literally", "commit")
    JADE.git(root, "update-ref", "HEAD", JADE.git(root, *words))
    past = read_past(root)
    assert (past.head.on, past.head.written) == (day, day)
    for asked in (("audit",), ("history", ID), ("second-checks",), ("changes", "HEAD~1")):
        done = aboveboard(*asked, "--root", root)
        assert done.returncode in (0, 1), done.stderr


def test_a_graft_that_cuts_the_past_off_is_not_followed(root: Path) -> None:
    commit = JADE.changes(root, "value: 96.0", "value: 97.0")
    (root / ".git/info/grafts").write_text(f"{commit}\n")
    assert len(read_past(root).commits) == 2


def test_a_missing_version_is_told_and_not_passed_over(root: Path) -> None:
    JADE.changes(root, "value: 96.0", "value: 97.0")
    blob = JADE.git(root, "rev-parse", f"HEAD~1:{FILE}")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(GitError, match="part of the history is missing here"):
        read_past(root)


@pytest.mark.parametrize(
    "name", ["a\x1fb", "Ann <ann@x>", "\N{RIGHT-TO-LEFT OVERRIDE}nna", "'; exit"]
)
def test_any_name_of_an_author_is_only_a_name(root: Path, name: str) -> None:
    Hand(name, "a@b.example").changes(
        root, "value: 96.0", "value: 97.0", f"A\n\nReviewed-by: {name}"
    )
    (edit,) = read_past(root).edits[ID][1:]
    assert edit.commit.author.address == "a@b.example"


@pytest.mark.parametrize("name", ["a\nb.yaml", 'a"b.yaml', ":!*.yaml", "\udcff.yaml", "-x.yaml"])
def test_any_name_of_a_file_is_only_a_name(root: Path, name: str) -> None:
    (root / "measures/housing" / name).write_bytes((root / FILE).read_bytes())
    JADE.commits(root)
    past = read_past(root)
    assert [one.kind for one in past.edits[name.removesuffix(".yaml")]] == [EditKind.ADDED]


def test_a_link_in_the_place_of_a_file_is_a_version_that_cannot_be_read(root: Path) -> None:
    (root / FILE).unlink()
    (root / FILE).symlink_to("/etc/passwd")
    JADE.commits(root)
    assert read_past(root).edits[ID][-1].kind is EditKind.UNREADABLE


def test_of_very_many_differences_only_the_keys_are_told(root: Path) -> None:
    caveats = "".join(f"  - {{text: Caveat {number}}}\n" for number in range(MOST_DIFFERENCES + 1))
    replace_text(root, "periods:\n", f"zaps:\n{caveats}periods:\n")
    JADE.commits(root)
    (root / FILE).write_text((root / FILE).read_text().replace("text: Caveat", "text: Cave"))
    JADE.commits(root)
    assert [one.at for one in read_past(root).edits[ID][-1].differences] == [("zaps",)]


def test_a_thousand_branches_are_read_soon(tmp_path: Path) -> None:
    """Every commit is on a branch of its own, all of them from the first, and each is merged."""
    who = "Jade <jade@x> {} +0000"
    head = f"author {who}\ncommitter {who}\ndata 1\nx"
    file = "M 100644 inline measures/a/m{}.yaml\ndata 5\nid: {}\n"
    lines = [f"commit refs/heads/main\nmark :1\n{head.format(1, 1)}\n{file.format(0, 0)}"]
    for number in range(2, 1002):
        at = file.format(number % 7, number % 9)
        lines.append(
            f"commit refs/heads/b{number}\nmark :{number}\n{head.format(number, number)}\nfrom :1\n{at}"
        )
    for number in range(2, 1002):
        merge = f"from :{number + 999 if number > 2 else 1}\nmerge :{number}\n"
        lines.append(
            f"commit refs/heads/main\nmark :{number + 1000}\n{head.format(number, number)}\n{merge}"
        )
    run("git", "init", "--quiet", "--initial-branch=main", tmp_path)
    made = tmp_path / "stream"
    made.write_text("\n".join(lines))
    done = run("sh", "-c", f"git fast-import --quiet < {made}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    began = time.process_time()
    past = read_past(tmp_path)
    assert time.process_time() - began < 4
    assert len(past.commits) == 2001

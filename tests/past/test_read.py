"""The past: one pass over the history of all files, from real repositories."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.past import Difference, EditKind, Past, Person
from generator.model.words import CheckOutcome
from generator.past.git import UnknownRevisionError
from generator.past.read import read_past
from generator.past.revision import revision
from generator.resources import schemas
from generator.rules.second_check import SecondCheck, second_check
from generator.state import read_state
from tests.command import committed, copied, git

ASH = ("Ash Example", "ash@strathbeg.example")
JADE = ("Jade Example", "jade@strathbeg.example")
FILE = "measures/housing/advice-decided.yaml"
ID = "advice-decided"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one commit of the made-up council."""
    return committed(copied(tmp_path / "council"))


def change(
    root: Path, before: str, after: str, *, by: tuple[str, str] = ASH, message: str = "Change"
) -> str:
    """The id of a commit by a person that changes one text of the measure."""
    file = root / FILE
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    return commit(root, by=by, message=message)


def commit(root: Path, *, by: tuple[str, str] = ASH, message: str = "Change") -> str:
    """The id of a commit by a person of all that was changed."""
    name, address = by
    git(root, "add", "--all")
    who = ("-c", f"user.name={name}", "-c", f"user.email={address}")
    git(root, *who, "commit", "--quiet", f"--author={name} <{address}>", f"--message={message}")
    return git(root, "rev-parse", "HEAD")


def edits(root: Path, name: str = ID) -> list[tuple[str, str, tuple[Difference, ...]]]:
    """The kind, the commit and the differences of each edit of a record."""
    return [(one.kind.value, one.commit.id, one.differences) for one in read_past(root).edits[name]]


def test_each_commit_says_what_it_changed_and_who_made_it(root: Path) -> None:
    second = change(root, "value: 96.0", "value: 97.0", by=JADE)
    past = read_past(root)
    added, changed = past.edits[ID]
    assert (added.kind, changed.kind) == (EditKind.ADDED, EditKind.CHANGED)
    assert changed.commit.id == second == past.head.id
    assert changed.commit.author == Person(*JADE)
    assert changed.commit.on == date(2025, 2, 14)
    at = ("periods", "2023-24 Q2", "value")
    assert changed.differences == (Difference(at, "96.0%", "97.0%"),)
    assert past.files[ID] is changed


def test_a_file_that_moves_keeps_its_history(root: Path) -> None:
    (root / "measures/care").mkdir(exist_ok=True)
    (root / FILE).rename(root / "measures/care/advice-decided.yaml")
    commit(root)
    kinds = [(kind, found) for kind, _, found in edits(root)]
    path = Difference(("path",), FILE, "measures/care/advice-decided.yaml")
    assert kinds == [("added", ()), ("changed", (path,))]


def test_a_measure_that_is_gone_still_has_its_history(root: Path) -> None:
    (root / FILE).unlink()
    commit(root)
    assert [kind for kind, _, _ in edits(root)] == ["added", "deleted"]
    assert ID not in read_past(root).files


def test_a_version_that_cannot_be_read_is_an_edit_that_says_so(root: Path) -> None:
    good = (root / FILE).read_bytes()
    (root / FILE).write_bytes(b"title: [\n")
    commit(root)
    (root / FILE).write_bytes(good.replace(b"value: 96.0", b"value: 97.0"))
    commit(root)
    assert [kind for kind, _, _ in edits(root)] == ["added", "unreadable", "changed"]
    last = read_past(root).edits[ID][-1]
    assert [one.at[-1] for one in last.differences] == ["value"]
    assert [one.kind for one in last.before[0].through] == [EditKind.UNREADABLE]


def merge(root: Path, *, text: str | None = None) -> str:
    """The id of a merge of a branch that changed Q2 into one that changed Q3, as `text` says."""
    git(root, "checkout", "--quiet", "-b", "other")
    change(root, "value: 96.0", "value: 97.0", by=JADE)
    git(root, "checkout", "--quiet", "main")
    change(root, "title: ", "title: Well, ")
    git(root, "merge", "--quiet", "--no-commit", "other")
    if text:
        file = root / FILE
        file.write_text(file.read_text().replace("value: 97.0", text), encoding="utf-8")
    return commit(root, message="Merge")


def test_a_merge_that_changes_nothing_itself_wrote_nothing(root: Path) -> None:
    merge(root)
    last = read_past(root).edits[ID][-1]
    assert last.commit.is_merge
    assert last.differences == ()


def test_a_merge_wrote_what_none_of_its_lines_has(root: Path) -> None:
    merge(root, text="value: 98.0")
    last = read_past(root).edits[ID][-1]
    assert [(one.at[1:], one.after) for one in last.differences] == [
        (("2023-24 Q2", "value"), "98.0%")
    ]


def test_a_clone_without_its_past_is_refused(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "clone")
    with pytest.raises(UnknownRevisionError, match="holds only the newest commits"):
        read_past(tmp_path / "clone")


def checked(root: Path, label: str) -> SecondCheck | None:
    """The second check of a period of the measure."""
    past: Past = read_past(root)
    files = revision(root, "HEAD")
    state = read_state(files, schemas(), date(2025, 3, 31))
    assert state.rated is not None
    measure = state.rated.by_id[ID].measure
    entry = next(one for one in measure.periods if one.period.label == label)
    return second_check(measure, entry, past, state.rated.catalogue.council)


def test_a_figure_that_was_changed_after_its_check_was_not_checked(root: Path) -> None:
    change(root, "value: 96.0", "value: 97.0", by=JADE)
    found = checked(root, "2023-24 Q2")
    assert found is not None
    assert found.outcome is CheckOutcome.MISSING
    assert found.sentence == "The figure was changed after its check, on 14 February 2025."


def test_with_what_a_repository_began_history_asserts_and_proves_nothing(root: Path) -> None:
    found = checked(root, "2023-24 Q2")
    assert found is not None
    assert found.outcome is CheckOutcome.ASSERTED


def test_content_in_a_folder_of_the_repository_has_its_own_history(tmp_path: Path) -> None:
    """With the mailmap that lies beside council.yaml, as the commit has it."""
    root = copied(tmp_path / "all" / "content")
    (root / ".mailmap").write_text("Jade <jade@strathbeg.example>\n")
    (tmp_path / "all" / "council.yaml").write_bytes(b"name: Another\n")
    committed(tmp_path / "all")
    change(root, "value: 96.0", "value: 97.0", by=JADE)
    past = read_past(root)
    assert [one.path for one in past.edits["council"]] == ["council.yaml"]
    assert past.edits["council"][0].kind is EditKind.ADDED
    assert past.edits[ID][-1].path == FILE
    assert past.edits[ID][-1].commit.author == Person("Jade", JADE[1], (JADE[0],))

"""What is kept of a history: the same as reading it anew, and never trusted when it is not ours."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from generator.cache import Cache
from generator.model.past import Past
from generator.past.read import read_past
from tests.command import committed, copied
from tests.people_of_git import FILE, Hand

JADE = Hand("jade-example", "jade@strathbeg.example")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose measure changed, was broken, mended and moved."""
    made = committed(copied(tmp_path / "council"))
    JADE.changes(made, "value: 96.0", "value: 97.0")
    JADE.changes(made, "title: ", "title: [")
    JADE.changes(made, "title: [", "title: ")
    (made / FILE).rename(made / "measures/care/advice-decided.yaml")
    JADE.commits(made)
    return made


def told(past: Past) -> list[tuple[object, ...]]:
    """All that a past says of edits."""
    return [
        (
            name, one.commit.id, one.path, one.kind, one.differences,
            tuple((old.edit.commit.id, old.differences, len(old.through)) for old in one.before),
        )
        for name, edits in past.edits.items()
        for one in edits
    ]  # fmt: skip


def test_what_is_kept_says_the_same_as_reading_anew(root: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    anew = told(read_past(root))
    assert told(read_past(root, cache=cache)) == anew
    assert told(read_past(root, cache=cache)) == anew


def test_what_was_kept_before_a_commit_serves_after_it(root: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    read_past(root, cache=cache)
    (root / "council.yaml").write_bytes((root / "council.yaml").read_bytes() + b"# more\n")
    JADE.commits(root)
    assert told(read_past(root, cache=cache)) == told(read_past(root))


def forged(file: Path, *, sum_is_right: bool = False) -> None:
    """Says that nothing ever changed."""
    text = file.read_bytes()
    readable, pairs = json.loads(text[65:])
    body = json.dumps([readable, {key: [] for key in pairs}]).encode()
    told = hashlib.sha256(body).hexdigest().encode() if sum_is_right else text[:64]
    file.write_bytes(told + b"\n" + body)


def cut(file: Path) -> None:
    """Leaves out the end."""
    file.write_bytes(file.read_bytes()[:-1])


def opened(file: Path) -> None:
    """Others may have written it."""
    forged(file, sum_is_right=True)
    file.chmod(0o666)


def linked(file: Path) -> None:
    """It lies elsewhere."""
    forged(file, sum_is_right=True)
    other = file.parent.parent / "other.json"
    file.rename(other)
    file.symlink_to(other)


@pytest.mark.parametrize("spoil", [forged, cut, opened, linked])
def test_what_is_not_as_it_was_kept_is_as_if_it_were_not_there(
    root: Path, tmp_path: Path, spoil: object
) -> None:
    assert callable(spoil)
    cache = Cache(tmp_path / "kept")
    anew = told(read_past(root, cache=cache))
    (file,) = cache.home.iterdir()
    assert not file.stat().st_mode & 0o077
    spoil(file)
    assert told(read_past(root, cache=cache)) == anew


def test_where_nothing_can_be_kept_all_is_read(root: Path) -> None:
    cache = Cache(Path(os.devnull) / "kept")
    assert told(read_past(root, cache=cache)) == told(read_past(root))

"""A revision as a source: the content files of one commit, read by git and never checked out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.history import commit_of, file_at, tree_of, way_to
from generator.selection import WATCHED


@dataclass(frozen=True, slots=True)
class Revision:
    """The content of one commit, path by path. `on` is the day of its committer."""

    id: str
    on: date
    files: Mapping[str, bytes]

    def paths(self) -> list[str]:
        """council.yaml and every file of the content folders, sorted, with forward slashes."""
        return sorted(self.files)

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at `path`; None when there is no such file."""
        return self.files.get(path)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The content of one commit, of which each file is read when it is asked for."""

    root: Path
    id: str

    def paths(self) -> list[str]:
        """None: whoever asks for a glimpse knows what to read."""
        return []

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at `path`; None when there is no such file."""
        return file_at(self.root, self.id, path)


@dataclass(frozen=True, slots=True)
class Part:
    """Some files of one commit, read at once; any other is read when it is asked for."""

    whole: Glimpse
    files: Mapping[str, bytes]

    def paths(self) -> list[str]:
        """The files that were read at once, sorted."""
        return sorted(self.files)

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at `path`; None when there is no such file."""
        return self.files[path] if path in self.files else self.whole.read(path)


MOST_NAMED = 500
"""From so many files on, the whole commit is read."""


def part_of(root: Path, commit: str, paths: Collection[str]) -> Part | Revision:
    """Those of `paths` that `commit` has, or all files of it where they are many. Raises GitError."""
    if len(paths) > MOST_NAMED:
        return revision(root, commit)
    files = tree_of(root, commit, way_to(root), tuple(paths)) if paths else {}
    return Part(Glimpse(root, commit), files)


def revision(root: Path, name: str) -> Revision:
    """The content under `root` as the revision `name` has it.

    Raises UnknownRevisionError and GitError.
    """
    commit, on = commit_of(root, name)
    return Revision(commit, on, tree_of(root, commit, way_to(root), WATCHED))

"""A revision as a source: the content files of one commit, read by git and never checked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.past.git import blobs_of, commit_of, contents, file_at, tree_of, way_to
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


@dataclass(slots=True)
class Tree:
    """The content of one commit, of which a file is read when it is asked for, or all at once where
    many are.
    """

    root: Path
    id: str
    on: date
    blobs: Mapping[str, str]
    held: dict[str, bytes]

    def paths(self) -> list[str]:
        """council.yaml and every file of the content folders, sorted, with forward slashes."""
        return sorted(self.blobs)

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at `path`; None when there is no such file. Raises GitError."""
        if path not in self.blobs:
            return None
        if path not in self.held:
            self.hold(self.blobs if len(self.held) > MOST_ALONE else (path,))
        return self.held[path]

    def hold(self, paths: Iterable[str]) -> None:
        """Reads those of `paths` that the commit has, by one run of git. Raises GitError."""
        new = [path for path in paths if path in self.blobs and path not in self.held]
        texts = contents(self.root, [self.blobs[path] for path in new])
        self.held.update(zip(new, texts, strict=True))


MOST_ALONE = 40
"""After so many files were read, all others are read at once."""


def tree(root: Path, name: str) -> Tree:
    """The content under `root` as the revision `name` has it, none of it read yet.

    Raises UnknownRevisionError and GitError.
    """
    commit, on = commit_of(root, name)
    return Tree(root, commit, on, blobs_of(root, commit, way_to(root), WATCHED), {})


def revision(root: Path, name: str) -> Revision:
    """The content under `root` as the revision `name` has it.

    Raises UnknownRevisionError and GitError.
    """
    commit, on = commit_of(root, name)
    return Revision(commit, on, tree_of(root, commit, way_to(root), WATCHED))

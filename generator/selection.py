"""Selections: the files that a check is asked about, by their paths or because they changed."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from generator.past.git import changed_from, parted_at
from generator.sources import CONTENT, SINGLE, Folder

WATCHED = (*SINGLE, *CONTENT)
"""The files and folders of a content repository."""


class NoSuchPathError(ValueError):
    """A path that a check cannot be asked about; the text says why."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The files asked about: those at or under `paths`, and of these only what `changed` since the
    commit `start`.
    """

    paths: frozenset[str] = frozenset()
    changed: frozenset[str] | None = None
    start: str | None = None

    @property
    def narrowed_by(self) -> str:
        """What was typed to leave files out; nothing where nothing was."""
        typed = (("PATH", self.paths), ("--since", self.changed is not None))
        return " and ".join(word for word, given in typed if given)

    def holds(self, path: str) -> bool:
        """Whether the file at `path` is asked about."""
        if self.changed is not None and path not in self.changed:
            return False
        return not self.paths or any(one in self.paths for one in _around(path))

    def of(self, paths: Iterable[str]) -> frozenset[str] | None:
        """Those of `paths` that are asked about; None where all are."""
        every = frozenset(paths)
        asked = frozenset(filter(self.holds, every)) if self.narrowed_by else every
        return None if asked == every else asked


def select(root: Path, typed: Sequence[str], since: str | None) -> Selection:
    """The files under `root` that were typed and that changed since a revision.

    Raises NoSuchPathError, UnknownRevisionError and GitError.
    """
    below = frozenset(_below(root, one) for one in typed)
    if since is None:
        return Selection(below)
    start = parted_at(root, since)
    return Selection(below, changed_from(root, start, WATCHED), start)


def _below(root: Path, typed: str) -> str:
    """The way from `root` to what was typed, which starts in this folder or in `root`."""
    places = [os.path.abspath(start / typed) for start in (Path.cwd(), root)]  # noqa: PTH100 links stay
    there = [place for place in places if os.path.lexists(place)]
    for place in there:
        way = _way(root, place)
        if way is not None:
            return way
    if there:
        raise NoSuchPathError(f"{typed} lies outside {root}, so no check reads it.")
    raise NoSuchPathError(f"there is no {typed}. {_nearest(root, typed)}")


def _way(root: Path, place: str) -> str | None:
    """The way from `root` to `place`, as it is written or where its folder really is."""
    written = (Path(os.path.abspath(root)), Path(place))  # noqa: PTH100 links stay
    real = (root.resolve(), Path(place).parent.resolve() / Path(place).name)
    for home, file in (written, real):
        if file.is_relative_to(home):
            return file.relative_to(home).as_posix()
    return None


def _nearest(root: Path, typed: str) -> str:
    known = {PurePosixPath(path).name: path for path in Folder(root).paths()}
    wanted = PurePosixPath(typed).name
    near = get_close_matches(typed, known.values(), n=1) or [
        known[name] for name in get_close_matches(wanted, known, n=1)
    ]
    place = "of this folder" if root == Path() else f"under {root}"
    return f"Did you mean {near[0]}?" if near else f"Name a file or folder {place}."


def _around(path: str) -> Iterator[str]:
    """`path`, and every folder that it lies in; that of the whole is a point."""
    while path:
        yield path
        path = path.rpartition("/")[0]
    yield "."

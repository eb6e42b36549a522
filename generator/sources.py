"""Sources: where the bytes of a content repository are read from."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from generator.loading import evidence, typed

CONTENT = ("commitments", "measures", "reports")
"""The folders of a content repository, beside its single files."""
SINGLE = ("council.yaml", "releases.yaml")
"""The files of a content repository that lie in no folder."""
_LARGEST = max(typed.LARGEST, evidence.LARGEST)
"""The largest file of any kind; one byte more shows that a file is larger."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A content repository in a folder of the disk."""

    root: Path
    _home: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remembers where the folder really is: it may itself be a link."""
        object.__setattr__(self, "_home", _real(os.fspath(self.root)))

    def paths(self) -> list[str]:
        """council.yaml and every file of the content folders, sorted, with forward slashes.

        A folder that is not looked into ends in a slash: it is a link, a git repository of its own, or
        may not be read.
        """
        found = [path for name in CONTENT for path in self._under(name)]
        single = [name for name in SINGLE if (self.root / name).is_file()]
        return sorted(single + found)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file inside the folder; None when there is none.

        Nor where it is a link, or lies in a linked folder: the history holds where a link leads, and
        never what lies there. Of a file that is larger than any may be, no more than shows that it is.
        """
        folder, _, name = path.rpartition("/")
        if name in ("", ".", "..") or "\0" in path:
            return None
        place = os.path.join(os.path.normpath(f"{self._home}{folder}"), "")  # noqa: PTH118
        if place != _real(place) or not place.startswith(self._home):
            return None
        file = f"{place}{name}"
        try:
            return _read(file)
        except OSError:
            return None

    def _under(self, name: str) -> Iterator[str]:
        if _is_apart(self.root / name):
            yield f"{name}/"
            return
        unread: list[OSError] = []
        for folder, folders, files in os.walk(self.root / name, onerror=unread.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            place = Path(folder).relative_to(self.root).as_posix()
            yield from (f"{place}/{file}" for file in files)
            apart = [one for one in folders if _is_apart(Path(folder) / one)]
            folders[:] = [one for one in folders if one not in apart]
            yield from (f"{place}/{one}/" for one in apart)
        for error in unread:
            if not isinstance(error, FileNotFoundError):
                yield f"{Path(os.fsdecode(error.filename)).relative_to(self.root).as_posix()}/"


def _is_apart(folder: Path) -> bool:
    """Whether a folder is a link or has a git repository of its own: its files are in no commit here."""
    return folder.is_symlink() or os.path.lexists(folder / ".git")


def _read(file: str) -> bytes | None:
    """The first bytes of a file; None for a pipe, a device or a folder. Raises OSError."""
    # What was a file a moment ago may now be a link or a pipe: not followed, and not waited for.
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            return None
        return os.read(handle, min(facts.st_size, _LARGEST) + 1)
    finally:
        os.close(handle)


@lru_cache(maxsize=4096)
def _real(folder: str) -> str:
    """Where a folder really is, links followed, with a slash at the end."""
    return os.path.join(os.path.realpath(folder), "")  # noqa: PTH118

"""Sources: where the bytes of a content repository are read from."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

CONTENT = ("commitments", "measures", "reports")
"""The folders of a content repository, beside council.yaml."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A content repository in a folder of the disk."""

    root: Path
    _home: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remembers where the folder really is, so that no link leads out of it."""
        object.__setattr__(self, "_home", _real(os.fspath(self.root)))

    def paths(self) -> list[str]:
        """council.yaml and every file of the content folders, sorted, with forward slashes."""
        found = [path for name in CONTENT for path in self._under(name)]
        council = ["council.yaml"] if (self.root / "council.yaml").is_file() else []
        return sorted(council + found)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file inside the folder; None when there is none, or it leads outside."""
        folder, _, name = path.rpartition("/")
        file = f"{_real(self._home + folder)}{name}"
        if name in ("", ".", "..") or "\0" in path:
            return None
        if os.path.islink(file):  # noqa: PTH114 much faster, and there are many files
            file = os.path.realpath(file)
        if not file.startswith(self._home) or not os.path.isfile(file):  # noqa: PTH113
            return None
        try:
            with open(file, "rb", buffering=0) as stream:  # noqa: PTH123
                return stream.read()
        except OSError:
            return None

    def _under(self, name: str) -> Iterator[str]:
        for folder, folders, files in os.walk(self.root / name):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            place = Path(folder).relative_to(self.root).as_posix()
            yield from (f"{place}/{file}" for file in files)


@lru_cache(maxsize=4096)
def _real(folder: str) -> str:
    """Where a folder really is, links followed, with a slash at the end."""
    return os.path.join(os.path.realpath(folder), "")  # noqa: PTH118

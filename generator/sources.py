"""Sources: where the bytes of a content repository are read from."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
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
        object.__setattr__(self, "_home", os.path.realpath(self.root) + os.sep)

    def paths(self) -> list[str]:
        """council.yaml and every file of the content folders, sorted, with forward slashes."""
        found = [path for name in CONTENT for path in self._under(name)]
        council = ["council.yaml"] if (self.root / "council.yaml").is_file() else []
        return sorted(council + found)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file inside the folder; None when there is none, or it leads outside."""
        file = os.path.realpath(os.path.join(self._home, path))  # noqa: PTH118 twice as fast
        if not file.startswith(self._home):
            return None
        try:
            return Path(file).read_bytes()
        except (OSError, ValueError):
            return None

    def _under(self, name: str) -> Iterator[str]:
        for folder, folders, files in os.walk(self.root / name):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            place = Path(folder).relative_to(self.root).as_posix()
            yield from (f"{place}/{file}" for file in files if not file.startswith("."))

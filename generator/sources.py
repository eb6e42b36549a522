"""Sources: where the bytes of a content repository are read from."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONTENT = ("commitments", "measures", "reports")
"""The folders of a content repository, beside council.yaml."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A content repository in a folder of the disk."""

    root: Path

    def paths(self) -> list[str]:
        """council.yaml and every file of the content folders, sorted, with forward slashes."""
        found = [path for name in CONTENT for path in self._under(name)]
        council = ["council.yaml"] if (self.root / "council.yaml").is_file() else []
        return sorted(council + found)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file inside the folder; None when there is none, or it leads outside."""
        file = self.root / path
        try:
            if not file.resolve().is_relative_to(self.root.resolve()):
                return None
            return file.read_bytes()
        except OSError:
            return None

    def _under(self, name: str) -> Iterator[str]:
        for folder, folders, files in os.walk(self.root / name):
            folders.sort()
            place = Path(folder).relative_to(self.root).as_posix()
            yield from (f"{place}/{file}" for file in files if not file.startswith("."))

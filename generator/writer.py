"""Writing: one folder, made beside the old one and swapped in whole."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

Content = bytes | Iterable[bytes]
File = tuple[str, Content]
"""A file of the site: its address and its bytes, whole or in chunks."""

RECORD = "build.json"
"""The record of a build; a folder with one is a site that may be replaced."""


class NotASiteError(ValueError):
    """The folder to be replaced holds something that no build made."""


def write_site(out: Path, files: Iterable[File], facts: dict[str, str]) -> int:
    """Writes `files` and build.json (the facts, and every file's SHA-256) as the folder `out`.

    An error or an interruption leaves `out` as it was. Gives the number of files. Raises
    NotASiteError when `out` exists and is neither empty nor a site.
    """
    refuse_what_is_not_a_site(out)
    with _beside(out) as folder:
        writer = _Writer(folder)
        digests = {path: writer.write(path, content) for path, content in files}
        record = {**facts, "files": dict(sorted(digests.items()))}
        writer.write(RECORD, f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode())
        _keep_guide(out, folder)
        _swap(folder, out)
    return len(digests) + 1


def refuse_what_is_not_a_site(out: Path) -> None:
    """Raises NotASiteError when `out` holds something that no build made."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotASiteError(f"{out} is not a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / RECORD).is_file():
        raise NotASiteError(f"{out} holds files that were not made by a build")


class _Writer:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: set[str] = set()

    def write(self, path: str, content: Content) -> str:
        """Writes one file and gives its SHA-256."""
        place = path.rpartition("/")[0]
        if place not in self.made:
            (self.folder / place).mkdir(parents=True, exist_ok=True)
            self.made.add(place)
        digest = hashlib.sha256()
        with (self.folder / path).open("xb") as file:
            for chunk in _chunks(content):
                digest.update(chunk)
                file.write(chunk)
        return digest.hexdigest()


def _chunks(content: Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from content


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """An empty folder on the same disk as `out`, removed if it was not swapped in."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _keep_guide(out: Path, folder: Path) -> None:
    """Takes over the handbook, which is built by a program of its own."""
    guide = out / "guide"
    if guide.is_dir():
        shutil.copytree(guide, folder / "guide")


def _swap(folder: Path, out: Path) -> None:
    """Puts `folder` in the place of `out` in two renames; the old one is removed afterwards."""
    old = folder.with_name(f"{folder.name}-old")
    if out.exists():
        out.replace(old)
    try:
        folder.replace(out)
    except OSError:
        if old.exists():
            old.replace(out)
        raise
    shutil.rmtree(old, ignore_errors=True)

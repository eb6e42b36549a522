"""Writing: one folder, made beside the old one and swapped in whole."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hashlib import _Hash as _Digest


class File(NamedTuple):
    """A file of the site: its address and its bytes, or more bytes of a file already begun."""

    path: str
    content: bytes
    continues: bool = False


RECORD = "build.json"
"""The record of a build; a folder with one is a site that may be replaced."""


class NotASiteError(ValueError):
    """The folder to be replaced holds something that no build made."""


class UnwritableError(ValueError):
    """A folder or file of the site cannot be written."""


def write_site(out: Path, files: Iterable[File], facts: dict[str, str]) -> int:
    """Writes `files` and build.json (the facts, and every file's SHA-256) as the folder `out`.

    An error or an interruption leaves `out` as it was. Gives the number of files. Raises
    NotASiteError when `out` exists and is neither empty nor a site, and UnwritableError where it
    cannot be made.
    """
    refuse_what_is_not_a_site(out)
    out = Path(os.path.abspath(out))  # noqa: PTH100 `.` needs its name; resolve() follows links
    with _beside(out) as folder:
        writer = _Writer(folder)
        for file in files:
            writer.write(file)
        writer.write(File(RECORD, _record(facts, writer.fingerprints())))
        _keep_guide(out, folder)
        _swap(folder, out)
    return len(writer.digests)


def fingerprints_of(files: Iterable[File]) -> dict[str, str]:
    """The SHA-256 of each file, whose bytes may come in several pieces, by address."""
    digests: dict[str, _Digest] = {}
    for file in files:
        digest = digests[file.path] if file.continues else hashlib.sha256()
        digest.update(file.content)
        digests[file.path] = digest
    return {path: digest.hexdigest() for path, digest in sorted(digests.items())}


def record_digest(files: Iterable[File], facts: dict[str, str]) -> str:
    """The SHA-256 that build.json would have, were these files written with these facts."""
    return hashlib.sha256(_record(facts, fingerprints_of(files))).hexdigest()


def _record(facts: dict[str, str], fingerprints: dict[str, str]) -> bytes:
    """The bytes of build.json."""
    record = {**facts, "files": fingerprints}
    return f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()


def replace_file(place: Path, content: bytes) -> None:
    """Puts `content` in place of what a file holds, in one step; who may read it stays the same.

    An error or an interruption leaves the file as it was. Raises UnwritableError.
    """
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{place.name}-", dir=place.parent)
        try:
            with open(handle, "wb") as stream:  # noqa: PTH123 an open file
                stream.write(content)
                os.fchmod(stream.fileno(), place.stat().st_mode & 0o7777)
            Path(beside).replace(place)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnwritableError(error.strerror) from error


def refuse_what_is_not_a_site(out: Path) -> None:
    """Raises NotASiteError when `out` holds something that no build made."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotASiteError(f"{out} is not a folder")
    if out.is_dir() and any(out.iterdir()) and not _has_record(out):
        raise NotASiteError(f"{out} holds files that were not made by a build")


def _has_record(out: Path) -> bool:
    """Whether `out` holds the record of a build of ours; other programs write a build.json too."""
    try:
        record = json.loads((out / RECORD).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(record, dict) and str(record.get("generator")).startswith("Aboveboard ")


class _Writer:
    """Writes files into one folder and keeps their fingerprints."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folders: set[str] = set()
        self.digests: dict[str, _Digest] = {}

    def write(self, file: File) -> None:
        """Writes a new file, or more of one already begun; a file is never written twice."""
        if file.path in self.digests and not file.continues:
            raise ValueError(f"two pages have the same address, {file.path}")
        place = file.path.rpartition("/")[0]
        if place not in self.folders:
            (self.folder / place).mkdir(parents=True, exist_ok=True)
            self.folders.add(place)
        digest = self.digests[file.path] if file.continues else hashlib.sha256()
        mode = "ab" if file.continues else "xb"
        try:
            with open(f"{self.folder}/{file.path}", mode, buffering=0) as stream:  # noqa: PTH123
                stream.write(file.content)
        except OSError as error:
            raise UnwritableError(error.strerror) from error
        digest.update(file.content)
        self.digests[file.path] = digest

    def fingerprints(self) -> dict[str, str]:
        """The SHA-256 of every file so far, by address."""
        return {path: digest.hexdigest() for path, digest in sorted(self.digests.items())}


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """An empty folder on the same disk as `out`, removed if it was not swapped in."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise UnwritableError(error.strerror) from error
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
    except BaseException:
        if old.exists() and not out.exists():
            old.replace(out)
        raise
    shutil.rmtree(old, ignore_errors=True)

"""The cache: what earlier checks found, under a fingerprint of all that they looked at.

It lies in the user's own cache folder and holds JSON alone. Whatever is not certainly what this user
wrote is as if it were not there; where nothing can be written, nothing is kept (decision 0045).
"""

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from generator.loading.load import Source
from generator.loading.schema import Schemas
from generator.model.finding import Finding
from generator.model.words import Severity
from generator.seen import look_at
from generator.state import read_state

Result = TypeVar("Result")

MOST_ENTRIES = 32
MOST_BYTES = 16 * 1024 * 1024
"""The most bytes of one entry, and of all."""
_PRIVATE = 0o077
"""What others may do: nothing."""
_CLOSED = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Cache:
    """Results in a folder that belongs to this user alone."""

    home: Path
    most_entries: int = MOST_ENTRIES
    most_bytes: int = MOST_BYTES

    def found(self, key: str) -> tuple[Finding, ...] | None:
        """What the check found that `key` stands for; None where that is not known for certain."""
        return self.read(key, _findings)

    def keep(self, key: str, findings: Sequence[Finding]) -> None:
        """Keeps what a check found, if it can be written, and lets go of what is oldest."""
        self.write(key, _document(key, findings))

    def read(self, key: str, understood: Callable[[str, bytes], Result]) -> Result | None:
        """What is kept under `key` as it is `understood`, which raises ValueError for what is not
        certain; None where there is nothing certain.
        """
        with suppress(OSError, ValueError, RecursionError):
            if self._is_private():
                result = understood(key, _own_bytes(self._file(key), self.most_bytes))
                os.utime(self._file(key))
                return result
        return None

    def write(self, key: str, text: bytes) -> None:
        """Keeps a text under `key`, if it can be written, and lets go of what is oldest."""
        if len(text) > self.most_bytes:
            return
        with suppress(OSError):
            self.home.parent.mkdir(parents=True, exist_ok=True)
            self.home.mkdir(mode=0o700, exist_ok=True)
            if self._is_private():
                self._write(self._file(key), text)
                self._let_go()

    def _file(self, key: str) -> Path:
        return self.home / f"{key}.json"

    def _is_private(self) -> bool:
        """Whether the folder is one, no link, and this user's alone."""
        return stat.S_ISDIR((found := self.home.lstat()).st_mode) and _is_own(found)

    def _write(self, file: Path, text: bytes) -> None:
        """Writes a file that others cannot read, in one step."""
        handle, name = tempfile.mkstemp(dir=self.home)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _let_go(self) -> None:
        """Removes what was not used for longest, until the rest is few and small enough."""
        files = [(file, file.lstat()) for file in self.home.iterdir()]
        files.sort(key=lambda one: one[1].st_mtime_ns, reverse=True)
        room = self.most_bytes
        for place, (file, found) in enumerate(files):
            room -= found.st_size
            if place >= self.most_entries or room < 0:
                file.unlink(missing_ok=True)


def cache_of(environment: Mapping[str, str], root: Path, name: str = "aboveboard") -> Cache | None:
    """The cache of this user, as XDG says; None where there is no place for it outside `root`."""
    named = environment.get("XDG_CACHE_HOME", "")
    try:
        base = Path(named) if named.startswith("/") else Path("~/.cache").expanduser()
        home = base / name
        is_within = home.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return None
    return None if is_within or not base.is_absolute() else Cache(home)


def remembered(source: Source, schemas: Schemas, as_of: date, cache: Cache) -> tuple[Finding, ...]:
    """What a check of `source` finds: as it was found before, if nothing at all has changed."""
    seen = look_at(source)
    key = seen.key(as_of)
    known = cache.found(key)
    if known is not None:
        return known
    findings = read_state(seen, schemas, as_of).findings
    if seen.is_as_seen:
        cache.keep(key, findings)
    return findings


def _is_own(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & _PRIVATE


def _own_bytes(file: Path, most: int) -> bytes:
    """The bytes of a file that this user wrote. Raises OSError and ValueError."""
    handle = os.open(file, os.O_RDONLY | _CLOSED)
    with os.fdopen(handle, "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode) or not _is_own(found) or found.st_size > most:
            raise ValueError("this file was not written here")
        return stream.read()


def _document(key: str, findings: Sequence[Finding]) -> bytes:
    rows = [list(astuple(one)) for one in findings]
    return json.dumps({"key": key, "sum": _sum(key, rows), "findings": rows}).encode()


def _findings(key: str, text: bytes) -> tuple[Finding, ...]:
    """The findings in a document. Raises ValueError where it is not as it was written."""
    document = json.loads(text)
    shape = {"key": str, "sum": str, "findings": list}
    if type(document) is not dict or {one: type(document[one]) for one in document} != shape:
        raise ValueError("this is no list of findings")
    rows = document["findings"]
    if (document["key"], document["sum"]) != (key, _sum(key, rows)):
        raise ValueError("these findings are of something else")
    return tuple(map(_finding, rows))


def _finding(row: Any) -> Finding:
    if type(row) is not list or list(map(type, row)) != _TYPES:
        raise ValueError("this is no finding")
    rule, severity, path, line, column, message, fix = row
    return Finding(
        rule=rule,
        severity=Severity(severity),
        path=path,
        line=line,
        column=column,
        message=message,
        fix=fix,
    )


_TYPES = [str, str, str, int, int, str, str]


def _sum(key: str, rows: list[Any]) -> str:
    """A sum over the findings and what they are of, which a slip in the file does not survive."""
    return hashlib.sha256(f"{key}{json.dumps(rows)}".encode()).hexdigest()

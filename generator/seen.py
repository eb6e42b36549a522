"""What was seen: files with their fingerprints, and the program that judges them (decision 0045)."""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path

from generator import __version__
from generator.loading.load import Source, kind_of
from generator.resources import folder

_READERS = ("PyYAML", "jsonschema", "jsonschema-rs", "referencing")
"""What others wrote and findings depend on."""
_EVIDENCE = ".csv"


@dataclass(slots=True)
class Seen:
    """A source at one moment: its paths, and the fingerprint of every file that a check may read.

    It is read like the source itself. `is_as_seen` ends with the first file that is read and is not
    what was seen: what follows from that file must not be remembered under this fingerprint.
    """

    source: Source
    prints: Mapping[str, bytes | None]
    listed: list[str]
    is_as_seen: bool = field(default=True)

    def paths(self) -> list[str]:
        """The paths that were seen."""
        return self.listed

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at `path`, now."""
        text = self.source.read(path)
        if _print(text) != self.prints.get(path):
            self.is_as_seen = False
        return text

    def key(self, as_of: date) -> str:
        """One fingerprint of all that decides what a check says on the day `as_of`."""
        whole = hashlib.sha256(json.dumps([program(), as_of.isoformat()]).encode())
        for path in self.listed:
            name = path.encode("utf-8", "surrogatepass")
            seen = self.prints.get(path)
            whole.update(len(name).to_bytes(8, "big") + name + (b"1" + seen if seen else b"0"))
        return whole.hexdigest()


def look_at(source: Source) -> Seen:
    """All that can be seen of `source`; of files that no check reads, only that they are there."""
    paths = sorted(source.paths())
    read = (path for path in paths if kind_of(path) or path.endswith(_EVIDENCE))
    return Seen(source, {path: _print(source.read(path)) for path in read}, paths)


@cache
def program() -> str:
    """A fingerprint of the program: its code and schemas, what it reads with, and its Python."""
    parts = [__version__, sys.version, sys.prefix, *map(version, _READERS)]
    whole = hashlib.sha256(json.dumps(parts).encode())
    code = Path(__file__).parent
    files: Iterable[Traversable] = (*sorted(code.rglob("*.py")), *_in_order(folder("schemas")))
    for file in files:
        text = file.read_bytes()
        whole.update(f"{file.name} {len(text)} ".encode() + text)
    return whole.hexdigest()


def _in_order(home: Traversable) -> list[Traversable]:
    return sorted(home.iterdir(), key=lambda file: file.name)


def _print(text: bytes | None) -> bytes | None:
    return None if text is None else hashlib.sha256(text).digest()

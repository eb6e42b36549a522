"""What is kept of a history that was read: how its versions differ, told by their content alone.

Kept in the user's own cache folder as decision 0045 says; nothing in it is needed (decision 0052).
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from generator.cache import Cache
from generator.model.past import Difference
from generator.seen import program

Differences = tuple[Difference, ...]
FOLDER = "aboveboard-history"
MOST_HISTORIES, MOST_BYTES = 8, 64 * 1024 * 1024
"""How many histories are kept, and the most bytes of all."""


@dataclass(slots=True)
class Kept:
    """Which versions can be read, by git's name of their content, and in what two of them differ."""

    cache: Cache | None
    key: str
    readable: dict[str, bool] = field(default_factory=dict)
    pairs: dict[str, Differences] = field(default_factory=dict)
    is_new: bool = False

    def differ(self, old: str, new: str) -> Differences | None:
        """In what two versions differ; None where that is not known."""
        return self.pairs.get(f"{old} {new}")

    def add_readable(self, blob: str, *, is_readable: bool) -> None:
        """Notes whether a version can be read."""
        self.is_new = True
        self.readable[blob] = is_readable

    def add(self, old: str, new: str, found: Differences) -> None:
        """Notes in what two versions differ."""
        self.is_new = True
        self.pairs[f"{old} {new}"] = found

    def keep(self) -> None:
        """Keeps what is known, if it was not all known before."""
        if self.cache and self.is_new:
            body = json.dumps([self.readable, self.pairs], separators=(",", ":")).encode()
            self.cache.write(self.key, _sum(body) + b"\n" + body)


def kept_of(cache: Cache | None, first: str, way: str) -> Kept:
    """What is kept of the history that begins with the commit `first`, of the content at `way`."""
    if cache is None:
        return Kept(None, "")
    key = hashlib.sha256(json.dumps([program(), first, way]).encode()).hexdigest()
    home = Cache(cache.home, MOST_HISTORIES, MOST_BYTES)
    readable, pairs = home.read(key, _understood) or ({}, {})
    return Kept(home, key, readable, pairs)


def _understood(_: str, text: bytes) -> tuple[dict[str, bool], dict[str, Differences]]:
    """What a document says. Raises ValueError where it is not as it was written."""
    told, body = text[:64], text[65:]
    if told != _sum(body):
        raise ValueError("this history is not as it was written")
    match json.loads(body):
        case [dict(readable), dict(pairs)]:
            return readable, {one: tuple(map(_difference, found)) for one, found in pairs.items()}
    raise ValueError("this is no history")


def _difference(told: Any) -> Difference:
    at, before, after = told
    return Difference(tuple(at), before, after)


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()

"""Verifying: whether a site is what the files give, fingerprint by fingerprint (R98, R158)."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.writer import RECORD, File, fingerprints_of

GUIDE = "guide/"
"""The handbook, which has a record of its own."""


class Mismatch(NamedTuple):
    """A file of the site that is not what the files give: changed, missing, or made by nobody."""

    path: str
    fault: str


def verified(site: Path, files: Iterable[File], facts: Mapping[str, str]) -> Iterator[Mismatch]:
    """Each file in which the folder `site` differs from `files` and the facts of their build."""
    wanted = fingerprints_of(files)
    every = {place.relative_to(site).as_posix(): place for place in sorted(site.rglob("*"))}
    links = {path for path, place in every.items() if place.is_symlink()}
    for path in sorted(links):
        yield Mismatch(path, "is a link, and no build makes one")
    found = {
        path: place
        for path, place in every.items()
        if place.is_file() and not path.startswith(GUIDE) and path not in links
    }
    for path, digest in wanted.items():
        if path in links:
            continue
        if path not in found:
            yield Mismatch(path, "is missing")
        elif hashlib.sha256(found[path].read_bytes()).hexdigest() != digest:
            yield Mismatch(path, "is not what the files give")
    for path in sorted(found.keys() - wanted.keys() - {RECORD}):
        yield Mismatch(path, "was made by no build")
    if RECORD not in found:
        yield Mismatch(RECORD, "is missing")
    else:
        yield from _record(found[RECORD].read_bytes(), wanted, facts)


def _record(text: bytes, wanted: Mapping[str, str], facts: Mapping[str, str]) -> Iterator[Mismatch]:
    """What the record of the build says otherwise than the files."""
    try:
        record = json.loads(text)
    except ValueError:
        record = None
    if not isinstance(record, dict):
        yield Mismatch(RECORD, "cannot be read")
        return
    for key, value in facts.items():
        if record.get(key) != value:
            yield Mismatch(RECORD, f"says {key} {record.get(key)}, and the files give {value}")
    if record.get("files") != wanted:
        yield Mismatch(RECORD, "does not list the fingerprints that the files give")

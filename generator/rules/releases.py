"""The chain of releases: each record holds the digest of the one before (R158; decision 0068)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.release import Release


class Break(NamedTuple):
    """A record that does not follow from the ones before it: its place, and why not."""

    place: int
    fault: str


def breaks(releases: Sequence[Release]) -> Iterator[Break]:
    """Every record that is not what the chain asks for."""
    names: set[str] = set()
    digest = None
    for place, one in enumerate(releases):
        if one.name in names:
            yield Break(place, f"there is already a release {one.name}")
        if one.previous != digest:
            yield Break(place, _fault(one, digest))
        names.add(one.name)
        digest = one.digest


def _fault(one: Release, digest: str | None) -> str:
    if digest is None:
        return f"{one.name} is the first release, but names one before it"
    return f"{one.name} does not follow from the record before it, whose digest is {digest}"


def departures(earlier: Sequence[tuple[str, str]], releases: Sequence[Release]) -> Iterator[str]:
    """Each release that an older copy knew and that is gone, or not what it was (R158).

    `earlier` are the names and digests of an older copy, oldest first.
    """
    for place, (name, digest) in enumerate(earlier):
        now = releases[place] if place < len(releases) else None
        if now is None:
            yield f"release {name} is gone"
        elif (now.name, now.digest) != (name, digest):
            yield f"release {name} is not what it was"

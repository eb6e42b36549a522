"""Releases at the edge: what git and a build give for a record of the chain (R158; decision 0068)."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from generator import resources
from generator.loading.load import load_record
from generator.model.release import RELEASES, Release, Releases
from generator.past import git
from generator.past.revision import Glimpse, revision
from generator.rules.releases import breaks

_HEAD = "# yaml-language-server: $schema=schemas/releases.schema.json\nreleases:\n"


def content_digest(files: Mapping[str, bytes]) -> str:
    """The SHA-256 of what `sha256sum` prints for these files in the order of their paths."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def with_record(text: str | None, release: Release) -> str:
    """The text of releases.yaml with one more record at its end."""
    said = {
        "name": release.name,
        "commit": release.commit,
        "as_of": release.as_of,
        "content": release.content,
        "site": release.site,
        "generator": release.generator,
        "previous": release.previous,
    }
    lines = [
        f"{key}: {value}" if key == "as_of" else f'{key}: "{value}"'
        for key, value in said.items()
        if value is not None
    ]
    before = _HEAD if text is None else text if text.endswith("\n") else f"{text}\n"
    return f"{before}  - " + "\n    ".join(lines) + "\n"


def faults(root: Path, releases: Sequence[Release]) -> Iterator[str]:
    """Everything in which the records, the commits, the tags and the history do not agree.

    Raises UnknownRevisionError for a clone that holds only the newest commits, and GitError.
    """
    git.refuse_shallow(root)
    yield from (one.fault for one in breaks(releases))
    yield from _rewritten(root)
    before = None
    for release in releases:
        yield from _of_release(root, release, before)
        before = release


def _of_release(root: Path, release: Release, before: Release | None) -> Iterator[str]:
    name, commit = release.name, release.commit
    if not git.is_known(root, commit):
        yield f"release {name}: its commit {commit[:12]} is not in this history"
        return
    if not git.is_ancestor(root, commit, "HEAD"):
        yield f"release {name}: its commit {commit[:12]} does not lead to what is here: history was rewritten"
    if before and not git.is_ancestor(root, before.commit, commit):
        yield f"release {name}: it does not come after release {before.name}"
    if content_digest(revision(root, commit).files) != release.content:
        yield f"release {name}: the content of its commit is not what was released"
    tagged = git.tagged(root, name)
    if tagged is None:
        yield f"release {name}: there is no tag of that name"
    elif tagged != commit:
        yield f"release {name}: the tag was moved, to {tagged[:12]}"


def _rewritten(root: Path) -> Iterator[str]:
    """Each commit that changed a record of a parent or took one out; adding one at the end is all that
    is right, and all that a merge may do beside any of the lines that it brings together.
    """
    read = cache(partial(_records, root))
    for commit, parents in git.steps_of(root, RELEASES):
        now = read(commit)
        faults = (_lost(commit, now, read(parent)) for parent in parents)
        yield from dict.fromkeys(fault for found in faults for fault in found)


def _records(root: Path, commit: str) -> tuple[Release, ...]:
    """The records as a commit has them; none where it has none that can be read."""
    found = load_record(Glimpse(root, commit), resources.schemas(), RELEASES, 4)
    return found.releases if isinstance(found, Releases) else ()


def _lost(commit: str, now: Sequence[Release], known: Sequence[Release]) -> Iterator[str]:
    for place, one in enumerate(known):
        if place >= len(now) or now[place] != one:
            verb = "changed" if place < len(now) else "took out"
            yield f"release {one.name}: commit {commit[:12]} {verb} its record"

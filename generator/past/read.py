"""One pass over the history of all files: who changed which value of which record, in which commit.

Each version of a file is read once, and only what differs is kept (decision 0052).
"""

import os
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from generator.cache import Cache, cache_of
from generator.loading.mailmap import read_mailmap
from generator.loading.said import Said, said, told_differences
from generator.loading.typed import LARGEST
from generator.model.past import Before, Commit, Difference, Edit, EditKind, Past
from generator.past.commits import changes_of, commits_of, files_of, signed_of, texts_of
from generator.past.git import (
    GitError,
    commit_of,
    refuse_shallow,
    way_to,
)
from generator.past.kept import FOLDER, Kept, kept_of
from generator.past.lineage import Lineage, Version, lineage

MOST_COMMITS, MOST_VERSIONS = 200_000, 1_000_000
"""The longest history that is read (decision 0052)."""
MAILMAP = ".mailmap"


def read_past(
    root: Path,
    revision: str = "HEAD",
    only: frozenset[str] | None = None,
    cache: Cache | None = None,
) -> Past:
    """All that leads to `revision`, of the content under `root`; of the records `only`, if given.

    With a `cache`, what was read before is not read again.

    Raises UnknownRevisionError, for a clone that holds only the newest commits too, and GitError.
    """
    refuse_shallow(root)
    head, _ = commit_of(root, revision)
    commits = _commits(root, head)
    found = lineage(commits, changes_of(root, commits)).only(only)
    kept = kept_of(cache, commits[0].id, way_to(root))
    edits = _edits(root, found, kept)
    kept.keep()
    return Past(
        head=commits[-1],
        commits={one.id: one for one in commits},
        edits={name: tuple(edits[one] for one in made) for name, made in found.versions.items()},
        files={name: edits[one] for name, one in found.last.items()},
    )


def _commits(root: Path, head: str) -> list[Commit]:
    """Every commit that leads to `head`, parents first."""
    mailmap = read_mailmap(files_of(root, head, (MAILMAP,), LARGEST).get(MAILMAP, b""))
    commits = list(islice(commits_of(root, head, mailmap), MOST_COMMITS + 1))
    if len(commits) > MOST_COMMITS:
        raise GitError(f"the history has more than {MOST_COMMITS:,} commits")
    signed = signed_of(root, [one.id for one in commits])
    return [
        replace(one, place=place, is_signed=one.id in signed) for place, one in enumerate(commits)
    ]


def past_cache(root: Path) -> Cache | None:
    """The cache of histories of this user; None where there is no place for it outside `root`."""
    return cache_of(os.environ, root, FOLDER)


def _edits(root: Path, found: Lineage, kept: Kept) -> dict[Version, Edit]:
    """The edit of each version. Of a record of which all is kept, no version is read."""
    every = [one for made in found.versions.values() for one in made]
    if len(every) > MOST_VERSIONS:
        raise GitError(f"the files have more than {MOST_VERSIONS:,} versions")
    known = {one for made in found.versions.values() if _is_known(made, kept) for one in made}
    read = [one.blob or "" for one in every if _is_read(one) and one not in known]
    texts = texts_of(root, read, LARGEST)
    reading = _Reading(Counter(old for one in every for old in one.before), kept)
    for one in every:
        if one in known:
            reading.add(one, _KNOWN if kept.readable.get(one.blob or "") else None)
        else:
            text = next(texts) if _is_read(one) else None
            reading.add(one, None if text is None else said(text))
    return reading.edits


_KNOWN = Said({})
"""What stands for a version of which all that matters is kept."""


def _is_known(made: Sequence[Version], kept: Kept) -> bool:
    """Whether all versions of a record, and all pairs of them that are compared, are kept."""
    read = [one for one in made if _is_read(one)]
    if not all((one.blob or "") in kept.readable for one in read):
        return False
    readable = {one for one in read if kept.readable[one.blob or ""]}
    return all(
        kept.differ(old.blob or "", one.blob or "") is not None
        for one in readable
        for old in nearest(one, readable)[0]
    )


def nearest(one: Version, readable: Container[Version]) -> tuple[list[Version], list[Version]]:
    """The nearest readable versions that one was made from, and those between that are not."""
    found, unread = [], []
    waiting, seen = list(reversed(one.before)), set(one.before)
    while waiting:
        old = waiting.pop()
        if old in readable:
            found.append(old)
            continue
        unread.append(old)
        older = [more for more in reversed(old.before) if more not in seen]
        seen.update(older)
        waiting += older
    return found, unread


def _is_read(one: Version) -> bool:
    """Whether a version is read. Of evidence only the fingerprint counts."""
    return bool(one.blob) and not one.path.endswith(".csv")


@dataclass(slots=True)
class _Reading:
    """The edits of versions, which are added in their order.

    What a version says is held for as long as one that was made from it is to come: `uses`.
    """

    uses: Counter[Version]
    kept: Kept
    edits: dict[Version, Edit] = field(default_factory=dict)
    held: dict[Version, Said] = field(default_factory=dict)

    def add(self, one: Version, text: Said | None) -> None:
        """Adds the edit of one version, after those of all that it was made from."""
        self.edits[one] = self._edit(one, text)
        if _is_read(one) and one.blob not in self.kept.readable:
            self.kept.add_readable(one.blob or "", is_readable=text is not None)
        if text is not None and self.uses[one]:
            self.held[one] = text
        if text is not None or not one.before or not self.uses[one]:
            self._let_go(one.before)

    def _let_go(self, versions: Sequence[Version]) -> None:
        """Forgets what is needed no more, and what only an unreadable version still needed."""
        waiting = list(versions)
        while waiting:
            old = waiting.pop()
            self.uses[old] -= 1
            if not self.uses[old] and self.held.pop(old, None) is None:
                waiting += old.before

    def _edit(self, one: Version, text: Said | None) -> Edit:
        if one.blob is None:
            return Edit(one.commit, one.path, EditKind.DELETED, (), tuple(self._plain(one)))
        if one.path.endswith(".csv"):
            return _edited(one, [Before(self.edits[old], _bytes(old, one)) for old in one.before])
        if text is None:
            return Edit(one.commit, one.path, EditKind.UNREADABLE, (), tuple(self._plain(one)))
        return _edited(one, self._before(one, text))

    def _plain(self, one: Version) -> Iterator[Before]:
        """The versions before one of which nothing else is known."""
        return (Before(self.edits[old], ()) for old in one.before)

    def _before(self, one: Version, text: Said) -> list[Before]:
        """The nearest readable versions that one was made from, with those between."""
        readable, unread = nearest(one, self.held)
        through = tuple(self.edits[old] for old in unread)
        return [
            Before(self.edits[old], self._differences(old, one, text), through) for old in readable
        ]

    def _differences(self, old: Version, one: Version, text: Said) -> tuple[Difference, ...]:
        """In what a version differs from an earlier one, and where the file lies now."""
        blobs = (old.blob or "", one.blob or "")
        found = self.kept.differ(*blobs)
        if found is None:
            found = told_differences(self.held[old], text)
            self.kept.add(*blobs, found)
        moved = [Difference(("path",), old.path, one.path)] if old.path != one.path else []
        return (*moved, *found)


def _bytes(old: Version, one: Version) -> tuple[Difference, ...]:
    """Whether an evidence file moved, or its bytes differ, told by git's fingerprints of them."""
    moved = [Difference(("path",), old.path, one.path)] if old.path != one.path else []
    was, now = ((version.blob or "")[:12] for version in (old, one))
    return (*moved, *([Difference(("contents",), was, now)] if was != now else []))


def _edited(one: Version, before: Sequence[Before]) -> Edit:
    """An edit of what can be read: all that differs from every version that it was made from."""
    if not before:
        return Edit(one.commit, one.path, EditKind.ADDED)
    own = _own([part.differences for part in before])
    return Edit(one.commit, one.path, EditKind.CHANGED, own, tuple(before))


def _own(parts: Sequence[tuple[Difference, ...]]) -> tuple[Difference, ...]:
    """The differences that lie within some difference of every part."""
    if len(parts) == 1:
        return parts[0]
    ways = [{one.at for one in part} for part in parts]
    found = {
        one.at: one
        for part in parts
        for one in part
        if all(any(one.at[:end] in way for end in range(len(one.at) + 1)) for way in ways)
    }
    return tuple(found.values())


def names_in(root: Path, revision: str = "HEAD") -> list[str]:
    """The id of every record that any commit up to `revision` has. Raises as `read_past` does."""
    head, _ = commit_of(root, revision)
    commits = _commits(root, head)
    return list(lineage(commits, changes_of(root, commits)).versions)

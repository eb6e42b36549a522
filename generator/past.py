"""One pass over the history of all files: who changed which value of which record, in which commit.

Each version of a file is read once, and only what differs is kept (decision 0052).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from generator.history import GitError, UnknownRevisionError, commit_of, file_at, is_shallow
from generator.lineage import Lineage, Version, lineage
from generator.loading.mailmap import read_mailmap
from generator.loading.said import Said, said, told_differences
from generator.loading.typed import LARGEST
from generator.model.past import Before, Commit, Difference, Edit, EditKind, Past
from generator.past_commits import changes_of, commits_of, signed_of, texts_of

MOST_COMMITS, MOST_VERSIONS = 200_000, 1_000_000
"""The longest history that is read (decision 0052)."""
SHALLOW = (
    "this clone holds only the newest commits, so that its history would mislead: run "
    "`git fetch --unshallow` first."
)


def read_past(root: Path, revision: str = "HEAD", only: frozenset[str] | None = None) -> Past:
    """All that leads to `revision`, of the content under `root`; of the records `only`, if given.

    Raises UnknownRevisionError, for a clone that holds only the newest commits too, and GitError.
    """
    if is_shallow(root):
        raise UnknownRevisionError(SHALLOW)
    head, _ = commit_of(root, revision)
    commits = _commits(root, head)
    found = lineage(commits, changes_of(root, commits)).only(only)
    edits = _edits(root, found)
    return Past(
        head=commits[-1],
        commits={one.id: one for one in commits},
        edits={name: tuple(edits[one] for one in made) for name, made in found.versions.items()},
        files={name: edits[one] for name, one in found.last.items()},
    )


def _commits(root: Path, head: str) -> list[Commit]:
    """Every commit that leads to `head`, parents first."""
    mailmap = read_mailmap(file_at(root, head, ".mailmap") or b"")
    commits = list(islice(commits_of(root, head, mailmap), MOST_COMMITS + 1))
    if len(commits) > MOST_COMMITS:
        raise GitError(f"the history has more than {MOST_COMMITS:,} commits")
    signed = signed_of(root, [one.id for one in commits])
    return [
        replace(one, place=place, is_signed=one.id in signed) for place, one in enumerate(commits)
    ]


def _edits(root: Path, found: Lineage) -> dict[Version, Edit]:
    """The edit of each version."""
    every = [one for made in found.versions.values() for one in made]
    if len(every) > MOST_VERSIONS:
        raise GitError(f"the files have more than {MOST_VERSIONS:,} versions")
    texts = texts_of(root, [one.blob or "" for one in every if _is_read(one)], LARGEST)
    reading = _Reading(Counter(old for one in every for old in one.before))
    for one in every:
        text = next(texts) if _is_read(one) else None
        reading.add(one, None if text is None else said(text))
    return reading.edits


def _is_read(one: Version) -> bool:
    """Whether a version is read. Of evidence only the fingerprint counts."""
    return bool(one.blob) and not one.path.endswith(".csv")


@dataclass(slots=True)
class _Reading:
    """The edits of versions, which are added in their order.

    What a version says is held for as long as one that was made from it is to come: `uses`.
    """

    uses: Counter[Version]
    edits: dict[Version, Edit] = field(default_factory=dict)
    held: dict[Version, Said] = field(default_factory=dict)

    def add(self, one: Version, text: Said | None) -> None:
        """Adds the edit of one version, after those of all that it was made from."""
        self.edits[one] = self._edit(one, text)
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
        """The nearest readable versions that one was made from, beside those that are not."""
        readable, unread = [], []
        waiting, seen = list(reversed(one.before)), set(one.before)
        while waiting:
            old = waiting.pop()
            if old in self.held:
                readable.append(old)
                continue
            unread.append(self.edits[old])
            older = [more for more in reversed(old.before) if more not in seen]
            seen.update(older)
            waiting += older
        return [
            Before(self.edits[old], _differences(self.held[old], old, text, one), tuple(unread))
            for old in readable
        ]


def _differences(was: Said, old: Version, now: Said, one: Version) -> tuple[Difference, ...]:
    moved = [Difference(("path",), old.path, one.path)] if old.path != one.path else []
    return (*moved, *told_differences(was, now))


def _bytes(old: Version, one: Version) -> tuple[Difference, ...]:
    """That the bytes of an evidence file differ, told by git's fingerprints of them."""
    return (Difference(("contents",), (old.blob or "")[:12], (one.blob or "")[:12]),)


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

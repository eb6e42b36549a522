"""Lineage: the versions that each file had in a history, and which was made from which."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.loading.load import COUNCIL, PLAN, kind_of
from generator.model.past import Commit
from generator.past.commits import Change

_FILES = ("100644", "100755")
"""The modes of ordinary files."""
_DEEPEST = 32
"""How many layers of files lie on one another before they are made one."""


@dataclass(slots=True, eq=False)
class Version:
    """A file as one commit left it; `blob` is None where the commit deleted it, and empty where it
    is no ordinary file. `before` are the versions that it was made from.
    """

    commit: Commit
    path: str
    blob: str | None
    before: "list[Version]" = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Files:
    """The version of every file at one commit, as a layer over those of an earlier one."""

    under: "_Files | None" = None
    own: dict[str, Version | None] = field(default_factory=dict)
    depth: int = 0
    is_shared: bool = False

    def at(self, path: str) -> Version | None:
        """The version of the file at `path`; None where there is no such file."""
        layer: _Files | None = self
        while layer is not None:
            if path in layer.own:
                return layer.own[path]
            layer = layer.under
        return None

    def over(self, *, is_last: bool) -> "_Files":
        """Files that may be changed: these themselves for the last who needs them, or a layer."""
        if is_last and not self.is_shared:
            return self
        self.is_shared = True
        layer = _Files(self, {}, self.depth + 1)
        return layer if layer.depth <= _DEEPEST else _Files(None, layer.everything())

    def everything(self) -> dict[str, Version | None]:
        """The version of every file by its path; None for those that are gone."""
        layers, layer = [], self
        while True:
            layers.append(layer.own)
            if layer.under is None:
                break
            layer = layer.under
        return {path: one for own in reversed(layers) for path, one in own.items()}


@dataclass(frozen=True, slots=True)
class Lineage:
    """Every version of every record in a history, and those that its last commit has."""

    versions: Mapping[str, Sequence[Version]]
    last: Mapping[str, Version]

    def only(self, names: frozenset[str] | None) -> "Lineage":
        """The versions of the records `names` alone; all of them for None."""
        if names is None:
            return self
        versions = {name: made for name, made in self.versions.items() if name in names}
        return Lineage(versions, {name: one for name, one in self.last.items() if name in names})


def name_of(path: str) -> str | None:
    """The id under which a file's history is told; None for a file that is no record or evidence."""
    if path.endswith(".csv"):
        return path
    if path in (COUNCIL, PLAN):
        return "council" if path == COUNCIL else "plan"
    return path.rpartition("/")[2].removesuffix(".yaml") if kind_of(path) else None


def lineage(commits: Sequence[Commit], changes: Iterable[list[list[Change]]]) -> Lineage:
    """The versions in `commits`, parents first, from what differs from each of their parents."""
    uses = Counter(parent for one in commits for parent in one.parents)
    states: dict[str, _Files] = {}
    versions: dict[str, list[Version]] = {}
    files = _Files()
    for commit, differing in zip(commits, changes, strict=True):
        parents = [states[parent] for parent in commit.parents]
        found = list(_versions(commit, parents, differing))
        taken = dict(_taken(parents, differing))
        uses.subtract(commit.parents)
        first = commit.parents[0] if commit.parents else None
        files = states[first].over(is_last=not uses[first]) if first else _Files()
        files.own.update(taken)
        for one in found:
            _place(one, files, versions)
        states[commit.id] = files
        for parent in commit.parents:
            if not uses[parent]:
                states.pop(parent, None)
    return Lineage(versions, _last(files))


def _place(one: Version, files: _Files, versions: dict[str, list[Version]]) -> None:
    """Notes a version; of a file that moved, the old place is empty and nothing is told of it."""
    for old in one.before:
        if old.path != one.path:
            files.own[old.path] = None
    files.own[one.path] = None if one.blob is None else one
    name = name_of(one.path)
    if name is not None:
        versions.setdefault(name, []).append(one)


def _last(files: _Files) -> dict[str, Version]:
    found = {}
    for path, one in files.everything().items():
        name = name_of(path)
        if name is not None and one is not None:
            found[name] = one
    return found


def _versions(
    commit: Commit, parents: Sequence[_Files], differing: Sequence[Sequence[Change]]
) -> Iterator[Version]:
    """The versions that a commit itself made: those that none of its parents has."""
    by_path = [{one.path: one for one in part} for part in differing]
    gone = [{_last_name(one.path): one.path for one in part if not one.blob} for part in differing]
    here = {_last_name(one.path) for one in differing[0] if one.blob is not None}
    for path, one in by_path[0].items():
        name = _last_name(path)
        if name_of(path) is None or not all(path in part for part in by_path):
            continue
        if one.blob is None and name in here:
            continue
        before = [
            old
            for files, moved in zip(parents, gone, strict=False)  # a first commit has no parent
            if (old := files.at(path) or files.at(moved.get(name, path)))
        ]
        blob = one.blob if one.blob is None or one.mode in _FILES else ""
        yield Version(commit, path, blob, before)


def _last_name(path: str) -> str:
    """What a file keeps when it moves to another folder."""
    return path.rpartition("/")[2]


def _taken(
    parents: Sequence[_Files], differing: Sequence[Sequence[Change]]
) -> Iterator[tuple[str, Version | None]]:
    """What a merge has otherwise than its first parent because another parent has it so."""
    rest = [{one.path for one in part} for part in differing[1:]]
    for one in differing[0] if rest else ():
        for files, paths in zip(parents[1:], rest, strict=True):
            if one.path not in paths:
                yield one.path, files.at(one.path)
                break

"""The past: the commits behind the files, and what each of them changed of each record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Way = tuple[str, ...]


class Difference(NamedTuple):
    """One value before and after, and the way to it; None where there was, or is, none."""

    at: Way
    before: object
    after: object


class Person(NamedTuple):
    """A person as .mailmap names them; `known_as` holds the names that the commit itself gives."""

    name: str
    address: str
    known_as: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Every name and address of this person, in small letters."""
        return frozenset(
            filter(None, (one.casefold() for one in (self.name, self.address, *self.known_as)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit. `on` is the day of its committer, `written` that of its author.

    `reviewers` are named by Reviewed-by, `signers` by Signed-off-by: words that its author typed.
    `is_signed` says that it bears a signature, not that the signature is good. `place` counts the
    commits of a past, parents first.
    """

    id: str
    on: date
    written: date
    parents: tuple[str, ...]
    author: Person
    committer: Person
    subject: str
    co_authors: tuple[Person, ...] = ()
    reviewers: tuple[Person, ...] = ()
    signers: tuple[Person, ...] = ()
    is_signed: bool = False
    place: int = 0

    @property
    def short(self) -> str:
        """The commit in twelve characters."""
        return self.id[:12]

    @property
    def is_merge(self) -> bool:
        """Whether it brings several lines of history together."""
        return len(self.parents) > 1


class EditKind(StrEnum):
    """What a commit did to a file."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """What one commit did to one record, which then lay at `path`; for a deletion, until then.

    `differences` holds what the commit itself wrote: for a merge, what differs from every line that
    it brings together. Their values are in words. Nothing is said of what an added file holds.
    """

    commit: Commit
    path: str
    kind: EditKind
    differences: tuple[Difference, ...] = ()
    before: "tuple[Before, ...]" = field(default=(), repr=False)


class Before(NamedTuple):
    """A readable version that an edit was made from, and all in which the edit's version differs.

    `through` are the versions between the two that could not be read.
    """

    edit: Edit
    differences: tuple[Difference, ...]
    through: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """All that leads to the commit `head`.

    `commits` are told by their full ids, parents first. `edits` are told by the id of their record
    (`council` and `plan` for those two; evidence by its path), oldest first, among them those of
    records that are gone and of lines that a merge did not take over. `files` gives the edit that
    made each record what it is at `head`.
    """

    head: Commit
    commits: Mapping[str, Commit]
    edits: Mapping[str, tuple[Edit, ...]]
    files: Mapping[str, Edit] = field(default_factory=dict)

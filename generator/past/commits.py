"""The commits of a history as git tells them, and the files that each of them changed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from generator.loading.mailmap import Mailmap
from generator.model.past import Commit, Person
from generator.past.days import commit_day
from generator.past.git import GitError, blobs_of, is_missing, streamed, way_to
from generator.selection import WATCHED

_FIELDS = (
    "%H %P", "%cs %as", "%an", "%ae", "%cn", "%ce", "%s",
    *(
        f"%(trailers:key={key},valueonly,unfold,separator=%x1f)"
        for key in ("Co-authored-by", "Reviewed-by", "Signed-off-by")
    ),
)  # fmt: skip
_LONGEST = 4 * 1024 * 1024
"""The most bytes of what one commit says of itself."""


class Change(NamedTuple):
    """A file that a commit has otherwise than one of its parents; None for no ordinary file."""

    path: str
    mode: str
    blob: str | None


def commits_of(root: Path, head: str, mailmap: Mailmap) -> Iterator[Commit]:
    """Every commit that leads to `head`, parents first. Raises GitError."""
    form = "".join(f"{field}%x00" for field in _FIELDS).removesuffix("%x00")
    words = ("--topo-order", "--reverse", "--no-patch", "--encoding=UTF-8", "-z")
    with streamed(root, "log", *words, f"--format=tformat:{form}", head, "--") as printed:
        parts = _parts(printed)
        for first in parts:
            yield _commit([first, *(next(parts, "") for _ in _FIELDS[1:])], mailmap)


def signed_of(root: Path, commits: Sequence[str]) -> frozenset[str]:
    """Those of `commits` that bear a signature, good or not. Raises GitError."""
    with streamed(root, "cat-file", "--batch", "--buffer", given=commits) as printed:
        return frozenset(
            one
            for one, text in zip(commits, _objects(printed, commits), strict=True)
            if b"\ngpgsig" in text.partition(b"\n\n")[0]
        )


def changes_of(root: Path, commits: Sequence[Commit]) -> Iterator[list[list[Change]]]:
    """For each commit, for each of its parents in turn, the watched files that differ; for a first
    commit, all that it has. Raises GitError.
    """
    pairs = [f"{one.id} {parent}".strip() for one in commits for parent in one.parents or ("",)]
    words = ("--stdin", "--root", "-r", "-z", "--raw", "--no-abbrev", "--no-renames")
    shape = (*words, "--always", "--no-ext-diff", "--ignore-submodules=none", "--relative")
    with streamed(root, "diff-tree", *shape, "--", *WATCHED, given=pairs) as printed:
        told = _differing(_parts(printed))
        for one in commits:
            yield [next(told) for _ in one.parents or ("",)]


def files_of(root: Path, commit: str, paths: tuple[str, ...], most: int) -> dict[str, bytes]:
    """The files of a commit at or under `paths`, as they lie from `root`; none of more than `most`
    bytes. Raises GitError.
    """
    blobs = blobs_of(root, commit, way_to(root), paths)
    texts = texts_of(root, list(blobs.values()), most)
    return {path: text for path, text in zip(blobs, texts, strict=True) if text is not None}


def texts_of(root: Path, blobs: Sequence[str], most: int) -> Iterator[bytes | None]:
    """The bytes of each blob in turn; None for one of more than `most` bytes. Raises GitError."""
    form = "--batch-check=%(objectsize)"
    with streamed(root, "cat-file", form, "--buffer", given=blobs) as printed:
        small = [_size(line) <= most for line in printed]
    asked = [blob for blob, fits in zip(blobs, small, strict=True) if fits]
    with streamed(root, "cat-file", "--batch", "--buffer", given=asked) as printed:
        texts = _objects(printed, asked)
        for fits in small:
            yield next(texts) if fits else None


def _size(line: bytes) -> int:
    """The bytes of an object that git tells. Raises GitError for one that is not here."""
    if not line.strip().isdigit():
        name = line.split()[0].decode()
        raise is_missing(name)
    return int(line)


def _parts(printed: IO[bytes]) -> Iterator[str]:
    """The texts between the zeros of a stream. Raises GitError for one that is too long."""
    rest = b""
    while block := printed.read(1 << 16):
        *whole, rest = (rest + block).split(b"\0")
        yield from (part.decode("utf-8", "surrogateescape") for part in whole)
        if len(rest) > _LONGEST:
            raise GitError("a commit says more of itself than can be read")


def _commit(parts: Sequence[str], mailmap: Mailmap) -> Commit:
    names, days, author, address, committer, committing, subject, *trailers = parts
    name, *parents = names.split()
    on, written = map(commit_day, days.split(" "))
    co_authors, reviewers, signers = (tuple(_people(one, mailmap)) for one in trailers)
    return Commit(
        id=name,
        on=on,
        written=written,
        parents=tuple(parents),
        author=mailmap.person(author, address),
        committer=mailmap.person(committer, committing),
        subject=subject,
        co_authors=co_authors,
        reviewers=reviewers,
        signers=signers,
    )


def _people(told: str, mailmap: Mailmap) -> Iterator[Person]:
    """The people of a trailer: `Name <address>`, or a name alone."""
    named = filter(None, map(str.strip, told.split("\x1f")[:_MOST_PEOPLE]))
    for one in (person[:_LONGEST_NAME] for person in named):
        found = _PERSON.fullmatch(one)
        yield mailmap.person(found[1], found[2]) if found else mailmap.person(one, "")


_MOST_PEOPLE, _LONGEST_NAME = 100, 300
_PERSON = re.compile(r"([^<]*?)\s*<([^>]*)>.*", re.DOTALL)


def _differing(parts: Iterator[str]) -> Iterator[list[Change]]:
    """The changes under each heading of `diff-tree`; a heading is the id of a commit."""
    found: list[Change] | None = None
    for part in parts:
        if part.startswith(":"):
            _, mode, _, blob, _ = part[1:].split(" ")
            path = next(parts)
            if found is not None:
                found.append(Change(path, mode, None if mode == _NONE else blob))
            continue
        if found is not None:
            yield found
        found = []
    if found is not None:
        yield found


_NONE = "000000"
"""The mode of a file that is not there."""


def _objects(printed: IO[bytes], asked: Sequence[str]) -> Iterator[bytes]:
    """The bytes of each object as `cat-file --batch` prints them. Raises GitError."""
    for one in asked:
        words = printed.readline().split()
        if len(words) != _HEAD:
            raise is_missing(one)
        text = printed.read(int(words[2]) + 1)
        yield text[:-1]


_HEAD = 3
"""The words before each object that git prints: its name, what it is, how long it is."""

"""History: what git knows of the files. One place runs the git program."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO


class GitError(ValueError):
    """Git refuses to read the repository; the text is git's own."""


class UnknownRevisionError(ValueError):
    """Nothing tells what changed since a revision; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit whose files are read. `changed` is true when files differ from it."""

    id: str
    on: date
    changed: bool

    @property
    def name(self) -> str:
        """The commit in a few characters, saying when the files differ from it."""
        return f"{self.id[:12]} with later changes" if self.changed else self.id[:12]


def head(root: Path, paths: tuple[str, ...]) -> Commit | None:
    """The commit checked out at `root`; None where there is none, or no git.

    `paths` are the files and folders whose changes count. Raises GitError.
    """
    shown = _git(root, "log", "-1", "--format=%H %cs")
    if not shown:
        return None
    name, day = shown.split()
    changed = _git(
        root, "status", "--porcelain", "--untracked-files=normal", "--ignored", "--", *paths
    )
    return Commit(name, date.fromisoformat(day), bool(changed))


def changed_since(root: Path, revision: str, paths: tuple[str, ...]) -> frozenset[str]:
    """The files under `root` that differ from where this history and that of `revision` parted.

    Committed or not, known to git or not, and those that are gone; of `paths` alone. Raises
    UnknownRevisionError and GitError.
    """
    return changed_from(root, parted_at(root, revision), paths)


def changed_from(root: Path, commit: str, paths: tuple[str, ...]) -> frozenset[str]:
    """The files under `root` that differ from those of `commit`, as `changed_since` tells them."""
    only = ("-z", "--", *paths)
    differing = _git(
        root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", commit, *only
    )
    unknown = _git(root, "ls-files", "--others", *only)
    if differing is None or unknown is None:
        raise UnknownRevisionError(f"git cannot compare the files with {commit}.")
    return frozenset(filter(None, f"{differing}\0{unknown}".split("\0")))


def commit_of(root: Path, revision: str) -> tuple[str, date]:
    """The commit that `revision` names, and the day of its committer.

    Raises UnknownRevisionError and GitError.
    """
    named = ("--end-of-options", f"{revision}^{{commit}}")
    shown = _git(root, "log", "-1", "--format=%H %cs", *named)
    if not shown:
        raise UnknownRevisionError(f"git knows no {revision} here. {_nearest(root, revision)}")
    name, day = shown.split()
    return name, date.fromisoformat(day)


def tree_of(root: Path, commit: str, way: str, paths: tuple[str, ...]) -> dict[str, bytes]:
    """The files of `commit` at or under `paths`, by their way from `root`, which lies at `way`.

    Raises GitError.
    """
    blobs = blobs_of(root, commit, way, paths)
    return dict(zip(blobs, contents(root, list(blobs.values())), strict=True))


def blobs_of(root: Path, commit: str, way: str, paths: tuple[str, ...]) -> dict[str, str]:
    """What git calls the content of each file of `commit` at or under `paths`.

    Links are left out, as they lead to what no commit holds. Raises GitError.
    """
    listed = _git(
        root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(way + one for one in paths)
    )
    blobs = {}
    for line in filter(None, (listed or "").split("\0")):
        about, _, path = line.partition("\t")
        mode, _, blob = about.split()
        if mode in _FILES:
            blobs[path.removeprefix(way)] = blob
    return blobs


_FILES = ("100644", "100755")
"""The modes of ordinary files in a tree of git."""


def contents(root: Path, blobs: list[str]) -> Iterator[bytes]:
    """The bytes of each blob, read by one run of git. Raises GitError."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    rest, at = _ran(root, "cat-file", "--batch", given=asked) or b"", 0
    for blob in blobs:
        end = rest.find(b"\n", at)
        words = rest[at:end].split()
        if end < 0 or len(words) != _HEAD:
            raise GitError(f"git cannot read {blob}")
        size = int(words[2])
        yield rest[end + 1 : end + 1 + size]
        at = end + size + 2


_HEAD = 3
"""The words before each blob that git prints: its name, what it is, how long it is."""


def file_at(root: Path, commit: str, path: str) -> bytes | None:
    """The file at `path` as a commit left it; None where it has none."""
    return _ran(root, "show", f"{commit}:./{path}") if path else None


def is_shallow(root: Path) -> bool:
    """Whether this clone holds only the newest commits. Raises GitError."""
    return _git(root, "rev-parse", "--is-shallow-repository") == "true"


@contextmanager
def streamed(root: Path, *arguments: str, given: Iterable[str] = ()) -> Iterator[IO[bytes]]:
    """What a git command prints at `root` while it reads the lines `given`, to be read bit by bit.

    Of objects nothing but what is in the repository counts: neither replacements nor what could be
    fetched. Raises GitError where git fails, once all that it printed was read.
    """
    with TemporaryFile() as lines, TemporaryFile() as said:
        lines.writelines(f"{line}\n".encode() for line in given)
        lines.seek(0)
        with subprocess.Popen(  # noqa: S603 a fixed program, no shell
            _command(arguments),
            cwd=root,
            env={**_environment(), "GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1"},
            stdin=lines,
            stdout=subprocess.PIPE,
            stderr=said,
        ) as git:
            assert git.stdout is not None
            try:
                yield git.stdout
            except BaseException:
                git.kill()
                raise
            if git.stdout.read(1):
                git.kill()
        said.seek(0)
        if git.returncode > 0:
            raise GitError(said.read(2000).decode("utf-8", "replace").strip())


def way_to(root: Path) -> str:
    """The way from the top of the git repository to `root`, `content/`; empty at the top."""
    return _git(root, "rev-parse", "--show-prefix") or ""


def parted_at(root: Path, revision: str) -> str:
    """The commit from which the history here and that of `revision` went their own ways.

    Raises UnknownRevisionError and GitError.
    """
    verify = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    if not _git(root, *verify, "HEAD"):
        raise UnknownRevisionError(f"{root} has no commit: leave out --since.")
    named = _git(root, *verify, f"{revision}^{{commit}}")
    common = _git(root, "merge-base", named, "HEAD") if named else None
    if common:
        return common
    if _git(root, "rev-parse", "--is-shallow-repository") == "true":
        raise UnknownRevisionError(
            f"this clone holds only the newest commits, and how they follow from {revision} is not "
            "among them: run `git fetch --unshallow` first."
        )
    if named:
        raise UnknownRevisionError(f"{revision} and the files here have no history in common.")
    raise UnknownRevisionError(f"git knows no {revision} here. {_nearest(root, revision)}")


def _nearest(root: Path, revision: str) -> str:
    names = (_git(root, "for-each-ref", "--format=%(refname:short)") or "").split()
    near = get_close_matches(revision, names, n=1)
    return f"Did you mean {near[0]}?" if near else "Name a branch, a tag or a commit, such as HEAD."


def _git(root: Path, *arguments: str) -> str | None:
    """What a git command prints at `root`; None when it fails. Raises GitError where git refuses."""
    printed = _ran(root, *arguments)
    return None if printed is None else printed.decode("utf-8", "surrogateescape").strip()


def _ran(root: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """The bytes that a git command prints at `root` when it reads `given`; None when it fails."""
    try:
        done = subprocess.run(  # noqa: S603 a fixed program, no shell
            _command(arguments),
            cwd=root,
            env=_environment(),
            capture_output=True,
            check=True,
            input=given,
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in said or "safe.bareRepository" in said:
            raise GitError(said) from error
        return None
    except OSError:
        return None
    return done.stdout


def _command(arguments: Iterable[str]) -> list[str]:
    settings = (word for one in _SETTINGS for word in ("-c", one))
    return ["git", *settings, *arguments]


def _environment() -> dict[str, str]:
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}


_SETTINGS = (
    "core.quotePath=false",
    "log.showSignature=false",
    # Files of the content may look like a repository of their own, whose settings name programs.
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    # Nothing that is missing is fetched.
    "protocol.allow=never",
)
"""What git is told, whatever the settings of the repository say (decision 0048)."""

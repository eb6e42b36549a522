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

from generator.past.days import commit_day


class GitError(ValueError):
    """Git refuses to read the repository; the text is git's own."""


class UnknownRevisionError(ValueError):
    """Nothing tells what changed since a revision; the text says why and what to do."""


def is_missing(name: str) -> GitError:
    """What is said of an object that the repository does not hold, or that cannot be read."""
    return GitError(
        f"git cannot read {name}: part of the history is missing here. Clone the whole repository, "
        "without --filter and without --depth."
    )


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
    name, _, day = shown.partition(" ")
    words = ("--porcelain", "--untracked-files=normal", "--ignored", "--ignore-submodules=dirty")
    changed = _git(root, *_no_filters(root), "status", *words, "--", *paths)
    return Commit(name, commit_day(day), bool(changed))


def changed_since(root: Path, revision: str, paths: tuple[str, ...]) -> frozenset[str]:
    """The files under `root` that differ from where this history and that of `revision` parted.

    Committed or not, known to git or not, and those that are gone; of `paths` alone. Raises
    UnknownRevisionError and GitError.
    """
    return changed_from(root, parted_at(root, revision), paths)


def changed_from(root: Path, commit: str, paths: tuple[str, ...]) -> frozenset[str]:
    """The files under `root` that differ from those of `commit`, as `changed_since` tells them."""
    only = ("-z", "--", *paths)
    shape = ("--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=dirty")
    differing = _git(root, *_no_filters(root), "diff", *shape, "--relative", commit, *only)
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
    name, _, day = shown.partition(" ")
    return name, commit_day(day)


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
            raise is_missing(blob)
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

    Raises GitError where git fails, once all that it printed was read.
    """
    with TemporaryFile() as lines, TemporaryFile() as said:
        lines.writelines(f"{line}\n".encode() for line in given)
        lines.seek(0)
        with subprocess.Popen(  # noqa: S603 a fixed program, no shell
            _command(arguments),
            cwd=root,
            env=_environment(),
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


def tags_of(root: Path) -> list[tuple[str, str]]:
    """The id of each tag that has a text of its own, and of the commit that it is of."""
    form = "--format=%(objecttype) %(objectname) %(*objecttype) %(*objectname)"
    told = (
        line.split() for line in (_git(root, "for-each-ref", form, "refs/tags") or "").split("\n")
    )
    return [(one[1], one[3]) for one in told if one[0:1] == ["tag"] and one[2:3] == ["commit"]]


def signature_told(root: Path, kind: str, name: str, settings: Iterable[str], keys: Path) -> str:
    """What the programs of signatures say of a commit or tag, with the `settings` given to git.

    `keys` is the home of the OpenPGP keys.
    """
    words = [word for one in settings for word in ("-c", one)]
    done = subprocess.run(  # noqa: S603 a fixed program, no shell
        _command((*words, f"verify-{kind}", "--raw", name)),
        cwd=root,
        env={**_environment(), "GNUPGHOME": str(keys)},
        capture_output=True,
        check=False,
    )
    return done.stderr.decode("utf-8", "replace")


def refuse_shallow(root: Path) -> None:
    """Raises UnknownRevisionError for a clone that holds only the newest commits."""
    if is_shallow(root):
        raise UnknownRevisionError(
            "this clone holds only the newest commits, so that its history would mislead: run "
            "`git fetch --unshallow` first."
        )


def is_known(root: Path, commit: str) -> bool:
    """Whether the repository at `root` holds a commit."""
    return _git(root, "cat-file", "-e", f"{commit}^{{commit}}") is not None


def is_ancestor(root: Path, commit: str, later: str) -> bool:
    """Whether `later` is, or comes after, `commit`."""
    return _git(root, "merge-base", "--is-ancestor", commit, later) is not None


def tagged(root: Path, name: str) -> str | None:
    """The commit that the tag `name` points to; None where there is no such tag."""
    return _git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/{name}^{{commit}}")


def steps_of(root: Path, path: str) -> list[tuple[str, tuple[str, ...]]]:
    """The commits of every line that have the file at `path` otherwise than a parent, oldest first,
    each with its parents. Raises GitError.
    """
    words = ("--full-history", "--topo-order", "--reverse", "--format=%H %P")
    shown = _git(root, "log", *words, "--", path)
    if shown is None:
        raise GitError(f"git cannot read the history of {path}")
    return [(name, tuple(parents)) for name, *parents in map(str.split, shown.splitlines())]


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
    if is_shallow(root):
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


def _no_filters(root: Path) -> Iterator[str]:
    """What git is told so that files are compared as they are, and by no program of the settings."""
    asked = (
        "config",
        "-z",
        "--name-only",
        "--get-regexp",
        r"^filter\..*\.(clean|process|required)$",
    )
    for name in filter(None, (_git(root, *asked) or "").split("\0")):
        # A name may hold an equals sign: only this way is it read to the last one.
        yield f"--config-env={name}={_NOTHING}"


_NOTHING = "ABOVEBOARD_NOTHING"
"""The variable that stands for an empty setting, which for git is no program and no."""


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
    """What git runs in: nothing may replace a commit, cut its past off, or fetch what is missing."""
    whole = {
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        # No protocol has this name; settings may allow others, and name the program of each.
        "GIT_ALLOW_PROTOCOL": "none",
        _NOTHING: "",
    }
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8", **whole}


_SETTINGS = (
    "core.quotePath=false",
    "log.showSignature=false",
    # Files of the content may look like a repository of their own, whose settings name programs.
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    # What this file says of commits could differ from the commits themselves.
    "core.commitGraph=false",
)
"""What git is told, whatever the settings of the repository say (decision 0048)."""

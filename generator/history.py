"""History: what git knows of the files. One place runs the git program."""

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path


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
    start = _common(root, revision)
    only = ("-z", "--", *paths)
    differing = _git(
        root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", start, *only
    )
    unknown = _git(root, "ls-files", "--others", *only)
    if differing is None or unknown is None:
        raise UnknownRevisionError(f"git cannot compare the files with {revision}.")
    return frozenset(filter(None, f"{differing}\0{unknown}".split("\0")))


def way_to(root: Path) -> str:
    """The way from the top of the git repository to `root`, `content/`; empty at the top."""
    return _git(root, "rev-parse", "--show-prefix") or ""


def _common(root: Path, revision: str) -> str:
    """The commit from which the history here and that of `revision` went their own ways."""
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
    safe = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    settings = (word for one in _SETTINGS for word in ("-c", one))
    command = ["git", *settings, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 a fixed program, no shell
            command, cwd=root, env={**os.environ, **safe}, capture_output=True, check=True
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in said or "safe.bareRepository" in said:
            raise GitError(said) from error
        return None
    except OSError:
        return None
    return done.stdout.decode("utf-8", "surrogateescape").strip()


_SETTINGS = (
    "core.quotePath=false",
    "log.showSignature=false",
    # Files of the content may look like a repository of their own, whose settings name programs.
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
)
"""What git is told, whatever the settings of the repository say (decision 0048)."""

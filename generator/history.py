"""History: what git knows of the files. One place runs the git program."""

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path


class GitError(ValueError):
    """Git refuses to read the repository; the text is git's own."""


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


def _git(root: Path, *arguments: str) -> str | None:
    """What a git command prints at `root`; None when it fails. Raises GitError where git refuses."""
    safe = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8"}
    command = ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 a fixed program, no shell
            command, cwd=root, env={**os.environ, **safe}, capture_output=True, check=True
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in said:
            raise GitError(said) from error
        return None
    except OSError:
        return None
    return done.stdout.decode("utf-8", "surrogateescape").strip()

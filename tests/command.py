"""Running the real commands: the console script, git, and copies of the made-up council."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.helpers import ROOT

BIN = Path(sys.executable).parent
SCRIPT = BIN / "aboveboard"
COUNCIL = ROOT / "tests" / "council"
"""The made-up council that uses every feature."""

COUNCIL_DAY = "2025-03-31"
GLASGOW_DAY = "2026-11-23"
DAY = ("--as-of", COUNCIL_DAY)
LATE = (
    "measures/corporate/training-spend.yaml:82:5: warning: figure-is-overdue: the figure for "
    "2024-25 Q3 was due on 1 March 2025. Add the figure, or a state and its reason."
)
"""The one finding about the made-up council on that day."""
ONLY_LATE = f"{LATE}\n   82 |   - period: 2024-25 Q3\n      |     ^\n\n1 warning.\n"
"""All that the check prints about the made-up council on that day."""

CONTENT = ("council.yaml", "releases.yaml", "commitments", "measures", "reports")

# No settings of whoever runs the tests, no repository around the folder for passing files, and
# nowhere to keep what a check found.
ALONE = {
    "XDG_CACHE_HOME": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CEILING_DIRECTORIES": tempfile.gettempdir(),
}

Done = subprocess.CompletedProcess[str]


def run(
    *command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """One real program, run to its end: its exit code and what it printed."""
    # A git hook that runs the tests tells git which repository it is of, and GitHub's machines
    # tell where the summary of the run is.
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "GITHUB_", "NO_COLOR"))
    }
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd or ROOT,
        env={**inherited, **ALONE, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def aboveboard(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """The console script."""
    return run(SCRIPT, *arguments, cwd=cwd, env=env)


def git(folder: Path, *arguments: str, day: str = "2025-02-14") -> str:
    """What git prints; it acts in `folder`, and a commit is dated `day`."""
    when = day if "T" in day else f"{day}T12:00:00+00:00"
    who = {
        "GIT_AUTHOR_NAME": "Ash Example",
        "GIT_AUTHOR_EMAIL": "ash@strathbeg.example",
        "GIT_COMMITTER_NAME": "Ash Example",
        "GIT_COMMITTER_EMAIL": "ash@strathbeg.example",
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
    }
    done = run("git", *arguments, cwd=folder, env=who)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def copied(folder: Path, source: Path = COUNCIL) -> Path:
    """The content of `source` (the made-up council) copied to a new `folder`."""
    folder.mkdir(parents=True)
    for name in CONTENT:
        place = source / name
        if place.is_dir():
            shutil.copytree(place, folder / name)
        elif place.exists():
            shutil.copyfile(place, folder / name)
    return folder


FROZEN = "release-2024-25-q2"
"""The tag at which a paper of the made-up council is frozen."""


def committed(folder: Path, day: str = "2025-02-14") -> Path:
    """`folder` made a git repository with all its files in one commit, at which a paper is frozen."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=First figures", day=day)
    git(folder, "tag", FROZEN)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under `folder`, by its path with forward slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(root: Path, before: str, after: str) -> None:
    """Changes one text in the file of advice-decided."""
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

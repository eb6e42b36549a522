"""Measures `changes` and `check --since` for a pull request of one file in a repository of N measures.

Usage: python bench/changes.py [N]     (10,000 measures unless given)
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench.made_up import AS_OF, write_council
from bench.run import COMMAND, ONE, timed

RUNS = 5


def git(root: Path, *arguments: str) -> None:
    """Runs git in `root`, as nobody in particular, on the day of the figures."""
    who = {f"GIT_{kind}_{key}": "bench@example.org" for kind in _KINDS for key in ("NAME", "EMAIL")}
    when = {f"GIT_{kind}_DATE": f"{AS_OF}T12:00:00+00:00" for kind in _KINDS}
    command = ("git", "-C", str(root), *arguments)
    subprocess.run(command, check=True, env={**os.environ, **who, **when})


_KINDS = ("AUTHOR", "COMMITTER")


def repository(root: Path, count: int) -> None:
    """A made-up council with all files in one commit, and then one figure that is another one."""
    write_council(root, count)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Figures")
    file = root / ONE
    head, mark, last = file.read_text(encoding="utf-8").rpartition("    target: 90\n")
    file.write_text(f"{head}    target: 80\n{last}", encoding="utf-8")
    assert mark


def main() -> None:
    """A row for each command: the median of some runs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print("| measures | command | user s | system s | wall s | peak MiB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="bench-") as home:
        root = Path(home) / "council"
        repository(root, count)
        for what in ("changes HEAD", "changes HEAD --format markdown", "check --since HEAD"):
            given = (*what.split(), "--root", str(root), "--as-of", AS_OF)
            runs = [timed(*COMMAND, *given, cache=Path(home), fails=True) for _ in range(RUNS)]
            one = sorted(runs, key=lambda run: run.user + run.system)[RUNS // 2]
            print(
                f"| {count:,} | {what} | {one.user:.2f} | {one.system:.2f} | {one.wall:.2f} "
                f"| {one.peak:.0f} |"
            )


if __name__ == "__main__":
    main()

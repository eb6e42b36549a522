"""Measures `check` and `build` on made-up councils: CPU, wall, memory, files a second.

Usage: python bench/run.py [N ...]     (1,000 and 10,000 measures unless given)
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench.made_up import AS_OF, write_council

SIZES = (1_000, 10_000)
COMMAND = (sys.executable, "-m", "generator.cli")
RATING = (sys.executable, str(Path(__file__).parent / "rating.py"))
ONE = "measures/service-00/measure-00000.yaml"


@dataclass(frozen=True, slots=True)
class Run:
    """What one command cost: seconds of CPU (its own and the system's) and of the clock, and
    mebibytes at the peak."""

    user: float
    system: float
    wall: float
    peak: float


def timed(*arguments: str, cache: Path, fails: bool = False) -> Run:
    """Runs a command to its end and gives what the operating system says that it cost.

    One that `fails` may end with any status: it has something to find.
    """
    start = time.perf_counter()
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(arguments, stdout=quiet, stderr=quiet, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status and not fails:
        sys.exit(f"{' '.join(arguments)} failed with status {status}")
    return Run(usage.ru_utime, usage.ru_stime, wall, usage.ru_maxrss / 1024)


def measure(count: int) -> None:
    """Prints a row for each way to check `count` measures, for `build`, and for rating alone."""
    home = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        root = home / "council"
        write_council(root, count)
        for name, *more in (
            ("check --no-cache",),
            ("check",),
            ("check",),  # nothing has changed since
            ("check", ONE),
            ("build", "--out", str(home / "site")),
            ("check --since HEAD",),
        ):
            if "--since" in name:
                change_one(root)
            given = (*name.split(), "--root", str(root), "--as-of", AS_OF, *more)
            _print_row(count, name, more, timed(*COMMAND, *given, cache=home / "cache"))
        _print_rating(count, root)
    finally:
        shutil.rmtree(home)


def change_one(root: Path) -> None:
    """Commits everything under `root` to a repository of its own, and changes one file."""
    identity = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    for arguments in (("init", "-q"), ("add", "."), (*identity, "commit", "-q", "-m", "All")):
        subprocess.run(("git", "-C", str(root), *arguments), check=True)
    with (root / ONE).open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")


def _print_row(count: int, name: str, more: list[str], run: Run) -> None:
    what = f"{name} FILE" if ONE in more else name
    print(
        f"| {count:,} | {what} | {run.user:.2f} | {run.system:.2f} | {run.wall:.2f} "
        f"| {run.peak:.0f} | {count / (run.user + run.system):,.0f} |",
        flush=True,
    )


def _print_rating(count: int, root: Path) -> None:
    done = subprocess.run((*RATING, str(root)), capture_output=True, text=True, check=True)
    for what, cost in zip(("rating alone", "rating, all shown"), done.stdout.split(), strict=True):
        print(f"| {count:,} | {what} | {float(cost):.2f} | | | | {count / float(cost):,.0f} |")


def main() -> None:
    """The table of all sizes."""
    sizes = [int(text) for text in sys.argv[1:]] or list(SIZES)
    print(f"Python {sys.version}")
    print("| measures | command | user s | system s | wall s | peak MiB | files a CPU second |")
    print("|---|---|---|---|---|---|---|")
    for count in sizes:
        measure(count)


if __name__ == "__main__":
    main()

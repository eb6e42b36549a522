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


@dataclass(frozen=True, slots=True)
class Run:
    """What one command cost: seconds of CPU (its own and the system's) and of the clock, and
    mebibytes at the peak."""

    user: float
    system: float
    wall: float
    peak: float


def timed(*arguments: str) -> Run:
    """Runs a command to its end and gives what the operating system says that it cost."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(arguments)} failed with status {status}")
    return Run(usage.ru_utime, usage.ru_stime, wall, usage.ru_maxrss / 1024)


def measure(count: int) -> None:
    """Prints a row for `check` and a row for `build` on `count` measures."""
    home = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        root = home / "council"
        write_council(root, count)
        given = ("--root", str(root), "--as-of", AS_OF)
        for name, more in (("check", ()), ("build", ("--out", str(home / "site")))):
            run = timed(*COMMAND, name, *given, *more)
            print(
                f"| {count:,} | {name} | {run.user:.1f} | {run.system:.1f} | {run.wall:.1f} "
                f"| {run.peak:.0f} | {count / (run.user + run.system):,.0f} |",
                flush=True,
            )
    finally:
        shutil.rmtree(home)


def main() -> None:
    """The table of all sizes."""
    sizes = [int(text) for text in sys.argv[1:]] or list(SIZES)
    print("| measures | command | user s | system s | wall s | peak MiB | files a CPU second |")
    print("|---|---|---|---|---|---|---|")
    for count in sizes:
        measure(count)


if __name__ == "__main__":
    main()
